import { rootOf, type JsonDocument, type Place } from "../json/place.js";
import { appendPointer, isRecord, type JsonRecord } from "../json/pointer.js";
import { isMethodField } from "./methods.js";

/** An object of OpenAPI that holds schemas, or other objects that do. */
export type Kind =
  | "document"
  | "components"
  | "pathItem"
  | "operation"
  | "callback"
  | "parameter"
  | "requestBody"
  | "response"
  | "responses"
  | "header"
  | "mediaType"
  | "encoding"
  | "schema"
  /** An object whose members have names that the author chose, and are all of one kind. */
  | "map";

/** What a field holds: an object of a kind, a list or a map of them; "alone" is one that is never a list. */
type Slot = { readonly holds: "one" | "list" | "map" | "alone"; readonly kind: Kind };

type Fields = Readonly<Record<string, Slot>>;

const one = (kind: Kind): Slot => ({ holds: "one", kind });
const list = (kind: Kind): Slot => ({ holds: "list", kind });
const map = (kind: Kind): Slot => ({ holds: "map", kind });

/** The same slot for several fields. */
const each = (slot: Slot, names: string): Fields =>
  Object.fromEntries(names.split(" ").map((name) => [name, slot]));

const named = (fields: Fields): ReadonlyMap<string, Slot> => new Map(Object.entries(fields));

/** Fields that hold objects, by the object that has them (OpenAPI 3.1 §4.8). In all others nothing is looked for. */
const FIELDS: Readonly<Record<Kind, ReadonlyMap<string, Slot>>> = {
  map: new Map(),
  document: named({ ...each(map("pathItem"), "paths webhooks"), components: one("components") }),
  components: named({
    schemas: map("schema"),
    responses: map("response"),
    parameters: map("parameter"),
    requestBodies: map("requestBody"),
    headers: map("header"),
    callbacks: map("callback"),
    pathItems: map("pathItem"),
  }),
  pathItem: named({ parameters: list("parameter") }),
  operation: named({
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: one("responses"),
    callbacks: map("callback"),
  }),
  callback: new Map(),
  parameter: named({ schema: one("schema"), content: map("mediaType") }),
  header: named({ schema: one("schema"), content: map("mediaType") }),
  requestBody: named({ content: map("mediaType") }),
  responses: new Map(),
  response: named({ headers: map("header"), content: map("mediaType") }),
  mediaType: named({ schema: one("schema"), encoding: map("encoding") }),
  encoding: named({ headers: map("header") }),
  // JSON Schema Core §10 and §11; `definitions` and `dependencies` are those of older drafts.
  schema: named({
    ...each(map("schema"), "properties patternProperties $defs definitions dependentSchemas dependencies"),
    ...each(list("schema"), "allOf anyOf oneOf prefixItems"),
    ...each(
      one("schema"),
      "items additionalItems additionalProperties unevaluatedItems unevaluatedProperties",
    ),
    ...each(one("schema"), "propertyNames contains contentSchema not if then else"),
  }),
};

export function isKind(name: string): name is Kind {
  return Object.hasOwn(FIELDS, name);
}

/** What stands in a field of an object, if it is one that can hold schemas. */
function slotOf(kind: Kind, field: string): Slot | undefined {
  if (kind === "pathItem" && isMethodField(field)) return one("operation");
  const isOpen = kind === "callback" || kind === "responses";
  if (isOpen) return field.startsWith("x-") || field === "$ref" ? undefined : one(OPEN[kind]);
  return FIELDS[kind].get(field);
}

/** Objects whose members have names that the author chose. */
const OPEN = { callback: "pathItem", responses: "response" } as const;

/** An object of the document and where it stands. */
export type Part<D extends JsonDocument = JsonDocument> = Place<D> & { readonly kind: Kind };

/**
 * Every object of a document, or of a part of it, that may hold a schema, each before what it holds. No reference is
 * followed.
 */
export function* listParts<D extends JsonDocument>(
  document: D,
  start: Part<D> = { ...rootOf(document), kind: "document" },
): Generator<Part<D>> {
  const pending: Inner<D>[] = [start];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (part.isList !== true) yield part;
    pushInner(part, pending);
  }
}

/** `of` is the kind of the members of a map or list; a list is no part by itself. */
type Inner<D extends JsonDocument> = Part<D> & { readonly of?: Kind | undefined; readonly isList?: boolean };

/**
 * Puts what a part holds on top of what is pending, the first of it uppermost. A large document has a hundred thousand
 * parts, and is walked a dozen times: little is made on the way but the parts.
 */
function pushInner<D extends JsonDocument>(
  { document, pointer, value, kind, of }: Inner<D>,
  pending: Inner<D>[],
): void {
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value).toReversed()) {
    const slot: Slot | undefined = of === undefined ? slotOf(kind, key) : { holds: "alone", kind: of };
    if (slot === undefined) continue;
    // The key is one of its own.
    const member = (value as JsonRecord)[key];
    pending.push(enterSlot(document, appendPointer(pointer, key), member, slot));
  }
}

function enterSlot<D extends JsonDocument>(
  document: D,
  pointer: string,
  value: unknown,
  { holds, kind }: Slot,
): Inner<D> {
  // Drafts before 2020-12 have a list of schemas in `items`.
  const isList = holds !== "alone" && Array.isArray(value);
  const isMap = holds === "map" && isRecord(value);
  return {
    document,
    pointer,
    value,
    kind: isMap ? "map" : kind,
    of: isList || isMap ? kind : undefined,
    isList,
  };
}

/** Makes another object of one; its members have been changed before. */
export type Change = (value: JsonRecord, kind: Kind) => unknown;

/**
 * The document, or an object of another kind, with each object in it changed, the inner ones first. What is not changed
 * is the same object as before.
 */
export function mapParts(root: JsonRecord, change: Change, rootKind: Kind = "document"): JsonRecord {
  const inward = (value: unknown, kind: Kind): unknown =>
    isRecord(value) ? change(mapInner(value, kind, inward), kind) : value;
  const changed = inward(root, rootKind);
  return isRecord(changed) ? changed : root;
}

/** An object with those directly below changed, or itself when none is; `field` is the member that holds them. */
export function mapInner(
  value: JsonRecord,
  kind: Kind,
  change: (inner: unknown, kind: Kind, field: string) => unknown,
): JsonRecord {
  return mapMembers(value, (member, field) => {
    const slot = slotOf(kind, field);
    return slot === undefined ? member : mapSlot(member, slot, (inner) => change(inner, slot.kind, field));
  });
}

function mapSlot(value: unknown, { holds }: Slot, change: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(change);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  return holds === "map" && isRecord(value) ? mapMembers(value, change) : change(value);
}

function mapMembers(value: JsonRecord, change: (member: unknown, key: string) => unknown): JsonRecord {
  let isChanged = false;
  const members = Object.keys(value).map((key) => {
    const changed = change(value[key], key);
    isChanged ||= changed !== value[key];
    return [key, changed] as const;
  });
  return isChanged ? Object.fromEntries(members) : value;
}
