import { omitUndefined } from "./errors.js";
import type { CallEvent, Hooks } from "./hooks.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { Secrets } from "./secrets.js";

export type Fetch = (request: Request) => Promise<Response>;

/** The right to send one attempt. Nothing but a header and a hash can be had from it. */
export type Pass = {
  authorize(headers: Headers): void;
  /** Undefined where the runtime has no SubtleCrypto (a page without TLS). */
  fingerprint(salt: string): Promise<string | undefined>;
};

/** What a call is a call of. */
export type Target = {
  readonly operationId: string;
  readonly path: string;
  /** The same request twice leaves what it leaves once. */
  readonly idempotent: boolean;
};

/** What one call carries through the layers. Nothing of it is shared with another call. */
export type Call = Target &
  Hooks & {
    readonly id: number;
    readonly timeoutMs: number;
    readonly maxRetries: number;
    readonly maxResponseBytes: number;
    /** Undefined: `globalThis.fetch`, looked up when the request is sent. */
    readonly fetch?: Fetch;
    readonly secrets: Secrets;
    /** Counts the requests that were sent. */
    readonly progress: { attempts: number };
    /** The client's and the call's own. Only the deadline listens to them. */
    readonly signals: readonly (AbortSignal | undefined)[];
    /** Set by the deadline: ends with the first of those signals or with the time. */
    readonly signal: AbortSignal;
    /** Set by the deadline, on the clock of `performance.now()`. */
    readonly expiresAt: number;
    /** Set by the gate, which has to know whose budget to use. */
    readonly pass?: Pass;
  };

export type StartCall = (
  target: Target,
  options: CallOptions & { readonly fetch?: Fetch | undefined },
) => Call;

/** Numbers the calls of one client and fills in what a call leaves to the client. */
export function createCallStarter(client: Omit<ClientOptions, "apiKey">): StartCall {
  let id = 0;
  return (target, options) => ({
    timeoutMs: 30_000,
    maxRetries: 2,
    maxResponseBytes: 2 ** 20,
    ...omitUndefined(client),
    ...omitUndefined(options),
    ...target,
    id: ++id,
    secrets: new Secrets(),
    progress: { attempts: 0 },
    signals: [client.signal, options.signal],
    signal: new AbortController().signal,
    expiresAt: Infinity,
  });
}

export function eventOf({ id, operationId, path, progress }: Call): CallEvent {
  return { callId: id, operationId, path, attempt: progress.attempts };
}
