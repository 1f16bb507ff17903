import { mergeHeaders, type HeadersOptions } from "openapi-fetch";
import type { ValidationIssue } from "../../generated/runtime.js";
import { isJson } from "./media-type.js";
import type { Operation } from "./operation.js";
import { checkParameters, createIssue, writeUrl, type Params } from "./parameters.js";

/** The parts of an input that the document speaks of. */
export type Payload = { readonly body?: unknown; readonly params?: Params | undefined };

/** What every request of a client has in common. */
export type Defaults = { readonly baseUrl: string; readonly headers: HeadersOptions };

/** The request, or in its place what is wrong with the input. */
type Prepared = { readonly issues: readonly ValidationIssue[]; readonly request?: Request };

type Written = {
  readonly issues: readonly ValidationIssue[];
  readonly headers?: HeadersOptions;
  readonly body?: BodyInit;
};

export function prepareRequest(
  operation: Operation,
  { body, params = {}, headers }: Payload & { readonly headers?: HeadersOptions | undefined },
  defaults: Defaults,
): Prepared {
  const { method, parameters } = operation;
  const written = writeBody(operation, body);
  const issues = [...checkParameters(parameters, params), ...written.issues];
  if (issues.length > 0) return { issues };
  const url = writeUrl(operation, params, defaults.baseUrl);
  const request = new Request(url, {
    method,
    // The document's media type wins over a header of the caller's, and a parameter over both.
    headers: mergeHeaders(defaults.headers, headers, written.headers, params["header"] as HeadersOptions),
    body: written.body ?? null,
  });
  return { issues, request };
}

function writeBody({ requestBody }: Operation, body: unknown): Written {
  if (!requestBody)
    return { issues: body === undefined ? [] : [createIssue("this operation takes no body", [])] };
  if (body === undefined)
    return { issues: requestBody.required ? [createIssue("a body is required", [])] : [] };
  const types = Object.entries(requestBody.content);
  const [mediaType = "", validate] = types.find(([type]) => isJson(type)) ?? types[0] ?? [];
  // JSON is written once, and what was written is what is validated: no getter or toJSON can make them differ.
  const text = isJson(mediaType) && JSON.stringify(body);
  return {
    issues: validate?.(text ? JSON.parse(text) : body) ?? [],
    headers: { "content-type": mediaType },
    // What is neither JSON nor a form travels as it is, and the platform refuses what it cannot send.
    body: text || (/urlencoded/.test(mediaType) ? new URLSearchParams(body as {}) : (body as BodyInit)),
  };
}
