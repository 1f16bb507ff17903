import type { JsonType } from "../json/value.js";

/** The words that keywords and printers share when they say what is wrong with a value. */
export const TYPE_WORDS = {
  null: "null",
  boolean: "a boolean",
  object: "an object",
  array: "an array",
  number: "a number",
  integer: "an integer",
  string: "a string",
} as const satisfies Record<JsonType, string>;

export function mustBeType(types: readonly JsonType[]): string {
  return `must be ${listOr(types.map((type) => TYPE_WORDS[type]))}`;
}

export function requireName(name: string): string {
  return `${quote(name)} is required`;
}

/** What the run-time module says of many names at once: the same, unless JSON has to escape the name. */
export function requirePlainName(name: string): string {
  return `"${name}" is required`;
}

/** `a`, `a or b`, `a, b or c`. */
export function listOr(words: readonly string[]): string {
  return list(words, "or");
}

/** `a`, `a and b`, `a, b and c`. */
export function listAnd(words: readonly string[]): string {
  return list(words, "and");
}

function list(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

/** A name or a value of the schema, as JSON writes it. */
export function quote(value: unknown): string {
  return JSON.stringify(value);
}

/** `1 item`, `2 items`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
