import type { Client } from "openapi-fetch";
import type { Call, Target } from "./call/call.js";
import { createFailure } from "./call/failure.js";
import type { Common } from "./call/method.js";
import type { Operation } from "./call/operation.js";
import { UnexpectedResponseError } from "./errors.js";
import { checkDraft, createRequest, type Draft } from "./create-request.js";
import { checkPlain, HTTP_RULES, readOptions, type Fetch } from "./options.js";
import { orUndefined } from "./or-undefined.js";
import type { Policy } from "./policy.js";
import type { CallOptions } from "./wire/method/call-options.js";
import { rebuildResponse } from "./transport/body.js";
import { collectSecrets } from "./transport/draft.js";

type Init = CallOptions & {
  readonly fetch?: Fetch;
  readonly params?: object | undefined;
  readonly body?: unknown;
  readonly baseUrl?: string | undefined;
  readonly middleware?: unknown;
  readonly Request?: unknown;
};
type Forward = (method: string, path: string, init?: Init) => Promise<unknown>;

/** What openapi-fetch looks up in its options, so that it finds nothing on Object.prototype. */
export const UNSET = nameAll(
  "Request,querySerializer,bodySerializer,pathSerializer,baseUrl,headers,parseAs,body,middleware",
);
const UNSET_PARAMS = nameAll("path,query,header");

function nameAll(names: string): object {
  return Object.fromEntries(names.split(",").map((name) => [name, undefined]));
}

/**
 * openapi-fetch with its requests sent through the transport. The caller's signal stays out of the Request that
 * openapi-fetch makes, because Node keeps a listener on a signal for each Request.
 */
export function createHttp<Paths extends {}>(
  inner: Client<Paths>,
  operations: Readonly<Record<string, Operation>>,
  { start, send, policy, findBaseUrl }: Common,
): Client<Paths> {
  const findTarget = createTargetFinder(operations, findBaseUrl);
  let isWatched = false;
  // `request` takes every method and path at run time; only its type ties them to the document.
  const request = inner.request as Forward;
  const forward: Forward = (method, path, init = {}) => {
    try {
      const [own, theirs] = splitInit(init, policy);
      const target = findTarget(method, path);
      const query = orUndefined(() => new URL(path, "https://_").searchParams);
      const call = start(target, own, [theirs.params, theirs.headers, theirs.body, query]);
      // The document's own names hold no secret; another path may.
      if (!target.isKnown) Object.assign(call, hideTarget(call));
      const fetch = (made: Request | Draft): Promise<Response> =>
        send("arrayBuffer" in made ? made : takeDraft(made, call), call).then(rebuildResponse);
      const baseUrl = theirs.baseUrl ?? call.baseUrl;
      // A middleware is shown a Request.
      const Request = theirs.Request ?? (isWatched || theirs.middleware ? undefined : PlainRequest);
      return explainErrors(request(method, path, Object.assign(theirs, { baseUrl, fetch, Request })), call);
    } catch (error) {
      return Promise.reject(error);
    }
  };
  const methods = Object.keys(inner).filter((name) => /^[A-Z]/.test(name));
  const forwards = methods.map((method) => [
    method,
    (path: string, init?: Init) => forward(method, path, init),
  ]);
  const use: Client<Paths>["use"] = (...middleware) => {
    isWatched = true;
    inner.use(...middleware);
  };
  return { ...inner, ...Object.fromEntries(forwards), request: forward, use };
}

/**
 * What openapi-fetch makes in place of a Request, which costs more than all else that a call does here: each attempt
 * makes its own. It is called with `new`, and what a function returns then is what is made.
 */
function PlainRequest(url: string, init: RequestInit): Request | Draft {
  const { method = "GET", headers = {}, body = null } = init;
  const target = orUndefined(() => new URL(url));
  const isPlain = target && !target.username && !target.password && typeof (body ?? "") === "string";
  return isPlain ? checkDraft({ method, url: target.href, headers, body }) : createRequest(url, init);
}

/** Without what openapi-fetch has put there beside it. */
function takeDraft({ method, url, headers, body }: Draft, call: Call): Draft {
  collectSecrets({ url, headers }, String(body ?? ""), call);
  return { method, url, headers, body };
}

/** A function of its own, so that what a call began with is not kept while it waits. */
function explainErrors(ended: Promise<unknown>, call: Call): Promise<unknown> {
  return ended.catch((error: unknown) => {
    throw call.request ? replaceSyntaxError(error, call) : hideQuotes(error, call);
  });
}

/** Our options, and what is openapi-fetch's. */
function splitInit(init: Init, policy: Policy): readonly [CallOptions, Init] {
  checkPlain(init, "http");
  const entries = Object.entries(init);
  // A Request may have no signal in the form of null.
  const ours = entries.filter(isOurs).map(([name, value]) => [name, value ?? undefined]);
  const theirs: Init = {
    ...UNSET,
    params: undefined,
    ...Object.fromEntries(entries.filter((entry) => !isOurs(entry))),
  };
  return [
    readOptions(Object.fromEntries(ours) as CallOptions, { rules: HTTP_RULES, owner: "http", policy }),
    Object.assign(theirs, { params: { ...UNSET_PARAMS, ...theirs.params } }),
  ];
}

function isOurs([name]: readonly [string, unknown]): boolean {
  return Object.hasOwn(HTTP_RULES, name);
}

/** As the document has it; else idempotent by its method (RFC 9110 §9.2.2), and authorized as the first operation is. */
function createTargetFinder(
  operations: Readonly<Record<string, Operation>>,
  findBaseUrl: Common["findBaseUrl"],
): (method: string, path: string) => Target & { readonly isKnown: boolean } {
  const all = Object.entries(operations);
  const known = new Map(all.map((entry) => [`${entry[1].method} ${entry[1].path}`, entry]));
  return (method, path) => {
    const verb = method.toUpperCase();
    const route = `${verb} ${path}`;
    const [operationId, operation] = known.get(route) ?? [route];
    const target = operation ?? { ...all[0]?.[1], idempotent: /^[GHDO]|^PU/.test(verb) };
    const baseUrl = findBaseUrl(operation ?? {});
    return { ...target, operationId, path, baseUrl, isKnown: operation !== undefined };
  };
}

function hideTarget({ operationId, path, secrets }: Call): Pick<Call, "operationId" | "path"> {
  return { operationId: secrets.redact(operationId), path: secrets.redact(path) };
}

/** By its name, because it may be of another realm. Its message would quote the body. */
function replaceSyntaxError(error: unknown, call: Call): unknown {
  return orUndefined(() => Object(error).name === "SyntaxError")
    ? createFailure(UnexpectedResponseError, call, "the response body is not valid JSON")
    : error;
}

/** Where there was no Request yet, the platform may have quoted a header that it refuses. */
function hideQuotes(error: unknown, { secrets }: Call): unknown {
  const message = orUndefined(() => String(Object(error).message)) ?? "";
  const hidden = secrets.redact(message);
  return hidden === message ? error : new TypeError(hidden);
}
