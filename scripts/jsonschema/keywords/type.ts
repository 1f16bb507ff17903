import type { JsonType } from "../plan.js";
import type { Keyword } from "./keyword.js";
import { aOr, quote } from "./words.js";

const ARTICLES = {
  null: "null",
  boolean: "true or false",
  object: "an object",
  array: "an array",
  number: "a number",
  integer: "an integer",
  string: "a string",
} as const satisfies Record<JsonType, string>;

/** JSON Schema Validation §6.1.1. */
export const type: Keyword = {
  names: ["type"],
  vocabulary: "validation",
  lower(schema, context) {
    const names: readonly unknown[] = Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]];
    const types = names.filter(isJsonType);
    const unknown = names.find((name) => !isJsonType(name));
    if (unknown !== undefined || types.length === 0) {
      context.problem("type", `type must be one of ${Object.keys(ARTICLES).map(quote).join(", ")}`);
    }
    const words = aOr(types.map((name) => ARTICLES[name]));
    return { kind: "type", types, reason: context.reason("type", `must be ${words}`) };
  },
};

function isJsonType(name: unknown): name is JsonType {
  return typeof name === "string" && Object.hasOwn(ARTICLES, name);
}
