// Published documents that work everywhere break rules of the standard. What no later stage can do right is an error;
// all else is read as it was meant, with a warning.

import { isRecord, localPointer, readMember, readPointer, splitPointer } from "../json/pointer.js";

/** A finding of the linter in a parsed file. */
export type Fault = {
  readonly rule: string;
  readonly message: string;
  /** The whole file as it was parsed; what is repaired is changed in place. */
  readonly root: unknown;
  readonly pointer: string;
};

/** What is read instead, in words; empty where the document is read as it stands. */
export type Tolerated = { readonly note: string };

/** Takes the fault for what was meant, and changes the document where a later stage needs it; undefined for an error. */
export function tolerate(fault: Fault): Tolerated | undefined {
  const spot = findSpot(fault);
  for (const { rule, matches, apply } of TOLERANCES) {
    const match = rule === fault.rule ? matches(spot) : false;
    if (match) return { note: apply?.(spot) ?? "" };
  }
  return undefined;
}

type Spot = {
  readonly root: unknown;
  readonly message: string;
  readonly value: unknown;
  readonly key: string;
  readonly parent: unknown;
  /** The member that holds the parent: `properties` of a property's schema. */
  readonly container: string | undefined;
  readonly pointer: string;
};

function findSpot({ message, root, pointer }: Fault): Spot {
  const segments = splitPointer(pointer);
  const key = segments.at(-1) ?? "";
  const parent = segments.slice(0, -1).reduce(readMember, root);
  const value = readPointer(root, pointer);
  return { root, message, value, key, parent, container: segments.at(-2), pointer };
}

type Tolerance = {
  readonly rule: "struct" | "no-unresolved-refs" | "spec-strict-refs";
  readonly matches: (spot: Spot) => boolean;
  /** @returns what is read instead. */
  readonly apply?: (spot: Spot) => string;
};

/** The first that matches counts. */
const TOLERANCES: readonly Tolerance[] = [
  // A keyword or field that nobody knows is an annotation (JSON Schema Core §6.5).
  { rule: "struct", matches: ({ message }) => /is not (?:expected|allowed) here\./.test(message) },
  { rule: "struct", matches: isMissingText, apply: dropUselessDiscriminator },
  { rule: "struct", matches: ({ message }) => message.startsWith("Must contain at least one of") },
  { rule: "struct", matches: isEmptyObject, apply: setTo({}, "It is read as an empty object") },
  { rule: "struct", matches: isAbsent, apply: leaveOut },
  { rule: "struct", matches: isFlagOfObject, apply: leaveOutFlag },
  { rule: "struct", matches: isFlaggedBound, apply: readFlaggedBound },
  { rule: "struct", matches: isNumericBound },
  { rule: "struct", matches: isTypeOfLaterVersion },
  { rule: "struct", matches: isWrittenBoolean, apply: readBoolean },
  { rule: "struct", matches: isNoPattern, apply: leaveOut },
  { rule: "struct", matches: isWrongText, apply: readText },
  { rule: "struct", matches: isAnnotation },
  { rule: "no-unresolved-refs", matches: isAnnotation, apply: leaveOut },
  { rule: "spec-strict-refs", matches: () => true, apply: readReference },
];

/** Fields that are asked for and that no stage needs: all but what tells one parameter from another. */
function isMissingText({ message, value }: Spot): boolean {
  const field = /^The field `(.*)` must be present/.exec(message)?.[1];
  if (field === undefined) return false;
  const isScheme = readMember(value, "type") === "apiKey";
  if (field === "in") return isScheme;
  return field !== "name" || isScheme || readMember(value, "in") === undefined;
}

function dropUselessDiscriminator(spot: Spot): string {
  return spot.key === "discriminator" ? leaveOut(spot) : "";
}

/** The named types of the linter whose key says something by itself. */
const EMPTY_OBJECTS =
  /^Expected type `(?:Response|Responses|PathItem|Operation|MediaType|Header|Paths|Info)` \(object\)/;

function isEmptyObject({ message, value }: Spot): boolean {
  return value === null && EMPTY_OBJECTS.test(message);
}

const MAPS_OF_SCHEMAS: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "schemas",
  "$defs",
  "definitions",
  "dependentSchemas",
]);

/** Many generators write null for what is not given. Where the key alone says something, null stays a fault. */
function isAbsent({ message, value, parent, container }: Spot): boolean {
  if (value !== null || !isRecord(parent) || !message.startsWith("Expected type")) return false;
  return !(message.includes("`Schema`") && MAPS_OF_SCHEMAS.has(container ?? ""));
}

function isFlagOfObject({ key, value, message }: Spot): boolean {
  return key === "required" && typeof value === "boolean" && message.includes("`array`");
}

function leaveOutFlag(spot: Spot): string {
  omit(spot);
  return "It is left out: what is required stands in a list of names beside `properties`";
}

const BOUNDS: ReadonlyMap<string, string> = new Map([
  ["exclusiveMinimum", "minimum"],
  ["exclusiveMaximum", "maximum"],
]);

/** OpenAPI 3.0 has the exclusive bounds as flags of the inclusive ones. */
function isFlaggedBound({ key, value }: Spot): boolean {
  return BOUNDS.has(key) && typeof value === "boolean";
}

function readFlaggedBound(spot: Spot): string {
  const { key, value, parent } = spot;
  const inclusive = BOUNDS.get(key) ?? "";
  const limit = readMember(parent, inclusive);
  omit(spot);
  if (value !== true || typeof limit !== "number") return `\`${key}: ${String(value)}\` is left out`;
  omit({ parent, key: inclusive });
  set({ parent, key }, limit);
  return `\`${inclusive}: ${limit}\` with \`${key}: true\`, as OpenAPI 3.0 writes it, is read as \`${key}: ${limit}\``;
}

/** OpenAPI 3.1 has numbers, and 3.0 flags. */
function isNumericBound({ key, value }: Spot): boolean {
  return BOUNDS.has(key) && typeof value === "number";
}

const TYPES: ReadonlySet<unknown> = new Set([
  "null",
  "boolean",
  "object",
  "array",
  "number",
  "integer",
  "string",
]);

/** OpenAPI 3.0 with the list of types, or the type "null", of 3.1. */
function isTypeOfLaterVersion({ key, value, message }: Spot): boolean {
  if (key !== "type" || !message.includes("can be one of")) return false;
  return (
    value === "null" || (Array.isArray(value) && value.length > 0 && value.every((type) => TYPES.has(type)))
  );
}

function isNoPattern({ key, value, message }: Spot): boolean {
  return key === "pattern" && message.startsWith("Expected type `string`") && typeof value !== "object";
}

function isWrittenBoolean({ message, value }: Spot): boolean {
  return message.startsWith("Expected type `boolean`") && (value === "true" || value === "false");
}

function readBoolean(spot: Spot): string {
  set(spot, spot.value === "true");
  return `It is read as ${String(spot.value)} without quotes`;
}

const TEXTS: ReadonlySet<string> = new Set([
  "title",
  "description",
  "summary",
  "version",
  "termsOfService",
  "$comment",
  "name",
  "url",
  "email",
]);

function isWrongText({ key, message, value }: Spot): boolean {
  if (!message.startsWith("Expected type `string`")) return false;
  // A number or a flag is a text that its author did not quote.
  return typeof value === "object" ? TEXTS.has(key) : isPlain(key);
}

/** Keywords in which a number is a slip of the pen that would change what is asserted. */
function isPlain(key: string): boolean {
  return !["pattern", "format", "type", "$ref", "propertyName"].includes(key);
}

function readText(spot: Spot): string {
  if (typeof spot.value === "object") return leaveOut(spot);
  set(spot, String(spot.value));
  return "It is read as a text";
}

/** Members of OpenAPI's objects that only describe, with all that is in them. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  "example",
  "examples",
  "externalDocs",
  "xml",
  "tags",
  "contact",
  "license",
  "links",
  "deprecated",
]);

/** Members whose own members have names that the author chose. */
const MAPS: ReadonlySet<string> = new Set([
  ...MAPS_OF_SCHEMAS,
  "paths",
  "webhooks",
  "pathItems",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "securitySchemes",
  "callbacks",
  "content",
  "encoding",
  "variables",
]);

function isAnnotation({ pointer }: Spot): boolean {
  let isName = false;
  for (const segment of splitPointer(pointer)) {
    if (!isName && ANNOTATIONS.has(segment)) return true;
    isName = !isName && MAPS.has(segment);
  }
  return false;
}

/** Where no reference is allowed, the later stages look for none. The bundler reads those to other files. */
function readReference({ root, pointer, value }: Spot): string {
  const holder = splitPointer(pointer).slice(0, -1);
  const target = readPointer(root, localPointer(String(value)) ?? pointer);
  if (typeof target !== "object" || target === null) return "";
  const parent = holder.slice(0, -1).reduce(readMember, root);
  set({ parent, key: holder.at(-1) ?? "" }, structuredClone(target));
  return "It is read as what it refers to";
}

function leaveOut(spot: Spot): string {
  omit(spot);
  return "It is left out";
}

function setTo(value: object, words: string): (spot: Spot) => string {
  return (spot) => {
    set(spot, value);
    return words;
  };
}

type Member = Pick<Spot, "parent" | "key">;

/** The document was parsed for this run alone. */
function omit({ parent, key }: Member): void {
  if (isRecord(parent)) Reflect.deleteProperty(parent, key);
}

function set({ parent, key }: Member, value: unknown): void {
  if (typeof parent === "object" && parent !== null) Reflect.set(parent, key, value);
}
