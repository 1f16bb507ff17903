import { createNaming, toPascalCase } from "../../json/naming.js";
import { literal, propertyKey, renderComment, type Documented, type SourceText } from "../source-text.js";

type Media = { readonly validate: string | undefined; readonly wire: string | undefined };

export type MethodEntry = Documented & {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly required: boolean }[];
  readonly requestBody: { readonly required: boolean; readonly content: readonly Media[] } | undefined;
  readonly responses: readonly { readonly status: string; readonly content: readonly Media[] }[];
};

/** What a method takes and gives, by the names of types that validators.ts exports. */
type Signature = {
  readonly params: Input | undefined;
  readonly body: Input | undefined;
  readonly data: string;
};

type Input = { readonly type: string; readonly isRequired: boolean };

/**
 * The types of the methods that need no computing: one type of JSON at most each way. A client computes the others.
 */
export function renderMethods(operations: readonly MethodEntry[]): SourceText {
  const names = nameParams(operations);
  const members = operations.flatMap((operation) => {
    const signature = readSignature(operation, names.get(operation.key));
    const name = propertyKey(operation.key);
    return signature
      ? [`${renderComment(operation)}  readonly ${name}: ${renderSignature(signature)};\n`]
      : [];
  });
  const comment =
    "/** The methods of a client by named types, as an editor shows them: those that are plain. */\n";
  const params = operations.flatMap(({ key, method, path }) => {
    const name = names.get(key);
    const route = `paths[${literal(path)}][${literal(method.toLowerCase())}]`;
    return name ? [`export type ${name} = ${route}["parameters"];\n`] : [];
  });
  const own = params.length === 0 ? "" : `\n${params.join("")}`;
  return members.length === 0 ? "" : `${own}\n${comment}export type Methods = {\n${members.join("")}};\n`;
}

/** Whether a method is named by a type of its parameters, which schema.ts has. */
export function usesPaths(operations: readonly MethodEntry[]): boolean {
  return nameParams(operations).size > 0;
}

/** What the parameters of each method are called that is named and has some, by its key. */
function nameParams(operations: readonly MethodEntry[]): ReadonlyMap<string, string> {
  const taken = [...listTypes(operations), "CallOptions", "Result", "Methods"];
  const unique = createNaming({ normalize: toPascalCase, taken });
  const named = operations.filter((operation) => operation.parameters.length > 0 && readSignature(operation));
  return new Map(named.map(({ key }) => [key, unique(`${key} params`)]));
}

/** The types that they name, each once. */
export function listTypes(operations: readonly MethodEntry[]): readonly string[] {
  const signatures = operations
    .map((operation) => readSignature(operation))
    .filter((signature) => signature !== undefined);
  return [...new Set(signatures.flatMap(({ body, data }) => (body ? [body.type, data] : [data])))];
}

function readSignature(
  { parameters, requestBody, responses }: MethodEntry,
  params?: string,
): Signature | undefined {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const [body, data] = [requestBody?.content, successes[0]?.content].map(readName);
  if (successes.length !== 1 || data === undefined) return undefined;
  if (requestBody && body === undefined) return undefined;
  const isRequired = parameters.some(({ required }) => required);
  return {
    params: params === undefined ? undefined : { type: params, isRequired },
    body: body === undefined ? undefined : { type: body, isRequired: requestBody?.required ?? false },
    data,
  };
}

/** Of the one media type that is JSON. */
function readName(content: readonly Media[] = []): string | undefined {
  const [media] = content;
  return content.length === 1 && media?.wire === undefined ? media?.validate : undefined;
}

function renderSignature({ params, body, data }: Signature): SourceText {
  const inputs = Object.entries({ params, body }).flatMap(([key, input]) =>
    input ? [[key, input] as const] : [],
  );
  const members = inputs.map(([key, { type, isRequired }]) => `${key}${isRequired ? "" : "?"}: ${type}`);
  const input = members.length === 0 ? "" : `{ ${members.join("; ")} } & `;
  const isRequired = inputs.some(([, own]) => own.isRequired);
  return `(input${isRequired ? "" : "?"}: ${input}CallOptions) => Result<${data}>`;
}
