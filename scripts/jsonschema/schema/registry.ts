import { appendPointer, isRecord, readMember, splitPointer } from "../../json/pointer.js";
import type { JsonDocument, Place } from "../../json/place.js";

/** A document that holds schemas, by the URI that references know it by. */
export type SchemaDocument = JsonDocument & { readonly uri: string };

/** A schema and where it stands. */
export type PlacedSchema = Place<SchemaDocument> & {
  /** Base URI for references (JSON Schema Core §8.2): the `$id` in force, without a fragment. */
  readonly base: string;
};

/** What the documents hold, indexed once: schemas by URI, by anchor, and by dynamic anchor. */
export type Registry = {
  readonly documents: ReadonlyMap<string, SchemaDocument>;
  readonly resources: ReadonlyMap<string, PlacedSchema>;
  readonly anchors: ReadonlyMap<string, PlacedSchema>;
  /** Resource URI → dynamic anchor → place. */
  readonly dynamicAnchors: ReadonlyMap<string, ReadonlyMap<string, PlacedSchema>>;
};

/** What a keyword's value holds: a schema, a list or a map of schemas; undefined where it holds none. */
export type Holds = (keyword: string) => "schema" | "list" | "map" | undefined;

/** `schemas` are the places below which schemas are looked for, beside each document's root. */
export function createRegistry(
  roots: ReadonlyMap<string, unknown>,
  schemas: readonly { readonly document: string; readonly pointer: string }[],
  holds: Holds,
): Registry {
  const documents = new Map([...roots].map(([uri, root]) => [uri, { uri, root }]));
  const resources = new Map<string, PlacedSchema>();
  const anchors = new Map<string, PlacedSchema>();
  const dynamicAnchors = new Map<string, Map<string, PlacedSchema>>();
  const others = schemas.map(({ document, pointer }) => locate({ documents }, document, pointer));
  const seen = new Set<unknown>();
  const pending = [...[...documents.values()].map(rootOf), ...others].toReversed();
  for (const document of documents.values())
    resources.set(document.uri, { document, pointer: "", value: document.root, base: document.uri });
  for (let place = pending.pop(); place; place = pending.pop()) {
    if (!isRecord(place.value) || seen.has(place.value)) continue;
    seen.add(place.value);
    const { $id, $anchor, $dynamicAnchor } = place.value;
    if (typeof $id === "string") resources.set(place.base, place);
    if (typeof $anchor === "string") anchors.set(`${place.base}#${$anchor}`, place);
    if (typeof $dynamicAnchor === "string") {
      anchors.set(`${place.base}#${$dynamicAnchor}`, place);
      const known = dynamicAnchors.get(place.base) ?? new Map<string, PlacedSchema>();
      dynamicAnchors.set(place.base, known.set($dynamicAnchor, place));
    }
    pending.push(...subschemas(place, holds));
  }
  return { documents, resources, anchors, dynamicAnchors };
}

/** The place of a pointer in a document; nothing stands there when there is no such document. */
export function locate(
  { documents }: Pick<Registry, "documents">,
  uri: string,
  pointer: string,
): PlacedSchema {
  return child(rootOf(documents.get(uri) ?? { uri, root: undefined }), ...splitPointer(pointer));
}

function rootOf(document: SchemaDocument): PlacedSchema {
  return enter({ document, pointer: "", value: document.root, base: withoutFragment(document.uri) });
}

/** The schemas that a schema's keywords hold. Values of `const`, `enum` or an unknown keyword are no schemas. */
export function subschemas(place: PlacedSchema, holds: Holds): PlacedSchema[] {
  const schema = isRecord(place.value) ? place.value : {};
  return Object.entries(schema).flatMap(([name, value]) => {
    const kind = holds(name);
    if (kind === "schema") return [child(place, name)];
    if (kind === "list" && Array.isArray(value)) return value.map((_, i) => child(place, name, String(i)));
    if (kind === "map" && isRecord(value)) return Object.keys(value).map((key) => child(place, name, key));
    return [];
  });
}

/** The place some steps further down, with the base that holds there. */
export function child(place: PlacedSchema, ...steps: readonly string[]): PlacedSchema {
  return steps.reduce<PlacedSchema>(
    ({ document, pointer, value, base }, step) =>
      enter({ document, pointer: appendPointer(pointer, step), value: readMember(value, step), base }),
    place,
  );
}

/** A schema with an `$id` is a resource of its own (JSON Schema Core §8.2.1). */
function enter(place: PlacedSchema): PlacedSchema {
  const id = isRecord(place.value) ? place.value["$id"] : undefined;
  if (typeof id !== "string") return place;
  const base = absolute(id, place.base);
  return base === undefined ? place : { ...place, base: withoutFragment(base) };
}

/** The schema that a `$ref` names, or `undefined` when the documents do not hold it. Nothing is fetched. */
export function resolve(registry: Registry, reference: string, from: PlacedSchema): PlacedSchema | undefined {
  const uri = absolute(reference, from.base);
  if (uri === undefined) return undefined;
  const hash = uri.indexOf("#");
  const resource = registry.resources.get(hash < 0 ? uri : uri.slice(0, hash));
  const fragment = hash < 0 ? "" : decode(uri.slice(hash + 1));
  if (fragment !== "" && !fragment.startsWith("/"))
    return registry.anchors.get(`${withoutFragment(uri)}#${fragment}`);
  if (!resource) return undefined;
  const found = child(resource, ...splitPointer(fragment));
  return found.value === undefined ? undefined : found;
}

/** A text that is the same for the same place, and another for any other. */
export function placeName({ document, pointer }: Place<SchemaDocument>): string {
  return `${document.uri}#${pointer}`;
}

function absolute(reference: string, base: string): string | undefined {
  if (reference.startsWith("#")) return base + reference;
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

export function withoutFragment(uri: string): string {
  const hash = uri.indexOf("#");
  return hash < 0 ? uri : uri.slice(0, hash);
}
