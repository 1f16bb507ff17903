import type { PlanOf } from "./facts.js";
import { parts, sameInstance, type FunctionKey, type Plan } from "./plan.js";

/**
 * Whether the collecting pass meets the places of a value in the value's own order: a place before the places below
 * it, and the places below it in one go. Where it does, nothing has to be sorted.
 */
export function isInOrder(plan: Plan, planOf: PlanOf, seen: Set<FunctionKey> = new Set()): boolean {
  if (plan.kind === "call") {
    if (seen.has(plan.target)) return true;
    seen.add(plan.target);
    return isInOrder(planOf(plan.target), planOf, seen);
  }
  const below = [...sameInstance(plan), ...parts(plan)];
  return isSequenceInOrder(plan, planOf) && below.every((p) => isInOrder(p, planOf, seen));
}

/** Once something has gone deeper into the value, nothing else may report of the same value. */
function isSequenceInOrder(plan: Plan, planOf: PlanOf): boolean {
  const steps = plan.kind === "all" || plan.kind === "if" ? sameInstance(plan) : [];
  const first = steps.findIndex((step) => goesDeeper(step, planOf, new Set()));
  if (plan.kind === "unevaluated" || (plan.kind === "some" && goesDeeper(plan.item, planOf, new Set())))
    return false;
  return plan.kind === "if" || first < 0 || first === steps.length - 1;
}

function goesDeeper(plan: Plan, planOf: PlanOf, seen: Set<FunctionKey>): boolean {
  if (plan.kind === "object" || plan.kind === "items" || plan.kind === "names") return true;
  if (plan.kind !== "call") return sameInstance(plan).some((p) => goesDeeper(p, planOf, seen));
  if (seen.has(plan.target)) return false;
  seen.add(plan.target);
  return goesDeeper(planOf(plan.target), planOf, seen);
}
