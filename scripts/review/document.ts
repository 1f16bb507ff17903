import { appendPointer, followRefs, isRecord, readMember, readPointer } from "../pipeline/json-pointer.js";
import type { JsonRecord } from "../pipeline/json-pointer.js";

/** A bundled document as the review reads it. */
export type Doc = {
  readonly side: "base" | "head";
  readonly root: JsonRecord;
  /** OpenAPI 3.0: `nullable`, boolean `exclusiveMinimum`, and nothing counts beside a `$ref`. */
  readonly legacy: boolean;
  /** Places that are written alike at the same pointer of the other document, or are not, as far as was looked. */
  readonly alike: Map<string, boolean>;
  /** Canonical forms that have been worked out, by direction and node. */
  readonly forms: Map<string, string | undefined>;
};

/** A spot in a document. */
export type Place = {
  readonly doc: Doc;
  readonly pointer: string;
  /** What stands there: the way to it is walked once. */
  readonly value: unknown;
};

export function readDoc(root: JsonRecord, side: Doc["side"]): Doc {
  return {
    side,
    root,
    legacy: String(root["openapi"]).startsWith("3.0"),
    forms: new Map(),
    alike: new Map(),
  };
}

export function rootOf(doc: Doc): Place {
  return { doc, pointer: "", value: doc.root };
}

/** The place of a JSON Pointer. */
export function placeAt(doc: Doc, pointer: string): Place {
  return { doc, pointer, value: readPointer(doc.root, pointer) };
}

export function valueAt(place: Place): unknown {
  return place.value;
}

/** The object at a place; an empty one where there is none. */
export function recordAt(place: Place): JsonRecord {
  const value = valueAt(place);
  return isRecord(value) ? value : {};
}

export function childOf(place: Place, ...keys: readonly (string | number)[]): Place {
  return keys.reduce<Place>(
    ({ doc, pointer, value }, key) => ({
      doc,
      pointer: appendPointer(pointer, key),
      value: readMember(value, String(key)),
    }),
    place,
  );
}

/** The member's place when the object at `place` has it. */
export function memberOf(place: Place, key: string | number): Place | undefined {
  return readMember(valueAt(place), String(key)) === undefined ? undefined : childOf(place, key);
}

/** Where a chain of `$ref` leads, for everything that is not a schema. */
export function follow(place: Place): Place {
  if (typeof recordAt(place)["$ref"] !== "string") return place;
  return placeAt(place.doc, followRefs(place.doc.root, place.pointer).pointer);
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
