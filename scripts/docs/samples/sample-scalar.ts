import type { JsonRecord } from "../../json/pointer.js";

/** Texts that have a format (JSON Schema Validation 2020-12 §7.3, and OpenAPI's registry). */
const FORMATS: Readonly<Record<string, string>> = {
  "date-time": "2026-01-31T12:00:00Z",
  date: "2026-01-31",
  time: "12:00:00Z",
  duration: "P1D",
  email: "ada@example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/",
  url: "https://example.com/",
  "uri-reference": "/",
  uuid: "0b9a6c1e-6f0d-4f3a-9d55-1f1b2a7c8e90",
  byte: "dGV4dA==",
  password: "correct horse battery staple",
};

/** A text of the right length and format; a pattern is not read. */
export function makeText({ format, minLength, maxLength }: JsonRecord): string {
  const text = FORMATS[String(format)] ?? "text";
  const min = typeof minLength === "number" ? minLength : 0;
  const max = typeof maxLength === "number" ? maxLength : Infinity;
  return text
    .repeat(Math.max(1, Math.ceil(min / text.length)))
    .slice(0, Math.max(min, Math.min(text.length, max)));
}

/** The smallest allowed number that is at least 1, else the largest. */
export function makeNumber(schema: JsonRecord): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const low = Math.max(1, ...readLimit(minimum, 0), ...readLimit(exclusiveMinimum, 1));
  const value = Math.min(low, ...readLimit(maximum, 0), ...readLimit(exclusiveMaximum, -1));
  return typeof multipleOf === "number" ? Math.ceil(value / multipleOf) * multipleOf : value;
}

/** OpenAPI 3.0 has flags for the exclusive ones. */
function readLimit(limit: unknown, step: number): readonly number[] {
  return typeof limit === "number" ? [limit + step] : [];
}
