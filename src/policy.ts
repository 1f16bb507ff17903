/**
 * What an API has made known of itself beside its document. Plain data, all of it optional: what is left out is safe
 * for any API.
 */
export type Policy = {
  /** Sent as `User-Agent` where the runtime lets one be set. Default: the runtime's own. */
  readonly userAgent?: string;
  /** The environment variable that gives the key where no option does. With it a client without a key is refused. */
  readonly keyVariable?: string;
  /** How its keys begin, in letters, digits, `_` and `-`. What follows is random, and alone counts as a part of a secret. */
  readonly keyPrefixes?: readonly string[];
  /** How keys begin that are for something else, each with words that follow "the API key". */
  readonly wrongKeys?: Readonly<Record<string, string>>;
  /** Names under which everything is a secret, beside those that are telling in any API. */
  readonly secretNames?: readonly string[];
  /** How much of its rate limit a client takes by default. Default: any number of requests. */
  readonly rateLimit?: Allowance;
  /** A field of its bodies that is false where a status of success is none. */
  readonly successField?: string;
  /** The fields in which a failure says what is wrong, by media type; `default` for the others. */
  readonly failureFields?: Readonly<Record<string, readonly string[]>>;
};

/** A number of requests in any window of time, and what it costs to send more. */
export type Allowance = {
  /** How many may be sent in one window. */
  readonly requests: number;
  /** Any window of this length counts, in milliseconds. */
  readonly windowMs: number;
  /** How long a 429 blocks that does not say how long, in milliseconds. */
  readonly blockMs: number;
};

/** What holds of any API: problem details (RFC 9457 §3.1), and else the usual field. */
export const ANY_API: Policy = {
  failureFields: { "application/problem+json": ["title", "detail"], default: ["message"] },
};
