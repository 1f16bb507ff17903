import { PASS } from "../plan/plan.js";
import type { Keyword } from "./keyword.js";

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
