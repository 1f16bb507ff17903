import { code, literal } from "../code/code.js";
import { PASS, walk, type Message, type ObjectPlan, type Plan } from "../plan/plan.js";
import { isRecord, type JsonRecord } from "../../json/pointer.js";
import { requireName } from "../wording.js";
import type { Context, Keyword } from "./keyword.js";

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
      const keyword = isRecord(properties) ? "patternProperties" : "properties";
      context.problem(keyword, `${keyword} must be an object of schemas`);
      return PASS;
    }
    return {
      kind: "object",
      required: lowerRequired(schema, context),
      properties: Object.keys(properties).map((name) => ({
        name,
        plan: lowerProperty(schema, name, context),
        at: context.at("properties", name),
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
function lowerAdditional(schema: JsonRecord, context: Context): Plan | undefined {
  if (schema["additionalProperties"] === undefined) return undefined;
  const plan = context.plan("additionalProperties");
  if (plan.kind !== "never") return plan;
  return { kind: "never", reason: context.reason("additionalProperties", "is not a known property") };
}

function lowerRequired(schema: JsonRecord, context: Context): ObjectPlan["required"] {
  const { required = [] } = schema;
  if (!Array.isArray(required) || !required.every((name) => typeof name === "string")) {
    context.problem("required", "required must be an array of strings");
    return [];
  }
  return [...new Set(required)]
    .filter((name) => !context.isExempt(name))
    .map((name) => ({ name, reason: context.reason("required", requireName(name)) }));
}

/** A property that is forbidden where another alternative allows it: the schema's author may say why. */
function lowerProperty(schema: JsonRecord, name: string, context: Context): Plan {
  const { properties } = schema;
  const why = schema["x-false-message"];
  if (typeof why !== "string" || !isRecord(properties) || properties[name] !== false) {
    return context.plan("properties", name);
  }
  return {
    kind: "never",
    reason: context.reason("false", describeFalse(why), "properties", name),
  };
}

/** The name stands where the author has left room for it. */
function describeFalse(why: string): Message {
  const [first = "", ...others] = why.split("{property}");
  return (_instance, _tools, step) =>
    others.reduce((text, part) => code`${text} + ${step} + ${part}`, literal(first));
}

/** JSON Schema Core §10.3.2.4. */
export const propertyNames: Keyword = {
  names: ["propertyNames"],
  on: "object",
  vocabulary: "applicator",
  holds: { propertyNames: "schema" },
  lower(_, context) {
    const name = context.plan("propertyNames");
    return { kind: "names", name, reason: context.reason("propertyNames", describeName(name)) };
  },
};

/** What a name must be, where that is one thing. */
function describeName(name: Plan): string {
  const reasons = [...walk(name)].flatMap((plan) => ("reason" in plan ? [plan.reason.message] : []));
  const [message] = reasons;
  return reasons.length === 1 && typeof message === "string"
    ? `the property name ${message}`
    : "the property name is not allowed";
}
