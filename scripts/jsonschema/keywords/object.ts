import { PASS, type ObjectPlan, type Plan } from "../plan/plan.js";
import { isRecord } from "../../json/pointer.js";
import type { Context, Keyword, SchemaObject } from "./keyword.js";
import { quote } from "./words.js";

/**
 * JSON Schema Core §10.3.2.1–3 and Validation §6.5.3. The four are lowered together, because what is quickest for
 * one depends on the others.
 */
export const object: Keyword = {
  names: ["required", "properties", "patternProperties", "additionalProperties"],
  on: "object",
  vocabulary: "applicator",
  vocabularies: { required: "validation" },
  holds: { properties: "map", patternProperties: "map", additionalProperties: "schema" },
  lower(schema, context): Plan {
    const { properties = {}, patternProperties = {}, additionalProperties } = schema;
    if (!isRecord(properties) || !isRecord(patternProperties)) {
      context.problem(
        isRecord(properties) ? "patternProperties" : "properties",
        "must be an object of schemas",
      );
      return PASS;
    }
    return {
      kind: "object",
      required: lowerRequired(schema, context),
      properties: Object.keys(properties).map((name) => ({
        name,
        plan: lowerProperty(schema, name, context),
      })),
      patterns: Object.keys(patternProperties).map((pattern) => {
        context.pattern(pattern, "patternProperties", pattern);
        return { pattern, plan: context.plan("patternProperties", pattern) };
      }),
      additional: lowerAdditional(schema, context),
      evaluatesAdditional: additionalProperties !== undefined,
    };
  },
};

/** The message of a forbidden name is made over the name. */
function lowerAdditional(schema: SchemaObject, context: Context): Plan | undefined {
  if (schema["additionalProperties"] === undefined) return undefined;
  const plan = context.plan("additionalProperties");
  if (plan.kind !== "never") return plan;
  return { kind: "never", reason: context.reason("additionalProperties", "is not a known property") };
}

function lowerRequired(schema: SchemaObject, context: Context): ObjectPlan["required"] {
  const { required = [] } = schema;
  if (!Array.isArray(required) || !required.every((name) => typeof name === "string")) {
    context.problem("required", "required must be an array of strings");
    return [];
  }
  return [...new Set(required)]
    .filter((name) => !context.isExempt(name))
    .map((name) => ({ name, reason: context.reason("required", `${quote(name)} is required`) }));
}

/** A property that is forbidden where another alternative allows it: the schema's author may say why. */
function lowerProperty(schema: SchemaObject, name: string, context: Context): Plan {
  const { properties } = schema;
  const why = schema["x-false-message"];
  if (typeof why !== "string" || !isRecord(properties) || properties[name] !== false) {
    return context.plan("properties", name);
  }
  return {
    kind: "never",
    reason: context.reason("false", why.replaceAll("{property}", name), "properties", name),
  };
}
