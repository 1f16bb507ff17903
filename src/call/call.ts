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
export class Call implements Target {
  readonly operationId: string;
  readonly path: string;
  readonly idempotent: boolean;
  readonly life = new Lifetime();
  /** Set when it is sent; a Request only until it is opened. */
  request: Request | Draft | undefined;
  attempts = 0;
  /** Attempts that got as far as `fetch`. */
  sent = 0;
  /** What the last response says of the next attempt, as it was when it arrived. */
  retryAfterMs: number | undefined;
  readonly id: number;
  readonly settings: Settings;
  readonly secrets: Secrets;
  /** The client's and the call's own. Only the deadline listens to them. */
  readonly signals: readonly AbortSignal[];

  constructor(
    id: number,
    target: Target,
    settings: Settings,
    secrets: Secrets,
    signals: readonly AbortSignal[],
  ) {
    this.id = id;
    ({ operationId: this.operationId, path: this.path, idempotent: this.idempotent } = target);
    this.settings = settings;
    this.secrets = secrets;
    this.signals = signals;
  }
}

/** The own are what a call sets, the input is whatever else the caller gave: all that may hold a secret. */
export type StartCall = (target: Target, own: Own, input?: unknown) => Call;

/** As `readOptions` gives it: nothing of Object.prototype is in it. */
type Own = CallOptions & { readonly body?: unknown; readonly params?: unknown };

/** Numbers the calls of one client and fills in what a call leaves to the client. */
export function createCallStarter(
  { signal, apiKey: _, ...client }: ClientOptions,
  apiKey?: ApiKey,
): StartCall {
  let id = 0;
  const shared = signal ? [signal] : [];
  const common = new Secrets();
  if (typeof apiKey === "string") common.add(apiKey);
  common.collect(client.headers);
  const settings: Settings = fillIn(fillIn(Object.create(null), DEFAULTS), client);
  return (target, { signal: own, headers, body: _, params: __, ...options }, input) => {
    const secrets = new Secrets(common);
    secrets.collect([headers, input]);
    const signals = own ? shared.concat(own) : shared;
    // What a client sets is held once for all its calls.
    return new Call(++id, target, fillIn(settings, options), secrets, signals);
  };
}

/** The base itself, where nothing is given. Nothing is taken from Object.prototype. */
function fillIn<Base extends object, More extends object>(base: Base, more: More): Base & More {
  const given = Object.entries(more).filter(([, value]) => value !== undefined);
  // Where nothing is given, More has only optional names.
  return given.length > 0
    ? Object.assign(Object.create(base), Object.fromEntries(given))
    : (base as Base & More);
}

/** What every hook is told of a call. */
export function describeCall({ id, operationId, path, attempts }: Call): CallEvent {
  return { callId: id, operationId, path, attempt: attempts };
}
