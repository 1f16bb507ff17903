import { propertyKey, renderComment, type Documented, type SourceText } from "../source-text.js";

type Media = { readonly validate: string | undefined; readonly wire: string | undefined };

export type MethodEntry = Documented & {
  readonly key: string;
  readonly parameters: readonly unknown[];
  readonly requestBody: { readonly required: boolean; readonly content: readonly Media[] } | undefined;
  readonly responses: readonly { readonly status: string; readonly content: readonly Media[] }[];
};

/** What a method takes and gives, by the names of types that validators.ts exports. */
type Signature = { readonly body: string | undefined; readonly isRequired: boolean; readonly data: string };

/**
 * The types of the methods that need no computing: one type of JSON at most each way, and no parameters. A client
 * computes the others.
 */
export function renderMethods(operations: readonly MethodEntry[]): SourceText {
  const members = operations.flatMap((operation) => {
    const signature = readSignature(operation);
    const name = propertyKey(operation.key);
    return signature
      ? [`${renderComment(operation)}  readonly ${name}: ${renderSignature(signature)};\n`]
      : [];
  });
  const comment =
    "/** The methods of a client by named types, as an editor shows them: those that are plain. */\n";
  return members.length === 0 ? "" : `\n${comment}export type Methods = {\n${members.join("")}};\n`;
}

/** The types that they name, each once. */
export function listTypes(operations: readonly MethodEntry[]): readonly string[] {
  const signatures = operations.map(readSignature).filter((signature) => signature !== undefined);
  return [...new Set(signatures.flatMap(({ body, data }) => (body ? [body, data] : [data])))];
}

function readSignature({ parameters, requestBody, responses }: MethodEntry): Signature | undefined {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const [body, data] = [requestBody?.content, successes[0]?.content].map(readName);
  if (parameters.length > 0 || successes.length !== 1 || data === undefined) return undefined;
  if (requestBody && body === undefined) return undefined;
  return { body, isRequired: requestBody?.required ?? false, data };
}

/** Of the one media type that is JSON. */
function readName(content: readonly Media[] = []): string | undefined {
  const [media] = content;
  return content.length === 1 && media?.wire === undefined ? media?.validate : undefined;
}

function renderSignature({ body, isRequired, data }: Signature): SourceText {
  const input = body === undefined ? "" : `{ body${isRequired ? "" : "?"}: ${body} } & `;
  return `(input${isRequired ? "" : "?"}: ${input}CallOptions) => Result<${data}>`;
}
