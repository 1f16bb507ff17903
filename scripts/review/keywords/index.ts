/** What the review must know of each keyword of a schema: how two of its values compare, and how a change is described. */
import * as compare from "./comparison.js";
import type { Compare, Comparison } from "./comparison.js";
import { shorten } from "../../json/shorten.js";
import * as phrase from "./phrase.js";
import type { Demand, Say } from "./phrase.js";
import { canonicalText } from "../../json/value.js";

export type { Comparison } from "./comparison.js";
export { REVERSED } from "./comparison.js";

export type Keyword = {
  /**
   * `value`: compared by its own value. `schema`: its value is one schema, which is entered. `structure`: compared
   * together with other keywords, by code of its own. `annotation`: accepts everything.
   */
  readonly kind: "value" | "schema" | "structure" | "annotation";
  /** Whether its change can be seen in the types of schema.ts; `unclear` when other keywords decide. */
  readonly inTypes: "shown" | "hidden" | "unclear";
  /** Compares two values of it, neither absent. */
  readonly compare: Compare;
  /** Values with which it refuses nothing, as if it were absent. */
  readonly isNeutral: (value: unknown) => boolean;
  readonly say: Say;
  /** For `schema`: whether it holds for the value itself or for members of it. */
  readonly holdsFor?: "itself" | "members";
  /** For `schema`: what a comparison of the inner schemas says of the outer ones; the same by default. */
  readonly lens?: "reverse" | "blur";
  /** Keywords that may say the same in its place. */
  readonly spellings?: readonly string[];
};

const never = () => false;
const isZero = (value: unknown) => value === 0;
const isEmpty = (value: unknown) => canonicalText(value) === "{}";

type Rest = Partial<Omit<Keyword, "kind">>;

/** A keyword that demands something of a number, text, array or object by its own value. */
function byValue(keyword: string, compareValues: Compare, demand: Demand, rest: Rest = {}): Keyword {
  const usual = { kind: "value", inTypes: "hidden", isNeutral: never } as const;
  return { ...usual, compare: compareValues, say: phrase.sayDemand(keyword, demand), ...rest };
}

function bySchema(holdsFor: "itself" | "members", say: Say, rest: Rest = {}): Keyword {
  const usual = { kind: "schema", inTypes: "unclear", isNeutral: compare.acceptsEverything } as const;
  return { ...usual, compare: compare.compareAsOther, holdsFor, say, ...rest };
}

function byStructure(inTypes: Keyword["inTypes"], say: Say, rest: Rest = {}): Keyword {
  return { kind: "structure", inTypes, compare: compare.compareAsOther, isNeutral: never, say, ...rest };
}

function annotation(keyword: string, rest: Rest = {}): Keyword {
  const usual = { kind: "annotation", inTypes: "hidden", isNeutral: never } as const;
  return { ...usual, compare: () => "same", say: phrase.sayDescription(keyword), ...rest };
}

const LISTED = { spellings: ["enum", "const"], compare: compare.compareLists };
const LOWER = { compare: compare.compareLowerLimits, inTypes: "hidden" } as const;
const UPPER = { compare: compare.compareUpperLimits, inTypes: "hidden" } as const;

function bound(keyword: string, demand: Demand, rest: Rest): Keyword {
  return byStructure("hidden", phrase.sayDemand(keyword, demand), rest);
}

/** Keywords of one kind are compared in this order. A keyword that is missing is an annotation. */
const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: byStructure("shown", phrase.sayTypes, { compare: compare.compareTypes }),
  enum: byStructure("shown", phrase.sayListed, LISTED),
  const: byStructure("shown", phrase.sayListed, LISTED),
  minimum: bound("minimum", (limit) => `be at least ${String(limit)}`, LOWER),
  exclusiveMinimum: bound("exclusiveMinimum", (limit) => `be greater than ${String(limit)}`, LOWER),
  maximum: bound("maximum", (limit) => `be at most ${String(limit)}`, UPPER),
  exclusiveMaximum: bound("exclusiveMaximum", (limit) => `be less than ${String(limit)}`, UPPER),

  multipleOf: byValue("multipleOf", compare.compareMultiples, (factor) => `be a multiple of ${String(factor)}`),
  minLength: byValue("minLength", compare.compareLowerLimits, (n) => `have at least ${count(n, "character")}`, { isNeutral: isZero }),
  maxLength: byValue("maxLength", compare.compareUpperLimits, (n) => `have at most ${count(n, "character")}`),
  pattern: byValue("pattern", compare.comparePatterns, (pattern) => `match the pattern \`${shorten(String(pattern), 100)}\``),
  format: byValue("format", compare.compareFormats, (format) => `have the format \`${String(format)}\``, { isNeutral: compare.isDisplayFormat }),
  minItems: byValue("minItems", compare.compareLowerLimits, (n) => `have at least ${count(n, "item")}`, { isNeutral: isZero }),
  maxItems: byValue("maxItems", compare.compareUpperLimits, (n) => `have at most ${count(n, "item")}`),
  uniqueItems: byValue("uniqueItems", compare.compareSwitches, () => "have unique items", { isNeutral: (isOn) => isOn === false, say: phrase.saySwitch("uniqueItems", "have unique items") }),
  minContains: byValue("minContains", compare.compareLowerLimits, (n) => `have at least ${count(n, "item")} as \`contains\` describes`, { inTypes: "unclear" }),
  maxContains: byValue("maxContains", compare.compareUpperLimits, (n) => `have at most ${count(n, "item")} as \`contains\` describes`, { inTypes: "unclear" }),
  minProperties: byValue("minProperties", compare.compareLowerLimits, (n) => `have at least ${count(n, "property")}`, { isNeutral: isZero }),
  maxProperties: byValue("maxProperties", compare.compareUpperLimits, (n) => `have at most ${count(n, "property")}`),
  dependentRequired: byValue("dependentRequired", compare.compareAsOther, (names) => `have the properties that \`dependentRequired\` asks for: ${phrase.quote(names)}`, { inTypes: "unclear", isNeutral: isEmpty }),
  $dynamicRef: byValue("$dynamicRef", compare.compareAsOther, (target) => `match \`${String(target)}\``, { inTypes: "unclear" }),

  required: byStructure("shown", phrase.sayRequired),
  properties: byStructure("shown", phrase.sayDescription("properties")),
  patternProperties: byStructure("shown", phrase.sayPatterns),
  prefixItems: byStructure("shown", phrase.sayPrefix),
  additionalProperties: bySchema("members", phrase.sayRest("further properties"), { compare: compare.compareSchemaValues, inTypes: "shown" }),
  propertyNames: bySchema("itself", phrase.sayRest("property names"), { compare: compare.compareSchemaValues }),
  items: bySchema("members", phrase.sayRest("items"), { compare: compare.compareSchemaValues, inTypes: "shown" }),
  contains: bySchema("members", phrase.sayDemand("contains", () => "have an item as `contains` describes"), { lens: "blur", isNeutral: never }),
  unevaluatedProperties: bySchema("members", phrase.sayRest("further properties"), { compare: compare.compareSchemaValues }),
  unevaluatedItems: bySchema("members", phrase.sayRest("further items"), { compare: compare.compareSchemaValues }),
  not: bySchema("itself", phrase.sayPresence("may no longer be what `not` describes", "may now be what `not` described", "has another `not`"), { lens: "reverse", isNeutral: (inner) => inner === false }),
  anyOf: byStructure("shown", phrase.sayAlternatives("anyOf")),
  oneOf: byStructure("shown", phrase.sayAlternatives("oneOf")),
  if: byStructure("unclear", phrase.sayPresence("has a new condition in `if`", "no longer has a condition in `if`", "has another condition in `if`"), { isNeutral: compare.acceptsEverything }),
  // oxlint-disable-next-line unicorn/no-thenable -- the table's keys are JSON Schema's words, and nobody awaits it
  then: byStructure("unclear", phrase.sayDemand("then", () => "match `then` where `if` matches"), { isNeutral: compare.acceptsEverything }),
  else: byStructure("unclear", phrase.sayDemand("else", () => "match `else` where `if` does not match"), { isNeutral: compare.acceptsEverything }),
  dependentSchemas: byStructure("unclear", phrase.sayDependent),

  title: annotation("title"),
  description: annotation("description"),
  default: annotation("default", { inTypes: "shown", say: phrase.sayDefault }),
  example: annotation("example"),
  examples: annotation("examples"),
  deprecated: annotation("deprecated", { say: phrase.sayMark("deprecated") }),
  readOnly: annotation("readOnly", { inTypes: "unclear", say: phrase.sayMark("read-only") }),
  writeOnly: annotation("writeOnly", { inTypes: "unclear", say: phrase.sayMark("write-only") }),
  nullable: annotation("nullable", { say: phrase.sayNullable }),
  discriminator: annotation("discriminator", { inTypes: "unclear" }),
  xml: annotation("xml"),
  externalDocs: annotation("externalDocs"),
  contentEncoding: annotation("contentEncoding"),
  contentMediaType: annotation("contentMediaType"),
  contentSchema: annotation("contentSchema"),
  $comment: annotation("$comment"),
}; // prettier-ignore

function count(n: unknown, noun: "character" | "item" | "property"): string {
  if (n === 1) return `1 ${noun}`;
  return `${String(n)} ${noun === "property" ? "properties" : `${noun}s`}`;
}

/** What is known of a keyword; one that is not in the table describes and refuses nothing. */
export function readKeyword(keyword: string): Keyword {
  const known = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
  return known ?? annotation(keyword);
}

/** The keywords of a kind, in the order in which they are compared. */
export function listKeywords(kind: Keyword["kind"]): readonly string[] {
  return Object.keys(KEYWORDS).filter((keyword) => KEYWORDS[keyword]?.kind === kind);
}

/** Compares two values of a keyword; `undefined` stands for an absent one. A new keyword narrows, whatever it says. */
export function compareKeyword(keyword: string, base: unknown, head: unknown): Comparison {
  const { kind, isNeutral, compare: compareValues } = readKeyword(keyword);
  if (kind === "annotation" || canonicalText(base) === canonicalText(head)) return "same";
  if (base === undefined) return isNeutral(head) ? "same" : "narrower";
  if (head === undefined) return isNeutral(base) ? "same" : "wider";
  return compareValues(base, head);
}
