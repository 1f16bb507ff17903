import { all, PASS, type AlternativesPlan, type Plan } from "../plan/plan.js";
import { isRecord, type JsonRecord } from "../../json/pointer.js";
import type { Context, Keyword } from "./keyword.js";

/** JSON Schema Core §10.2.1. */
export const combinators: Keyword = {
  names: ["allOf", "anyOf", "oneOf", "not"],
  vocabulary: "applicator",
  holds: { allOf: "list", anyOf: "list", oneOf: "list", not: "schema" },
  lower: (schema, context) =>
    all([
      all(branches("allOf", schema, context)),
      lowerAlternatives("anyOf", "must match a schema in `anyOf`", schema, context),
      lowerAlternatives("oneOf", "must match only one schema in `oneOf`", schema, context),
      schema["not"] === undefined
        ? PASS
        : {
            kind: "not",
            plan: context.plan("not"),
            reason: context.reason("not", "must not match the schema in `not`"),
          },
    ]),
};

function lowerAlternatives(keyword: string, message: string, schema: JsonRecord, context: Context): Plan {
  const plans = branches(keyword, schema, context);
  if (plans.length === 0) return PASS;
  return {
    kind: "alternatives",
    plans,
    exactlyOne: keyword === "oneOf",
    reason: context.reason(keyword, message),
    hint: readDiscriminator(schema[keyword], schema["discriminator"]),
  };
}

/** OpenAPI 3.1.1 §4.8.25: a schema's name in its reference is a value of the property, and so are its mappings. */
function readDiscriminator(alternatives: unknown, discriminator: unknown): AlternativesPlan["hint"] {
  if (!isRecord(discriminator) || !Array.isArray(alternatives)) return undefined;
  const { propertyName: property, mapping } = discriminator;
  if (typeof property !== "string") return undefined;
  const mappings = isRecord(mapping) ? Object.entries(mapping) : [];
  const values = alternatives.map((alternative: unknown) => {
    const reference = isRecord(alternative) ? String(alternative["$ref"]) : "";
    const name = reference.slice(reference.lastIndexOf("/") + 1);
    const mapped = mappings
      .filter(([, target]) => target === reference || target === name)
      .map(([value]) => value);
    return name === "" ? mapped : [...mapped, name];
  });
  return { property, values };
}

function branches(keyword: string, schema: JsonRecord, context: Context): readonly Plan[] {
  const value = schema[keyword];
  if (value === undefined) return [];
  if (Array.isArray(value) && value.length > 0) return value.map((_, i) => context.plan(keyword, String(i)));
  context.problem(keyword, `${keyword} must be an array of at least one schema`);
  return [];
}
