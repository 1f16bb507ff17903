import { createEvaluate } from "../algebra/evaluate.js";
import { createNegate } from "../algebra/negate.js";
import { createRestrict, createUnfold, type Unfold } from "../algebra/restrict.js";
import type { ReadPattern } from "../../pattern/language/index.js";
import { Space } from "../node/space.js";
import { Fixpoint, type SearchLimits } from "./fixpoint.js";
import { createReadBranch } from "./object/branch.js";
import { createPatterns } from "./patterns.js";
import type { Solver } from "./solver.js";
import { decideNode } from "./tableau.js";

/** Expressions, and searches among their values. */
export type Engine = Omit<Solver, "find"> & {
  readonly unfold: Unfold;
  /** A search that remembers its answers. */
  readonly openSearch: (limits?: SearchLimits) => Fixpoint;
};

export function createEngine(spend: (steps: number) => void, readLanguage: ReadPattern): Engine {
  const space = new Space(spend);
  const not = createNegate(space);
  const unfold = createUnfold(not);
  const restrict = createRestrict(space, not, unfold);
  const patterns = createPatterns(spend, readLanguage);
  const evaluate = createEvaluate(unfold, patterns.matches, spend);
  const parts = { space, not, restrict, evaluate, patterns, readBranch: createReadBranch() };
  const openSearch = (limits?: SearchLimits): Fixpoint => {
    const search: Fixpoint = new Fixpoint((node) => decideNode(solver, node), limits);
    const solver: Solver = { ...parts, find: search.find };
    return search;
  };
  return { ...parts, unfold, openSearch };
}
