import type { FetchResponse, ParamsOption, RequestBodyOption } from "openapi-fetch";
import type { ValidationIssue } from "../generated/runtime.js";
import { readAnswer, summarize } from "./answer.js";
import { failure, type StartCall } from "./call.js";
import { RequestValidationError } from "./errors.js";
import { checkCallOptions, type CallOptions } from "./options.js";
import { prepareRequest, type Payload } from "./request.js";
import type { Transport } from "./transport/index.js";

export type Validate = (
  value: unknown,
  options?: { readonly maxIssues?: number },
) => readonly ValidationIssue[];

/** By media type; undefined where the document gives no schema. */
export type Content = Readonly<Record<string, Validate | undefined>>;

export type Parameter = {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved?: boolean;
  /** Set when the value travels as this media type and not by its style. */
  readonly contentType?: string;
  readonly validate: Validate | undefined;
};

/** What an entry of operations.ts says. */
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly idempotent: boolean;
  /** In place of the document's. */
  readonly servers?: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody: { readonly required: boolean; readonly content: Content } | undefined;
  /** By status, as `200`, `2XX` or `default`. */
  readonly responses: Readonly<Record<string, Content>>;
};

/** The data of a call, and on request the answer it came in. */
export type Result<Data> = Promise<Data> & {
  /** The body of `response` can still be read. */
  withResponse(): Promise<{ readonly data: Data; readonly response: Response }>;
};

type MediaType = `${string}/${string}`;

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
export type Input<Api> = ParamsOption<Api> & RequestBodyOption<Api> & CallOptions;

type Arguments<Value> = {} extends Value ? [input?: Value] : [input: Value];

// Inferred, because without exactOptionalPropertyTypes an index would also find the `data?: never` of failures.
type DataOf<Api extends Record<string | number, unknown>> =
  FetchResponse<Api, object, MediaType> extends infer Answer
    ? Answer extends { error?: never; data: infer Data }
      ? Data
      : never
    : never;

type Method<Api> =
  Api extends Record<string | number, unknown>
    ? (...input: Arguments<Input<Api>>) => Result<DataOf<Api>>
    : never;

/** One method an operation, with the comments of operations.ts, `@deprecated` included. */
export type Methods<Paths, Operations> = {
  readonly [Id in keyof Operations]: Method<Route<Paths, Operations[Id]>>;
};

/** openapi-fetch's `request`. */
export type Write = (method: string, path: string, init: object) => Promise<unknown>;

type Outcome = { readonly data: unknown; readonly response: Response };

/** The method of an operation. */
export function createMethod(
  operationId: string,
  operation: Operation,
  start: StartCall,
  send: Transport,
  write: Write,
): (input?: CallOptions & Payload) => Result<unknown> {
  const run = async (input: CallOptions & Payload): Promise<Outcome> => {
    checkCallOptions(input, { body: "", params: "" });
    const call = start({ ...operation, operationId }, input);
    const { issues, path, init } = prepareRequest(operation, input);
    if (issues.length > 0)
      throw failure(RequestValidationError, call, `not sent: ${summarize(issues)}`, { issues });
    const response = await new Promise<Response>((resolve, reject) => {
      const fetch = async (request: Request): Promise<Response> => {
        resolve(send(request, call));
        // openapi-fetch only writes the request; the answer is read and judged here.
        return new Response(null, { status: 204 });
      };
      write(operation.method, path, {
        ...init,
        headers: { ...input.headers, ...init.headers },
        fetch,
      }).catch(reject);
    });
    return { data: await readAnswer(operation, response.clone(), call), response };
  };
  return (input = {}) => {
    const outcome = run(input);
    const data = outcome.then((value) => value.data);
    const withResponse = (): Promise<Outcome> => {
      // Whoever takes the outcome hears of a failure there.
      data.catch(() => {});
      return outcome;
    };
    return Object.assign(data, { withResponse });
  };
}
