import { call, code, literal, type Code } from "../code/code.js";
import { all, type Plan } from "../plan/plan.js";
import type { Keyword } from "./keyword.js";

const LIMITS = {
  minimum: { ok: (v: Code, limit: number) => code`${v} >= ${limit}`, words: "at least" },
  maximum: { ok: (v: Code, limit: number) => code`${v} <= ${limit}`, words: "at most" },
  exclusiveMinimum: { ok: (v: Code, limit: number) => code`${v} > ${limit}`, words: "greater than" },
  exclusiveMaximum: { ok: (v: Code, limit: number) => code`${v} < ${limit}`, words: "less than" },
} as const;

/** JSON Schema Validation §6.2. */
export const number: Keyword = {
  names: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  on: "number",
  vocabulary: "validation",
  lower(schema, context) {
    const plans: Plan[] = [];
    for (const [keyword, { ok, words }] of Object.entries(LIMITS)) {
      const limit = schema[keyword];
      if (limit === undefined) continue;
      if (typeof limit !== "number") context.problem(keyword, `${keyword} must be a number`);
      else
        plans.push({
          kind: "test",
          ok: (v) => ok(v, limit),
          reason: context.reason(keyword, `must be ${words} ${limit}`),
        });
    }
    const divisor = schema["multipleOf"];
    if (typeof divisor === "number" && divisor > 0) {
      plans.push({
        kind: "test",
        ok: (v, { runtime }) => call(runtime("isMultipleOf"), v, literal(divisor)),
        reason: context.reason("multipleOf", `must be a multiple of ${divisor}`),
      });
    } else if (divisor !== undefined) context.problem("multipleOf", "multipleOf must be a number above 0");
    return all(plans);
  },
};
