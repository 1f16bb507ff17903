import type { Hooks } from "./hooks.js";
import type { RateLimit } from "./transport/gate.js";
import { attempt } from "./secrets.js";
import { MAX_TIMER_MS } from "./transport/wait.js";

export type Fetch = (request: Request) => Promise<Response>;

/** The key, or what gives it: asked once an attempt, so that a key can be rotated while the client lives. */
export type ApiKey = string | (() => string | Promise<string>);

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

/** The types that an option may have, as Object.prototype.toString names them. */
type Kinds = Readonly<Record<string, string>>;

const number = `Number from 0 to ${MAX_TIMER_MS}`;
const callKinds: Readonly<Record<keyof CallOptions, string>> = {
  signal: "AbortSignal",
  timeoutMs: number,
  maxRetries: number,
  maxResponseBytes: number,
  headers: "Object without authorization",
};
const clientKinds: Readonly<Record<keyof ClientOptions, string>> = {
  ...callKinds,
  apiKey: "String or Function",
  baseUrl: "String",
  fetch: "Function",
  rateLimit: "Object or false",
  dangerouslyAllowBrowser: "true or false",
  onRequest: "Function",
  onResponse: "Function",
  onRetry: "Function",
  onWait: "Function",
};

/** Throws a TypeError that names the option and what it must be, or the nearest right name; never the value. */
export function checkOptions(options: object, kinds: Kinds = clientKinds): void {
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(kinds, name)) {
      const [nearest] = Object.keys(kinds).toSorted((a, b) => countPairs(name, b) - countPairs(name, a));
      throw new TypeError(`no option "${name}", perhaps "${nearest}"`);
    }
    if (value !== undefined && !isKind(kinds[name] ?? "", value))
      throw new TypeError(`option "${name}" must be ${kinds[name]}`);
  }
}

/** `others` are the names that the call takes besides; what is checked elsewhere has the kind "". */
export function checkCallOptions(options: object, others: Kinds): void {
  checkOptions(options, { ...callKinds, ...others });
}

function isKind(kind: string, value: unknown): boolean {
  if (!kind) return true;
  if (typeof value === "number") return kind === number && value >= 0 && value <= MAX_TIMER_MS;
  // The platform's own rules for headers, whose error would hold the value.
  if (kind === callKinds.headers && !attempt(() => !new Headers(Object(value)).has("authorization")))
    return false;
  // As Object.prototype.toString names it; an async function is a function.
  const tag = typeof value === "boolean" ? `${value}` : {}.toString.call(value).slice(8, -1);
  return kind.includes(tag.replace("Async", ""));
}

/** How many pairs of neighbouring letters of one name the other has too. */
function countPairs(name: string, other: string): number {
  const [letters, others] = [name.toLowerCase(), other.toLowerCase()];
  return [...letters].filter((_, at) => others.includes(letters.slice(at, at + 2))).length;
}

/** The key to use, checked: the option, or the environment's. */
export function resolveApiKey(option: ApiKey | undefined): ApiKey {
  // Not every runtime has a process, and the published types must not need Node's.
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  const key = option ?? process?.env?.["JETEMAIL_API_KEY"] ?? "";
  const problem = typeof key === "string" && explainKey(key);
  if (problem) throw new TypeError(`option "apiKey": ${problem}`);
  return key;
}

/** What is wrong with a key, in words that do not hold it; undefined when it can be used. */
export function explainKey(key: unknown): string | undefined {
  if (typeof key !== "string" || key === "") return "set apiKey or JETEMAIL_API_KEY";
  if (key.startsWith("transactional_")) return "an api_ key is needed, not a transactional_ key";
  // Visible ASCII: more than a bearer token may hold (RFC 6750 §2.1), less than breaks a header (RFC 9110 §5.5).
  return /^[!-~]+$/.test(key) ? undefined : "no header may carry it";
}

/**
 * https anywhere, http on loopback (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, as the URL standard writes
 * them); no credentials, query or fragment.
 */
const SAFE = /^(?:https:\/\/|http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?\/)[^?#@]*$/;

/** The address without a slash at its end; throws when a key should not be sent there. */
export function parseBaseUrl(text = ""): string {
  const href = attempt(() => new URL(text).href) ?? "";
  if (!SAFE.test(href))
    throw new TypeError('option "baseUrl" must be https, or http on loopback, and no more');
  return href.replace(/\/+$/, "");
}

/** A page or one of its workers. Other runtimes have a navigator too, but name themselves in it. */
export function isBrowser(): boolean {
  return "document" in globalThis || globalThis.navigator?.userAgent?.startsWith("Mozilla/");
}
