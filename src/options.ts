import type { ApiKey } from "./api-key.js";
import type { Hooks } from "./hooks.js";
import { orUndefined } from "./or-undefined.js";
import type { RateLimit } from "./rate-limit.js";
import { MAX_TIMER_MS } from "./transport/wait.js";

export type Fetch = (request: Request) => Promise<Response>;

/** What may be set for the client and again for one call. */
export type CallOptions = {
  /** Ends the call; it then rejects with the signal's own reason. A client's and a call's signal both count. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for attempts, the waits between them and the reading of the body. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds in all that a call may wait at the gate, where no deadline runs. Default: no limit. */
  readonly maxWaitMs?: number | undefined;
  /** Wait also for the end of a block by the provider, instead of failing at once. Default false. */
  readonly waitForBlock?: boolean | undefined;
  /** Attempts after the first. Default 2. */
  readonly maxRetries?: number | undefined;
  /** The largest body that is read, in bytes. Default 1 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** Sent with every request; `authorization` is not allowed here. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
};

export type ClientOptions = CallOptions &
  Hooks & {
    /** An `api_` key, or a function that gives one. Default: the environment's JETEMAIL_API_KEY. */
    readonly apiKey?: ApiKey | undefined;
    /** Whose budget is counted: any string. Default: that of the key, or of this client when `apiKey` is a function. */
    readonly account?: string | undefined;
    /** https, or http on loopback. Default: the document's server. */
    readonly baseUrl?: string | undefined;
    /** Default: `globalThis.fetch`, looked up for each request. */
    readonly fetch?: Fetch | undefined;
    /** A gate of your own, or false for none. Default: 200 a minute, shared by the process. */
    readonly rateLimit?: RateLimit | false | undefined;
    /** A page shows its key to everybody who opens it, so a browser is refused unless this is true. */
    readonly dangerouslyAllowBrowser?: boolean | undefined;
  };

/** What the value of an option must be, in words and as a test. */
type Rule = readonly [words: string, isMet: (value: unknown) => boolean];
type Rules = Readonly<Record<string, Rule>>;

const ANYTHING: Rule = ["", () => true];
const FUNCTION: Rule = ["a function", (value) => typeof value === "function"];
const STRING: Rule = ["a string", (value) => typeof value === "string"];
const BOOLEAN: Rule = ["true or false", (value) => typeof value === "boolean"];
const COUNT: Rule = [`a number from 0 to ${MAX_TIMER_MS}`, isCount];
const CALL_RULES = {
  signal: ["an AbortSignal", (value) => readTag(value) === "AbortSignal"],
  timeoutMs: COUNT,
  maxWaitMs: COUNT,
  waitForBlock: BOOLEAN,
  maxRetries: COUNT,
  maxResponseBytes: COUNT,
  headers: ["an object of valid HTTP headers without authorization", isAllowedHeaders],
} satisfies Readonly<Record<keyof CallOptions, Rule>>;
const CLIENT_RULES = {
  ...CALL_RULES,
  apiKey: ["a string or a function", (value) => /string|function/.test(typeof value)],
  account: STRING,
  baseUrl: STRING,
  fetch: FUNCTION,
  rateLimit: ["an object or false", (value) => value === false || readTag(value) === "Object"],
  dangerouslyAllowBrowser: BOOLEAN,
  onRequest: FUNCTION,
  onResponse: FUNCTION,
  onRetry: FUNCTION,
  onWait: FUNCTION,
} satisfies Readonly<Record<keyof ClientOptions, Rule>>;

export const HTTP_RULES: Rules = { ...CALL_RULES, fetch: FUNCTION };
/** The body and the parameters are checked elsewhere, against the document. */
export const METHOD_RULES: Rules = { ...CALL_RULES, body: ANYTHING, params: ANYTHING };

/** Throws a TypeError that names the option and what it must be, or the nearest right name; never the value. */
export function checkOptions(options: object, rules: Rules = CLIENT_RULES): void {
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) {
      const [nearest] = Object.keys(rules).toSorted((a, b) => countPairs(name, b) - countPairs(name, a));
      throw new TypeError(`unknown option "${name}"; did you mean "${nearest}"?`);
    }
    const [words, isMet] = rule;
    if (value !== undefined && !isMet(value)) throw new TypeError(`option "${name}" must be ${words}`);
  }
}

/** As Object.prototype.toString names it, so that one of another realm passes too. */
function readTag(value: unknown): string {
  return {}.toString.call(value).slice(8, -1);
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= MAX_TIMER_MS;
}

function isAllowedHeaders(value: unknown): boolean {
  if (readTag(value) !== "Object") return false;
  // The platform's own rules, whose error would hold the value.
  return orUndefined(() => !new Headers(Object(value)).has("authorization")) ?? false;
}

/** How many pairs of neighbouring letters of one name the other has too. */
function countPairs(name: string, other: string): number {
  const [letters, others] = [name.toLowerCase(), other.toLowerCase()];
  return [...letters].filter((_, at) => others.includes(letters.slice(at, at + 2))).length;
}

/**
 * https anywhere, http on loopback (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, as the URL standard writes
 * them); no credentials, query or fragment.
 */
const SAFE_URL = /^(?:https:\/\/|http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?\/)[^?#@]*$/;

/** The address without a slash at its end; throws when a key should not be sent there. */
export function parseBaseUrl(text = ""): string {
  const href = orUndefined(() => new URL(text).href) ?? "";
  if (!SAFE_URL.test(href))
    throw new TypeError(
      'option "baseUrl" must be an https URL (or http on localhost) without credentials, query or fragment',
    );
  return href.replace(/\/+$/, "");
}

/** A page or one of its workers. Other runtimes have a navigator too, but name themselves in it. */
export function isBrowser(): boolean {
  return "document" in globalThis || globalThis.navigator?.userAgent?.startsWith("Mozilla/");
}
