import type { PlanOf } from "./facts.js";
import { isPass, parts, sameInstance, type Plan } from "./plan.js";

/**
 * Whether a plan does no more than the schema itself has parts, however large the value is. Such a plan is asked
 * before others: it may settle the matter for little.
 */
export function isBounded(plan: Plan, planOf: PlanOf, steps = 5): boolean {
  if (plan.kind === "call") return steps > 0 && isBounded(planOf(plan.target), planOf, steps - 1);
  if (isLoop(plan)) return false;
  return [...sameInstance(plan), ...parts(plan)].every((p) => isBounded(p, planOf, steps));
}

/** A closed object looks at names too, but is refused at the first that is one too many. */
function isLoop(plan: Plan): boolean {
  switch (plan.kind) {
    case "names":
    case "some":
    case "unevaluated":
      return true;
    case "items":
      return plan.rest !== undefined && !isPass(plan.rest);
    case "object":
      return plan.patterns.length > 0 || (plan.additional !== undefined && plan.additional.kind !== "never");
    default:
      return false;
  }
}
