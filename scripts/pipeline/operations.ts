import type { Direction } from "../json/direction.js";
import { createNaming, operationKey } from "../json/naming.js";
import { follow, type Place } from "../json/place.js";
import { readRequestBody, type MediaType } from "../spec/content.js";
import { readFlag, readText } from "../spec/fields.js";
import { isIdempotent } from "../spec/methods.js";
import { listOperations, type Operation } from "../spec/operations.js";
import { readSentParameters, type Parameter } from "../spec/parameters.js";
import { readResponses } from "../spec/responses.js";
import { readSecurity } from "../spec/security.js";
import { fillDefaults, findDocumentServers, findOwnServers, readServers } from "../spec/servers.js";
import type { BundledDocument } from "./bundle.js";
import { findClientLimits } from "./client-limits.js";
import {
  renderOperationsFile,
  type Content,
  type OperationEntry,
  type ParameterEntry,
  type ValidatorName,
} from "./operations-text.js";
import type { PointedProblem } from "./problem.js";

/** Name of the schema that stands at a pointer of the bundled document, as `isX` and `validateX` carry it. */
export type NameOf = (pointer: string, direction: Direction) => string | undefined;

/** The text of operations.ts: one entry an operation, in the document's order; and what the client does not do of it. */
export function renderOperations(
  root: BundledDocument,
  nameOf: NameOf,
): { readonly text: string; readonly problems: readonly PointedProblem[] } {
  const document = { root };
  const unique = createNaming({ taken: CLIENT_NAMES });
  // Webhooks and callbacks are sent to the user, who calls the others.
  const called = [...listOperations(document)].filter(({ kind }) => kind === "path");
  const found = called.map((operation) => {
    const { method, path, operationId, place } = operation;
    const preferred = operationKey(method, path, operationId || undefined);
    // Without an operationId, or in a path item that two paths share, two may prefer the same.
    const key = unique(CLIENT_NAMES.has(preferred) ? `${preferred}Operation` : preferred);
    return { preferred, entry: { key, ...describeOperation(operation, nameOf) }, pointer: place.pointer };
  });
  const servers = readServers(findDocumentServers(document)).map(fillDefaults);
  const [server = ""] = servers;
  return {
    text: renderOperationsFile(
      servers,
      found.map(({ entry }) => entry),
    ),
    problems: found.flatMap(({ preferred, entry, pointer }) => [
      ...(CLIENT_NAMES.has(preferred) ? [reportRenamed(preferred, entry.key, pointer)] : []),
      ...findClientLimits(entry, pointer, server),
    ]),
  };
}

/** What a client means by itself, and what the language looks for on any object or awaited value. */
const CLIENT_NAMES: ReadonlySet<string> = new Set([
  "http",
  "then",
  ...Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== "__proto__"),
]);

function reportRenamed(operationId: string, key: string, pointer: string): PointedProblem {
  const message = `${operationId}: a client has a member of this name already; the operation is called \`${key}\``;
  return { severity: "warning", rule: "client", message, pointer: `${pointer}/operationId` };
}

function describeOperation(operation: Operation, nameOf: NameOf): Omit<OperationEntry, "key"> {
  const { method, path, place, pathItem } = operation;
  const servers = findOwnServers(operation);
  const body = readRequestBody(operation);
  return {
    method,
    path,
    summary: readText(place, "summary") ?? readText(pathItem, "summary"),
    description: readText(place, "description") ?? readText(pathItem, "description"),
    deprecated: readFlag(place, "deprecated") ?? false,
    idempotent: readFlag(place, "x-idempotent") ?? isIdempotent(method),
    servers: servers && readServers(servers).map(fillDefaults),
    security: readSecurity(operation).map(({ schemes }) =>
      schemes.map(({ name, scopes }) => [name, scopes] as const),
    ),
    parameters: readSentParameters(operation).map((parameter) => describeParameter(parameter, nameOf)),
    requestBody: body && {
      required: body.required,
      content: describeContent(body.content, "request", nameOf),
    },
    responses: readResponses(operation).map(({ status, content }) => ({
      status,
      content: describeContent(content, "response", nameOf),
    })),
  };
}

function describeParameter(parameter: Parameter, nameOf: NameOf): ParameterEntry {
  const { in: location, name, required, style, explode, allowReserved, content, schema } = parameter;
  return {
    in: location,
    name,
    required,
    style,
    explode,
    allowReserved,
    contentType: content?.mediaType,
    validate: nameSchema(schema, "request", nameOf),
  };
}

function describeContent(content: readonly MediaType[], direction: Direction, nameOf: NameOf): Content {
  return content.map(({ mediaType, schema }) => [mediaType, nameSchema(schema, direction, nameOf)]);
}

/** A schema that is nothing but a reference has its name at the place that it refers to. */
function nameSchema(schema: Place | undefined, direction: Direction, nameOf: NameOf): ValidatorName {
  return schema && nameOf(follow(schema).pointer, direction);
}
