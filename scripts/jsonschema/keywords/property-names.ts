import type { Keyword } from "./keyword.js";

/** JSON Schema Core §10.3.2.4. */
export const propertyNames: Keyword = {
  names: ["propertyNames"],
  on: "object",
  vocabulary: "applicator",
  holds: { propertyNames: "schema" },
  lower: (_, context) => ({
    kind: "names",
    name: context.plan("propertyNames"),
    reason: context.reason("propertyNames", "this name is not allowed"),
  }),
};
