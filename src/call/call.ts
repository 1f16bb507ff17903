// One call of an operation: what it carries (here), how its request is written and checked, how its response is read,
// and how its failures are told. What happens between the two is the transport's.

import type { Draft } from "../create-request.js";
import type { CallEvent } from "../hooks.js";
import type { ClientForOptions } from "../options.js";
import type { CallOptions } from "../wire/method/call-options.js";
import type { Policy } from "../policy.js";
import { Secrets } from "../secrets/secrets.js";
import { Lifetime } from "../transport/lifetime.js";
import type { Security } from "../wire/credential/credential.js";

/** What a call is a call of. */
export type Target = {
  readonly operationId: string;
  readonly path: string;
  /** The same request twice leaves what it leaves once. */
  readonly idempotent: boolean;
  /** Where its request goes, credentials included. */
  readonly baseUrl?: string;
  /** Default: no credential is needed. */
  readonly security?: Security;
};

const DEFAULTS = {
  timeoutMs: 30_000,
  maxWaitMs: Infinity,
  waitForBlock: false,
  maxRetries: 2,
  maxResponseBytes: 2 ** 20,
};

export type Settings = Omit<ClientForOptions, "apiKey" | "credentials" | keyof typeof DEFAULTS> &
  Readonly<typeof DEFAULTS>;

/** What one call carries through the layers. Nothing of it but the settings is shared with another call. */
export type Call = Required<Target> & {
  readonly id: number;
  readonly policy: Policy;
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
const PLACED: ReadonlySet<string> = new Set(["apiKey", "credentials", "signal", "headers", "body", "params"]);

/** Numbers the calls of one client and fills in what a call leaves to the client. The credentials stay secret. */
export function createCallStarter(
  client: ClientForOptions,
  policy: Policy = {},
  credentials?: unknown,
): StartCall {
  let id = 0;
  const signals = client.signal ? [client.signal] : [];
  const common = new Secrets(policy);
  common.collect([client.headers, { credentials }]);
  const settings: Settings = fillIn(fillIn(Object.create(null), DEFAULTS), client);
  return ({ operationId, path, idempotent, baseUrl = "", security = [] }, own, input) => {
    const secrets = common.copy();
    secrets.collect([own.headers, input]);
    return {
      operationId,
      path,
      idempotent,
      baseUrl,
      security,
      id: ++id,
      policy,
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
  const given = Object.entries(more).filter(([name, value]) => value !== undefined && !PLACED.has(name));
  // Where nothing is given, More has only optional names.
  return given.length > 0
    ? Object.assign(Object.create(base), Object.fromEntries(given))
    : (base as Base & More);
}

/** What every hook is told of a call. */
export function describeCall({ id, operationId, path, attempts }: Call): CallEvent {
  return { callId: id, operationId, path, attempt: attempts };
}
