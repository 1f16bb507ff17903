import {
  appendPointer,
  isRecord,
  localPointer,
  readMember,
  readPointer,
  type JsonRecord,
} from "./pointer.js";

/** A JSON value that places are counted in. */
export type JsonDocument = { readonly root: unknown };

/** A spot in a JSON document. */
export type Place<D extends JsonDocument = JsonDocument> = {
  readonly document: D;
  /** JSON Pointer from the document's root (RFC 6901). */
  readonly pointer: string;
  /** What stands there: the way to it is walked once. */
  readonly value: unknown;
};

export function rootOf<D extends JsonDocument>(document: D): Place<D> {
  return { document, pointer: "", value: document.root };
}

/** The place of a JSON Pointer. */
export function placeAt<D extends JsonDocument>(document: D, pointer: string): Place<D> {
  return { document, pointer, value: readPointer(document.root, pointer) };
}

/** The object at a place; an empty one where there is none. */
export function recordAt(place: Place | undefined): JsonRecord {
  return isRecord(place?.value) ? place.value : {};
}

/** The place some keys further down, whether or not something stands there. */
export function childOf<D extends JsonDocument>(
  place: Place<D>,
  ...keys: readonly (string | number)[]
): Place<D> {
  return keys.reduce<Place<D>>(
    ({ document, pointer, value }, key) => ({
      document,
      pointer: appendPointer(pointer, key),
      value: readMember(value, String(key)),
    }),
    place,
  );
}

/** The member's place when the object at `place` has it. */
export function memberOf<D extends JsonDocument>(
  place: Place<D>,
  key: string | number,
): Place<D> | undefined {
  return readMember(place.value, String(key)) === undefined ? undefined : childOf(place, key);
}

/** Where a chain of `$ref` leads, for everything that is not a schema. */
export function follow<D extends JsonDocument>(place: Place<D>): Place<D> {
  const seen = new Set<string>();
  for (let at = place; ;) {
    const { $ref } = recordAt(at);
    const target = typeof $ref === "string" ? localPointer($ref) : undefined;
    if (target === undefined || seen.has(target)) return at;
    seen.add(target);
    at = placeAt(at.document, target);
  }
}

/** The places of an object's members, by key. */
export function membersOf<D extends JsonDocument>(place: Place<D> | undefined): Map<string, Place<D>> {
  if (place === undefined) return new Map();
  return new Map(Object.keys(recordAt(place)).map((key) => [key, childOf(place, key)]));
}

/** The places of an array's items. */
export function itemsOf<D extends JsonDocument>(place: Place<D> | undefined): Place<D>[] {
  if (place === undefined || !Array.isArray(place.value)) return [];
  return place.value.map((_, index) => childOf(place, index));
}
