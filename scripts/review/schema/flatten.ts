import { isRecord, localPointer, type JsonRecord } from "../../json/pointer.js";
import { childOf, itemsOf, memberOf, placeAt, recordAt } from "../../json/place.js";
import type { Place } from "../document/document.js";

/** Schemas that all apply at one spot of the value; often one. No schema at all accepts everything. */
export type Schemas = readonly Place[];

/** A schema object that applies, after `$ref` and `allOf` have been followed. */
export type Part = { readonly schema: JsonRecord; readonly place: Place };

/** Every schema object that applies at a node. `false` becomes an enum of nothing, `true` adds nothing. */
export function partsOf(node: Schemas): Part[] {
  const parts: Part[] = [];
  // A node may hold schemas of both documents, whose pointers are alike.
  const seen = new Map(node.map(({ document }) => [document, new Set<string>()]));
  for (const place of node) collectParts(place, parts, seen.get(place.document) ?? new Set());
  return parts;
}

/** The place of a keyword; of the schema itself when the keyword only follows from it. */
export function keywordPlace(part: Part, keyword: string): Place {
  return memberOf(part.place, keyword) ?? part.place;
}

/** Every schema object that may have a say about the value itself, whichever branch or condition it stands under. */
export function inPlaceParts(node: Schemas): Part[] {
  const parts: Part[] = [];
  const seen = new Set<unknown>();
  for (let queue = [...node]; queue.length > 0;) {
    const fresh = partsOf(queue).filter(
      ({ schema, place }) => !seen.has(place.value) && seen.add(place.value) && schema,
    );
    parts.push(...fresh);
    queue = fresh.flatMap(branchesOf);
  }
  return parts;
}

function branchesOf(part: Part): Place[] {
  const lists = ["anyOf", "oneOf"].flatMap((keyword) => itemsOf(memberOf(part.place, keyword)));
  const dependent = memberOf(part.place, "dependentSchemas");
  const named = Object.keys(readRecord(part.schema["dependentSchemas"])).flatMap((name) =>
    dependent === undefined ? [] : [childOf(dependent, name)],
  );
  return [
    ...lists,
    ...named,
    ...["not", "if", "then", "else"].flatMap((keyword) => subNode([part], keyword)),
  ];
}

/** The spots where a sub-schema keyword of any part applies. */
export function subNode(parts: readonly Part[], keyword: string): Place[] {
  return parts.flatMap((part) => (keyword in part.schema ? [childOf(part.place, keyword)] : []));
}

/** What applies to the member `name` of an object, and to names that no part declares when it is undefined. */
export function propertyNode(parts: readonly Part[], name: string | undefined): Place[] {
  return parts.flatMap((part) => {
    const declared = name === undefined ? [] : declaredNodes(part, name);
    if (declared.length > 0) return declared;
    return "additionalProperties" in part.schema ? [childOf(part.place, "additionalProperties")] : [];
  });
}

/** What applies to the item at `index` of an array, and to items past every prefix when it is undefined. */
export function itemNode(parts: readonly Part[], index: number | undefined): Place[] {
  return parts.flatMap((part) => {
    const prefix = index === undefined ? [] : itemsOf(memberOf(part.place, "prefixItems"));
    const place = index === undefined ? undefined : prefix[index];
    if (place !== undefined) return [place];
    return "items" in part.schema ? [childOf(part.place, "items")] : [];
  });
}

/** Names that a part's own `properties` declares. */
export function declaredNames(parts: readonly Part[]): string[] {
  const names = parts.flatMap(({ schema }) => Object.keys(readRecord(schema["properties"])));
  return [...new Set(names)];
}

export function readRecord(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

/** A repeated group whose end repeats as well: a backtracking matcher may take exponential time on it. */
const NESTED = /[+*?}][^()]*\)[+*{]/;
const LONGEST_NESTED = 20;

/**
 * Whether the text matches a pattern of JSON Schema. A pattern that is none matches nothing, nor does one that
 * could take for ever on a text of this length: the search goes without such a text.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  if (text.length > LONGEST_NESTED && NESTED.test(pattern)) return false;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return false;
  }
}

/** A name for a node that is equal for equal nodes. */
export function nodeKey(node: Schemas): string {
  return node.map(({ pointer }) => pointer).join(" & ");
}

function declaredNodes(part: Part, name: string): Place[] {
  const properties = memberOf(part.place, "properties");
  const own = properties === undefined ? undefined : memberOf(properties, name);
  const patterns = Object.keys(readRecord(part.schema["patternProperties"]));
  const matching = patterns
    .filter((pattern) => matchesPattern(pattern, name))
    .map((pattern) => childOf(part.place, "patternProperties", pattern));
  return own === undefined ? matching : [own, ...matching];
}

function collectParts(place: Place, parts: Part[], seen: Set<string>): void {
  if (seen.has(place.pointer)) return;
  seen.add(place.pointer);
  const value = place.value;
  if (value === false) parts.push({ schema: { enum: [] }, place });
  if (!isRecord(value)) return;
  const target = typeof value["$ref"] === "string" ? localPointer(value["$ref"]) : undefined;
  if (target !== undefined) collectParts(placeAt(place.document, target), parts, seen);
  const translated = keepNullable(value, place.document.dialect.translate(value));
  // What stands beside a reference need not count.
  if (target !== undefined && Object.keys(translated).length === 1) return;
  const doubled = readDoubleNot(place);
  const { not: _, ...rest } = translated;
  parts.push({ schema: doubled === undefined ? translated : rest, place });
  if (doubled !== undefined) collectParts(doubled, parts, seen);
  for (const branch of itemsOf(memberOf(place, "allOf"))) collectParts(branch, parts, seen);
}

/** What adds no null is said all the same: many tools read it as if it did. */
function keepNullable(schema: JsonRecord, translated: JsonRecord): JsonRecord {
  const isWithoutEffect = schema["nullable"] === true && translated["type"] === undefined;
  return isWithoutEffect ? { ...translated, nullable: true } : translated;
}

/** What stands under `not` of `not`, which says the same without them. */
function readDoubleNot(place: Place): Place | undefined {
  const not = memberOf(place, "not");
  return not !== undefined && Object.keys(recordAt(not)).join(",") === "not"
    ? memberOf(not, "not")
    : undefined;
}
