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

const callKinds = {
  signal: "AbortSignal",
  timeoutMs: "Number",
  maxRetries: "Number",
  maxResponseBytes: "Number",
  headers: "Object",
} as const satisfies Record<keyof CallOptions, string>;

const clientKinds = {
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
} as const satisfies Record<keyof ClientOptions, string>;

const range = ` from 0 to ${MAX_TIMER_MS}`;
const hints: Kinds = {
  timeoutMs: range,
  maxRetries: range,
  maxResponseBytes: range,
  headers: " of names and values, without authorization",
};

/** RFC 9110 §5.1 and §5.5. `new Headers` would say the value in its error. */
function areHeaders(value: object): boolean {
  return Object.entries(value).every(
    ([name, text]) =>
      /^(?!authorization$)[\w!#$%&'*+.^`|~-]+$/i.test(name) &&
      (text === undefined || /^[\t -~\x80-\xff]*$/.test(text)),
  );
}

/** Throws a TypeError that names the option and what it must be, never its value. */
export function checkClientOptions(options: ClientOptions): void {
  checkNames("createClient", options, clientKinds);
  checkKinds(options, clientKinds);
}

/** `others` are the names that the call takes besides, and checks elsewhere. */
export function checkCallOptions(where: string, options: object, others: Kinds): void {
  checkNames(where, options, { ...callKinds, ...others });
  checkKinds(options);
}

function checkNames(where: string, options: object, kinds: Kinds): void {
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(kinds, name)) continue;
    const [nearest] = Object.keys(kinds).toSorted((a, b) => countPairs(name, b) - countPairs(name, a));
    throw new TypeError(`${where}: no option "${name}", perhaps "${nearest}"`);
  }
}

export function checkKinds(options: object, kinds: Kinds = callKinds): void {
  for (const [name, value] of Object.entries(options)) {
    const kind = kinds[name];
    if (!kind || value === undefined) continue;
    const tag = Object.prototype.toString.call(value).slice(8, -1).replace("Async", "");
    const isInRange = typeof value !== "number" || (value >= 0 && value <= MAX_TIMER_MS);
    const areWritable = name !== "headers" || areHeaders(Object(value));
    if (!kind.includes(typeof value === "boolean" ? String(value) : tag) || !isInRange || !areWritable) {
      throw new TypeError(`option "${name}" must be ${kind}${hints[name] ?? ""}`);
    }
  }
}
/** How many pairs of neighbouring letters of one name the other has too. */
function countPairs(name: string, other: string): number {
  const letters = [...name.toLowerCase()];
  return letters.filter((letter, index) => other.toLowerCase().includes(letter + (letters[index + 1] ?? "")))
    .length;
}

/** The key to use, checked: the option, or the environment's. */
export function resolveApiKey(option: ApiKey | undefined): ApiKey {
  const key = option ?? readEnvironment() ?? "";
  const problem = typeof key === "string" && explainKey(key);
  if (problem) throw new TypeError(`option "apiKey": ${problem}`);
  return key;
}

/** Not every runtime has a process, and Deno asks for a permission. */
function readEnvironment(): string | undefined {
  try {
    // The published types must not need those of Node.
    const { process } = globalThis as {
      readonly process?: { readonly env: Readonly<Record<string, string | undefined>> };
    };
    return process?.env["JETEMAIL_API_KEY"];
  } catch {
    return undefined;
  }
}
