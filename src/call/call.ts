// One call of an operation: what it carries (here), how its request is written and checked, how its response is read,
// and how its failures are told. What happens between the two is the transport's.

import type { ApiKey } from "../api-key.js";
import type { Draft } from "../create-request.js";
import type { CallEvent } from "../hooks.js";
import type { CallOptions, ClientOptions } from "../options.js";
import { Secrets } from "../secrets/secrets.js";
import { Lifetime } from "../transport/lifetime.js";

/** What a call is a call of. */
export type Target = {
  readonly operationId: string;
  readonly path: string;
  /** The same request twice leaves what it leaves once. */
  readonly idempotent: boolean;
};

const DEFAULTS = {
  timeoutMs: 30_000,
  maxWaitMs: Infinity,
  waitForBlock: false,
  maxRetries: 2,
  maxResponseBytes: 2 ** 20,
};

export type Settings = Omit<ClientOptions, "apiKey" | keyof typeof DEFAULTS> & Readonly<typeof DEFAULTS>;

/** What one call carries through the layers. Nothing of it but the settings is shared with another call. */
export type Call = Target & {
  readonly id: number;
  readonly settings: Settings;
  readonly secrets: Secrets;
  /** The client's and the call's own. Only its life listens to them. */
  readonly signals: readonly AbortSignal[];
  readonly life: Lifetime;
  /** Set when it is sent; a Request only until it is opened. */
  request: Request | Draft | undefined;
  attempts: number;
  /** Attempts that may have arrived. */
  sent: number;
  /** What the last response says of the next attempt, as it was when it arrived. */
  retryAfterMs: number | undefined;
};

/**
 * The own are what a call sets, as `readOptions` gives them: nothing of Object.prototype is in them. The input is
 * whatever else the caller gave: all that may hold a secret.
 */
export type StartCall = (target: Target, own: CallOptions, input?: unknown) => Call;

/** What has a place of its own, in a call or in its client. */
const PLACED = /^(?:apiKey|signal|headers|body|params)$/;

/** Numbers the calls of one client and fills in what a call leaves to the client. */
export function createCallStarter(client: ClientOptions, apiKey?: ApiKey): StartCall {
  let id = 0;
  const signals = client.signal ? [client.signal] : [];
  const common = new Secrets();
  if (typeof apiKey === "string") common.add(apiKey);
  common.collect(client.headers);
  const settings: Settings = fillIn(fillIn(Object.create(null), DEFAULTS), client);
  return ({ operationId, path, idempotent }, own, input) => {
    const secrets = new Secrets(common);
    secrets.collect([own.headers, input]);
    return {
      operationId,
      path,
      idempotent,
      id: ++id,
      // What a client sets is held once for all its calls.
      settings: fillIn(settings, own),
      secrets,
      signals: own.signal ? signals.concat(own.signal) : signals,
      life: new Lifetime(),
      request: undefined,
      attempts: 0,
      sent: 0,
      retryAfterMs: undefined,
    };
  };
}

/** The base itself, where nothing is given. Nothing is taken from Object.prototype. */
function fillIn<Base extends object, More extends object>(base: Base, more: More): Base & More {
  const given = Object.entries(more).filter(([name, value]) => value !== undefined && !PLACED.test(name));
  // Where nothing is given, More has only optional names.
  return given.length > 0
    ? Object.assign(Object.create(base), Object.fromEntries(given))
    : (base as Base & More);
}

/** What every hook is told of a call. */
export function describeCall({ id, operationId, path, attempts }: Call): CallEvent {
  return { callId: id, operationId, path, attempt: attempts };
}
