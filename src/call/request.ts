import { mergeHeaders, type HeadersOptions } from "openapi-fetch";
import type { ValidationIssue } from "../../generated/runtime.js";
import { checkDraft, type Draft } from "../create-request.js";
import { findNearest } from "../nearest-name.js";
import { orUndefined } from "../or-undefined.js";
import type { WrittenBody } from "../wire/body/body.js";
import type { Operation } from "./operation.js";

/** The parts of an input that the document speaks of. */
export type Given = { readonly body?: unknown; readonly params?: unknown; readonly contentType?: string };

/** What every request of a client has in common. */
export type Defaults = {
  readonly baseUrl: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
};

/** What is sent of an input, which is what was validated: no getter or toJSON can make them differ. */
export type Payload = WrittenBody & {
  readonly params: object;
  /** Path and query. */
  readonly path: string;
  /** Those of parameters and body. */
  readonly headers: Readonly<Record<string, string>>;
};

function isEmpty(params: unknown): boolean {
  return Object.values(params ?? {}).every((values) => Object.keys(values ?? {}).length === 0);
}

export function writePayload(operation: Operation, given: Given): Payload {
  const { path, writeParameters } = operation;
  const written = writeBody(operation, given);
  const read = writeParameters?.(operation, given.params, findNearest) ?? {
    params: {},
    path,
    headers: {},
    // Empty containers, as code that is written for every operation gives them, ask for nothing.
    issues: isEmpty(given.params) ? [] : [createIssue("this operation takes no parameters")],
  };
  return {
    ...written,
    ...read,
    headers: { ...written.headers, ...read.headers },
    issues: [...read.issues, ...written.issues],
  };
}

export function writeRequest(
  { method, accept = "application/json", writeParameters }: Operation,
  { path, body, duplex, headers }: Payload,
  own: HeadersOptions | undefined,
  { baseUrl, headers: common }: Defaults,
): Request | Draft {
  return checkDraft({
    method,
    url: baseUrl + path,
    // The document's media type wins over a header of the caller's, and a parameter over both.
    headers:
      (own ?? writeParameters)
        ? Object.fromEntries(mergeHeaders({ accept }, common, own, headers))
        : { accept, ...common, ...headers },
    body: body ?? null,
    ...(duplex && { duplex }),
  });
}

function writeBody({ requestBody }: Operation, { body, contentType }: Given): WrittenBody {
  if (!requestBody) return body === undefined ? { issues: [] } : refuse("this operation takes no body");
  const { content, required, choose } = requestBody;
  if (body === undefined) return required ? refuse("a body is required") : { issues: [] };
  const [only = ["application/json"] as const] = Object.entries(content);
  const isOther = contentType !== undefined && contentType !== only[0];
  const chosen = choose?.(content, body, contentType) ?? (isOther ? `contentType must be ${only[0]}` : only);
  if (typeof chosen === "string") return refuse(chosen);
  const [mediaType, media] = chosen;
  if (typeof media === "object") return media.write(body, mediaType, media);
  const text = orUndefined(() => JSON.stringify(body) as string | undefined);
  if (text === undefined)
    return refuse("the body cannot be written as JSON: undefined, a function, a BigInt or a cycle");
  const value: unknown = JSON.parse(text);
  return { issues: media?.(value) ?? [], value, body: text, headers: { "content-type": mediaType } };
}

/** Nothing is sent of a body that is not right. */
function refuse(message: string): WrittenBody {
  return { issues: [createIssue(message)] };
}

/** An issue that no keyword of a schema raised. */
function createIssue(message: string): ValidationIssue {
  return { message, path: [], keyword: "", keywordLocation: "" };
}
