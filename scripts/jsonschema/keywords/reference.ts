import { all, PASS } from "../plan/plan.js";
import type { Keyword } from "./keyword.js";

/** JSON Schema Core §8.2.3. Keywords beside a reference count. */
export const reference: Keyword = {
  names: ["$ref", "$dynamicRef"],
  vocabulary: "core",
  lower: (schema, context) =>
    all(
      ["$ref", "$dynamicRef"].map((keyword) => {
        const target = schema[keyword];
        if (target === undefined) return PASS;
        if (typeof target === "string") {
          return keyword === "$ref" ? context.reference(keyword, target) : context.dynamicReference(target);
        }
        context.problem(keyword, `${keyword} must be a string`);
        return PASS;
      }),
    ),
};
