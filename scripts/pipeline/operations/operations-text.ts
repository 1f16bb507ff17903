import { listTypes, renderMethods, usesPaths } from "./methods-text.js";
import type { SchemeEntry } from "./security.js";
import {
  literal,
  object,
  optional,
  propertyKey,
  renderComment,
  renderField,
  type Field,
  type SourceText,
} from "../source-text.js";
import { moduleOf } from "../wire.js";

/** The X of `validateX`; undefined where there is no schema. */
export type ValidatorName = string | undefined;

/** A function of src/wire, which is copied beside operations.ts. */
export type WireName = string;

/** How a property of a form is written, where the document says so. */
export type EncodingEntry = {
  readonly write: WireName | undefined;
  readonly explode: boolean | undefined;
  readonly allowReserved: boolean | undefined;
  readonly contentType: string | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** Headers of its part that are required, and that nobody gives a value. */
  readonly unsent: readonly string[];
};

export type MediaEntry = {
  readonly mediaType: string;
  readonly validate: ValidatorName;
  /** What writes or reads a body of it; JSON needs nothing. */
  readonly wire: WireName | undefined;
  readonly encoding?: ReadonlyMap<string, EncodingEntry>;
};

export type Content = readonly MediaEntry[];

type Requirement = readonly SchemeEntry[];

export type ParameterEntry = {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly write: WireName;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Set when the parameter is serialized as a media type and not by its style. */
  readonly contentType: string | undefined;
  readonly validate: ValidatorName;
};

type RequestBodyEntry = {
  readonly required: boolean;
  readonly content: Content;
  /** What chooses among media types. */
  readonly choose: WireName | undefined;
};

/** What operations.ts says of one operation. */
export type OperationEntry = {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly idempotent: boolean;
  /** Set when the operation does not use the document's servers. */
  readonly servers: readonly string[] | undefined;
  /** Any one of the requirements is enough; each needs all of its schemes. */
  readonly security: readonly Requirement[];
  /** Media types that a success may have, where they are others than JSON. */
  readonly accept: string | undefined;
  readonly parameters: readonly ParameterEntry[];
  readonly requestBody: RequestBodyEntry | undefined;
  /** What finds the media type of a response among several. */
  readonly match: WireName | undefined;
  readonly responses: readonly { readonly status: string; readonly content: Content }[];
};

/** The types of those that are `named` are printed too. */
export function renderOperationsFile(
  servers: readonly string[],
  operations: readonly OperationEntry[],
  named: readonly OperationEntry[] = [],
): SourceText {
  const types = listTypes(named).map((name) => `type ${name}`);
  const names = [...new Set(operations.flatMap(listValidators))].map((name) => `validate${name}`);
  const imports = [...types, ...names]
    .toSorted()
    .map((name) => `  ${name},\n`)
    .join("");
  const schema = usesPaths(named) ? [`import type { paths } from "./schema.js";\n`] : [];
  const wire = [...schema, ...listWire(operations, named).map(renderWireImport)];
  return [
    names.length > 0 ? `import {\n${imports}} from "./validators.js";\n` : "",
    ...wire,
    names.length + wire.length > 0 ? "\n" : "",
    `/** Base addresses in the document's order, with the defaults of their variables filled in. */\n`,
    `export const servers = ${literal(servers)} as const;\n\n`,
    `/** What a client has to know of each operation at run time, by operationId. */\n`,
    `export const operations = {\n${operations.map(renderOperation).join("")}} as const;\n`,
    renderMethods(named),
  ].join("");
}

function listValidators({ parameters, requestBody, responses }: OperationEntry): string[] {
  const contents = [requestBody?.content ?? [], ...responses.map(({ content }) => content)].flat();
  return [...contents, ...parameters].map(({ validate }) => validate).filter((name) => name !== undefined);
}

/** What the operations use of src/wire, each once and in order. */
export function listWire(
  operations: readonly OperationEntry[],
  named: readonly OperationEntry[] = [],
): readonly WireName[] {
  const names = operations.flatMap(({ security, parameters, requestBody, responses, match }) => [
    ...security.flat().map(({ write }) => write),
    ...parameters.map(({ write }) => write),
    parameters.length > 0 ? WRITE_PARAMETERS : undefined,
    ...(requestBody?.content ?? []).flatMap(({ wire, encoding = new Map<string, EncodingEntry>() }) => [
      wire,
      ...[...encoding.values()].map(({ write }) => write),
    ]),
    requestBody?.choose,
    match,
    ...responses.flatMap(({ content }) => content.map(({ wire }) => wire)),
  ]);
  const types = listTypes(named).length > 0 ? ["CallOptions", "Result"] : [];
  return [...new Set([...names, ...types])].filter((name) => name !== undefined).toSorted();
}

function renderWireImport(name: WireName): SourceText {
  const keyword = /^[A-Z]/.test(name) ? "import type" : "import";
  return `${keyword} { ${name} } from "./wire/${moduleOf(name)}.js";\n`;
}

const WRITE_PARAMETERS: WireName = "writeParameters";

function renderOperation(operation: OperationEntry): SourceText {
  const { method, path, deprecated, idempotent, servers, security, accept, match } = operation;
  const fields: Field[] = [
    ["method", literal(method)],
    ["path", literal(path)],
    ["deprecated", literal(deprecated)],
    ["idempotent", literal(idempotent)],
    ...optional("servers", servers && literal(servers)),
    ["security", `[${security.map(renderRequirement).join(", ")}]`],
    ...optional("accept", accept && literal(accept)),
    ["parameters", `[${operation.parameters.map(renderParameter).join(", ")}]`],
    ...optional(WRITE_PARAMETERS, operation.parameters.length > 0 ? WRITE_PARAMETERS : undefined),
    ["requestBody", renderRequestBody(operation.requestBody)],
    ...optional("match", match),
    ["responses", renderResponses(operation.responses)],
  ];
  // A line a field, because a large file stays as it is written here.
  const lines = fields.map((field) => `    ${renderField(field)},\n`).join("");
  return `${renderComment(operation)}  ${propertyKey(operation.key)}: {\n${lines}  },\n`;
}

function renderParameter(parameter: ParameterEntry): SourceText {
  return object([
    ["in", literal(parameter.in)],
    ["name", literal(parameter.name)],
    ["required", literal(parameter.required)],
    ["write", parameter.write],
    ["explode", literal(parameter.explode)],
    ...optional("allowReserved", parameter.allowReserved ? literal(true) : undefined),
    ...optional("contentType", parameter.contentType && literal(parameter.contentType)),
    ["validate", renderValidator(parameter.validate)],
  ]);
}

function renderRequestBody(body: RequestBodyEntry | undefined): SourceText {
  if (body === undefined) return "undefined";
  return object([
    ["required", literal(body.required)],
    ["content", renderContent(body.content, "write")],
    ...optional("choose", body.choose),
  ]);
}

function renderResponses(responses: OperationEntry["responses"]): SourceText {
  return object(responses.map(({ status, content }) => [status, renderContent(content, "read")]));
}

/** A scheme that no client writes cannot be asked for. */
function renderRequirement(requirement: Requirement): SourceText {
  return object(
    requirement.flatMap(({ key, write, name }) =>
      optional(key, write && object([["write", write], ...optional("name", name && literal(name))])),
    ),
  );
}

function renderContent(content: Content, verb: "read" | "write"): SourceText {
  return object(content.map((media) => [media.mediaType, renderMedia(media, verb)]));
}

/** JSON is its validator. */
function renderMedia({ validate, wire, encoding }: MediaEntry, verb: "read" | "write"): SourceText {
  if (wire === undefined) return renderValidator(validate);
  const encodings = [...(encoding ?? [])].map(([name, entry]) => [name, renderEncoding(entry)] as const);
  const told = encodings.filter(([, entry]) => entry !== "{}");
  return object([
    ["validate", renderValidator(validate)],
    [verb, wire],
    ...optional("encoding", told.length > 0 ? object(told) : undefined),
  ]);
}

function renderEncoding({ write, explode, allowReserved, contentType, headers }: EncodingEntry): SourceText {
  const plain = { explode, allowReserved, contentType, headers };
  const fields = Object.entries(plain).flatMap(([key, value]) =>
    optional(key, value === undefined ? undefined : literal(value)),
  );
  return object([...optional("write", write), ...fields]);
}

function renderValidator(name: ValidatorName): SourceText {
  return name === undefined ? "undefined" : `validate${name}`;
}
