import { memberOf, type Place as JsonPlace } from "../../json/place.js";
import type { JsonRecord } from "../../json/pointer.js";
import { readDialect, type Dialect } from "../../spec/dialect.js";

/**
 * The documents under review: where each side comes from, that it is valid, and what later rooms read of it. A review
 * has two sides: base is what callers have, head is what they will have.
 */
export type Sides<T> = { readonly base: T; readonly head: T };

export type SideName = keyof Sides<unknown>;

export function mapSides<T, U>({ base, head }: Sides<T>, map: (side: T) => U): Sides<U> {
  return { base: map(base), head: map(head) };
}

export function hasBoth<T>(sides: Sides<T | undefined>): sides is Sides<T> {
  return sides.base !== undefined && sides.head !== undefined;
}

/** What stands under each key of either side: first those of base, then what head alone has. */
export function* matchKeys<T>({
  base,
  head,
}: Sides<ReadonlyMap<string, T>>): Generator<readonly [key: string, sides: Sides<T | undefined>]> {
  for (const key of new Set([...base.keys(), ...head.keys()]))
    yield [key, { base: base.get(key), head: head.get(key) }];
}

/** A bundled document as the review reads it. */
export type Document = {
  readonly side: SideName;
  readonly root: JsonRecord;
  /** What its version of OpenAPI means by the keywords of a schema. */
  readonly dialect: Dialect;
  /** Left out of its paths and servers where operations are compared. */
  readonly prefix: string | undefined;
  /** Places that are written alike at the same pointer of the other document, or are not, as far as was looked. */
  readonly alike: Map<string, boolean>;
};

/** A spot in one of the two documents. */
export type Place = JsonPlace<Document>;

export function placesOf(sides: Sides<{ readonly place: Place }>): Sides<Place>;
export function placesOf(sides: Sides<{ readonly place: Place } | undefined>): Sides<Place | undefined>;
export function placesOf(sides: Sides<{ readonly place: Place } | undefined>): Sides<Place | undefined> {
  return mapSides(sides, (side) => side?.place);
}

export function membersAt(places: Sides<Place>, keyword: string): Sides<Place | undefined> {
  return mapSides(places, (place) => memberOf(place, keyword));
}

export function readDocument(root: JsonRecord, side: SideName, prefix?: string): Document {
  return {
    side,
    root,
    dialect: readDialect(root),
    prefix: prefix?.replace(/\/+$/, "") || undefined,
    alike: new Map(),
  };
}
