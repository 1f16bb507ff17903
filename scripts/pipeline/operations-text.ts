/** The X of `validateX`; undefined where there is no schema. */
export type ValidatorName = string | undefined;

/** The validators of a body, by media type. */
export type Content = readonly (readonly [mediaType: string, validate: ValidatorName])[];

type Requirement = readonly (readonly [scheme: string, scopes: readonly string[]])[];

export type ParameterEntry = {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Set when the parameter is serialized as a media type and not by its style. */
  readonly contentType: string | undefined;
  readonly validate: ValidatorName;
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
  /** Any one of the requirements is enough; each needs all of its schemes, with scopes. */
  readonly security: readonly Requirement[];
  readonly parameters: readonly ParameterEntry[];
  readonly requestBody: { readonly required: boolean; readonly content: Content } | undefined;
  readonly responses: readonly { readonly status: string; readonly content: Content }[];
};

/** TypeScript source of one value. Every text from the document passes `literal` or `propertyKey`. */
type SourceText = string;

export function renderOperationsFile(
  servers: readonly string[],
  operations: readonly OperationEntry[],
): SourceText {
  const names = [...new Set(operations.flatMap(listValidators))].toSorted();
  const imports = names.map((name) => `  validate${name},\n`).join("");
  return [
    names.length > 0 ? `import {\n${imports}} from "./validators.js";\n\n` : "",
    `/** Base addresses in the document's order, with the defaults of their variables filled in. */\n`,
    `export const servers = ${literal(servers)} as const;\n\n`,
    `/** What a client has to know of each operation at run time, by operationId. */\n`,
    `export const operations = {\n${operations.map(renderOperation).join("")}} as const;\n`,
  ].join("");
}

function listValidators(operation: OperationEntry): string[] {
  const contents = [
    operation.requestBody?.content ?? [],
    ...operation.responses.map(({ content }) => content),
  ];
  const bodies = contents.flat().map(([, validate]) => validate);
  const parameters = operation.parameters.map(({ validate }) => validate);
  return [...bodies, ...parameters].filter((name) => name !== undefined);
}

function renderOperation(operation: OperationEntry): SourceText {
  const { method, path, deprecated, idempotent, servers, security, requestBody, responses } = operation;
  const body =
    requestBody &&
    object([
      ["required", literal(requestBody.required)],
      ["content", renderContent(requestBody.content)],
    ]);
  const fields: Field[] = [
    ["method", literal(method)],
    ["path", literal(path)],
    ["deprecated", literal(deprecated)],
    ["idempotent", literal(idempotent)],
    ...optional("servers", servers && literal(servers)),
    ["security", `[${security.map(renderRequirement).join(", ")}]`],
    ["parameters", `[${operation.parameters.map(renderParameter).join(", ")}]`],
    ["requestBody", body ?? "undefined"],
    ["responses", object(responses.map(({ status, content }) => [status, renderContent(content)]))],
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
    ["style", literal(parameter.style)],
    ["explode", literal(parameter.explode)],
    ...optional("allowReserved", parameter.allowReserved ? literal(true) : undefined),
    ...optional("contentType", parameter.contentType && literal(parameter.contentType)),
    ["validate", renderValidator(parameter.validate)],
  ]);
}

function renderRequirement(requirement: Requirement): SourceText {
  return object(requirement.map(([scheme, scopes]) => [scheme, literal(scopes)]));
}

function renderContent(content: Content): SourceText {
  return object(content.map(([mediaType, validate]) => [mediaType, renderValidator(validate)]));
}

function renderValidator(name: ValidatorName): SourceText {
  return name === undefined ? "undefined" : `validate${name}`;
}

type Field = readonly [key: string, value: SourceText];

function object(fields: readonly Field[]): SourceText {
  return fields.length === 0 ? "{}" : `{ ${fields.map(renderField).join(", ")} }`;
}

function renderField([key, value]: Field): SourceText {
  return `${propertyKey(key)}: ${value}`;
}

function optional(key: string, value: SourceText | undefined): Field[] {
  return value === undefined ? [] : [[key, value]];
}

function propertyKey(key: string): SourceText {
  // Written plainly it would set the prototype (ECMA-262 §B.3.1).
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : literal(key);
}

/** JSON as source text. Older readers of JavaScript end a line at U+2028 and U+2029. */
function literal(value: unknown): SourceText {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

function renderComment({ summary, description, deprecated }: OperationEntry): SourceText {
  const paragraphs = [
    summary,
    description === summary ? undefined : description,
    deprecated ? "@deprecated" : undefined,
  ];
  const lines = paragraphs
    .map((paragraph) => paragraph?.trim() ?? "")
    .filter((paragraph) => paragraph !== "")
    .join("\n\n")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trimEnd().replaceAll("*/", "*\\/"));
  if (lines.length === 1) return lines[0] === "" ? "" : `  /** ${lines[0]} */\n`;
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join("\n")}\n   */\n`;
}
