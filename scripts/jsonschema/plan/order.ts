import { isProbed } from "./reading.js";
import { sameInstance, walk, walkSameInstance, type FunctionKey, type Plan } from "./plan.js";

type Plans = ReadonlyMap<FunctionKey, Plan>;

/**
 * The functions whose collecting pass meets the places of a value in the value's own order: a place before the places
 * below it, and the places below it in one go. Where it does, nothing has to be sorted.
 */
export function findInOrder(plans: Plans): ReadonlySet<FunctionKey> {
  const deep = findReaching(plans, walkSameInstance, isDeep);
  const goesDeeper = (plan: Plan): boolean =>
    walkSameInstance(plan).some((p) => isDeep(p) || (p.kind === "call" && deep.has(p.target)));
  const unordered = findReaching(plans, walk, (plan) => !isSequenceInOrder(plan, goesDeeper));
  return new Set([...plans.keys()].filter((key) => !unordered.has(key)));
}

/** Once something has gone deeper into the value, nothing else may report of the same value. */
function isSequenceInOrder(plan: Plan, goesDeeper: (plan: Plan) => boolean): boolean {
  if (plan.kind === "unevaluated") return false;
  if (plan.kind === "object")
    return !isProbed(plan) || (plan.properties.length < 2 && plan.additional?.kind !== "never");
  if (plan.kind === "some") return !goesDeeper(plan.item);
  if (plan.kind !== "all") return true;
  const first = sameInstance(plan).findIndex(goesDeeper);
  return first < 0 || first === plan.plans.length - 1;
}

function isDeep(plan: Plan): boolean {
  return plan.kind === "object" || plan.kind === "items" || plan.kind === "names";
}

/** The functions that hold what is sought, or that call one that does, however far away: each is visited once. */
export function findReaching(
  plans: Plans,
  list: (plan: Plan) => Iterable<Plan>,
  isSought: (plan: Plan) => boolean,
): ReadonlySet<FunctionKey> {
  const callers = new Map<FunctionKey, FunctionKey[]>();
  const pending: FunctionKey[] = [];
  for (const [key, plan] of plans) {
    for (const inner of list(plan)) {
      if (isSought(inner)) pending.push(key);
      if (inner.kind !== "call") continue;
      const known = callers.get(inner.target);
      if (known) known.push(key);
      else callers.set(inner.target, [key]);
    }
  }
  const found = new Set<FunctionKey>();
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    for (const caller of callers.get(key) ?? []) pending.push(caller);
  }
  return found;
}
