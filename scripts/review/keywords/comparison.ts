import { differencePatterns } from "../../pattern/language/index.js";
import { canonicalText } from "../../json/value.js";

/** The set of values that head accepts, beside the set that base accepts. */
export type Comparison = "wider" | "narrower" | "same" | "incomparable";

/** Compares two values of one keyword, neither of them absent. */
export type Compare = (base: unknown, head: unknown) => Comparison;

export const REVERSED = {
  wider: "narrower",
  narrower: "wider",
  same: "same",
  incomparable: "incomparable",
} as const satisfies Record<Comparison, Comparison>;

export const compareAsOther: Compare = () => "incomparable";

/** A lower limit: the larger one accepts less. */
export const compareLowerLimits: Compare = (base, head) => {
  if (typeof base !== "number" || typeof head !== "number") return "incomparable";
  if (base === head) return "same";
  return base < head ? "narrower" : "wider";
};

export const compareUpperLimits: Compare = (base, head) => compareLowerLimits(head, base);

/** A switch that accepts less when it is on. */
export const compareSwitches: Compare = (base, head) =>
  compareLowerLimits(Number(base === true), Number(head === true));

export const compareMultiples: Compare = (base, head) => {
  if (typeof base !== "number" || typeof head !== "number") return "incomparable";
  if (isMultiple(head, base)) return "narrower";
  return isMultiple(base, head) ? "wider" : "incomparable";
};

function isMultiple(value: number, factor: number): boolean {
  const quotient = value / factor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

export const compareLists: Compare = (base, head) => compareSets(listMembers(base), listMembers(head));

export function listMembers(value: unknown): string[] {
  return Array.isArray(value) ? value.map(canonicalText) : [canonicalText(value)];
}

/** `number` holds every integer, so it counts as both. */
export const compareTypes: Compare = (base, head) => compareSets(readTypes(base), readTypes(head));

function readTypes(value: unknown): string[] {
  const types: unknown[] = Array.isArray(value) ? value : [value];
  return types.flatMap((type) => (type === "number" ? ["number", "integer"] : [String(type)]));
}

function compareSets(base: readonly string[], head: readonly string[]): Comparison {
  const isRemoved = base.some((member) => !head.includes(member));
  const isAdded = head.some((member) => !base.includes(member));
  if (isRemoved) return isAdded ? "incomparable" : "narrower";
  return isAdded ? "wider" : "same";
}

/** By the languages of the two patterns; several patterns at once, or one without an automaton, stay open. */
export const comparePatterns: Compare = (base, head) => {
  if (typeof base !== "string" || typeof head !== "string") return "incomparable";
  const removed = differencePatterns(base, head).kind;
  const added = differencePatterns(head, base).kind;
  if (removed === "none") return added === "none" ? "same" : added === "found" ? "wider" : "incomparable";
  return removed === "found" && added === "none" ? "narrower" : "incomparable";
};

/** A schema in place of `true` or `false`, or the other way round. */
export const compareSchemaValues: Compare = (base, head) => {
  if (base === false || acceptsEverything(head)) return "wider";
  if (head === false || acceptsEverything(base)) return "narrower";
  return "incomparable";
};

export function acceptsEverything(schema: unknown): boolean {
  return schema === true || canonicalText(schema) === "{}";
}

/** Formats that OpenAPI defines for display or precision alone (OpenAPI 3.1 §4.4). */
const DISPLAY_FORMATS = new Set(["password", "binary", "double", "html", "commonmark", "char"]);

/** For a format, others whose values it holds as well (JSON Schema validation 2020-12 §7.3). */
const FORMATS_WITHIN: Readonly<Record<string, readonly string[]>> = {
  int64: ["int32", "int16", "int8"],
  int32: ["int16", "int8"],
  int16: ["int8"],
  iri: ["uri"],
  "iri-reference": ["iri", "uri", "uri-reference"],
  "uri-reference": ["uri"],
  "idn-email": ["email"],
  "idn-hostname": ["hostname"],
};

export function isDisplayFormat(format: unknown): boolean {
  return DISPLAY_FORMATS.has(String(format));
}

export const compareFormats: Compare = (base, head) => {
  if (isDisplayFormat(base)) return isDisplayFormat(head) ? "same" : "narrower";
  if (isDisplayFormat(head) || holdsFormat(head, base)) return "wider";
  return holdsFormat(base, head) ? "narrower" : "incomparable";
};

function holdsFormat(outer: unknown, inner: unknown): boolean {
  const name = String(outer);
  return Object.hasOwn(FORMATS_WITHIN, name) && (FORMATS_WITHIN[name] ?? []).includes(String(inner));
}
