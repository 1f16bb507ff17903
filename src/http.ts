import type { Client } from "openapi-fetch";
import type { StartCall, Target } from "./call/call.js";
import { createFailure } from "./call/failure.js";
import type { Operation } from "./call/operation.js";
import { UnexpectedResponseError } from "./errors.js";
import { checkOptions, HTTP_RULES, type CallOptions, type Fetch } from "./options.js";
import type { Transport } from "./transport/layer.js";

type Init = CallOptions & { readonly fetch?: Fetch };
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
  const forward: Forward = async (
    method,
    path,
    { signal, timeoutMs, maxWaitMs, waitForBlock, maxRetries, maxResponseBytes, fetch, ...init } = {},
  ) => {
    const limits = { timeoutMs, maxWaitMs, waitForBlock, maxRetries, maxResponseBytes };
    const options = { signal: signal ?? undefined, ...limits, fetch };
    checkOptions(options, HTTP_RULES);
    const call = start(findTarget(operations, method, path), options);
    return request(method, path, { ...init, fetch: (made) => send(made, call) }).catch((error: unknown) => {
      // Its message would quote the body.
      throw error instanceof SyntaxError
        ? createFailure(UnexpectedResponseError, call, "the response body is not valid JSON")
        : error;
    });
  };
  const methods = Object.keys(inner).filter((name) => /^[A-Z]/.test(name));
  const forwards = methods.map((method) => [
    method,
    (path: string, init?: Init) => forward(method, path, init),
  ]);
  return { ...inner, ...Object.fromEntries(forwards), request: forward };
}

/** Methods that are idempotent by themselves: RFC 9110 §9.2.2. */
function findTarget(operations: Readonly<Record<string, Operation>>, method: string, path: string): Target {
  const verb = method.toUpperCase();
  const [operationId, { idempotent }] = Object.entries(operations).find(
    ([, operation]) => operation.method === verb && operation.path === path,
  ) ?? [`${verb} ${path}`, { idempotent: /^[GHDOT]|^PU/.test(verb) }];
  return { operationId, path, idempotent };
}
