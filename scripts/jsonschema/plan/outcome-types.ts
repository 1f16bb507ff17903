import { jsonTypeOf, type JsonType } from "../../json/value.js";
import type { Plan } from "./plan.js";

/** Types apart from each other: an integer is a number. */
export type Kinds = readonly Exclude<JsonType, "integer">[] | undefined;

const KINDS = ["null", "boolean", "object", "array", "number", "string"] as const;

export function kindsOf(types: readonly JsonType[]): NonNullable<Kinds> {
  return KINDS.filter((kind) => types.includes(kind) || (kind === "number" && types.includes("integer")));
}

/** The types of all values that pass a plan, as far as a look at it tells; undefined for any. */
export function kindsOfPassing(plan: Plan): Kinds {
  switch (plan.kind) {
    case "never":
      return [];
    case "type":
      return kindsOf(plan.types);
    case "equal":
      return kindsOf(plan.values.map(jsonTypeOf));
    case "all":
      return plan.plans.map(kindsOfPassing).reduce(intersect, undefined);
    case "alternatives":
      return unite(plan.plans.map(kindsOfPassing));
    case "not":
      return kindsOfFailing(plan.plan);
    case "if":
      return unite([plan.yes, plan.no].map(kindsOfPassing));
    case "unevaluated":
    case "shared":
      return kindsOfPassing(plan.plan);
    default:
      return undefined;
  }
}

/** The types of all values that do not. */
export function kindsOfFailing(plan: Plan): Kinds {
  switch (plan.kind) {
    case "when":
      return kindsOf([plan.type]);
    case "type":
      // No type is that of a number that JSON cannot hold.
      return KINDS.filter((kind) => kind === "number" || !plan.types.includes(kind));
    case "equal":
      return plan.values.includes(null) ? KINDS.filter((kind) => kind !== "null") : undefined;
    case "all":
      return unite(plan.plans.map(kindsOfFailing));
    case "alternatives":
      return plan.exactlyOne ? undefined : plan.plans.map(kindsOfFailing).reduce(intersect, undefined);
    case "not":
      return kindsOfPassing(plan.plan);
    case "if":
      return unite([plan.yes, plan.no].map(kindsOfFailing));
    case "shared":
      return kindsOfFailing(plan.plan);
    default:
      return undefined;
  }
}

export function intersect(a: Kinds, b: Kinds): Kinds {
  return a && b ? a.filter((kind) => b.includes(kind)) : (a ?? b);
}

function unite(list: readonly Kinds[]): Kinds {
  const known = list.filter((kinds) => kinds !== undefined);
  return known.length === list.length
    ? KINDS.filter((kind) => known.some((kinds) => kinds.includes(kind)))
    : undefined;
}
