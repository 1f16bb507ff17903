import { BudgetSpent, type Budget } from "./budget.js";
import type { Node } from "./node/node.js";
import type { Engine } from "./solve/engine.js";

/** Steps for each depth that is tried. */
const MAX_STEPS = 100_000;

/** A value for the same expression that is nested as little as possible: the search again, with growing depth. */
export function findShallow(engine: Engine, budget: Budget, node: Node, value: unknown): unknown {
  for (let depth = 1; depth < depthOf(value); depth++) {
    const outcome = tryDepth(engine, budget, node, depth);
    if (outcome === undefined) return value;
    if (outcome.kind === "witness") return outcome.value;
  }
  return value;
}

function tryDepth(engine: Engine, budget: Budget, node: Node, depth: number) {
  try {
    return budget.allow(MAX_STEPS, () => engine.openSearch(depth).find(node));
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return undefined;
  }
}

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return 1 + Object.values(value).reduce<number>((most, member) => Math.max(most, depthOf(member)), 0);
}
