import type { Direction } from "../json/direction.js";
import { createNaming, operationKey } from "../json/naming.js";
import { follow } from "../json/place.js";
import { readRequestBody } from "../spec/content.js";
import { readFlag, readText } from "../spec/fields.js";
import { isJson, readEssence } from "../spec/media-type.js";
import { isIdempotent } from "../spec/methods.js";
import { listOperations, type Operation } from "../spec/operations.js";
import { readSentParameters, type Parameter } from "../spec/parameters.js";
import { readResponses } from "../spec/responses.js";
import { fillDefaults, findDocumentServers, findOwnServers, readServers } from "../spec/servers.js";
import type { BundledDocument } from "./bundle.js";
import { findClientLimits } from "./operations/client-limits.js";
import { renderMethods } from "./operations/methods-text.js";
import {
  describeRequestMedia,
  describeResponseMedia,
  writerOfStyle,
  type NameSchema,
} from "./operations/media-entries.js";
import {
  listWire,
  renderOperationsFile,
  type OperationEntry,
  type ParameterEntry,
  type WireName,
} from "./operations/operations-text.js";
import type { PointedProblem } from "./problem.js";
import { describeSecurity } from "./operations/security.js";
import { moduleOf } from "./wire.js";

/** Name of the schema that stands at a pointer of the bundled document, as `isX` and `validateX` carry it. */
export type NameOf = (pointer: string, direction: Direction) => string | undefined;

/** The text of operations.ts: one entry an operation, in the document's order; and what the client does not do of it. */
export function renderOperations(
  root: BundledDocument,
  nameOf: NameOf,
): {
  readonly text: string;
  /** The modules of src/wire that the text imports. */
  readonly wire: readonly string[];
  /** It exports the type `Methods`. */
  readonly hasMethods: boolean;
  readonly problems: readonly PointedProblem[];
} {
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
  const entries = found.map(({ entry }) => entry);
  // What only requests or only responses have is taken out of types by computing.
  const named = /"(?:readOnly|writeOnly)":true/.test(JSON.stringify(root)) ? [] : entries;
  return {
    text: renderOperationsFile(servers, entries, named),
    wire: listWire(entries, named).map(moduleOf),
    hasMethods: renderMethods(named) !== "",
    problems: found.flatMap(({ preferred, entry, pointer }) => [
      ...(CLIENT_NAMES.has(preferred) ? [reportRenamed(preferred, entry.key, pointer)] : []),
      ...findClientLimits(entry, pointer),
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
  const nameSchema: NameSchema = (schema, direction) => schema && nameOf(follow(schema).pointer, direction);
  return {
    method,
    path,
    summary: readText(place, "summary") ?? readText(pathItem, "summary"),
    description: readText(place, "description") ?? readText(pathItem, "description"),
    deprecated: readFlag(place, "deprecated") ?? false,
    idempotent: readFlag(place, "x-idempotent") ?? isIdempotent(method),
    servers: servers && readServers(servers).map(fillDefaults),
    security: describeSecurity(operation),
    parameters: readSentParameters(operation).map((parameter) => describeParameter(parameter, nameSchema)),
    requestBody: describeRequestBody(operation, nameSchema),
    ...describeResponses(operation, nameSchema),
  };
}

function describeParameter(parameter: Parameter, nameSchema: NameSchema): ParameterEntry {
  const { in: location, name, required, explode, allowReserved, content, schema } = parameter;
  return {
    in: location,
    name,
    required,
    write: chooseWriter(parameter),
    explode,
    // It is a word about queries alone (§4.8.12.2.1).
    allowReserved: allowReserved && location === "query",
    contentType: content?.mediaType,
    validate: nameSchema(schema, "request"),
  };
}

/** By the table of styles (§4.8.12.3); where a style cannot be, the location's own counts. */
function chooseWriter({ in: location, style, content }: Parameter): WireName {
  if (location === "header") return content ? "writeHeaderContent" : "writeHeader";
  if (location !== "path") return content ? "writeContent" : writerOfStyle(style);
  if (content) return "writePathContent";
  return { label: "writeLabel", matrix: "writeMatrix" }[style] ?? "writeSimple";
}

function describeRequestBody(operation: Operation, nameSchema: NameSchema): OperationEntry["requestBody"] {
  const body = readRequestBody(operation);
  if (body === undefined) return undefined;
  const content = body.content.map((media) => describeRequestMedia(media, nameSchema));
  const isChoice = content.length > 1 || content.some(({ mediaType }) => isRange(mediaType));
  return { required: body.required, content, choose: isChoice ? "chooseContent" : undefined };
}

function describeResponses(
  operation: Operation,
  nameSchema: NameSchema,
): Pick<OperationEntry, "accept" | "match" | "responses"> {
  const found = readResponses(operation).map(({ status, content }) => ({
    status: status.toUpperCase(),
    content,
  }));
  const successes = found.filter(({ status }) => status.startsWith("2"));
  // It stands for every status that is not listed (§4.8.16); beside a success it describes the failures.
  const rest = successes.length > 0 ? [] : found.filter(({ status }) => status === "DEFAULT");
  const read = [...successes, ...rest.map(({ content }) => ({ status: "2XX", content }))].map(
    ({ status, content }) => ({
      status,
      // HEAD has the fields of a response and nothing else of it (RFC 9110 §9.3.2).
      content:
        operation.method === "HEAD" ? [] : content.map((media) => describeResponseMedia(media, nameSchema)),
    }),
  );
  const failures = found
    .filter((response) => !successes.includes(response))
    .map(({ status, content }) => ({
      status: status === "DEFAULT" ? "default" : status,
      content: content.map(({ mediaType, schema }) => ({
        mediaType,
        validate: nameSchema(schema, "response"),
        wire: undefined,
      })),
    }));
  const contents = read.map(({ content }) => content.map(({ mediaType }) => mediaType));
  return {
    accept: describeAccept(contents.flat()),
    match: contents.some(needsMatch) ? "matchContent" : undefined,
    responses: [...read, ...failures],
  };
}

/** JSON is asked for first; a charset says how a text is written and not what it is. */
function describeAccept(mediaTypes: readonly string[]): string | undefined {
  const plain = mediaTypes.map((mediaType) => mediaType.replaceAll(/\s*;\s*charset=("[^"]*"|[^;]*)/gi, ""));
  // What is no media type would make a header that no platform sends.
  const valid = plain.filter((mediaType) => /^[!-~]+\/[ -~]+$/.test(mediaType));
  const accept = [...new Set([...valid.filter(isJson), ...valid])].join(", ");
  return accept === "" || accept === "application/json" ? undefined : accept;
}

function needsMatch(mediaTypes: readonly string[]): boolean {
  return (
    mediaTypes.length > 1 ||
    mediaTypes.some((mediaType) => isRange(mediaType) || /;(?!\s*charset=[^;]*$)/i.test(mediaType))
  );
}

function isRange(mediaType: string): boolean {
  return readEssence(mediaType).includes("*");
}
