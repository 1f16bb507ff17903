import type { JsonType } from "../../json/value.js";
import { mustBeType, quote, TYPE_WORDS } from "../wording.js";
import type { Keyword } from "./keyword.js";

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
    return { kind: "type", types, reason: context.reason("type", mustBeType(types)) };
  },
};

function isJsonType(name: unknown): name is JsonType {
  return typeof name === "string" && Object.hasOwn(TYPE_WORDS, name);
}
