import { appendPointer, isRecord, readMember, splitPointer } from "../../json/pointer.js";

/** A schema and where it stands. */
export type Place = {
  /** URI of the document that holds it. */
  readonly document: string;
  /** JSON Pointer from the document's root. */
  readonly pointer: string;
  readonly schema: unknown;
  /** Base URI for references (JSON Schema Core §8.2): the `$id` in force, without a fragment. */
  readonly base: string;
};

/** What the documents hold, indexed once: schemas by URI, by anchor, and by dynamic anchor. */
export type Registry = {
  readonly documents: ReadonlyMap<string, unknown>;
  readonly resources: ReadonlyMap<string, Place>;
  readonly anchors: ReadonlyMap<string, Place>;
  /** Resource URI → dynamic anchor → place. */
  readonly dynamicAnchors: ReadonlyMap<string, ReadonlyMap<string, Place>>;
};

/** What a keyword's value holds: a schema, a list or a map of schemas; undefined where it holds none. */
export type Holds = (keyword: string) => "schema" | "list" | "map" | undefined;

/** `schemas` are the places below which schemas are looked for, beside each document's root. */
export function createRegistry(
  documents: ReadonlyMap<string, unknown>,
  schemas: readonly { readonly document: string; readonly pointer: string }[],
  holds: Holds,
): Registry {
  const resources = new Map<string, Place>();
  const anchors = new Map<string, Place>();
  const dynamicAnchors = new Map<string, Map<string, Place>>();
  const roots = [...documents].map(([document, schema]) =>
    enter({ document, pointer: "", schema, base: withoutFragment(document) }),
  );
  const others = schemas.map(({ document, pointer }) => locate(documents, document, pointer));
  const seen = new Set<unknown>();
  const pending = [...roots, ...others].toReversed();
  for (const { document, schema } of roots)
    resources.set(document, { document, pointer: "", schema, base: document });
  for (let place = pending.pop(); place; place = pending.pop()) {
    if (!isRecord(place.schema) || seen.has(place.schema)) continue;
    seen.add(place.schema);
    const { $id, $anchor, $dynamicAnchor } = place.schema;
    if (typeof $id === "string") resources.set(place.base, place);
    if (typeof $anchor === "string") anchors.set(`${place.base}#${$anchor}`, place);
    if (typeof $dynamicAnchor === "string") {
      anchors.set(`${place.base}#${$dynamicAnchor}`, place);
      const known = dynamicAnchors.get(place.base) ?? new Map<string, Place>();
      dynamicAnchors.set(place.base, known.set($dynamicAnchor, place));
    }
    pending.push(...subschemas(place, holds));
  }
  return { documents, resources, anchors, dynamicAnchors };
}

/** The place of a pointer in a document. */
export function locate(documents: ReadonlyMap<string, unknown>, document: string, pointer: string): Place {
  const root = enter({
    document,
    pointer: "",
    schema: documents.get(document),
    base: withoutFragment(document),
  });
  return child(root, ...splitPointer(pointer));
}

/** The schemas that a schema's keywords hold. Values of `const`, `enum` or an unknown keyword are no schemas. */
export function subschemas(place: Place, holds: Holds): Place[] {
  const schema = isRecord(place.schema) ? place.schema : {};
  return Object.entries(schema).flatMap(([name, value]) => {
    const kind = holds(name);
    if (kind === "schema") return [child(place, name)];
    if (kind === "list" && Array.isArray(value)) return value.map((_, i) => child(place, name, String(i)));
    if (kind === "map" && isRecord(value)) return Object.keys(value).map((key) => child(place, name, key));
    return [];
  });
}

/** The place some steps further down, with the base that holds there. */
export function child(place: Place, ...steps: readonly string[]): Place {
  return steps.reduce<Place>((from, step) => {
    const schema = readMember(from.schema, step);
    return enter({
      document: from.document,
      pointer: appendPointer(from.pointer, step),
      schema,
      base: from.base,
    });
  }, place);
}

/** A schema with an `$id` is a resource of its own (JSON Schema Core §8.2.1). */
function enter(place: Place): Place {
  const id = isRecord(place.schema) ? place.schema["$id"] : undefined;
  if (typeof id !== "string") return place;
  const base = absolute(id, place.base);
  return base === undefined ? place : { ...place, base: withoutFragment(base) };
}

/** The schema that a `$ref` names, or `undefined` when the documents do not hold it. Nothing is fetched. */
export function resolve(registry: Registry, reference: string, from: Place): Place | undefined {
  const uri = absolute(reference, from.base);
  if (uri === undefined) return undefined;
  const hash = uri.indexOf("#");
  const resource = registry.resources.get(hash < 0 ? uri : uri.slice(0, hash));
  const fragment = hash < 0 ? "" : decode(uri.slice(hash + 1));
  if (fragment !== "" && !fragment.startsWith("/"))
    return registry.anchors.get(`${withoutFragment(uri)}#${fragment}`);
  if (!resource) return undefined;
  const found = child(resource, ...splitPointer(fragment));
  return found.schema === undefined ? undefined : found;
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
