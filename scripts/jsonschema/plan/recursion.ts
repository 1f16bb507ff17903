import { findCycles } from "./cycles.js";
import { chooseDispatch } from "./dispatch.js";
import type { PlanOf } from "./facts.js";
import { PASS, sameInstance, walk, walkSameInstance, type FunctionKey, type Plan } from "./plan.js";

/**
 * How a function comes back to itself. `tangled`: it may ask about one part of a value more than once, so that the
 * work doubles with every level of the value unless answers are kept.
 */
export type Recursion = "none" | "simple" | "tangled";

/** How each function comes back to itself; one that is not listed does not. */
export function findRecursions(plans: ReadonlyMap<FunctionKey, Plan>): ReadonlyMap<FunctionKey, Recursion> {
  const cycles = findCycles(graphOf(plans, (plan) => [...walk(plan)]));
  const planOf: PlanOf = (key) => plans.get(key) ?? PASS;
  const tangled = new Set(
    [...cycles]
      .filter(([key]) => [...countCalls(planOf(key), cycles, planOf).values()].some((count) => count > 1))
      .map(([, cycle]) => cycle),
  );
  return new Map([...cycles].map(([key, cycle]) => [key, tangled.has(cycle) ? "tangled" : "simple"]));
}

type Counts = ReadonlyMap<string, number>;

/** How often functions that come back are called for each part of the value, at most. */
function countCalls(plan: Plan, cycles: ReadonlyMap<FunctionKey, number>, planOf: PlanOf): Counts {
  const count = (p: Plan): Counts => countCalls(p, cycles, planOf);
  switch (plan.kind) {
    case "call":
      return new Map(cycles.has(plan.target) ? [["", 1]] : []);
    case "if":
      return merge(add, [count(plan.test), merge(Math.max, [count(plan.yes), count(plan.no)])]);
    case "alternatives":
      return countAlternatives(plan.plans, count, planOf);
    case "object": {
      const isApart = plan.patterns.length === 0;
      const named = plan.properties.map((p) => below(isApart ? `.${p.name}` : "*", count(p.plan)));
      const others = [...plan.patterns.map((p) => p.plan), ...(plan.additional ? [plan.additional] : [])];
      return merge(add, [...named, ...others.map((p) => below("*", count(p)))]);
    }
    case "items":
      return merge(
        add,
        [...plan.prefix, ...(plan.rest ? [plan.rest] : [])].map((p) => below("[]", count(p))),
      );
    case "some":
      return below("[]", count(plan.item));
    case "unevaluated":
      return merge(add, [count(plan.plan), below(plan.parts === "items" ? "[]" : "*", count(plan.rest))]);
    default:
      return merge(add, sameInstance(plan).map(count));
  }
}

/** Where one property tells the alternatives apart, only one of them is asked. */
function countAlternatives(plans: readonly Plan[], count: (plan: Plan) => Counts, planOf: PlanOf): Counts {
  const dispatch = chooseDispatch(plans, planOf);
  if (dispatch?.kind === "tag") return merge(Math.max, plans.map(count));
  if (!dispatch) return merge(add, plans.map(count));
  const groups = [dispatch.present, dispatch.absent];
  return merge(
    Math.max,
    groups.map((group) => countAlternatives(group, count, planOf)),
  );
}

function below(step: string, counts: Counts): Counts {
  return new Map([...counts].map(([path, count]) => [step + path, count]));
}

function add(a: number, b: number): number {
  return a + b;
}

function merge(join: (a: number, b: number) => number, all: readonly Counts[]): Counts {
  const merged = new Map<string, number>();
  for (const counts of all) {
    for (const [path, count] of counts) merged.set(path, join(merged.get(path) ?? 0, count));
  }
  return merged;
}

/** The functions that come back to themselves with the same instance, and so would never end. */
export function findEndless(plans: ReadonlyMap<FunctionKey, Plan>): ReadonlySet<FunctionKey> {
  return new Set(findCycles(graphOf(plans, walkSameInstance)).keys());
}

function graphOf(
  plans: ReadonlyMap<FunctionKey, Plan>,
  reach: (plan: Plan) => readonly Plan[],
): ReadonlyMap<FunctionKey, readonly FunctionKey[]> {
  return new Map(
    [...plans].map(([key, plan]) => [key, reach(plan).flatMap((p) => (p.kind === "call" ? [p.target] : []))]),
  );
}
