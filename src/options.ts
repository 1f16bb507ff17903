import { explainKey, type ApiKey } from "./api-key.js";
import { parseBaseUrl } from "./base-url.js";
import type { Fetch } from "./call.js";
import type { Hooks } from "./hooks.js";
import type { RateLimit } from "./transport/gate.js";
import { MAX_TIMER_MS } from "./transport/wait.js";

/** What may be set for the client and again for one call. */
export type CallOptions = {
  /** Ends the call; it then rejects with the signal's own reason. A client's and a call's signal both count. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call: attempts, waits and the reading of the body. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Attempts after the first. Default 2. */
  readonly maxRetries?: number | undefined;
  /** The largest body that is read, in bytes. Default 1 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** Sent with every request; `authorization` is not taken here. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
};

export type ClientOptions = CallOptions &
  Hooks & {
    /** An `api_` key, or a function that gives one. Default: the environment's JETEMAIL_API_KEY. */
    readonly apiKey?: ApiKey | undefined;
    /** https, or http on loopback. Default: the document's server. */
    readonly baseUrl?: string | undefined;
    /** Default: `globalThis.fetch`, looked up for each request. */
    readonly fetch?: Fetch | undefined;
    /** A gate of your own, or false for none. Default: 200 a minute, shared by the process. */
    readonly rateLimit?: RateLimit | false | undefined;
    /** A page shows its key to everybody who opens it, so a browser is refused unless this is true. */
    readonly dangerouslyAllowBrowser?: boolean | undefined;
  };

type Check = { readonly expected: string; readonly holds: (value: unknown) => boolean };

const isFunction = (value: unknown): boolean => typeof value === "function";
const has = (value: unknown, name: string): boolean => isFunction(Object(value)[name]);
const hook: Check = { expected: "a function", holds: isFunction };
const count: Check = {
  expected: "a whole number from 0",
  holds: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
};

const callChecks: Readonly<Record<keyof CallOptions, Check>> = {
  signal: {
    expected: "an AbortSignal",
    holds: (value) => has(value, "addEventListener") && "aborted" in Object(value),
  },
  timeoutMs: {
    expected: `a number of milliseconds from 1 to ${MAX_TIMER_MS}`,
    holds: (value) => typeof value === "number" && value >= 1 && value <= MAX_TIMER_MS,
  },
  maxRetries: count,
  maxResponseBytes: count,
  headers: { expected: "an object of header names and values, without authorization", holds: areHeaders },
};

const clientChecks: Readonly<Record<keyof ClientOptions, Check>> = {
  ...callChecks,
  apiKey: {
    expected: "a string or a function",
    holds: (value) => typeof value === "string" || isFunction(value),
  },
  baseUrl: {
    expected: "an https address (http only on loopback) without credentials, query or fragment",
    holds: (value) => parseBaseUrl(value) !== undefined,
  },
  fetch: hook,
  rateLimit: {
    expected: "false or an object with acquire and block",
    holds: (value) => value === false || (has(value, "acquire") && has(value, "block")),
  },
  dangerouslyAllowBrowser: { expected: "a boolean", holds: (value) => typeof value === "boolean" },
  onRequest: hook,
  onResponse: hook,
  onRetry: hook,
  onWait: hook,
};

/** RFC 9110 §5.1 and §5.5. `new Headers` would say the value in its error. */
function areHeaders(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Symbol.iterator in value) return false;
  return Object.entries(value).every(
    ([name, text]) =>
      /^[!#$%&'*+.^_`|~\w-]+$/.test(name) &&
      name.toLowerCase() !== "authorization" &&
      (text === undefined || (typeof text === "string" && /^[\t\x20-\x7e\x80-\xff]*$/.test(text))),
  );
}

/** Throws a TypeError that names the option and what it must be, never its value. */
export function checkClientOptions(options: unknown): void {
  checkNames(options, Object.keys(clientChecks), "createClient");
  checkValues(options, clientChecks);
}

/** `others` are the names that the call takes besides, and checks elsewhere. */
export function checkCallOptions(options: unknown, others: readonly string[], where: string): void {
  checkNames(options, [...Object.keys(callChecks), ...others], where);
  checkValues(options, callChecks);
}

function checkNames(options: unknown, known: readonly string[], where: string): void {
  if (typeof options !== "object" || options === null)
    throw new TypeError(`${where} takes an object of options`);
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      throw new TypeError(`${where} has no option "${name}"; the nearest is "${findNearest(name, known)}"`);
    }
  }
}

export function checkValues(options: unknown, checks: Readonly<Record<string, Check>> = callChecks): void {
  for (const [name, { expected, holds }] of Object.entries(checks)) {
    const value: unknown = Object(options)[name];
    if (value !== undefined && !holds(value)) throw new TypeError(`option "${name}" must be ${expected}`);
  }
}

function findNearest(name: string, known: readonly string[]): string | undefined {
  const distances = known.map(
    (other) => [measureEdits(name.toLowerCase(), other.toLowerCase()), other] as const,
  );
  return distances.toSorted(([a], [b]) => a - b)[0]?.[1];
}

/** Levenshtein's distance, one row at a time. */
function measureEdits(from: string, to: string): number {
  let row = [...to, ""].map((_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const [left = 0, above = 0, diagonal = 0] = [next[j], row[j + 1], row[j]];
      next.push(Math.min(left + 1, above + 1, diagonal + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The key to use, checked: the option, or the environment's. */
export function resolveApiKey(option: ApiKey | undefined): ApiKey {
  const key = option ?? readEnvironment() ?? "";
  const problem = typeof key === "string" ? explainKey(key) : undefined;
  if (problem) throw new TypeError(`option "apiKey": ${problem}`);
  return key;
}

/** Not every runtime has a process, and Deno asks for a permission. */
function readEnvironment(): string | undefined {
  try {
    return globalThis.process?.env?.["JETEMAIL_API_KEY"];
  } catch {
    return undefined;
  }
}
