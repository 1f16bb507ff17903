import { isRecord, type JsonRecord } from "../../json/pointer.js";
import { NEVER, recordOf } from "./keywords.js";

/** What a type cannot say, in words at the end of the description: limits, and why a property is forbidden. */
export function describeLimits(schema: JsonRecord): JsonRecord {
  const limits = LIMITS.map((describe) => describe(schema)).filter((words) => words !== undefined);
  const described =
    limits.length === 0
      ? schema
      : { ...schema, description: [schema["description"], limits.join(" ")].filter(isText).join("\n\n") };
  return explainForbidden(described);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

type Describe = (schema: JsonRecord) => string | undefined;

const LIMITS: readonly Describe[] = [
  range("Length", "minLength", "maxLength"),
  range("Items", "minItems", "maxItems"),
  range("Properties", "minProperties", "maxProperties"),
  describeRange,
  ({ multipleOf }) => (typeof multipleOf === "number" ? `A multiple of ${multipleOf}.` : undefined),
  ({ uniqueItems }) => (uniqueItems === true ? "No item twice." : undefined),
  describePattern,
];

function range(what: string, min: string, max: string): Describe {
  return ({ [min]: from, [max]: to }) => {
    if (typeof from === "number" && typeof to === "number")
      return from === to ? `${what}: ${from}.` : `${what}: ${from} to ${to}.`;
    if (typeof from === "number" && from > 0) return `${what}: at least ${from}.`;
    return typeof to === "number" ? `${what}: at most ${to}.` : undefined;
  };
}

function describeRange(schema: JsonRecord): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const bounds = [
    typeof minimum === "number" ? `at least ${minimum}` : undefined,
    typeof exclusiveMinimum === "number" ? `greater than ${exclusiveMinimum}` : undefined,
    typeof maximum === "number" ? `at most ${maximum}` : undefined,
    typeof exclusiveMaximum === "number" ? `less than ${exclusiveMaximum}` : undefined,
  ].filter((bound) => bound !== undefined);
  return bounds.length === 0 ? undefined : `Range: ${bounds.join(", ")}.`;
}

/** Words that the author gave come before the raw pattern. */
function describePattern({ pattern, "x-pattern-description": words }: JsonRecord): string | undefined {
  if (typeof pattern !== "string") return undefined;
  return typeof words === "string" ? `Must be ${words}.` : `Pattern: \`${pattern}\`.`;
}

/** A property that is forbidden where another alternative allows it: the author may say why, in `x-false-message`. */
function explainForbidden(schema: JsonRecord): JsonRecord {
  const { properties, "x-false-message": why } = schema;
  if (typeof why !== "string" || !isRecord(properties)) return schema;
  const explained = Object.entries(recordOf(properties)).map(([name, property]) => [
    name,
    property === false ? { ...NEVER, description: why.replaceAll("{property}", name) } : property,
  ]);
  return { ...schema, properties: Object.fromEntries(explained) };
}
