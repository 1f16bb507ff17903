import { childOf, rootOf, type JsonDocument, type Place } from "../json/place.js";
import { isRecord, type JsonRecord } from "../json/pointer.js";
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

/** What a field holds: an object of a kind, a list or a map of them. */
type Slot = { readonly holds: "one" | "list" | "map"; readonly kind: Kind };

type Fields = Readonly<Record<string, Slot>>;

const one = (kind: Kind): Slot => ({ holds: "one", kind });
const list = (kind: Kind): Slot => ({ holds: "list", kind });
const map = (kind: Kind): Slot => ({ holds: "map", kind });

/** The same slot for several fields. */
const each = (slot: Slot, names: string): Fields =>
  Object.fromEntries(names.split(" ").map((name) => [name, slot]));

/** Fields that hold objects, by the object that has them (OpenAPI 3.1 §4.8). In all others nothing is looked for. */
const FIELDS: Readonly<Record<Kind, Fields>> = {
  map: {},
  document: { ...each(map("pathItem"), "paths webhooks"), components: one("components") },
  components: {
    schemas: map("schema"),
    responses: map("response"),
    parameters: map("parameter"),
    requestBodies: map("requestBody"),
    headers: map("header"),
    callbacks: map("callback"),
    pathItems: map("pathItem"),
  },
  pathItem: { parameters: list("parameter") },
  operation: {
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: one("responses"),
    callbacks: map("callback"),
  },
  callback: {},
  parameter: { schema: one("schema"), content: map("mediaType") },
  header: { schema: one("schema"), content: map("mediaType") },
  requestBody: { content: map("mediaType") },
  responses: {},
  response: { headers: map("header"), content: map("mediaType") },
  mediaType: { schema: one("schema"), encoding: map("encoding") },
  encoding: { headers: map("header") },
  // JSON Schema Core §10 and §11; `definitions` and `dependencies` are those of older drafts.
  schema: {
    ...each(map("schema"), "properties patternProperties $defs definitions dependentSchemas dependencies"),
    ...each(list("schema"), "allOf anyOf oneOf prefixItems"),
    ...each(
      one("schema"),
      "items additionalItems additionalProperties unevaluatedItems unevaluatedProperties",
    ),
    ...each(one("schema"), "propertyNames contains contentSchema not if then else"),
  },
};

export function isKind(name: string): name is Kind {
  return Object.hasOwn(FIELDS, name);
}

/** What stands in a field of an object, if it is one that can hold schemas. */
function slotOf(kind: Kind, field: string): Slot | undefined {
  if (kind === "pathItem" && isMethodField(field)) return one("operation");
  const isOpen = kind === "callback" || kind === "responses";
  if (isOpen) return field.startsWith("x-") || field === "$ref" ? undefined : one(OPEN[kind]);
  const fields = FIELDS[kind];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
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
    // One by one: a list that is spread has to fit on the stack.
    for (const inner of listInner(part).toReversed()) pending.push(inner);
  }
}

/** `of` is the kind of the members of a map or list; a list is no part by itself. */
type Inner<D extends JsonDocument> = Part<D> & { readonly of?: Kind; readonly isList?: boolean };

function listInner<D extends JsonDocument>(part: Inner<D>): readonly Inner<D>[] {
  const { value, kind, of } = part;
  if (typeof value !== "object" || value === null) return [];
  const keys = Object.keys(value);
  if (of !== undefined) return keys.map((key) => ({ ...childOf(part, key), kind: of }));
  return keys.flatMap((field) => {
    const slot = slotOf(kind, field);
    return slot === undefined ? [] : [enterSlot(childOf(part, field), slot)];
  });
}

function enterSlot<D extends JsonDocument>(place: Place<D>, { holds, kind }: Slot): Inner<D> {
  // Drafts before 2020-12 have a list of schemas in `items`.
  if (Array.isArray(place.value)) return { ...place, kind, of: kind, isList: true };
  return holds === "map" && isRecord(place.value) ? { ...place, kind: "map", of: kind } : { ...place, kind };
}

/** Makes another object of one; its members have been changed before. */
export type Change = (value: JsonRecord, kind: Kind) => unknown;

/** The document, or an object of another kind, with each object in it changed, the inner ones first. */
export function mapParts(root: JsonRecord, change: Change, rootKind: Kind = "document"): JsonRecord {
  const inward = (value: unknown, kind: Kind): unknown =>
    isRecord(value) ? change(mapInner(value, kind, inward), kind) : value;
  const changed = inward(root, rootKind);
  return isRecord(changed) ? changed : root;
}

/** An object with those directly below changed; `field` is the member that holds them. */
export function mapInner(
  value: JsonRecord,
  kind: Kind,
  change: (inner: unknown, kind: Kind, field: string) => unknown,
): JsonRecord {
  const members = Object.entries(value).map(([field, member]) => {
    const slot = slotOf(kind, field);
    return [
      field,
      slot === undefined ? member : mapSlot(member, slot, (inner, of) => change(inner, of, field)),
    ];
  });
  return Object.fromEntries(members);
}

type ChangeInner = (inner: unknown, kind: Kind) => unknown;

function mapSlot(value: unknown, { holds, kind }: Slot, change: ChangeInner): unknown {
  if (Array.isArray(value)) return value.map((item) => change(item, kind));
  if (holds !== "map" || !isRecord(value)) return change(value, kind);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member, kind)]));
}
