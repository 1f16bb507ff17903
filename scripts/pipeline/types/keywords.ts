import { isRecord, type JsonRecord } from "../../json/pointer.js";

/** Keywords that only describe; openapi-typescript writes some of them into comments. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  "title",
  "summary",
  "description",
  "format",
  "deprecated",
  "default",
  "example",
  "examples",
  "readOnly",
  "writeOnly",
]);

/** Keywords that a type is made of. What is neither here nor above has no part in it. */
const TYPED: ReadonlySet<string> = new Set([
  "$ref",
  "type",
  "const",
  "enum",
  "properties",
  "required",
  "additionalProperties",
  "patternProperties",
  "unevaluatedProperties",
  "items",
  "prefixItems",
  "minItems",
  "maxItems",
  "allOf",
  "anyOf",
  "oneOf",
]);

export function annotationsOf(schema: JsonRecord): JsonRecord {
  return pick(schema, (key) => ANNOTATIONS.has(key));
}

export function withoutAnnotations(schema: unknown): unknown {
  return isRecord(schema) ? pick(schema, (key) => !ANNOTATIONS.has(key)) : schema;
}

/** Without what no type shows, such as `discriminator`, which asserts nothing (OpenAPI 3.1.1 §4.8.25). */
export function shownKeywords(schema: JsonRecord): JsonRecord {
  return pick(schema, (key) => ANNOTATIONS.has(key) || TYPED.has(key));
}

/** The schema itself when all of it is wanted. */
export function pick(schema: JsonRecord, isWanted: (key: string) => boolean): JsonRecord {
  const keys = Object.keys(schema);
  const wanted = keys.filter(isWanted);
  return wanted.length === keys.length ? schema : Object.fromEntries(wanted.map((key) => [key, schema[key]]));
}

export function omit(schema: JsonRecord, ...keys: readonly string[]): JsonRecord {
  return pick(schema, (key) => !keys.includes(key));
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

/** The types that a schema lists; undefined when it lists none. */
export function typesOf({ type }: JsonRecord): readonly unknown[] | undefined {
  if (type === undefined) return undefined;
  return Array.isArray(type) ? type : [type];
}

/** A schema that openapi-typescript writes as `never`. */
export const NEVER: JsonRecord = { type: [] };
