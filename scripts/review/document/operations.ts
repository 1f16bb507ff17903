import { childOf, follow, itemsOf, memberOf, membersOf, recordAt, rootOf } from "../../json/place.js";
import type { Doc, Place } from "./document.js";

/** One operation with what it inherits from its path item and from the document. */
export type Operation = {
  /** Equal for the same operation in two documents: method and path, whatever its parameters are called. */
  readonly key: string;
  readonly kind: "path" | "webhook" | "callback";
  readonly method: string;
  readonly path: string;
  /** The operationId, else method and path. */
  readonly name: string;
  readonly id: string | undefined;
  readonly place: Place;
  readonly pathItem: Place;
  /** By where it stands and its name; of path parameters, the position in the path counts. */
  readonly parameters: ReadonlyMap<string, Place>;
  readonly body: Place | undefined;
  readonly responses: ReadonlyMap<string, Place>;
};

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

export function isMethod(name: string): boolean {
  return METHODS.includes(name);
}

/** What an operation is known by: parameters of a path may be called differently. */
export function keyOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`;
}

type Owner = { readonly kind: Operation["kind"]; readonly prefix: string };

/** Every operation of a document, callbacks and webhooks included, by key. */
export function readOperations(doc: Doc): ReadonlyMap<string, Operation> {
  const root = rootOf(doc);
  const operations = [
    ...readPathItems(memberOf(root, "paths"), { kind: "path", prefix: "" }),
    ...readPathItems(memberOf(root, "webhooks"), { kind: "webhook", prefix: "webhook " }),
  ];
  const callbacks = operations.flatMap(readCallbacks);
  return new Map([...operations, ...callbacks].map((operation) => [operation.key, operation]));
}

function readCallbacks(operation: Operation): Operation[] {
  return [...membersOf(memberOf(operation.place, "callbacks"))].flatMap(([name, place]) =>
    readPathItems(follow(place), { kind: "callback", prefix: `${operation.key} callback ${name} ` }),
  );
}

function readPathItems(items: Place | undefined, owner: Owner): Operation[] {
  return [...membersOf(items)]
    .filter(([path]) => !path.startsWith("x-"))
    .flatMap(([path, place]) => readPathItem(path, place, owner));
}

function readPathItem(path: string, place: Place, owner: Owner): Operation[] {
  const pathItem = follow(place);
  return METHODS.flatMap((method) => {
    const operation = memberOf(pathItem, method);
    return operation === undefined ? [] : [readOperation(path, method, operation, pathItem, owner)];
  });
}

function readOperation(path: string, method: string, place: Place, pathItem: Place, owner: Owner): Operation {
  const { operationId } = recordAt(place);
  const id = typeof operationId === "string" ? operationId : undefined;
  const body = memberOf(place, "requestBody");
  return {
    key: `${owner.prefix}${keyOf(method, path)}`,
    kind: owner.kind,
    method: method.toUpperCase(),
    path,
    name: id ?? `${method.toUpperCase()} ${path}`,
    id,
    place,
    pathItem,
    parameters: readParameters(path, place, pathItem),
    body: body === undefined ? undefined : follow(body),
    responses: new Map(
      [...membersOf(memberOf(place, "responses"))].map(([status, at]) => [status, follow(at)]),
    ),
  };
}

/** An operation's parameter stands in for its path item's of the same name and place (OpenAPI 3.1 §4.8.10). */
function readParameters(path: string, place: Place, pathItem: Place): ReadonlyMap<string, Place> {
  const places = [...itemsOf(memberOf(pathItem, "parameters")), ...itemsOf(memberOf(place, "parameters"))];
  const segments = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
  const parameters = new Map<string, Place>();
  for (const parameter of places.map(follow)) {
    const { in: where, name } = recordAt(parameter);
    const index = where === "path" ? segments.indexOf(String(name)) : -1;
    const label = index === -1 ? String(name) : `#${index}`;
    // Field names are case-insensitive (RFC 9110 §5.1).
    parameters.set(`${String(where)} ${where === "header" ? label.toLowerCase() : label}`, parameter);
  }
  return parameters;
}

/** The nearest of the operation's, its path item's and the document's member. */
export function inherit(operation: Operation, key: "servers" | "security"): Place | undefined {
  const root = rootOf(operation.place.document);
  const levels = key === "servers" ? [operation.place, operation.pathItem, root] : [operation.place, root];
  const owner = levels.find((level) => key in recordAt(level));
  return owner === undefined ? undefined : childOf(owner, key);
}
