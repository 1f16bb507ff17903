import { code } from "../code.js";
import { PASS } from "../plan/plan.js";
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
      ok: (v, { runtime }) => code`${runtime("isUnique")}(${v})`,
      reason: context.reason("uniqueItems", "must not have the same item twice"),
    };
  },
};
