// One call of an operation: what it carries (here), how its request is written and checked, how its response is read,
// and how its failures are told. What happens between the two is the transport's.

import type { CallEvent, Hooks } from "../hooks.js";
import type { CallOptions, ClientOptions, Fetch } from "../options.js";
import { omitUndefined } from "../errors.js";
import type { ApiKey } from "../api-key.js";
import { Secrets } from "../secrets/secrets.js";
import type { Clock } from "../transport/clock.js";

/** What a call is a call of. Idempotent: the same request twice leaves what it leaves once. */
export type Target = { readonly operationId: string; readonly path: string; readonly idempotent: boolean };

/** What the attempts of a call leave behind. */
type Progress = {
  attempts: number;
  /** Attempts that got as far as `fetch`. */
  sent: number;
  /** Milliseconds spent at the gate. */
  waitedMs: number;
  /** What the last response says of the next attempt, as it was when it arrived. */
  retryAfterMs: number | undefined;
};

/** What one call carries from its start. Nothing of it is shared with another call. */
export type Started = Target &
  Hooks & {
    readonly id: number;
    readonly timeoutMs: number;
    readonly maxWaitMs: number;
    readonly waitForBlock: boolean;
    readonly maxRetries: number;
    readonly maxResponseBytes: number;
    readonly fetch?: Fetch | undefined;
    readonly secrets: Secrets;
    readonly progress: Progress;
    /** The client's and the call's own. Only the deadline listens to them. */
    readonly signals: readonly (AbortSignal | undefined)[];
  };

/** What one call carries through the layers. */
export type Call = Started & {
  /** Set by the deadline: ends with the first of those signals or with the time. */
  readonly signal: AbortSignal;
  /** Set by the deadline. */
  readonly clock: Clock;
};

/** The input is whatever else the caller gave: all that may hold a secret. */
export type StartCall = (
  target: Target,
  options: CallOptions & { readonly fetch?: Fetch | undefined },
  input?: unknown,
) => Started;

const DEFAULTS = {
  timeoutMs: 30_000,
  maxWaitMs: Infinity,
  waitForBlock: false,
  maxRetries: 2,
  maxResponseBytes: 2 ** 20,
};

/** Numbers the calls of one client and fills in what a call leaves to the client. */
export function createCallStarter(client: Omit<ClientOptions, "apiKey">, apiKey?: ApiKey): StartCall {
  let id = 0;
  // Names that nobody set stay as undefined: an object without them would have what Object.prototype has.
  const settings = { ...client, ...DEFAULTS, ...omitUndefined(client) };
  return (target, options, input) => {
    const secrets = new Secrets();
    if (typeof apiKey === "string") secrets.add(apiKey);
    secrets.collect([client.headers, options.headers, input]);
    const progress = { attempts: 0, sent: 0, waitedMs: 0, retryAfterMs: undefined };
    const signals = [client.signal, options.signal];
    const own = { ...omitUndefined(options), ...target, id: ++id, secrets, progress, signals };
    // What a client sets is held once for all its calls.
    return Object.assign(Object.create(settings) as typeof settings, own);
  };
}

/** What every hook is told of a call. */
export function describeCall({ id, operationId, path, progress }: Started): CallEvent {
  return { callId: id, operationId, path, attempt: progress.attempts };
}
