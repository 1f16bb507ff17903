import type { JsonType } from "../../json/value.js";
import type { Keyword } from "./keyword.js";
import { aOr, quote, TYPE_WORDS } from "./words.js";

/** JSON Schema Validation §6.1.1. */
export const type: Keyword = {
  names: ["type"],
  vocabulary: "validation",
  lower(schema, context) {
    const names: readonly unknown[] = Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]];
    const types = names.filter(isJsonType);
    const unknown = names.find((name) => !isJsonType(name));
    if (unknown !== undefined || types.length === 0) {
      context.problem("type", `type must be one of ${Object.keys(TYPE_WORDS).map(quote).join(", ")}`);
    }
    const words = aOr(types.map((name) => TYPE_WORDS[name]));
    return { kind: "type", types, reason: context.reason("type", `must be ${words}`) };
  },
};

function isJsonType(name: unknown): name is JsonType {
  return typeof name === "string" && Object.hasOwn(TYPE_WORDS, name);
}
