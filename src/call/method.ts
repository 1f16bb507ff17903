import type { ParamsOption } from "openapi-fetch";
import { RequestValidationError } from "../errors.js";
import { METHOD_RULES, readOptions } from "../options.js";
import { rebuildResponse } from "../transport/body.js";
import type { Answer, Transport } from "../transport/layer.js";
import { readAnswer } from "./answer.js";
import type { Call, StartCall } from "./call.js";
import type { BodyOption, OutcomeOf } from "./content.js";
import { createFailure, guard, summarizeIssues } from "./failure.js";
import type { Policy } from "../policy.js";
import type { CallOptions } from "../wire/method/call-options.js";
import type { Result } from "../wire/method/result.js";
import type { Operation } from "./operation.js";
import { writePayload, writeRequest, type Defaults, type Given } from "./request.js";

/** The entry of openapi-typescript's `paths` that belongs to an operation. */
type Route<Paths, Entry> = Entry extends {
  method: infer Verb extends string;
  path: infer Path extends keyof Paths;
}
  ? Lowercase<Verb> extends keyof Paths[Path]
    ? Paths[Path][Lowercase<Verb>]
    : never
  : never;

/** One object, so that a new parameter in the document never changes a signature. */
export type Input<Api, Entry> = ParamsOption<Api> & BodyOption<Api, Entry> & CallOptions;

type Arguments<Value> = {} extends Value ? [input?: Value] : [input: Value];

type Method<Api, Entry> =
  Api extends Record<string | number, unknown>
    ? (...input: Arguments<Input<Api, Entry>>) => ResultOf<OutcomeOf<Api, Entry>>
    : never;

type ResultOf<Outcome extends { readonly data: unknown }> = Result<Outcome["data"], Outcome>;

/** One method an operation, with the comments of operations.ts, `@deprecated` included. */
export type Methods<Paths, Operations> = {
  readonly [Id in keyof Operations]: Method<Route<Paths, Operations[Id]>, Operations[Id]>;
};

type Received = { readonly data: unknown; readonly answer: Answer };

/** What all methods of a client have in common. */
export type Common = {
  readonly policy: Policy;
  readonly start: StartCall;
  readonly send: Transport;
  /** Of every request; names in lower case. */
  readonly headers: Defaults["headers"];
  /** The base URL of an operation. */
  readonly findBaseUrl: (operation: Pick<Operation, "servers">) => string;
};

/** Makes the method of an operation: checks the input, sends it once it is right, and reads the response. */
export function createMethod(
  operationId: string,
  operation: Operation,
  { policy, start, send, headers, findBaseUrl }: Common,
): (input?: CallOptions & Given) => Result<unknown> {
  const advise = (name: string): string | undefined => adviseOn(name, operation);
  const reading = { rules: METHOD_RULES, owner: operationId, policy, advise };
  const begin = async (input: CallOptions & Given): Promise<Received> => {
    const options = readOptions(input, reading);
    const target = { ...operation, operationId, baseUrl: findBaseUrl(operation) };
    const payload = writePayload(operation, options);
    // A stream is spent once it is sent.
    if (payload.duplex) Object.assign(options, { maxRetries: 0 });
    const call = start(target, options, [payload.value, payload.params]);
    const { issues } = payload;
    if (issues.length > 0)
      throw createFailure(RequestValidationError, call, `not sent: ${summarizeIssues(issues)}`, { issues });
    const request = await guard(RequestValidationError, call, "not sent: the platform refuses it", () =>
      writeRequest(operation, payload, options.headers, { baseUrl: call.baseUrl, headers }),
    );
    return end(send(request, call), call);
  };
  // A function of its own: what a call began with is not kept while it waits.
  const end = (sent: Promise<Answer>, call: Call): Promise<Received> =>
    sent.then((answer) => ({ data: readAnswer(operation, answer, call), answer }));
  return (input = {}) => {
    const outcome = begin(input);
    const result = outcome.then(({ data }) => data);
    const withResponse: Result<unknown>["withResponse"] = () => {
      // Whoever takes the outcome hears of a failure there.
      result.catch(() => {});
      return outcome.then(({ data, answer }) => {
        const response = rebuildResponse(answer);
        return { data, status: response.status, response };
      });
    };
    return Object.assign(result, { withResponse });
  };
}

/** For what was given flat. */
function adviseOn(name: string, { parameters, requestBody }: Operation): string | undefined {
  const parameter = parameters.find((known) => known.name === name);
  if (parameter) return `put it under params: { ${parameter.in}: { ${name}: … } }`;
  return requestBody && `put it under body: { ${name}: … }`;
}
