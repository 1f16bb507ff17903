import type { Client } from "openapi-fetch";
import { describe, type Fetch, type StartCall } from "./call.js";
import { UnexpectedResponseError } from "./errors.js";
import type { Operation } from "./operation.js";
import { checkValues, type CallOptions } from "./options.js";
import type { Transport } from "./transport/index.js";

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/** RFC 9110 §9.2.2. */
const IDEMPOTENT = new Set(["GET", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"]);

type Init = CallOptions & { readonly fetch?: Fetch; readonly baseUrl?: string };
type Forward = (method: string, path: string, init?: Init) => Promise<unknown>;

/**
 * openapi-fetch with its requests sent through the transport. The caller's signal stays out of the Request that
 * openapi-fetch makes, because Node keeps a listener on a signal for each Request.
 */
export function createHttp<Paths extends {}>(
  inner: Client<Paths>,
  operations: Readonly<Record<string, Operation>>,
  start: StartCall,
  send: Transport,
): Client<Paths> {
  // `request` takes every method and path at run time; only its type ties them to the document.
  const request = inner.request as Forward;
  const forward: Forward = async (method, path, init = {}) => {
    const { signal, timeoutMs, maxRetries, maxResponseBytes, fetch, baseUrl, ...rest } = init;
    if (baseUrl !== undefined)
      throw new TypeError('option "baseUrl" belongs to createClient: the key is meant for one host');
    const options = { signal: signal ?? undefined, timeoutMs, maxRetries, maxResponseBytes, fetch };
    checkValues(options);
    const call = start(findTarget(operations, method.toUpperCase(), path), options);
    return request(method, path, { ...rest, fetch: (made) => send(made, call) }).catch((error: unknown) => {
      // Its message would quote the body.
      if (error instanceof SyntaxError)
        throw new UnexpectedResponseError(`${call.operationId}: the body is not JSON`, describe(call));
      throw error;
    });
  };
  const methods = METHODS.map((method) => [
    method,
    (path: string, init?: Init) => forward(method, path, init),
  ]);
  return { ...inner, ...Object.fromEntries(methods), request: forward };
}

function findTarget(
  operations: Readonly<Record<string, Operation>>,
  method: string,
  path: string,
): Parameters<StartCall>[0] {
  const found = Object.entries(operations).find(
    ([, entry]) => entry.method === method && entry.path === path,
  );
  const [operationId, { idempotent }] = found ?? [
    `${method} ${path}`,
    { idempotent: IDEMPOTENT.has(method) },
  ];
  return { operationId, path, idempotent };
}
