import type { Hooks } from "./hooks.js";
import { findNearest } from "./nearest-name.js";
import { orUndefined } from "./or-undefined.js";
import type { Policy } from "./policy.js";
import type { RateLimit } from "./rate-limit.js";
import { Secrets } from "./secrets/secrets.js";
import { MAX_TIMER_MS } from "./transport/timer.js";
import type { CallOptions } from "./wire/method/call-options.js";
import type { Credential } from "./wire/credential/credential.js";

/** What is called to send a request; it must not follow redirects by itself. */
export type Fetch = (request: Request) => Promise<Response>;

/** The key, or what gives it: asked once an attempt, so that a key can be rotated while the client lives. */
export type ApiKey = string | (() => string | Promise<string>);

/** A credential, or what gives it: asked once an attempt. */
export type CredentialSource = Credential | (() => Credential | Promise<Credential>);

/** The credentials of a client, by the document's names of their security schemes. */
export type Credentials<Scheme extends string = string> = {
  readonly [Name in Scheme]?: CredentialSource | undefined;
};

/** What may be set for a client of any document. One plain object: inherited options and those behind getters of a class are refused. */
export type ClientForOptions<Scheme extends string = string> = CallOptions &
  Hooks & {
    /** The credential of a security scheme that `credentials` does not name, or a function that gives one. */
    readonly apiKey?: ApiKey | undefined;
    /** Credentials by the document's names of their security schemes: each a string, for `basic` also an object, or a function that gives one. */
    readonly credentials?: Credentials<Scheme> | undefined;
    /** Whose budget is counted: any string. Default: that of the credentials, or of this client when a function gives one. */
    readonly account?: string | undefined;
    /** https, or http on loopback. Default: the document's server. */
    readonly baseUrl?: string | undefined;
    /** Default: `globalThis.fetch`, looked up for each request. */
    readonly fetch?: Fetch | undefined;
    /** A gate of your own, or false for none. Default: what the API's policy says, shared by the process; else none. */
    readonly rateLimit?: RateLimit | false | undefined;
    /** A page shows its credentials to everybody who opens it, so a browser is refused unless this is true. */
    readonly dangerouslyAllowBrowser?: boolean | undefined;
  };

/** What the value of an option must be, in words and as a test. */
export type Rule = readonly [words: string, isMet: (value: unknown) => boolean];
export type Rules = Readonly<Record<string, Rule>>;

const FUNCTION: Rule = ["a function", (value) => typeof value === "function"];
const STRING: Rule = ["a string", (value) => typeof value === "string"];
const BOOLEAN: Rule = ["true or false", (value) => typeof value === "boolean"];
const COUNT: Rule = [`a whole number from 0 to ${MAX_TIMER_MS}`, (value) => isCount(value, 0)];
const CALL_RULES = {
  signal: ["an AbortSignal", (value) => hasMethods(value, ["addEventListener", "throwIfAborted"])],
  // With 0 a call would end before it began, and elsewhere 0 means that it never ends.
  timeoutMs: [`a whole number from 1 to ${MAX_TIMER_MS}`, (value) => isCount(value, 1)],
  maxWaitMs: COUNT,
  waitForBlock: BOOLEAN,
  maxRetries: COUNT,
  maxResponseBytes: COUNT,
  headers: ["an object of valid HTTP headers without authorization", isAllowedHeaders],
} satisfies Readonly<Record<keyof CallOptions, Rule>>;
export const CLIENT_RULES = {
  ...CALL_RULES,
  apiKey: ["a string or a function", (value) => /string|function/.test(typeof value)],
  credentials: ["a plain object", isPlain],
  account: STRING,
  baseUrl: STRING,
  fetch: FUNCTION,
  rateLimit: [
    "an object with acquire() and block(), or false",
    (value) => value === false || hasMethods(value, ["acquire", "block"]),
  ],
  dangerouslyAllowBrowser: BOOLEAN,
  onRequest: FUNCTION,
  onResponse: FUNCTION,
  onRetry: FUNCTION,
  onWait: FUNCTION,
} satisfies Readonly<Record<keyof ClientForOptions, Rule>>;

const { headers: _, ...LIMITS } = CALL_RULES;
/** Headers go to openapi-fetch with the rest of what it takes. */
export const HTTP_RULES: Rules = { ...LIMITS, fetch: FUNCTION };
/** The body and the parameters are checked elsewhere, against the document. */
export const METHOD_RULES: Rules = {
  ...CALL_RULES,
  body: ["", () => true],
  contentType: STRING,
  params: ["a plain object", isPlain],
};

/** How an object of options is read: what it may hold, whose it is, and what to say of a name that it may not hold. */
export type Reading = {
  readonly rules: Rules;
  readonly owner: string;
  /** Tells what of a wrong name is a secret. */
  readonly policy: Policy;
  readonly advise?: (name: string) => string | undefined;
};

/**
 * The options that the object itself has, each read once; nothing is ever taken from Object.prototype, of the result
 * either. Throws a TypeError that names the option and what it must be, or the nearest right name or the caller's
 * advice; never a value. Only a plain object is taken, because of an object with getters of a class, or with options
 * that it inherits, a part would be lost.
 */
export function readOptions<Options extends object>(given: Options, reading: Reading): Options {
  const { rules, owner } = reading;
  checkPlain(given, owner);
  const options = Object.create(null);
  for (const name of Object.getOwnPropertyNames(given)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) throw new TypeError(explainUnknown(name, given, reading));
    const value: unknown = Reflect.get(given, name);
    const [words, isMet] = rule;
    if (value !== undefined && !isMet(value)) throw new TypeError(`option "${name}" must be ${words}`);
    options[name] = value;
  }
  // Each was checked by the rule of its name.
  return options as Options;
}

function explainUnknown(name: string, given: object, { rules, policy, advise }: Reading): string {
  const secrets = new Secrets(policy);
  secrets.collect(given);
  const nearest = findNearest(name, Object.keys(rules));
  const advice = nearest ? `did you mean "${nearest}"?` : advise?.(name);
  return secrets.redact([`unknown option "${name}"`, advice].filter(Boolean).join("; "));
}

export function checkPlain(given: unknown, owner: string): void {
  if (!isPlain(given)) throw new TypeError(`${owner} takes its options as one plain object, { … }`);
}

/** An object as a literal makes it, of any realm. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Of any realm or make. */
function hasMethods(value: unknown, names: readonly string[]): boolean {
  return names.every((name) => typeof Object(value)[name] === "function");
}

function isCount(value: unknown, min: number): boolean {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= MAX_TIMER_MS;
}

function isAllowedHeaders(value: unknown): boolean {
  if (!isPlain(value)) return false;
  // The platform's own rules, whose error would hold the value.
  return orUndefined(() => !new Headers({ ...value } as HeadersInit).has("authorization")) ?? false;
}

/** A page or one of its workers. Other runtimes have a navigator too, but name themselves in it. */
export function isBrowser(): boolean {
  return "document" in globalThis || globalThis.navigator?.userAgent?.startsWith("Mozilla/");
}
