import { appendPointer, isRecord, type JsonRecord } from "../../json/pointer.js";
import { readForeign } from "../../pattern/foreign/index.js";
import { listParts } from "../../spec/structure.js";
import type { PointedProblem } from "../problem.js";

/**
 * A pattern of another engine, as ECMA-262 writes it (JSON Schema Validation §6.3.3). Where it has no counterpart it
 * asserts nothing, and is kept as the extension `x-pattern`. In place.
 */
export function translatePatterns(root: unknown): PointedProblem[] {
  return [...listParts({ root })].flatMap(({ kind, value, pointer }) =>
    kind === "schema" && isRecord(value)
      ? [...translatePattern(value, pointer), ...translateNames(value, pointer)]
      : [],
  );
}

function translatePattern(schema: JsonRecord, pointer: string): PointedProblem[] {
  const { pattern } = schema;
  const reading = typeof pattern === "string" ? readForeign(pattern) : undefined;
  if (reading === undefined || reading.kind === "own") return [];
  const place = `${pointer}/pattern`;
  if (reading.kind === "translated") {
    Reflect.set(schema, "pattern", reading.source);
    return [report(place, `It is read as ${JSON.stringify(reading.source)}`)];
  }
  Reflect.set(schema, "x-pattern", pattern);
  Reflect.deleteProperty(schema, "pattern");
  return [report(place, "It has no counterpart there, and is not asserted")];
}

function translateNames(schema: JsonRecord, pointer: string): PointedProblem[] {
  const { patternProperties } = schema;
  if (!isRecord(patternProperties)) return [];
  const readings = Object.keys(patternProperties).map((source) => [source, readForeign(source)] as const);
  if (readings.every(([, { kind }]) => kind === "own")) return [];
  const kept = readings.flatMap(([source, reading]) => {
    if (reading.kind === "foreign") return [];
    return [[reading.kind === "own" ? source : reading.source, patternProperties[source]] as const];
  });
  Reflect.set(schema, "patternProperties", Object.fromEntries(kept));
  // Which names such a pattern stands for nobody knows, and so neither which are left.
  if (kept.length < readings.length)
    for (const key of ["additionalProperties", "unevaluatedProperties"]) Reflect.deleteProperty(schema, key);
  return readings.flatMap(([source, reading]) => {
    const place = appendPointer(`${pointer}/patternProperties`, source);
    if (reading.kind === "own") return [];
    const words =
      reading.kind === "translated"
        ? `It is read as ${JSON.stringify(reading.source)}`
        : "It has no counterpart there, and names that it may stand for are free";
    return [report(place, words)];
  });
}

function report(pointer: string, words: string): PointedProblem {
  const message = `This pattern is not a regular expression of ECMA-262, or means something else there. ${words}`;
  return { severity: "warning", rule: "pattern", message, pointer };
}
