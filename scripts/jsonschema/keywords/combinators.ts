import { all, PASS, type Plan } from "../plan.js";
import type { Context, Keyword, SchemaObject } from "./keyword.js";

/** JSON Schema Core §10.2.1. */
export const combinators: Keyword = {
  names: ["allOf", "anyOf", "oneOf", "not"],
  vocabulary: "applicator",
  holds: { allOf: "list", anyOf: "list", oneOf: "list", not: "schema" },
  lower: (schema, context) =>
    all([
      all(branches("allOf", schema, context)),
      lowerAlternatives("anyOf", "matches none of the alternatives", schema, context),
      lowerAlternatives(
        "oneOf",
        "matches more than one of the alternatives that exclude each other",
        schema,
        context,
      ),
      schema["not"] === undefined
        ? PASS
        : {
            kind: "not",
            plan: context.plan("not"),
            reason: context.reason("not", "must not be what the schema excludes"),
          },
    ]),
};

function lowerAlternatives(keyword: string, message: string, schema: SchemaObject, context: Context): Plan {
  const of = branches(keyword, schema, context);
  if (of.length === 0) return PASS;
  return {
    kind: "alternatives",
    of,
    exactlyOne: keyword === "oneOf",
    reason: context.reason(keyword, message),
  };
}

function branches(keyword: string, schema: SchemaObject, context: Context): readonly Plan[] {
  const value = schema[keyword];
  if (value === undefined) return [];
  if (Array.isArray(value) && value.length > 0) return value.map((_, i) => context.plan(keyword, String(i)));
  context.problem(keyword, `${keyword} must be an array of at least one schema`);
  return [];
}
