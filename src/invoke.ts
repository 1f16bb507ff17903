import { readAnswer, summarize } from "./answer.js";
import { describe, type StartCall } from "./call.js";
import { RequestValidationError, UnexpectedResponseError } from "./errors.js";
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

export type Input = CallOptions & Payload;

type Outcome = { readonly data: unknown; readonly response: Response };

export function invoke(
  context: Context,
  id: string,
  operation: Operation,
  input: Input = {},
): Result<unknown> {
  const outcome = run(context, id, operation, input);
  const data = outcome.then((value) => value.data);
  const withResponse = (): Promise<Outcome> => {
    // Whoever takes the outcome hears of a failure there.
    data.catch(() => undefined);
    return outcome;
  };
  return Object.assign(data, { withResponse });
}

async function run(context: Context, id: string, operation: Operation, input: Input): Promise<Outcome> {
  checkCallOptions(input, ["body", "params"], id);
  const { method, path, idempotent } = operation;
  const call = context.start({ operationId: id, path, idempotent }, input);
  const prepared = prepareRequest(operation, input);
  if (prepared.issues.length > 0) {
    const message = `${id}: not sent, the request does not fit the document: ${summarize(prepared.issues)}`;
    throw new RequestValidationError(message, { ...describe(call), issues: prepared.issues });
  }
  let response: Response | undefined;
  await context.write(method, prepared.path, {
    ...prepared.init,
    headers: { ...input.headers, ...prepared.headers },
    fetch: async (request: Request) => {
      response = await context.send(request, call);
      // openapi-fetch writes the request; the answer is read and judged here.
      return new Response(null, { status: 204 });
    },
  });
  if (!response) throw new UnexpectedResponseError(`${id}: no answer`, describe(call));
  return { data: await readAnswer(operation, response.clone(), call), response };
}
