import { BudgetSpent, type Budget } from "./budget.js";
import type { Node } from "./node/node.js";
import type { Engine } from "./solve/engine.js";
import type { Fixpoint } from "./solve/fixpoint.js";
import type { Outcome } from "./solve/outcome.js";

/** Finds a value of the same expression that is nested as little as possible, from a depth on. */
export type FindShallow = (node: Node, value: unknown, leastDepth?: number) => unknown;

/** Steps for all depths that are tried together. */
const MAX_STEPS = 20_000;

/** The search again, with growing depth; the searches of each depth remember what they found, and what `full` found empty. */
export function createFindShallow(engine: Engine, budget: Budget, full: Fixpoint): FindShallow {
  const searches = new Map<number, Fixpoint>();
  const tryDepth = (node: Node, depth: number, steps: number): Outcome | undefined => {
    const search = searches.get(depth) ?? engine.openSearch({ maxDepth: depth, full });
    searches.set(depth, search);
    try {
      return budget.allow(steps, () => search.find(node));
    } catch (error) {
      search.reset();
      if (!(error instanceof BudgetSpent)) throw error;
      return undefined;
    }
  };
  return (node, value, leastDepth = 1) => {
    const end = budget.spent() + MAX_STEPS;
    for (let depth = leastDepth; depth < depthOf(value); depth++) {
      const outcome = tryDepth(node, depth, end - budget.spent());
      if (outcome === undefined) return value;
      if (outcome.kind === "witness") return outcome.value;
    }
    return value;
  };
}

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return 1 + Object.values(value).reduce<number>((most, member) => Math.max(most, depthOf(member)), 0);
}
