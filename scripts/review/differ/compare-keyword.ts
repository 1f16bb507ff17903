import { differencePatterns } from "../../pattern/language/index.js";
import { canonicalText } from "../../json/value.js";

/** The set of accepted values after the change, beside the set before it. */
export type Comparison = "wider" | "narrower" | "same" | "other";

/** Compares two values of one keyword, neither of them absent. */
type Compare = (before: unknown, after: unknown) => Comparison;

/** Keywords that accept or refuse. A keyword that comes narrows, one that goes widens, whatever it says. */
export const assertions: Readonly<Record<string, Compare>> = {
  type: compareSets(readTypes),
  enum: compareSets(readTexts),
  const: compareSets((value) => [canonicalText(value)]),
  minimum: compareLeast,
  exclusiveMinimum: compareLeast,
  maximum: compareMost,
  exclusiveMaximum: compareMost,
  multipleOf: compareMultiples,
  minLength: compareLeast,
  maxLength: compareMost,
  pattern: comparePatterns,
  format: compareFormats,
  minItems: compareLeast,
  maxItems: compareMost,
  uniqueItems: (before, after) => compareNumbers(Number(after === true), Number(before === true)),
  prefixItems: compareEqual,
  items: compareEqual,
  contains: compareEqual,
  minContains: compareLeast,
  maxContains: compareMost,
  required: compareDemands,
  properties: compareEqual,
  patternProperties: compareEqual,
  additionalProperties: compareSchemas,
  propertyNames: compareSchemas,
  minProperties: compareLeast,
  maxProperties: compareMost,
  dependentRequired: compareEqual,
  dependentSchemas: compareEqual,
  allOf: compareDemands,
  anyOf: compareSets(readTexts),
  oneOf: compareEqual,
  not: compareEqual,
  if: compareEqual,
  // oxlint-disable-next-line unicorn/no-thenable -- the table's keys are JSON Schema's words, and nobody awaits it
  then: compareEqual,
  else: compareEqual,
  $ref: compareEqual,
  $dynamicRef: compareEqual,
  unevaluatedProperties: compareSchemas,
  unevaluatedItems: compareSchemas,
};

/** `undefined` stands for an absent keyword. A keyword that asserts nothing is always the same. */
export function compareKeyword(keyword: string, before: unknown, after: unknown): Comparison {
  const compare = Object.hasOwn(assertions, keyword) ? assertions[keyword] : undefined;
  if (compare === undefined || canonicalText(before) === canonicalText(after)) return "same";
  if (before === undefined) return saysNothing(keyword, after) ? "same" : "narrower";
  if (after === undefined) return saysNothing(keyword, before) ? "same" : "wider";
  return compare(before, after);
}

/** Values with which a keyword accepts everything. */
function saysNothing(keyword: string, value: unknown): boolean {
  if (keyword === "format") return formatsInside(String(value)) === undefined;
  if (keyword.startsWith("min") && keyword !== "minimum" && keyword !== "minContains") return value === 0;
  return value === true || value === false
    ? value === (keyword !== "uniqueItems")
    : canonicalText(value) === "{}";
}

function compareEqual(): Comparison {
  return "other";
}

function compareLeast(before: unknown, after: unknown): Comparison {
  return compareNumbers(before, after);
}

function compareMost(before: unknown, after: unknown): Comparison {
  return compareNumbers(after, before);
}

/** More is narrower when `before` is the smaller one. */
function compareNumbers(before: unknown, after: unknown): Comparison {
  if (typeof before !== "number" || typeof after !== "number") return "other";
  if (before === after) return "same";
  return before < after ? "narrower" : "wider";
}

function compareMultiples(before: unknown, after: unknown): Comparison {
  if (typeof before !== "number" || typeof after !== "number") return "other";
  if (isMultiple(after, before)) return "narrower";
  return isMultiple(before, after) ? "wider" : "other";
}

function isMultiple(value: number, of: number): boolean {
  const quotient = value / of;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

function compareSets(read: (value: unknown) => readonly string[]): Compare {
  return (before, after) => {
    const old = new Set(read(before));
    const now = new Set(read(after));
    const isGone = [...old].some((member) => !now.has(member));
    const isNew = [...now].some((member) => !old.has(member));
    if (isGone) return isNew ? "other" : "narrower";
    return isNew ? "wider" : "same";
  };
}

/** A list in which every member asks for something: more of them accept less. */
function compareDemands(before: unknown, after: unknown): Comparison {
  return compareSets(readTexts)(after, before);
}

function readTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(canonicalText) : [canonicalText(value)];
}

/** `number` holds every integer, so it counts as both. */
function readTypes(value: unknown): string[] {
  const types: unknown[] = Array.isArray(value) ? value : [value];
  return types.flatMap((type) => (type === "number" ? ["number", "integer"] : [String(type)]));
}

/** By the languages of the two patterns; several patterns at once, or one without an automaton, stay open. */
function comparePatterns(before: unknown, after: unknown): Comparison {
  if (typeof before !== "string" || typeof after !== "string") return "other";
  const gone = differencePatterns(before, after).kind;
  const come = differencePatterns(after, before).kind;
  if (gone === "none") return come === "none" ? "same" : come === "found" ? "wider" : "other";
  return gone === "found" && come === "none" ? "narrower" : "other";
}

/** A schema in place of `true` or `false`, or the other way round. */
function compareSchemas(before: unknown, after: unknown): Comparison {
  if (before === false || saysNothing("", after)) return "wider";
  if (after === false || saysNothing("", before)) return "narrower";
  return "other";
}

/**
 * Formats that OpenAPI defines for display or precision only, and so assert nothing: undefined. For the others
 * the formats whose values they hold as well (OpenAPI 3.1 §4.4, JSON Schema validation 2020-12 §7.3).
 */
function formatsInside(format: string): readonly string[] | undefined {
  if (["password", "binary", "double", "html", "commonmark", "char"].includes(format)) return undefined;
  return FORMATS_INSIDE[format] ?? [];
}

const FORMATS_INSIDE: Readonly<Record<string, readonly string[]>> = {
  int64: ["int32", "int16", "int8"],
  int32: ["int16", "int8"],
  int16: ["int8"],
  iri: ["uri"],
  "iri-reference": ["iri", "uri", "uri-reference"],
  "uri-reference": ["uri"],
  "idn-email": ["email"],
  "idn-hostname": ["hostname"],
};

function compareFormats(before: unknown, after: unknown): Comparison {
  const old = formatsInside(String(before));
  const now = formatsInside(String(after));
  if (old === undefined) return now === undefined ? "same" : "narrower";
  if (now === undefined || now.includes(String(before))) return "wider";
  return old.includes(String(after)) ? "narrower" : "other";
}
