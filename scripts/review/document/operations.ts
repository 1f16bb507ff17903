import { readRequestBody, type RequestBody } from "../../spec/content.js";
import { listOperations, type Operation as Described } from "../../spec/operations.js";
import { identifyParameter, readParameters, type Parameter } from "../../spec/parameters.js";
import { readResponses, type Response } from "../../spec/responses.js";
import type { Document } from "./document.js";

/** An operation as the review compares it with the same one of the other document. */
export type Operation = Described<Document> & {
  /** Equal for the same operation in two documents: method and path, whatever its parameters are called. */
  readonly key: string;
  /** The operationId, else method and path. */
  readonly name: string;
  /** By where it stands and its name; of path parameters, the position in the path counts. */
  readonly parameters: ReadonlyMap<string, Parameter<Document>>;
  readonly body: RequestBody<Document> | undefined;
  /** By status. */
  readonly responses: ReadonlyMap<string, Response<Document>>;
};

/** What an operation is known by: parameters of a path may be called differently. */
export function keyOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`;
}

/** Every operation of a document, callbacks and webhooks included, by key. */
export function readOperations(document: Document): ReadonlyMap<string, Operation> {
  const operations = [...listOperations(document)].map(describeOperation);
  return new Map(operations.map((operation) => [operation.key, operation]));
}

function describeOperation(operation: Described<Document>): Operation {
  const { method, path, operationId } = operation;
  return {
    ...operation,
    key: keyInDocument(operation),
    name: operationId ?? `${method} ${path}`,
    parameters: new Map(
      readParameters(operation).map((parameter) => [keyOfParameter(parameter, path), parameter]),
    ),
    body: readRequestBody(operation),
    responses: new Map(readResponses(operation).map((response) => [keyOfStatus(response.status), response])),
  };
}

function keyInDocument(operation: Described<Document>): string {
  const key = keyOf(operation.method, operation.path);
  if (operation.kind === "path") return key;
  if (operation.kind === "webhook") return `webhook ${key}`;
  return `${keyInDocument(operation.parent)} callback ${operation.callback} ${key}`;
}

/** A range is written in capitals (OpenAPI 3.1 §4.8.16), and is meant by small letters as well. */
function keyOfStatus(status: string): string {
  return status.replace(/xx$/, "XX");
}

function keyOfParameter(parameter: Parameter, path: string): string {
  const segments = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
  const index = parameter.in === "path" ? segments.indexOf(parameter.name) : -1;
  return index === -1 ? identifyParameter(parameter) : `path #${index}`;
}
