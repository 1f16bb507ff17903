import { because, PASS, type Plan } from "../plan/plan.js";
import { isRecord, type JsonRecord } from "../../json/pointer.js";
import { listAnd, listOr, quote } from "../wording.js";
import type { Context, Keyword } from "./keyword.js";

/** JSON Schema Core §10.2.2.1–3. `then` and `else` mean nothing without `if`. */
export const conditional: Keyword = {
  names: ["if", "then", "else"],
  vocabulary: "applicator",
  holds: { if: "schema", then: "schema", else: "schema" },
  lower(schema, context) {
    if (schema["if"] === undefined) return PASS;
    const { holds, fails } = describe(schema["if"]);
    return {
      kind: "if",
      test: context.plan("if"),
      yes: branch("then", holds, schema, context),
      no: branch("else", fails, schema, context),
    };
  },
};

function branch(keyword: "then" | "else", why: string, schema: JsonRecord, context: Context): Plan {
  return schema[keyword] === undefined ? PASS : because(context.plan(keyword), why);
}

/** The usual conditions in words: properties that have a value, and properties that are there. */
function describe(condition: unknown): { readonly holds: string; readonly fails: string } {
  const clauses = readClauses(condition);
  const [only] = clauses;
  return {
    holds: clauses.length > 0 ? listAnd(clauses.map(({ name, is }) => `${name} is ${is}`)) : UNNAMED.holds,
    fails: only && clauses.length === 1 ? `${only.name} is not ${only.is}` : UNNAMED.fails,
  };
}

const UNNAMED = { holds: "it matches the schema in `if`", fails: "it does not match the schema in `if`" };

type Clause = { readonly name: string; readonly is: string };

/** Empty where a part of the condition is of another kind. */
function readClauses(condition: unknown): readonly Clause[] {
  if (!isRecord(condition)) return [];
  const {
    properties = {},
    required = [],
    type: _type,
    title: _title,
    description: _description,
    ...others
  } = condition;
  if (!isRecord(properties) || !Array.isArray(required) || Object.keys(others).length > 0) return [];
  const values = Object.entries(properties).map(([name, schema]) => readValues(name, schema));
  const known = values.filter((clause) => clause !== undefined);
  const present = required.filter((name) => !Object.hasOwn(properties, name));
  return known.length === values.length
    ? [...known, ...present.map((name) => ({ name: quote(name), is: "present" }))]
    : [];
}

function readValues(name: string, schema: unknown): Clause | undefined {
  if (!isRecord(schema)) return undefined;
  const { const: value, enum: values = value === undefined ? undefined : [value] } = schema;
  return Array.isArray(values) ? { name: quote(name), is: listOr(values.map(quote)) } : undefined;
}
