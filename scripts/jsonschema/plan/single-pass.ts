import { chooseDispatch } from "./dispatch.js";
import type { PlanOf } from "./facts.js";
import { findReaching } from "./order.js";
import { PASS, walk, type AlternativesPlan, type FunctionKey, type Plan } from "./plan.js";
import type { Recursion } from "./recursion.js";
import { groupByType } from "./type-groups.js";

/**
 * The functions whose collecting pass takes a valid value as quickly as the function that only asks: they are not
 * asked first, so that what is wrong is met once. The others are: a value that passes is then passed over.
 */
export function findSinglePass(
  plans: ReadonlyMap<FunctionKey, Plan>,
  recursions: ReadonlyMap<FunctionKey, Recursion>,
): ReadonlySet<FunctionKey> {
  const planOf: PlanOf = (key) => plans.get(key) ?? PASS;
  const slow = findReaching(plans, walk, (plan) => isSlowToCollect(plan, recursions, planOf));
  return new Set([...plans.keys()].filter((key) => !slow.has(key) && !recursions.has(key)));
}

function isSlowToCollect(
  plan: Plan,
  recursions: ReadonlyMap<FunctionKey, Recursion>,
  planOf: PlanOf,
): boolean {
  switch (plan.kind) {
    case "call":
      return recursions.has(plan.target);
    case "alternatives":
      return isSearched(plan, planOf);
    default:
      return plan.kind === "unevaluated";
  }
}

/** Whether all of the alternatives are tried to find the one that is meant. */
function isSearched(plan: AlternativesPlan, planOf: PlanOf): boolean {
  if (plan.plans.length < 2) return false;
  const dispatch = chooseDispatch(plan.plans, planOf);
  if (dispatch?.kind === "tag") return false;
  const groups = dispatch
    ? [dispatch.present, dispatch.absent]
    : plan.hint
      ? undefined
      : groupByType(plan.plans, planOf)?.map(({ plans }) => plans);
  return groups?.some((plans) => isSearched({ ...plan, plans }, planOf)) ?? true;
}
