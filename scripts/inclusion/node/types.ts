/** A set of JSON types, one bit each. An integer is a number that is a multiple of 1. */
export type Types = number;

export const NULL = 1;
export const BOOLEAN = 2;
export const NUMBER = 4;
export const STRING = 8;
export const ARRAY = 16;
export const OBJECT = 32;
export const ANY = 63;

/** In the order in which a value is looked for: what reads best as an example comes first. */
export const EACH_TYPE: readonly Types[] = [STRING, NUMBER, BOOLEAN, OBJECT, ARRAY, NULL];

/** The bit of a value's type. */
export function typeOf(value: unknown): Types {
  if (value === null) return NULL;
  if (Array.isArray(value)) return ARRAY;
  switch (typeof value) {
    case "boolean":
      return BOOLEAN;
    case "number":
      return NUMBER;
    case "string":
      return STRING;
    default:
      return OBJECT;
  }
}
