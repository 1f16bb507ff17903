import { createAlikes, type Alike } from "./plan/alike.js";
import { mapPlans, walk, walkSameInstance, type FunctionKey, type Plan } from "./plan/plan.js";
import type { Recursion } from "./plan/recursion.js";
import { createPart, type Target } from "./target.js";

type Shared = {
  readonly plans: ReadonlyMap<FunctionKey, Plan>;
  readonly targets: ReadonlyMap<FunctionKey, Target>;
  /** The pointer of the place that a shared function was printed for, by function. */
  readonly bases: ReadonlyMap<FunctionKey, string>;
};

/** The new functions lead to no cycle, so that what is known of the others stays true. */
type Lowered = Omit<Shared, "bases"> & { readonly recursions: ReadonlyMap<FunctionKey, Recursion> };

/**
 * Gives functions of their own to what stands at several places alike, and to the objects of which a value may hold
 * many, as items or under any name: the pass that reports then asks of each whether it passes, which costs a third of
 * looking for what is wrong with it.
 */
export function sharePlans(lowered: Lowered): Shared {
  const alikeOf = createAlikes();
  const counts = countAlikes(lowered, alikeOf);
  const plans = new Map<FunctionKey, Plan>();
  const targets = new Map(lowered.targets);
  const bases = new Map<FunctionKey, string>();
  const keys = new Map<number, FunctionKey>();

  const makeFunction = (plan: Plan, { number, base = "" }: Alike, owner: Target): FunctionKey => {
    const part = createPart(owner, readsFields(plan) ? base : "", targets.size);
    keys.set(number, part.key);
    targets.set(part.key, part);
    bases.set(part.key, base);
    plans.set(part.key, shareParts(plan, owner));
    return part.key;
  };
  const share = (plan: Plan, owner: Target, isMany: boolean): Plan => {
    const alike = alikeOf(plan);
    const { number, base } = alike;
    const isShared = isMany && readsFields(plan) ? true : (counts.get(number) ?? 0) > 1 && isWorthIt(plan);
    if (base === undefined || !isShared || !mayMove(plan, owner.key, lowered)) return shareParts(plan, owner);
    return { kind: "shared", target: keys.get(number) ?? makeFunction(plan, alike, owner), at: base, plan };
  };
  const shareParts = (plan: Plan, owner: Target): Plan =>
    mapPlans(plan, (part, isMany) => share(part, owner, isMany));

  for (const [key, plan] of lowered.plans) {
    const target = targets.get(key);
    plans.set(key, target ? share(plan, target, false) : plan);
  }
  return { plans, targets, bases };
}

/** How often each plan stands in others that are told apart, as a whole or as a part. */
function countAlikes(lowered: Lowered, alikeOf: (plan: Plan) => Alike): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [key, whole] of lowered.plans) {
    const count = (plan: Plan): Plan => {
      const { number } = alikeOf(plan);
      const times = (counts.get(number) ?? 0) + 1;
      if (mayMove(plan, key, lowered)) counts.set(number, times);
      return times > 1 ? plan : mapPlans(plan, count);
    };
    count(whole);
  }
  return counts;
}

/** A function that comes back to itself counts its depth by its calls, and another call would be another level. */
function mayMove(plan: Plan, owner: FunctionKey, { recursions }: Lowered): boolean {
  return (
    !recursions.has(owner) || ![...walk(plan)].some((p) => p.kind === "call" && recursions.has(p.target))
  );
}

function readsFields(plan: Plan): boolean {
  return walkSameInstance(plan).some((p) => p.kind === "object" && p.properties.length > 0);
}

/** What gives one reason is no longer than a call. */
function isWorthIt(plan: Plan): boolean {
  return [...walk(plan)].filter((p) => "reason" in p || p.kind === "object").length > 1;
}
