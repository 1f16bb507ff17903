import createFetchClient, { type Client } from "openapi-fetch";
import { operations, servers } from "../generated/operations.js";
import type { paths } from "../generated/schema.js";
import { parseBaseUrl } from "./base-url.js";
import { isBrowser } from "./browser.js";
import { createCallStarter } from "./call.js";
import { createHttp } from "./http.js";
import { invoke, type Context, type Input } from "./invoke.js";
import type { Methods, Operation } from "./operation.js";
import { checkClientOptions, resolveApiKey, type ClientOptions } from "./options.js";
import { Credentials } from "./transport/credentials.js";
import { findSharedGate, type FindGate, type RateLimit } from "./transport/gate.js";
import { createTransport } from "./transport/index.js";
import { version } from "./version.js";

export type ClientFor<Paths extends {}, Operations> = Methods<Paths, Operations> & {
  /** openapi-fetch on the same transport: it validates nothing and returns 4xx and 5xx as `error`. */
  readonly http: Client<Paths>;
};

export type JetEmail = ClientFor<paths, typeof operations>;

/**
 * A client for one account. Nothing is sent until a method is called.
 *
 * Throws a TypeError for an unknown or malformed option, for a key that cannot manage an account, and in a browser
 * unless `dangerouslyAllowBrowser` is true. A method rejects with a JetEmailError, or with the reason of the
 * caller's signal; a TypeError there means that the call itself is misspelt.
 */
export function createClient(options: ClientOptions = {}): JetEmail {
  return createClientFor<paths, typeof operations>(operations, servers, options);
}

/** The same for any document that the pipeline has read. */
export function createClientFor<Paths extends {}, Operations extends Readonly<Record<string, Operation>>>(
  table: Operations,
  addresses: readonly string[],
  options: ClientOptions,
): ClientFor<Paths, Operations> {
  checkClientOptions(options);
  if (isBrowser() && options.dangerouslyAllowBrowser !== true) {
    throw new TypeError(
      "in a browser everybody can read the key: call from a server, or set dangerouslyAllowBrowser",
    );
  }
  // The key goes into the credentials, whose field is private, and stays out of everything that lives on here.
  const { apiKey, ...settings } = options;
  const credentials = new Credentials(resolveApiKey(apiKey));
  const baseUrl = parseBaseUrl(settings.baseUrl ?? addresses[0]);
  if (baseUrl === undefined)
    throw new TypeError('option "baseUrl" is needed: the document names no https server');
  const send = createTransport(credentials, chooseGate(settings.rateLimit, baseUrl), new URL(baseUrl).origin);
  const start = createCallStarter(settings);
  const defaults = {
    baseUrl,
    headers: { accept: "application/json", ...nameSoftware(), ...settings.headers },
  };
  // At run time `request` takes any method and path.
  const context: Context = {
    start,
    send,
    write: createFetchClient<Paths>(defaults).request as Context["write"],
  };
  const methods = Object.entries(table).map(([id, entry]) => [
    id,
    invoke.bind(undefined, context, id, entry),
  ]);
  const http = createHttp(createFetchClient<Paths>(defaults), table, start, send);
  // The methods are made from the same table that their type is computed from.
  return { ...Object.fromEntries(methods), http } as ClientFor<Paths, Operations>;
}

function chooseGate(option: RateLimit | false | undefined, baseUrl: string): FindGate | undefined {
  if (option === false) return undefined;
  return option ? async () => option : findSharedGate(baseUrl);
}

/** A browser names itself, and would ask the server's leave (CORS) before it sent another name. */
function nameSoftware(): Readonly<Record<string, string>> {
  return isBrowser() ? {} : { "user-agent": `jetemail-client/${version}` };
}
