import { explainKey, type ApiKey } from "./api-key.js";
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

/** The types that an option may have, as Object.prototype.toString names them. */
type Kinds = Readonly<Record<string, string>>;

const number = `Number from 0 to ${MAX_TIMER_MS}`;
const callKinds: Readonly<Record<keyof CallOptions, string>> = {
  signal: "AbortSignal",
  timeoutMs: number,
  maxRetries: number,
  maxResponseBytes: number,
  headers: "Object of headers other than authorization",
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

/** The platform's own rules for headers, whose error would hold the value. */
function areHeaders(value: HeadersInit): boolean {
  try {
    return !new Headers(value).has("authorization");
  } catch {
    return false;
  }
}

/** Throws a TypeError that names the option and what it must be, never its value. */
function checkOptions(where: string, options: object, kinds: Kinds): void {
  for (const [name, value] of Object.entries(options)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) {
      const [nearest] = Object.keys(kinds).toSorted((a, b) => countPairs(name, b) - countPairs(name, a));
      throw new TypeError(`${where}: no option "${name}", perhaps "${nearest}"`);
    }
    const tag = Object.prototype.toString.call(value).slice(8, -1).replace("Async", "");
    const isKind = (kind || tag).includes(typeof value === "boolean" ? String(value) : tag);
    const isInRange = typeof value !== "number" || (value >= 0 && value <= MAX_TIMER_MS);
    if (value !== undefined && !(isKind && isInRange && (name !== "headers" || areHeaders(value)))) {
      throw new TypeError(`option "${name}" must be ${kind}`);
    }
  }
}

export const checkClientOptions = (options: ClientOptions): void =>
  checkOptions("createClient", options, clientKinds);

/** `others` are the names that the call takes besides, and checks elsewhere: their kind is "". */
export const checkCallOptions = (where: string, options: object, others: Kinds = {}): void =>
  checkOptions(where, options, { ...callKinds, ...others });

/** How many pairs of neighbouring letters of one name the other has too. */
function countPairs(name: string, other: string): number {
  const letters = [...name.toLowerCase()];
  return letters.filter((letter, index) => other.toLowerCase().includes(letter + (letters[index + 1] ?? "")))
    .length;
}

/** The key to use, checked: the option, or the environment's. */
export function resolveApiKey(option: ApiKey | undefined): ApiKey {
  // Not every runtime has a process, and the published types must not need Node's.
  const { process } = globalThis as {
    readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
  };
  const key = option ?? process?.env?.["JETEMAIL_API_KEY"] ?? "";
  const problem = typeof key === "string" && explainKey(key);
  if (problem) throw new TypeError(`option "apiKey": ${problem}`);
  return key;
}
