import { code } from "../code.js";
import type { Keyword } from "./keyword.js";
import { lowerSize } from "./size.js";

/** JSON Schema Validation §6.4.1 and §6.4.2. */
export const arraySize: Keyword = {
  names: ["minItems", "maxItems"],
  on: "array",
  vocabulary: "validation",
  lower: (schema, context) =>
    lowerSize(
      {
        least: "minItems",
        most: "maxItems",
        verb: "have",
        unit: "item",
        units: "items",
        measure: (v) => code`${v}.length`,
        isAtLeast: (v, limit) => code`${v}.length >= ${limit}`,
        isAtMost: (v, limit) => code`${v}.length <= ${limit}`,
      },
      schema,
      context,
    ),
};
