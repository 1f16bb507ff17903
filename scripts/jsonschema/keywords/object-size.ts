import { code } from "../code.js";
import type { Over } from "../plan/plan.js";
import type { Keyword } from "./keyword.js";
import { lowerSize } from "./size.js";

/** JSON Schema Validation §6.5.1 and §6.5.2. */
export const objectSize: Keyword = {
  names: ["minProperties", "maxProperties"],
  on: "object",
  vocabulary: "validation",
  lower(schema, context) {
    return lowerSize(
      {
        least: "minProperties",
        most: "maxProperties",
        verb: "have",
        unit: "property",
        units: "properties",
        measure: countProperties,
        isAtLeast: (v, limit, tools) => code`${countProperties(v, tools)} >= ${limit}`,
        isAtMost: (v, limit, tools) => code`${countProperties(v, tools)} <= ${limit}`,
      },
      schema,
      context,
    );
  },
};

const countProperties: Over = (v, { runtime }) => code`${runtime("countProperties")}(${v})`;
