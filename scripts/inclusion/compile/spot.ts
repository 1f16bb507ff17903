import { appendPointer, isRecord, type JsonRecord } from "../../json/pointer.js";
import {
  child,
  placeName,
  resolve,
  type PlacedSchema,
  type Registry,
} from "../../jsonschema/schema/registry.js";
import { enterResource, resolveDynamic, scopeKey, type Scope } from "../../jsonschema/schema/scope.js";
import type { Address } from "../node/node.js";

/**
 * How a schema object is read: it returns the object itself, or one with other keywords. A dialect is such a view, and so is a
 * direction, which leaves out what is not sent.
 */
export type View = (schema: JsonRecord, place: PlacedSchema, registry: Registry) => JsonRecord;

/** Documents that refer to each other, and how their schemas are read. */
export type Source = {
  readonly registry: Registry;
  readonly view: View;
  /** Where a reference leads instead: from a document that is nearly another one to what the other says as well. */
  readonly redirect?: (target: PlacedSchema) => Pick<Spot, "source" | "place"> | undefined;
};

/** A schema as it is read at its place: `place.value` is what the view made of it. */
export type Spot = { readonly source: Source; readonly place: PlacedSchema; readonly scope: Scope };

export function enterSpot(source: Source, place: PlacedSchema, scope: Scope): Spot {
  const value = isRecord(place.value) ? source.view(place.value, place, source.registry) : place.value;
  return {
    source,
    place: { ...place, value },
    scope: enterResource(scope, place.base, source.registry),
  };
}

/** The same for the same schema in the same dynamic scope. */
export function spotKey({ place, scope }: Pick<Spot, "place" | "scope">): string {
  return `${placeName(place)} ${scopeKey(scope)}`;
}

/** Where a schema stands, or one of its keywords. */
export function addressOf({ place: { document, pointer } }: Spot, keyword?: string): Address {
  return {
    document: document.uri,
    pointer: keyword === undefined ? pointer : appendPointer(pointer, keyword),
  };
}

/** The keywords of the schema; none for a boolean. */
export function schemaOf({ place }: Spot): JsonRecord {
  return isRecord(place.value) ? place.value : {};
}

/** The schema that some steps lead to. */
export function childSpot({ source, place, scope }: Spot, ...steps: readonly string[]): Spot {
  return enterSpot(source, child(place, ...steps), scope);
}

/** The schemas of a keyword that holds a list or a map, by index or key. */
export function childSpots(spot: Spot, keyword: string): readonly (readonly [key: string, spot: Spot])[] {
  const held = schemaOf(spot)[keyword];
  return typeof held === "object" && held !== null
    ? Object.keys(held).map((key) => [key, childSpot(spot, keyword, key)] as const)
    : [];
}

/** The schema that `$ref` or `$dynamicRef` names; undefined where the documents do not hold it. */
export function targetSpot(
  { source, place, scope }: Spot,
  keyword: "$ref" | "$dynamicRef",
  reference: string,
): Spot | undefined {
  const { registry } = source;
  const target =
    keyword === "$ref"
      ? resolve(registry, reference, place)
      : resolveDynamic(registry, reference, place, scope);
  if (target === undefined) return undefined;
  const { source: other, place: leads } = source.redirect?.(target) ?? { source, place: target };
  return enterSpot(other, leads, scope);
}
