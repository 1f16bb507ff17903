import { readAnswer, summarize } from "./answer.js";
import type { StartCall } from "./call.js";
import { failure } from "./failure.js";
import { RequestValidationError } from "./errors.js";
import type { Operation, Result } from "./operation.js";
import { checkCallOptions, type CallOptions } from "./options.js";
import { prepareRequest, type Payload } from "./request.js";
import type { Transport } from "./transport/index.js";

/** What the operations of one client have in common. */
export type Context = {
  readonly start: StartCall;
  readonly send: Transport;
  /** openapi-fetch's `request`. */
  readonly write: (method: string, path: string, init: object) => Promise<unknown>;
};

type Outcome = { readonly data: unknown; readonly response: Response };

export function invoke(
  context: Context,
  id: string,
  operation: Operation,
  input: CallOptions & Payload = {},
): Result<unknown> {
  const outcome = run(context, id, operation, input);
  const data = outcome.then((value) => value.data);
  const withResponse = (): Promise<Outcome> => {
    // Whoever takes the outcome hears of a failure there.
    data.catch(() => {});
    return outcome;
  };
  return Object.assign(data, { withResponse });
}

async function run(
  context: Context,
  id: string,
  operation: Operation,
  input: CallOptions & Payload,
): Promise<Outcome> {
  checkCallOptions(id, input, { body: "", params: "" });
  const { method, path: template, idempotent } = operation;
  const call = context.start({ operationId: id, path: template, idempotent }, input);
  const { issues, path, init } = prepareRequest(operation, input);
  if (issues.length > 0)
    throw failure(RequestValidationError, call, `not sent: ${summarize(issues)}`, undefined, { issues });
  const response = await new Promise<Response>((resolve, reject) => {
    const fetch = async (request: Request): Promise<Response> => {
      resolve(context.send(request, call));
      // openapi-fetch only writes the request; the answer is read and judged here.
      return new Response(null, { status: 204 });
    };
    context
      .write(method, path, { ...init, headers: { ...input.headers, ...init.headers }, fetch })
      .catch(reject);
  });
  return { data: await readAnswer(operation, response.clone(), call), response };
}
