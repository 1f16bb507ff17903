import { walkSameInstance, type FunctionKey, type Plan } from "./plan/plan.js";
import type { Recursion } from "./plan/recursion.js";
import { createPart, type Target } from "./target.js";

type Outlined = {
  readonly plans: ReadonlyMap<FunctionKey, Plan>;
  readonly targets: ReadonlyMap<FunctionKey, Target>;
};

/** The new functions lead to no cycle, so that what is known of the others stays true. */
type Lowered = Outlined & { readonly recursions: ReadonlyMap<FunctionKey, Recursion> };

/**
 * Gives the objects of which a value may hold many, as items or under any name, functions of their own. The pass
 * that reports then asks of each whether it passes, which costs a third of looking for what is wrong with it.
 */
export function outlineMany({ plans, targets, recursions }: Lowered): Outlined {
  const outlined = { plans: new Map<FunctionKey, Plan>(), targets: new Map(targets) };
  for (const [key, plan] of plans) {
    const target = targets.get(key);
    // One that comes back to itself counts its depth by its calls, and another call would be another level.
    const own = target && !recursions.has(key) ? outline(plan, target, [], outlined) : plan;
    outlined.plans.set(key, own);
  }
  return outlined;
}

type Growing = { readonly plans: Map<FunctionKey, Plan>; readonly targets: Map<FunctionKey, Target> };

function outline(plan: Plan, owner: Target, steps: readonly string[], into: Growing): Plan {
  const inner = (p: Plan, ...further: string[]): Plan => outline(p, owner, [...steps, ...further], into);
  const many = (p: Plan, step: string): Plan => makeCall(p, owner, [...steps, step], into);
  switch (plan.kind) {
    case "all":
      return { ...plan, plans: plan.plans.map((p) => inner(p)) };
    case "when":
      return { ...plan, plan: inner(plan.plan) };
    case "items":
      return { ...plan, rest: plan.rest && many(plan.rest, "items") };
    case "object":
      return {
        ...plan,
        properties: plan.properties.map((property) => ({
          ...property,
          plan: inner(property.plan, "properties", property.name),
        })),
        additional: plan.additional && many(plan.additional, "additionalProperties"),
      };
    default:
      return plan;
  }
}

function makeCall(plan: Plan, owner: Target, steps: readonly string[], into: Growing): Plan {
  const readsFields = walkSameInstance(plan).some((p) => p.kind === "object" && p.properties.length > 0);
  if (!readsFields) return outline(plan, owner, steps, into);
  const part = createPart(owner, steps, into.targets.size);
  into.targets.set(part.key, part);
  into.plans.set(part.key, outline(plan, owner, steps, into));
  return { kind: "call", target: part.key };
}
