import { isPass, type ObjectPlan } from "./plan.js";

/**
 * How the properties of an object are read: the known ones by their names, the same with a count of all names behind
 * it, or all names one by one in a `for…in` with a `switch`.
 *
 * Measured with 2 to 64 names on objects of one shape and of 64 (nanoseconds a name, Node 20). By name: 1 to 2 on one
 * shape, 6 on many, and 40 and more once shapes times names come near the 2,048 places that the engine remembers them
 * in. By loop: 4 to 6 whatever the shapes, 9 with 64 names, since a `switch` compares one after the other. So what
 * decides is how many shapes are likely: of objects whose names are all required only the order differs, while the
 * names that may be left out make shapes of every subset.
 */
export type Reading = "names" | "count" | "loop";

/** Above it, 64 shapes are more than the engine remembers. */
const MAX_NAMES_OF_MANY_SHAPES = 16;

/** Up to it, a loop costs as much as the count alone. */
const MAX_FEW_NAMES = 4;

export function chooseReading(plan: ObjectPlan): Reading {
  const { properties, required, patterns, additional } = plan;
  if (patterns.length > 0) return "loop";
  if (!additional || isPass(additional)) {
    const isVaried = properties.length > MAX_NAMES_OF_MANY_SHAPES && required.length * 2 < properties.length;
    return isVaried ? "loop" : "names";
  }
  if (additional.kind !== "never") return "loop";
  const names = new Set(required.map(({ name }) => name));
  const allowed = listAllowed(plan);
  // Each of them is there and no other one: then there are as many as that.
  const isSmall = allowed.length <= MAX_FEW_NAMES;
  return !isSmall && allowed.length === names.size && allowed.every(({ name }) => names.has(name))
    ? "count"
    : "loop";
}

/** Whether a pass that reports meets the properties in the order of the schema, whatever that of the value is. */
export function isProbed(plan: ObjectPlan): boolean {
  return (
    chooseReading(plan) !== "loop" &&
    (!plan.additional ||
      isPass(plan.additional) ||
      plan.properties.every((property) => property.plan.kind !== "never"))
  );
}

/** The properties of a closed object that may be there: one that is forbidden is a name too many like all others. */
export function listAllowed({ properties, required }: ObjectPlan): ObjectPlan["properties"] {
  return properties.filter(
    ({ name, plan }) => plan.kind !== "never" || required.some((needed) => needed.name === name),
  );
}
