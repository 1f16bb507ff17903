import { mergeHeaders, type HeadersOptions } from "openapi-fetch";
import type { ValidationIssue } from "../../generated/runtime.js";
import { createRequest, type Draft } from "../create-request.js";
import { orUndefined } from "../or-undefined.js";
import { isJson } from "./media-type.js";
import type { Content, Operation } from "./operation.js";

/** The parts of an input that the document speaks of. */
export type Given = { readonly body?: unknown; readonly params?: unknown };

/** What every request of a client has in common. */
export type Defaults = {
  readonly baseUrl: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
};

/** The values of parameters, by where they stand (`path`, `query`, `header`) and by name. */
export type Params = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** What is sent of an input, which is what was validated: no getter or toJSON can make them differ. */
export type Payload = Written & { readonly params: Params };

/** What is sent as the body. */
export type Written = {
  readonly issues: readonly ValidationIssue[];
  /** The body before it was written, as far as it could be read. */
  readonly value?: unknown;
  readonly body?: RequestInit["body"];
  readonly headers?: Readonly<Record<string, string>>;
};

/** What only some documents need: parameters, and bodies that are not JSON. A client without it knows neither. */
export type Extras = {
  /** The values of parameters, and what is wrong with them. */
  readonly readParams: (
    operation: Operation,
    params: unknown,
  ) => { readonly params: Params; readonly issues: readonly ValidationIssue[] };
  readonly writeUrl: (operation: Operation, params: Params, baseUrl: string) => string;
  readonly writeOther: (content: Content, body: unknown) => Written;
};

/** An operation that needs none of it. */
export type PlainOperation = Operation & {
  readonly parameters: readonly [];
  readonly requestBody: undefined | { readonly content: { readonly "application/json": unknown } };
};

export function writePayload(operation: Operation, { body, params }: Given, extras?: Extras): Payload {
  const written = writeBody(operation, body, extras);
  if (!extras && params === undefined) return { ...written, params: {} };
  const read = extras?.readParams(operation, params) ?? {
    params: {},
    issues: [createIssue("this operation takes no parameters", [])],
  };
  return { ...written, ...read, issues: [...read.issues, ...written.issues] };
}

export function writeRequest(
  operation: Operation,
  { params, value, body, headers }: Payload,
  own: HeadersOptions | undefined,
  { baseUrl, headers: common }: Defaults,
  extras?: Extras,
): Request | Draft {
  const { method, path } = operation;
  // The document's media type wins over a header of the caller's, and a parameter over both.
  const given = [own, headers, params["header"] as HeadersOptions];
  const draft = {
    method,
    url: extras?.writeUrl(operation, params, baseUrl) ?? baseUrl + path,
    headers:
      (own ?? params["header"])
        ? Object.fromEntries(mergeHeaders(common, ...given))
        : { ...common, ...headers },
  };
  if (body === undefined && /^[DGHOP]/.test(method)) return { ...draft, body: null };
  if (typeof body === "string" && typeof value !== "string" && /^[DP]/.test(method))
    return { ...draft, body };
  // A Request is made at once only of what the platform may refuse, or what has to be searched for secrets.
  return createRequest(draft.url, { ...draft, body: body ?? null });
}

export const NOT_JSON = "cannot be written as JSON: undefined, a function, a BigInt or a cycle";

function writeBody({ requestBody }: Operation, body: unknown, extras?: Extras): Written {
  if (!requestBody) return body === undefined ? { issues: [] } : refuse("this operation takes no body");
  const { content, required } = requestBody;
  if (body === undefined) return required ? refuse("a body is required") : { issues: [] };
  const [mediaType, validate] = Object.entries(content).find(([type]) => isJson(type)) ?? [];
  if (mediaType === undefined && extras) return extras.writeOther(content, body);
  const text = orUndefined(() => JSON.stringify(body) as string | undefined);
  if (text === undefined) return refuse(`the body ${NOT_JSON}`);
  const value: unknown = JSON.parse(text);
  return { issues: validate?.(value) ?? [], value, body: text, headers: { "content-type": mediaType ?? "" } };
}

/** Nothing is sent of a body that is not right. */
export function refuse(message: string): Written {
  return { issues: [createIssue(message, [])] };
}

/** An issue that no keyword of a schema raised. */
export function createIssue(message: string, path: readonly string[]): ValidationIssue {
  return { message, path, keyword: "", keywordLocation: "" };
}
