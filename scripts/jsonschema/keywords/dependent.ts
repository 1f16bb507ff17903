import { all, ANY_OBJECT, because, PASS, type Plan } from "../plan/plan.js";
import { isRecord } from "../../json/pointer.js";
import { quote } from "../wording.js";
import type { Context, Keyword } from "./keyword.js";

/**
 * JSON Schema Core §10.2.2.4 and Validation §6.5.4; `dependencies` is the two in one, as drafts before 2019-09 had
 * it and as 2020-12 lets implementations keep it.
 */
export const dependent: Keyword = {
  names: ["dependentRequired", "dependentSchemas", "dependencies"],
  on: "object",
  vocabulary: "applicator",
  vocabularies: { dependentRequired: "validation" },
  holds: { dependentSchemas: "map", dependencies: "map" },
  lower: (schema, context) =>
    all(
      ["dependentRequired", "dependentSchemas", "dependencies"].map((keyword) => {
        const value = schema[keyword];
        if (value === undefined) return PASS;
        if (isRecord(value))
          return all(Object.keys(value).map((name) => lowerOne(keyword, name, value[name], context)));
        context.problem(keyword, `${keyword} must be an object`);
        return PASS;
      }),
    ),
};

function lowerOne(keyword: string, property: string, value: unknown, context: Context): Plan {
  if (keyword !== "dependentRequired" && !Array.isArray(value)) {
    const plan = because(context.plan(keyword, property), `${quote(property)} is present`);
    return { kind: "present", property, plan };
  }
  if (!Array.isArray(value) || !value.every((name) => typeof name === "string")) {
    context.problem(keyword, `${keyword} must hold arrays of strings`);
    return PASS;
  }
  const required = value.map((name) => ({
    name,
    reason: context.reason(
      keyword,
      `${quote(name)} is required when ${quote(property)} is present`,
      keyword,
      property,
    ),
  }));
  return { kind: "present", property, plan: { ...ANY_OBJECT, required } };
}
