import { PASS } from "../plan/plan.js";
import type { Keyword } from "./keyword.js";
import { count } from "./words.js";

/** JSON Schema Core §10.3.1.3, with the bounds of Validation §6.4.4 and §6.4.5, which mean nothing without it. */
export const contains: Keyword = {
  names: ["contains", "minContains", "maxContains"],
  on: "array",
  vocabulary: "applicator",
  vocabularies: { minContains: "validation", maxContains: "validation" },
  holds: { contains: "schema" },
  lower(schema, context) {
    if (schema["contains"] === undefined) return PASS;
    const { minContains: least = 1, maxContains: most = Infinity } = schema;
    if (typeof least !== "number" || least < 0)
      context.problem("minContains", "minContains must be 0 or more");
    if (typeof most !== "number" || most < 0) context.problem("maxContains", "maxContains must be 0 or more");
    if (typeof least !== "number" || typeof most !== "number") return PASS;
    const lower = schema["minContains"] === undefined ? "contains" : "minContains";
    return {
      kind: "some",
      item: context.plan("contains"),
      least,
      most,
      tooFew: context.reason(
        lower,
        `must contain at least ${count(least, "item")} of the kind that "contains" describes`,
      ),
      tooMany: context.reason(
        "maxContains",
        `must contain at most ${count(most, "item")} of the kind that "contains" describes`,
      ),
    };
  },
};
