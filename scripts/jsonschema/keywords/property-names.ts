import { walk, type Plan } from "../plan/plan.js";
import type { Keyword } from "./keyword.js";

/** JSON Schema Core §10.3.2.4. */
export const propertyNames: Keyword = {
  names: ["propertyNames"],
  on: "object",
  vocabulary: "applicator",
  holds: { propertyNames: "schema" },
  lower(_, context) {
    const name = context.plan("propertyNames");
    return { kind: "names", name, reason: context.reason("propertyNames", describe(name)) };
  },
};

/** What a name must be, where that is one thing. */
function describe(name: Plan): string {
  const reasons = [...walk(name)].flatMap((plan) => ("reason" in plan ? [plan.reason.message] : []));
  const [message] = reasons;
  return reasons.length === 1 && typeof message === "string"
    ? `the name of this property ${message}`
    : "the name of this property is not allowed";
}
