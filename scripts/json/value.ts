import { isRecord } from "./pointer.js";

/** JSON text with sorted keys: equal for equal values (RFC 8259 §4: members have no order). */
export function canonicalText(value: unknown): string {
  if (typeof value !== "object") return JSON.stringify(value) ?? "undefined";
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (isRecord(value)) {
    const members = Object.keys(value)
      .toSorted()
      .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`);
    return `{${members.join(",")}}`;
  }
  return "null";
}

export function isSameJson(a: unknown, b: unknown): boolean {
  return a === b || canonicalText(a) === canonicalText(b);
}

/** Each value once, the first of equals kept. */
export function distinct<T>(values: readonly T[]): T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = canonicalText(value);
    return !seen.has(text) && seen.add(text);
  });
}

export type JsonType = "null" | "boolean" | "object" | "array" | "string" | "number" | "integer";

/** The type of a JSON value; a number without a fraction is an integer (JSON Schema core 2020-12 §4.2.1). */
export function jsonTypeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "boolean") return "boolean";
  return typeof value === "string" ? "string" : "object";
}

/** Whether a value has one of the types; every integer is a number as well. */
export function hasJsonType(value: unknown, types: readonly JsonType[]): boolean {
  const type = jsonTypeOf(value);
  return types.includes(type) || (type === "integer" && types.includes("number"));
}
