import { follow, memberOf } from "../../json/place.js";
import { listOperations, type Operation as Described } from "../../spec/operations.js";
import { readParameters, type Parameter } from "../../spec/parameters.js";
import { readResponses } from "../../spec/responses.js";
import type { Doc, Place } from "./document.js";

/** An operation as the review compares it with the same one of the other document. */
export type Operation = Described<Doc> & {
  /** Equal for the same operation in two documents: method and path, whatever its parameters are called. */
  readonly key: string;
  /** The operationId, else method and path. */
  readonly name: string;
  /** By where it stands and its name; of path parameters, the position in the path counts. */
  readonly parameters: ReadonlyMap<string, Place>;
  readonly body: Place | undefined;
  /** By status. */
  readonly responses: ReadonlyMap<string, Place>;
};

/** What an operation is known by: parameters of a path may be called differently. */
export function keyOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`;
}

/** Every operation of a document, callbacks and webhooks included, by key. */
export function readOperations(doc: Doc): ReadonlyMap<string, Operation> {
  const operations = [...listOperations(doc)].map(describeOperation);
  return new Map(operations.map((operation) => [operation.key, operation]));
}

function describeOperation(operation: Described<Doc>): Operation {
  const { method, path, operationId, place } = operation;
  const body = memberOf(place, "requestBody");
  return {
    ...operation,
    key: keyInDocument(operation),
    name: operationId ?? `${method} ${path}`,
    parameters: new Map(
      readParameters(operation).map((parameter) => [keyOfParameter(parameter, path), parameter.place]),
    ),
    body: body && follow(body),
    responses: new Map(readResponses(operation).map((response) => [response.status, response.place])),
  };
}

function keyInDocument(operation: Described<Doc>): string {
  const key = keyOf(operation.method, operation.path);
  if (operation.kind === "path") return key;
  if (operation.kind === "webhook") return `webhook ${key}`;
  return `${keyInDocument(operation.parent)} callback ${operation.callback} ${key}`;
}

function keyOfParameter({ in: location, name }: Parameter, path: string): string {
  const segments = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
  const index = location === "path" ? segments.indexOf(name) : -1;
  if (index !== -1) return `path #${index}`;
  // Field names are case-insensitive (RFC 9110 §5.1).
  return `${location} ${location === "header" ? name.toLowerCase() : name}`;
}
