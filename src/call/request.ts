import { mergeHeaders, type HeadersOptions } from "openapi-fetch";
import type { ValidationIssue } from "../../generated/runtime.js";
import { createRequest, type Draft } from "../create-request.js";
import { isPlain } from "../options.js";
import { orUndefined } from "../or-undefined.js";
import { isJson } from "./media-type.js";
import type { Operation } from "./operation.js";
import { checkParameters, createIssue, writeUrl, type Params } from "./parameters.js";

/** The parts of an input that the document speaks of. */
export type Given = { readonly body?: unknown; readonly params?: unknown };

/** What every request of a client has in common. */
export type Defaults = { readonly baseUrl: string; readonly headers: HeadersOptions };

/** What is sent of an input, which is what was validated: no getter or toJSON can make them differ. */
export type Payload = {
  readonly issues: readonly ValidationIssue[];
  readonly params: Params;
  /** The body before it was written, as far as it could be read. */
  readonly value?: unknown;
  readonly body?: RequestInit["body"];
  readonly headers?: HeadersOptions;
};

export function writePayload(operation: Operation, input: Given): Payload {
  const body = writeBody(operation, input.body);
  const params = copyParams(input.params);
  if (!params) {
    const issue = createIssue(`params ${NOT_JSON}`, []);
    return { ...body, params: {}, issues: [issue, ...body.issues] };
  }
  return { ...body, params, issues: [...checkParameters(operation.parameters, params), ...body.issues] };
}

export function writeRequest(
  operation: Operation,
  { params, value, body, headers }: Payload,
  own: HeadersOptions | undefined,
  defaults: Defaults,
): Request | Draft {
  const { method } = operation;
  const url = writeUrl(operation, params, defaults.baseUrl);
  // The document's media type wins over a header of the caller's, and a parameter over both.
  const merged = mergeHeaders(defaults.headers, own, headers, params["header"] as HeadersOptions);
  const draft = { method, url, headers: [...merged] };
  if (body === undefined && /^[DGHOP]/.test(method)) return { ...draft, body: null };
  if (typeof body === "string" && typeof value !== "string" && /^[DP]/.test(method)) return { ...draft, body };
  // A Request is made at once only of what the platform may refuse, or what has to be searched for secrets.
  return createRequest(url, { ...draft, body: body ?? null });
}

const NOT_JSON = "cannot be written as JSON: undefined, a function, a BigInt or a cycle";

function writeBody({ requestBody }: Operation, body: unknown): Omit<Payload, "params"> {
  if (!requestBody)
    return { issues: body === undefined ? [] : [createIssue("this operation takes no body", [])] };
  if (body === undefined)
    return { issues: requestBody.required ? [createIssue("a body is required", [])] : [] };
  const types = Object.entries(requestBody.content);
  const [mediaType = "", validate] = types.find(([type]) => isJson(type)) ?? types[0] ?? [];
  const headers = { "content-type": mediaType };
  const writeForm = /urlencoded/.test(mediaType) && ((value: unknown) => new URLSearchParams(value as {}));
  // What is neither JSON nor a form travels as it is, and the platform refuses what it cannot send.
  if (!isJson(mediaType) && !(writeForm && isPlain(body)))
    return {
      issues: validate?.(body) ?? [],
      value: body,
      headers,
      body: writeForm ? writeForm(body) : (body as RequestInit["body"]),
    };
  const text = orUndefined(() => JSON.stringify(body) as string | undefined);
  if (text === undefined) return { issues: [createIssue(`the body ${NOT_JSON}`, [])] };
  const value: unknown = JSON.parse(text);
  return { issues: validate?.(value) ?? [], value, headers, body: writeForm ? writeForm(value) : text };
}

/** Read once, as JSON reads it; undefined when it cannot. Its objects have what was given and nothing else. */
function copyParams(params: unknown = {}): Params | undefined {
  // What options.ts has checked to be a plain object.
  return orUndefined(
    () => JSON.parse(JSON.stringify({ path: {}, query: {}, ...Object(params) }), isolate) as Params,
  );
}

function isolate(_: string, value: unknown): unknown {
  return isPlain(value) ? Object.assign(Object.create(null), value) : value;
}
