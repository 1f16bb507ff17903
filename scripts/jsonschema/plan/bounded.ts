import type { PlanOf } from "./facts.js";
import { all, isPass, parts, PASS, sameInstance, when, type Plan } from "./plan.js";

/**
 * Whether a plan does no more than the schema itself has parts, however large the value is. Such a plan is asked
 * before others: it may settle the matter for little.
 */
export function isBounded(plan: Plan, planOf: PlanOf, steps = 5): boolean {
  if (plan.kind === "call") return steps > 0 && isBounded(planOf(plan.target), planOf, steps - 1);
  if (isLoop(plan)) return false;
  return [...sameInstance(plan), ...parts(plan)].every((p) => isBounded(p, planOf, steps));
}

/** What of a plan is bounded, and so may be asked before the rest of it. */
export function boundedPart(plan: Plan, planOf: PlanOf): Plan {
  if (plan.kind === "all") return all(plan.plans.map((p) => boundedPart(p, planOf)));
  if (plan.kind === "shared") return boundedPart(plan.plan, planOf);
  if (plan.kind === "when") return when(plan.type, boundedPart(plan.plan, planOf));
  return isBounded(plan, planOf) ? plan : PASS;
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
