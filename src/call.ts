import { omitUndefined, type ErrorDetails } from "./errors.js";
import type { CallEvent, Hooks } from "./hooks.js";
import type { CallOptions, ClientOptions, Fetch } from "./options.js";
import { Secrets } from "./secrets.js";

/** What a call is a call of. Idempotent: the same request twice leaves what it leaves once. */
export type Target = { readonly operationId: string; readonly path: string; readonly idempotent: boolean };

/** What one call carries from its start. Nothing of it is shared with another call. */
export type Started = Target &
  Hooks & {
    readonly id: number;
    readonly timeoutMs: number;
    readonly maxRetries: number;
    readonly maxResponseBytes: number;
    readonly fetch?: Fetch;
    readonly secrets: Secrets;
    /** Counts the requests that were sent. */
    readonly progress: { attempts: number };
    /** The client's and the call's own. Only the deadline listens to them. */
    readonly signals: readonly (AbortSignal | undefined)[];
  };

/** What one call carries through the layers. */
export type Call = Started & {
  /** Set by the deadline: ends with the first of those signals or with the time. */
  readonly signal: AbortSignal;
  /** Set by the deadline, on the clock of `performance.now()`. */
  readonly expiresAt: number;
  /** Set by the gate, which has to know whose budget to use: writes the key, for one attempt. */
  readonly authorize?: (headers: Headers) => void;
};

export type StartCall = (
  target: Target,
  options: CallOptions & { readonly fetch?: Fetch | undefined },
) => Started;

/** Numbers the calls of one client and fills in what a call leaves to the client. */
export function createCallStarter(client: Omit<ClientOptions, "apiKey">): StartCall {
  let id = 0;
  return (target, options) => ({
    timeoutMs: 30_000,
    maxRetries: 2,
    maxResponseBytes: 2 ** 20,
    ...omitUndefined({ ...client, ...omitUndefined(options) }),
    ...target,
    id: ++id,
    secrets: new Secrets(),
    progress: { attempts: 0 },
    signals: [client.signal, options.signal],
  });
}

export function eventOf({ id, operationId, path, progress }: Started): CallEvent {
  return { callId: id, operationId, path, attempt: progress.attempts };
}

export type Kind<E> = new (message: string, details: ErrorDetails) => E;
type Circumstances = ErrorDetails & { readonly response?: Response };

/** An error about a call, with the call's secrets hidden in all of it. One line stays one line, without escape codes. */
export function failure<E>(Kind: Kind<E>, call: Started, text: string, given: Circumstances = {}): E {
  const { operationId, progress, secrets } = call;
  const { response, cause, ...details } = given;
  const line = secrets.redact(text).replace(/[\p{C}\u2028\u2029]+/gu, " ");
  const headers = response && secrets.redactHeaders(response.headers);
  return new Kind(`${operationId}: ${line.slice(0, 1000)}`, {
    operationId,
    attempts: progress.attempts,
    status: response?.status,
    headers,
    requestId: headers?.["x-request-id"] ?? headers?.["request-id"],
    ...details,
    cause: cause && cleanCause(cause, secrets),
  });
}

/** Runs what is not ours, and makes its failure one of ours. */
export async function guard<Answer, E>(
  Kind: Kind<E>,
  call: Started,
  text: string,
  run: () => Answer | Promise<Answer>,
  given: Circumstances = {},
): Promise<Answer> {
  try {
    return await run();
  } catch (cause) {
    throw failure(Kind, call, text, { ...given, cause });
  }
}

/** A copy of a foreign error that keeps its words and the innermost code, and none of the objects that hang on it. */
function cleanCause(error: unknown, secrets: Secrets, depth = 4): Error & { code?: unknown } {
  const { name, message, code, cause } = Object(error instanceof Error ? error : new Error(typeof error));
  const inner = cause && depth ? cleanCause(cause, secrets, depth - 1) : undefined;
  const copy = new Error(secrets.redact(message), inner && { cause: inner });
  return Object.assign(copy, secrets.redactAll({ name, code: code ?? inner?.code }));
}
