import type { Direction } from "../json/direction.js";
import { appendPointer, followRefs, isRecord, splitPointer, type JsonRecord } from "../json/pointer.js";
import { operationKey, toPascalCase, toTypeName } from "../json/naming.js";

/** A schema of the document that gets validators. */
export type SchemaPlace = {
  /** What it would be called if nothing else were. */
  readonly name: string;
  readonly pointer: string;
  /** Which way its values travel; a component by itself travels neither. */
  readonly direction: Direction | undefined;
  /** The type that openapi-typescript gives it, over the module of schema.ts. */
  readonly type: string;
  readonly description: string;
};

/** The schemas that get validators: components, then whatever operations, webhooks and callbacks send and answer. */
export function findSchemaPlaces(document: JsonRecord): readonly SchemaPlace[] {
  const places = new Map<string, SchemaPlace>();
  for (const place of [...componentSchemas(document), ...exchanged(document)]) {
    const id = `${place.pointer} ${place.direction ?? ""}`;
    if (!places.has(id)) places.set(id, place);
  }
  return [...places.values()];
}

function* componentSchemas(document: JsonRecord): Generator<SchemaPlace> {
  for (const [key, pointer, schema] of members(document, "/components/schemas")) {
    const type = `$schema.components["schemas"][${JSON.stringify(key)}]`;
    yield { name: toTypeName(key), pointer, direction: undefined, type, description: describe(schema) };
  }
}

/** Whoever sends a webhook or calls back is the other side, so that its body is what we are answered. */
function* exchanged(document: JsonRecord): Generator<SchemaPlace> {
  yield* pathItems(document, "/paths", "request");
  yield* pathItems(document, "/webhooks", "response");
}

function* pathItems(document: JsonRecord, pointer: string, sent: Direction): Generator<SchemaPlace> {
  for (const [path, at] of members(document, pointer)) yield* pathItem(document, at, path, sent);
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

function* pathItem(document: JsonRecord, at: string, path: string, sent: Direction): Generator<SchemaPlace> {
  const item = followRefs(document, at);
  for (const method of METHODS) {
    const operation = followRefs(document, appendPointer(item.pointer, method));
    if (!isRecord(operation.value)) continue;
    const id = operation.value["operationId"];
    const name = toPascalCase(operationKey(method, path, typeof id === "string" ? id : undefined));
    const type = typeOf(operation.pointer);
    yield* parameters(document, appendPointer(item.pointer, "parameters"), name, sent);
    yield* parameters(document, appendPointer(operation.pointer, "parameters"), name, sent);
    yield* body(document, operation.pointer, name, sent);
    yield* responses(document, operation.pointer, name, sent === "request" ? "response" : "request", type);
    for (const [, callback] of members(document, appendPointer(operation.pointer, "callbacks"))) {
      const back = sent === "request" ? "response" : "request";
      for (const place of pathItems(document, callback, back)) yield typeOfCallback(place);
    }
  }
}

/** openapi-typescript reads no callbacks: only what they share with others has a type. */
function typeOfCallback(place: SchemaPlace): SchemaPlace {
  const isTyped = /^\$schema\.components\["(?!callbacks"\])/.test(place.type);
  return isTyped ? place : { ...place, type: "unknown" };
}

function* parameters(
  document: JsonRecord,
  at: string,
  operation: string,
  sent: Direction,
): Generator<SchemaPlace> {
  for (const [, place] of members(document, at)) {
    const { value, pointer } = followRefs(document, place);
    if (!isRecord(value)) continue;
    const own = `${toPascalCase(String(value["in"]))}${toPascalCase(String(value["name"]))}`;
    const owner = `${typeOf(at.slice(0, at.lastIndexOf("/")))}["parameters"][${JSON.stringify(value["in"])}]`;
    const type = pointer.startsWith("/components/")
      ? typeOf(pointer)
      : `(${owner} & {})[${JSON.stringify(value["name"])}] & {}`;
    const name = nameOf(pointer, `${operation}${own}`, "Parameter");
    const schema = appendPointer(pointer, "schema");
    yield* reached(document, { name, pointer: schema, direction: sent, type, description: "" });
    yield* content(document, pointer, name, sent, () => type);
  }
}

function* body(
  document: JsonRecord,
  operation: string,
  name: string,
  sent: Direction,
): Generator<SchemaPlace> {
  const { pointer } = followRefs(document, appendPointer(operation, "requestBody"));
  const isShared = pointer.startsWith("/components/");
  const owner = isShared ? typeOf(pointer) : `(${typeOf(operation)}["requestBody"] & {})`;
  const typeOfMedia = (media: string): string => `${owner}["content"][${JSON.stringify(media)}]`;
  yield* content(document, pointer, nameOf(pointer, `${name}Body`, "Body"), sent, typeOfMedia);
}

function* responses(
  document: JsonRecord,
  operation: string,
  name: string,
  direction: Direction,
  owner: string,
): Generator<SchemaPlace> {
  for (const [status, place] of members(document, appendPointer(operation, "responses"))) {
    const { pointer } = followRefs(document, place);
    const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
    const own = pointer.startsWith("/components/") ? typeOf(pointer) : `${owner}["responses"][${key}]`;
    const typeOfMedia = (media: string): string => `${own}["content"][${JSON.stringify(media)}]`;
    const wish = nameOf(pointer, `${name}Response${toPascalCase(status).replace("_", "")}`, "Response");
    yield* content(document, pointer, wish, direction, typeOfMedia);
  }
}

function* content(
  document: JsonRecord,
  owner: string,
  name: string,
  direction: Direction,
  typeOfMedia: (media: string) => string,
): Generator<SchemaPlace> {
  const media = members(document, appendPointer(owner, "content"));
  for (const [type, at] of media) {
    const suffix = media.length > 1 ? toPascalCase(type) : "";
    const pointer = appendPointer(followRefs(document, at).pointer, "schema");
    yield* reached(document, {
      name: name + suffix,
      pointer,
      direction,
      type: typeOfMedia(type),
      description: "",
    });
  }
}

/** A place that only refers to a component is that component, seen from one direction. */
function* reached(document: JsonRecord, place: SchemaPlace): Generator<SchemaPlace> {
  const { value, pointer } = followRefs(document, place.pointer);
  if (value === undefined) return;
  if (pointer === place.pointer) return yield { ...place, description: describe(value) };
  const [components, schemas, key, ...deeper] = splitPointer(pointer);
  const isComponent = components === "components" && schemas === "schemas" && deeper.length === 0;
  if (!isComponent || key === undefined) return yield { ...place, pointer, description: describe(value) };
  const name = `${toTypeName(key)}${place.direction === "request" ? "Request" : "Response"}`;
  yield { ...place, name, pointer, type: typeOf(pointer), description: describe(value) };
}

/** What stands among the components is named after its key there, and not after the first operation that uses it. */
function nameOf(pointer: string, inline: string, kind: string): string {
  const [components, , key] = splitPointer(pointer);
  return components === "components" && key !== undefined ? toPascalCase(key) + kind : inline;
}

/** openapi-typescript's types follow the document's own structure. */
function typeOf(pointer: string): string {
  const [first = "", ...rest] = splitPointer(pointer);
  return `$schema.${first}${rest.map((key) => `[${JSON.stringify(key)}]`).join("")}`;
}

function describe(schema: unknown): string {
  if (!isRecord(schema)) return "";
  const { description, title } = schema;
  return typeof description === "string" ? description : typeof title === "string" ? title : "";
}

function members(
  document: JsonRecord,
  pointer: string,
): readonly [key: string, pointer: string, value: unknown][] {
  const { value } = followRefs(document, pointer);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !key.startsWith("x-"))
    .map(([key, member]) => [key, appendPointer(pointer, key), member]);
}
