import { readMember, type JsonRecord } from "../json/pointer.js";

/** A property that requests do not carry, and one that responses do not (OpenAPI 3.0.4 §4.7.24.1, 3.1.1 §4.8.24). */
export type Mark = "readOnly" | "writeOnly";

/** The schema without asking for its own properties that have one of the marks. */
export function freeMarked(schema: JsonRecord, marks: readonly Mark[]): JsonRecord {
  const { properties, required } = schema;
  if (!Array.isArray(required)) return schema;
  const isMarked = (name: string): boolean =>
    marks.some((mark) => readMember(readMember(properties, name), mark) === true);
  return { ...schema, required: required.filter((name) => !isMarked(String(name))) };
}
