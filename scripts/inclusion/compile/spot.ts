import { appendPointer, isRecord, type JsonRecord } from "../../json/pointer.js";
import { placeName } from "../../jsonschema/schema/direction.js";
import { child, resolve, type Place, type Registry } from "../../jsonschema/schema/registry.js";
import { enterResource, resolveDynamic, scopeKey, type Scope } from "../../jsonschema/schema/scope.js";
import type { Address } from "../node/node.js";

/**
 * How a schema object is read: it returns the object itself, or one with other keywords. A dialect is such a view, and so is a
 * direction, which leaves out what is not sent.
 */
export type View = (schema: JsonRecord, place: Place, registry: Registry) => JsonRecord;

/** Documents that refer to each other, and how their schemas are read. */
export type Source = { readonly registry: Registry; readonly view: View };

/** A schema as it is read at its place: `place.schema` is what the view made of it. */
export type Spot = { readonly source: Source; readonly place: Place; readonly scope: Scope };

export function enterSpot(source: Source, place: Place, scope: Scope): Spot {
  const schema = isRecord(place.schema) ? source.view(place.schema, place, source.registry) : place.schema;
  return {
    source,
    place: { ...place, schema },
    scope: enterResource(scope, place.base, source.registry),
  };
}

/** The same for the same schema in the same dynamic scope. */
export function spotKey({ place, scope }: Spot): string {
  return `${placeName(place)} ${scopeKey(scope)}`;
}

/** Where a schema stands, or one of its keywords. */
export function addressOf({ place: { document, pointer } }: Spot, keyword?: string): Address {
  return { document, pointer: keyword === undefined ? pointer : appendPointer(pointer, keyword) };
}

/** The keywords of the schema; none for a boolean. */
export function schemaOf({ place }: Spot): JsonRecord {
  return isRecord(place.schema) ? place.schema : {};
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
  return target && enterSpot(source, target, scope);
}
