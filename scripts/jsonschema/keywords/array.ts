import { call } from "../code/code.js";
import { PASS } from "../plan/plan.js";
import { count } from "../wording.js";
import type { Keyword } from "./keyword.js";

/** JSON Schema Validation §6.4.3. */
export const uniqueItems: Keyword = {
  names: ["uniqueItems"],
  on: "array",
  vocabulary: "validation",
  lower(schema, context) {
    const value = schema["uniqueItems"];
    if (typeof value !== "boolean") context.problem("uniqueItems", "uniqueItems must be true or false");
    if (value !== true) return PASS;
    return {
      kind: "test",
      ok: (v, { runtime }) => call(runtime("isUnique"), v),
      reason: context.reason("uniqueItems", "must not have duplicate items"),
    };
  },
};

/** JSON Schema Core §10.3.1.1 and §10.3.1.2. */
export const items: Keyword = {
  names: ["prefixItems", "items"],
  on: "array",
  vocabulary: "applicator",
  holds: { prefixItems: "list", items: "schema" },
  lower(schema, context) {
    const { prefixItems = [], items: rest } = schema;
    if (!Array.isArray(prefixItems)) {
      context.problem("prefixItems", "prefixItems must be an array of schemas");
      return PASS;
    }
    return {
      kind: "items",
      prefix: prefixItems.map((_, i) => context.plan("prefixItems", String(i))),
      rest: rest === undefined ? undefined : context.plan("items"),
    };
  },
};

/** JSON Schema Core §10.3.1.3, with the bounds of Validation §6.4.4 and §6.4.5, which mean nothing without it. */
export const contains: Keyword = {
  names: ["contains", "minContains", "maxContains"],
  on: "array",
  vocabulary: "applicator",
  vocabularies: { minContains: "validation", maxContains: "validation" },
  holds: { contains: "schema" },
  lower(schema, context) {
    if (schema["contains"] === undefined) return PASS;
    const { minContains: min = 1, maxContains: max = Infinity } = schema;
    if (typeof min !== "number" || min < 0) context.problem("minContains", "minContains must be 0 or more");
    if (typeof max !== "number" || max < 0) context.problem("maxContains", "maxContains must be 0 or more");
    if (typeof min !== "number" || typeof max !== "number") return PASS;
    const keyword = schema["minContains"] === undefined ? "contains" : "minContains";
    return {
      kind: "some",
      item: context.plan("contains"),
      min,
      max,
      tooFew: context.reason(keyword, describeCount("at least", min)),
      tooMany: context.reason("maxContains", describeCount("at most", max)),
    };
  },
};

function describeCount(words: string, limit: number): string {
  return `must have ${words} ${count(limit, "item")} matching the schema in \`contains\``;
}
