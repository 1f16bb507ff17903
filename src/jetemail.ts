// All that is JetEmail's: what it has published of itself beside its document. The rest of the client knows none of it.

import { operations, servers, type Methods } from "../generated/operations.js";
import type { paths } from "../generated/schema.js";
import { CLIENT_NAME } from "./client-name.js";
import { assemble, type ClientFor, type SchemeOf } from "./client.js";
import type { ApiKey, ClientForOptions } from "./options.js";
import type { Policy } from "./policy.js";
import type { RateLimit } from "./rate-limit.js";
import { version } from "./version.js";

export { ClientError as JetEmailError, isClientError as isJetEmailError } from "./errors.js";

export const JETEMAIL = {
  userAgent: `${CLIENT_NAME}/${version}`,
  keyVariable: "JETEMAIL_API_KEY",
  keyPrefixes: ["api_", "transactional_"],
  // They only send mail.
  wrongKeys: { transactional_: "must be an api_ key, not a transactional_ key" },
  secretNames: ["api_token"],
  // 240 a minute are allowed: other users of the account have room. Who sends more is blocked for five minutes.
  rateLimit: { requests: 200, windowMs: 60_000, blockMs: 300_000 },
  successField: "success",
  failureFields: { default: ["message", "error"] },
} as const satisfies Policy;

/** What may be set for the client. One plain object: inherited options and those behind getters of a class are refused. */
export type ClientOptions = Omit<ClientForOptions<SchemeOf<typeof operations>>, "apiKey" | "rateLimit"> & {
  /** An `api_` key, or a function that gives one. Default: the environment's JETEMAIL_API_KEY. */
  readonly apiKey?: ApiKey | undefined;
  /** A gate of your own, or false for none. Default: 200 a minute, shared by the process. */
  readonly rateLimit?: RateLimit | false | undefined;
};

/** The client of this package's own document: a method for each of its operations, and `http`. */
export type JetEmail = ClientFor<paths, typeof operations, Methods>;

/**
 * A client for one account. Nothing is sent until a method is called.
 *
 * Throws a TypeError for an unknown or malformed option, for a key that cannot manage an account, and in a browser
 * unless `dangerouslyAllowBrowser` is true. A method rejects with a JetEmailError, or with the reason of the
 * caller's signal; a TypeError there means that the call itself is misspelt.
 */
export function createClient(options: ClientOptions = {}): JetEmail {
  return assemble<paths, typeof operations, Methods>(operations, servers, options, JETEMAIL);
}
