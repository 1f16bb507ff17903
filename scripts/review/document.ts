import { appendPointer, followRefs, isRecord, readMember, readPointer } from "../pipeline/json-pointer.js";
import type { JsonRecord } from "../pipeline/json-pointer.js";

/** A bundled document as the review reads it. */
export type Doc = {
  readonly root: JsonRecord;
  /** OpenAPI 3.0: `nullable`, boolean `exclusiveMinimum`, and nothing counts beside a `$ref`. */
  readonly legacy: boolean;
};

/** A spot in a document, as a JSON Pointer. */
export type Place = { readonly doc: Doc; readonly pointer: string };

export function readDoc(root: JsonRecord): Doc {
  return { root, legacy: String(root["openapi"]).startsWith("3.0") };
}

export function valueAt(place: Place): unknown {
  return readPointer(place.doc.root, place.pointer);
}

/** The object at a place; an empty one where there is none. */
export function recordAt(place: Place): JsonRecord {
  const value = valueAt(place);
  return isRecord(value) ? value : {};
}

export function childOf(place: Place, ...keys: readonly (string | number)[]): Place {
  return { doc: place.doc, pointer: keys.reduce<string>(appendPointer, place.pointer) };
}

/** The member's place when the object at `place` has it. */
export function memberOf(place: Place, key: string | number): Place | undefined {
  return readMember(valueAt(place), String(key)) === undefined ? undefined : childOf(place, key);
}

/** Where a chain of `$ref` leads, for everything that is not a schema. */
export function follow(place: Place): Place {
  return { doc: place.doc, pointer: followRefs(place.doc.root, place.pointer).pointer };
}

/** The places of an object's members, by key. */
export function membersOf(place: Place | undefined): Map<string, Place> {
  if (place === undefined) return new Map();
  return new Map(Object.keys(recordAt(place)).map((key) => [key, childOf(place, key)]));
}

/** The places of an array's items. */
export function itemsOf(place: Place | undefined): Place[] {
  const value = place === undefined ? undefined : valueAt(place);
  if (place === undefined || !Array.isArray(value)) return [];
  return value.map((_, index) => childOf(place, index));
}
