import type { Evaluate } from "../algebra/evaluate.js";
import type { Negate } from "../algebra/negate.js";
import type { Restrict } from "../algebra/restrict.js";
import type { Node } from "../node/node.js";
import type { Space } from "../node/space.js";
import type { Find } from "./fixpoint.js";
import type { ReadBranch } from "./object/branch.js";
import type { Outcome } from "./outcome.js";
import type { Patterns } from "./patterns.js";

/** What is known of expressions, and of what a value of them takes. */
export type Solver = {
  readonly space: Space;
  readonly not: Negate;
  readonly restrict: Restrict;
  readonly evaluate: Evaluate;
  readonly patterns: Patterns;
  readonly readBranch: ReadBranch;
  readonly find: Find;
};

/** A value of one type for the atoms of a conjunction, clauses left aside. */
export type Model = {
  readonly outcome: Outcome;
  /** Whether the atoms may hold together with one branch of a clause: a cheap look, false only where they cannot. */
  readonly isPossible?: (branch: Node) => boolean;
};
