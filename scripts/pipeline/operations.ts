import type { Direction } from "../json/direction.js";
import type { BundledDocument } from "./bundle.js";
import { findClientLimits } from "./client-limits.js";
import { appendPointer, followRefs, isRecord, type JsonRecord } from "../json/pointer.js";
import {
  renderOperationsFile,
  type OperationEntry,
  type ParameterEntry,
  type ValidatorName,
} from "./operations-text.js";
import { operationKey } from "../json/naming.js";
import type { PointedProblem } from "./problem.js";

/** Name of the schema that stands at a pointer of the bundled document, as `isX` and `validateX` carry it. */
export type NameOf = (pointer: string, direction: Direction) => string | undefined;

type Context = { readonly document: BundledDocument; readonly nameOf: NameOf };
type Located = { readonly value: JsonRecord; readonly pointer: string };

/** The fixed fields of a Path Item that hold operations (OpenAPI 3.1 §4.8.9), in their order there. */
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** RFC 9110 §9.2.2: safe methods, and PUT and DELETE. */
const IDEMPOTENT_METHODS: ReadonlySet<string> = new Set(["get", "head", "options", "trace", "put", "delete"]);

/** The text of operations.ts: one entry an operation, in the document's order; and what the client does not do of it. */
export function renderOperations(
  document: BundledDocument,
  nameOf: NameOf,
): { readonly text: string; readonly problems: readonly PointedProblem[] } {
  const found = [...readOperations({ document, nameOf })];
  // OpenAPI 3.1 §4.8.1: no servers are one server at "/".
  const [server = "/", ...others] = readServers(document["servers"]) ?? [];
  const entries = found.map(({ entry }) => entry);
  return {
    text: renderOperationsFile([server, ...others], entries),
    problems: found.flatMap(({ entry, pointer }) => findClientLimits(entry, pointer, server)),
  };
}

function* readOperations(
  context: Context,
): Generator<{ readonly entry: OperationEntry; readonly pointer: string }> {
  const taken = new Set<string>();
  for (const [path, pointer] of members(context.document["paths"], "/paths")) {
    const item = locate(context, pointer);
    if (item === undefined || !path.startsWith("/")) continue;
    for (const method of METHODS) {
      const operation = locate(context, appendPointer(item.pointer, method));
      if (operation === undefined) continue;
      const key = makeUnique(operationKey(method, path, readText(operation.value["operationId"])), taken);
      const entry = readOperation(context, { key, method, path, item, operation });
      yield { entry, pointer: operation.pointer };
    }
  }
}

type Found = {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly item: Located;
  readonly operation: Located;
};

function readOperation(context: Context, { key, method, path, item, operation }: Found): OperationEntry {
  const { value, pointer } = operation;
  return {
    key,
    method: method.toUpperCase(),
    path,
    summary: readText(value["summary"]) ?? readText(item.value["summary"]),
    description: readText(value["description"]) ?? readText(item.value["description"]),
    deprecated: value["deprecated"] === true,
    idempotent: readFlag(value["x-idempotent"]) ?? IDEMPOTENT_METHODS.has(method),
    servers: readServers(value["servers"]) ?? readServers(item.value["servers"]),
    // OpenAPI 3.1 §4.8.10: an operation's `security` replaces the document's, and `[]` removes it.
    security: readRecords(value["security"]) ?? readRecords(context.document["security"]) ?? [],
    parameters: readParameters(context, item, operation),
    requestBody: readRequestBody(context, appendPointer(pointer, "requestBody")),
    responses: readResponses(context, appendPointer(pointer, "responses")),
  };
}

/** An operation's parameter takes the place of the path item's with the same name and location (§4.8.9). */
function readParameters(context: Context, item: Located, operation: Located): ParameterEntry[] {
  const byPlace = new Map<string, ParameterEntry>();
  for (const owner of [item, operation]) {
    for (const [, pointer] of members(
      owner.value["parameters"],
      appendPointer(owner.pointer, "parameters"),
    )) {
      const parameter = readParameter(context, pointer);
      if (parameter !== undefined) byPlace.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...byPlace.values()];
}

function readParameter(context: Context, place: string): ParameterEntry | undefined {
  const parameter = locate(context, place);
  const location = readText(parameter?.value["in"]);
  const name = readText(parameter?.value["name"]);
  if (parameter === undefined || location === undefined || name === undefined) return undefined;
  const { value, pointer } = parameter;
  const style =
    readText(value["style"]) ?? (location === "query" || location === "cookie" ? "form" : "simple");
  const [content] = members(value["content"], appendPointer(pointer, "content"));
  return {
    in: location,
    name,
    required: value["required"] === true,
    style,
    explode: readFlag(value["explode"]) ?? style === "form",
    allowReserved: value["allowReserved"] === true,
    contentType: content?.[0],
    validate: nameSchema(context, appendPointer(content?.[1] ?? pointer, "schema"), "request"),
  };
}

function readRequestBody(context: Context, place: string): OperationEntry["requestBody"] {
  const body = locate(context, place);
  if (body === undefined) return undefined;
  return { required: body.value["required"] === true, content: readContent(context, body, "request") };
}

function readResponses(context: Context, place: string): OperationEntry["responses"] {
  const responses = locate(context, place);
  const statuses = members(responses?.value, responses?.pointer ?? "").filter(
    ([status]) => !status.startsWith("x-"),
  );
  return statuses.map(([status, pointer]) => {
    const response = locate(context, pointer);
    return { status, content: response === undefined ? [] : readContent(context, response, "response") };
  });
}

type Content = readonly (readonly [mediaType: string, validate: ValidatorName])[];

function readContent(context: Context, owner: Located, direction: Direction): Content {
  return members(owner.value["content"], appendPointer(owner.pointer, "content")).map(
    ([mediaType, pointer]) => {
      const media = locate(context, pointer);
      const validate = media && nameSchema(context, appendPointer(media.pointer, "schema"), direction);
      return [mediaType, validate] as const;
    },
  );
}

/** A schema that is nothing but a reference may have its name at the place that it refers to. */
function nameSchema(context: Context, pointer: string, direction: Direction): ValidatorName {
  return (
    context.nameOf(pointer, direction) ??
    context.nameOf(followRefs(context.document, pointer).pointer, direction)
  );
}

function locate(context: Context, pointer: string): Located | undefined {
  const resolved = followRefs(context.document, pointer);
  return isRecord(resolved.value) ? { value: resolved.value, pointer: resolved.pointer } : undefined;
}

/** Keys with the pointers of their values; indices for an array. */
function members(value: unknown, pointer: string): [key: string, pointer: string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).map((key) => [key, appendPointer(pointer, key)]);
}

/** URLs with the defaults of their variables filled in (§4.8.5). */
function readServers(servers: unknown): string[] | undefined {
  if (!Array.isArray(servers) || servers.length === 0) return undefined;
  return servers.filter(isRecord).map((server) => {
    const variables = isRecord(server["variables"]) ? server["variables"] : {};
    return (readText(server["url"]) ?? "/").replaceAll(/\{([^}]*)\}/g, (whole, name: string) => {
      const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
      return (isRecord(variable) && readText(variable["default"])) || whole;
    });
  });
}

function readText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function readFlag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

function readRecords(value: unknown): JsonRecord[] | undefined {
  return Array.isArray(value) ? value.filter(isRecord) : undefined;
}

/** Only operations without an operationId can meet: the lint keeps operationIds unique. */
function makeUnique(key: string, taken: Set<string>): string {
  let unique = key;
  for (let serial = 2; taken.has(unique); serial++) unique = `${key}${serial}`;
  taken.add(unique);
  return unique;
}
