import type { JsonType } from "../../json/value.js";

export const TYPE_WORDS = {
  null: "null",
  boolean: "a boolean",
  object: "an object",
  array: "an array",
  number: "a number",
  integer: "an integer",
  string: "a string",
} as const satisfies Record<JsonType, string>;

/** `a`, `a or b`, `a, b or c`. */
export function aOr(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function aAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A name of the schema, as JSON writes it. */
export function quote(name: unknown): string {
  return JSON.stringify(name);
}

/** `1 item`, `2 items`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
