import { opposite, type Direction } from "../json/direction.js";
import { toPascalCase, toTypeName, operationKey } from "../json/naming.js";
import { follow, membersOf, placeAt, type JsonDocument, type Place } from "../json/place.js";
import { appendPointer, splitPointer, type JsonRecord } from "../json/pointer.js";
import { readRequestBody, type MediaType } from "../spec/content.js";
import { readText } from "../spec/fields.js";
import { listOperations, type Operation } from "../spec/operations.js";
import { readSentParameters, type Parameter } from "../spec/parameters.js";
import { readResponses, type Response } from "../spec/responses.js";

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

/**
 * The schemas that get validators: components, then whatever operations, webhooks and callbacks send and answer.
 * @param variants components whose types are those of another in one direction, by `pointer direction`.
 */
export function findSchemaPlaces(
  root: JsonRecord,
  variants: ReadonlyMap<string, string> = new Map(),
): readonly SchemaPlace[] {
  const document = { root };
  const places = new Map<string, SchemaPlace>();
  for (const place of [...listComponents(document), ...listExchanged(document)]) {
    const id = `${place.pointer} ${place.direction ?? ""}`;
    const variant = variants.get(id);
    const type = variant === undefined ? place.type : typeOf(appendPointer("/components/schemas", variant));
    if (!places.has(id)) places.set(id, { ...place, type });
  }
  return [...places.values()];
}

function* listComponents(document: JsonDocument): Generator<SchemaPlace> {
  for (const [key, schema] of membersOf(placeAt(document, "/components/schemas"))) {
    const { pointer } = schema;
    const type = typeOf(pointer);
    yield { name: toTypeName(key), pointer, direction: undefined, type, description: describe(schema) };
  }
}

/** A schema where a message holds it: what it is called and typed unless it only refers to a component. */
type Exchanged = Pick<SchemaPlace, "name" | "type"> & {
  readonly schema: Place | undefined;
  readonly direction: Direction;
};

function* listExchanged(document: JsonDocument): Generator<SchemaPlace> {
  for (const operation of listOperations(document)) {
    for (const exchanged of listSchemas(operation)) {
      const place = reach(exchanged);
      if (place !== undefined) yield operation.kind === "callback" ? withoutCallbacks(place) : place;
    }
  }
}

/** openapi-typescript reads no callbacks: only what they share with others has a type. */
function withoutCallbacks(place: SchemaPlace): SchemaPlace {
  const isTyped = /^\$schema\.components\["(?!callbacks"\])/.test(place.type);
  return isTyped ? place : { ...place, type: "unknown" };
}

function listSchemas(operation: Operation): Exchanged[] {
  const { method, path, operationId } = operation;
  const name = toPascalCase(operationKey(method, path, operationId));
  return [
    ...readSentParameters(operation).map((parameter) => ofParameter(parameter, operation, name)),
    ...ofBody(operation, name),
    ...readResponses(operation).flatMap((response) => ofResponse(response, operation, name)),
  ];
}

function ofParameter(parameter: Parameter, { direction }: Operation, operation: string): Exchanged {
  const { in: location, place, owner, schema } = parameter;
  const group = `${typeOf(owner.pointer)}["parameters"][${JSON.stringify(location)}]`;
  const type = isComponent(place)
    ? typeOf(place.pointer)
    : `Exclude<(${group} & {})[${JSON.stringify(parameter.name)}], undefined>`;
  const inline = operation + toPascalCase(location) + toPascalCase(parameter.name);
  return { name: nameOf(place, inline, "Parameter"), type, schema, direction };
}

function ofBody(operation: Operation, name: string): Exchanged[] {
  const body = readRequestBody(operation);
  if (body === undefined) return [];
  const owner = isComponent(body.place)
    ? typeOf(body.place.pointer)
    : `(${typeOf(operation.place.pointer)}["requestBody"] & {})`;
  return ofContent(body.content, nameOf(body.place, `${name}Body`, "Body"), owner, operation.direction);
}

function ofResponse({ status, place, content }: Response, operation: Operation, name: string): Exchanged[] {
  const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
  const owner = isComponent(place)
    ? typeOf(place.pointer)
    : `${typeOf(operation.place.pointer)}["responses"][${key}]`;
  const inline = `${name}Response${toPascalCase(status).replace("_", "")}`;
  return ofContent(content, nameOf(place, inline, "Response"), owner, opposite(operation.direction));
}

function ofContent(
  content: readonly MediaType[],
  name: string,
  owner: string,
  direction: Direction,
): Exchanged[] {
  return content.map(({ mediaType, schema }) => ({
    name: name + (content.length > 1 ? toPascalCase(mediaType) : ""),
    type: `${owner}["content"][${JSON.stringify(mediaType)}]`,
    schema,
    direction,
  }));
}

/** A place that only refers to a component is that component, seen from one direction. */
function reach({ schema, name, type, direction }: Exchanged): SchemaPlace | undefined {
  const place = schema && follow(schema);
  if (place?.value === undefined) return undefined;
  const { pointer } = place;
  const description = describe(place);
  const [, section, key = ""] = splitPointer(pointer);
  if (place === schema || section !== "schemas" || !isComponent(place))
    return { name, type, pointer, direction, description };
  const directed = `${toTypeName(key)}${direction === "request" ? "Request" : "Response"}`;
  return { name: directed, type: typeOf(pointer), pointer, direction, description };
}

/** What stands among the components is named after its key there, and not after the first operation that uses it. */
function nameOf(place: Place, inline: string, kind: string): string {
  const [, , key = ""] = splitPointer(place.pointer);
  return isComponent(place) ? toPascalCase(key) + kind : inline;
}

/** Whether a place is a component itself, and not something inside of one. */
function isComponent({ pointer }: Place): boolean {
  const segments = splitPointer(pointer);
  return segments[0] === "components" && segments.length === 3;
}

/** openapi-typescript's types follow the document's own structure. */
function typeOf(pointer: string): string {
  const [first = "", ...rest] = splitPointer(pointer);
  return `$schema.${first}${rest.map((key) => `[${JSON.stringify(key)}]`).join("")}`;
}

function describe(schema: Place): string {
  return readText(schema, "description") ?? readText(schema, "title") ?? "";
}
