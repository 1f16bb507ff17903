import type { ErrorDetails } from "./errors.js";
import type { Hooks } from "./hooks.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { Secrets } from "./secrets.js";

export type Fetch = (request: Request) => Promise<Response>;

/** The right to send one attempt. Nothing but a header and a hash can be had from it. */
export type Pass = {
  authorize(headers: Headers): void;
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
export type Call = Target & {
  readonly id: number;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
  /** Undefined: `globalThis.fetch`, looked up when the request is sent. */
  readonly fetch: Fetch | undefined;
  readonly hooks: Hooks;
  readonly secrets: Secrets;
  /** Counts the requests that were sent. */
  readonly progress: { attempts: number };
  /** The client's and the call's own. Only the deadline listens to them. */
  readonly signals: readonly AbortSignal[];
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
  let started = 0;
  return (target, options) => ({
    ...target,
    id: ++started,
    timeoutMs: options.timeoutMs ?? client.timeoutMs ?? 30_000,
    maxRetries: options.maxRetries ?? client.maxRetries ?? 2,
    maxResponseBytes: options.maxResponseBytes ?? client.maxResponseBytes ?? 2 ** 20,
    fetch: options.fetch ?? client.fetch,
    hooks: client,
    secrets: new Secrets(),
    progress: { attempts: 0 },
    signals: [client.signal, options.signal].filter((signal) => signal !== undefined),
    signal: new AbortController().signal,
    expiresAt: Infinity,
  });
}

/** The fields of an error about this call, cleaned of its secrets. */
export function describe(call: Call, response?: Response, extra: ErrorDetails = {}): ErrorDetails {
  const { operationId, progress, secrets } = call;
  const known = { operationId, attempts: progress.attempts, ...extra };
  if (!response) return known;
  const headers = secrets.redactHeaders(response.headers);
  const requestId = headers["x-request-id"] ?? headers["request-id"] ?? headers["cf-ray"];
  return { status: response.status, headers, requestId, ...known };
}

/** A copy of a foreign error that keeps its words and code, and none of the objects that hang on it. */
export function cleanCause(cause: unknown, secrets: Secrets, depth = 0): Error {
  const source = cause instanceof Error ? cause : new Error("a value that is not an Error was thrown");
  const hasInner = source.cause !== undefined && depth < 4;
  const copy = new Error(
    secrets.redact(source.message),
    hasInner ? { cause: cleanCause(source.cause, secrets, depth + 1) } : {},
  );
  const code =
    "code" in source && typeof source.code === "string" ? { code: secrets.redact(source.code) } : {};
  return Object.assign(copy, { name: secrets.redact(source.name) }, code);
}
