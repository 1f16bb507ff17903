import createFetchClient, { mergeHeaders, type Client } from "openapi-fetch";
import { operations, servers } from "../generated/operations.js";
import type { paths } from "../generated/schema.js";
import { resolveApiKey } from "./api-key.js";
import { createCallStarter } from "./call/call.js";
import { createMethod, type Methods } from "./call/method.js";
import type { Operation } from "./call/operation.js";
import { createHttp, UNSET } from "./http.js";
import { isBrowser, parseBaseUrl, readOptions, type ClientOptions } from "./options.js";
import { createGateFinder } from "./transport/gate/gates.js";
import { createTransport } from "./transport/index.js";
import { version } from "./version.js";

export type ClientFor<Paths extends {}, Operations> = Methods<Paths, Operations> & {
  /** openapi-fetch on the same transport: it validates nothing and returns 4xx and 5xx as `error`. */
  readonly http: Client<Paths>;
};

/** The client of this package's own document: a method for each of its operations, and `http`. */
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
  [server]: readonly string[],
  options: ClientOptions,
): ClientFor<Paths, Operations> {
  const settings = readOptions(options);
  if (isBrowser() && !settings.dangerouslyAllowBrowser)
    throw new TypeError("the API key would be public in a browser; set dangerouslyAllowBrowser to allow it");
  const apiKey = resolveApiKey(settings.apiKey);
  const baseUrl = parseBaseUrl(settings.baseUrl ?? server);
  const { account, rateLimit = createGateFinder(baseUrl, account, apiKey) } = settings;
  const send = createTransport(apiKey, rateLimit, new URL(baseUrl).origin);
  const start = createCallStarter(settings, apiKey);
  // A browser names itself, and would ask the server's leave (CORS) before it sent another name.
  const software = isBrowser() ? {} : { "user-agent": `jetemail-client/${version}` };
  const headers = Object.fromEntries(mergeHeaders(software, settings.headers));
  const defaults = { baseUrl, headers };
  const methods = Object.entries(table).map(([id, operation]) => [
    id,
    createMethod(id, operation, start, send, defaults),
  ]);
  const asJson = { ...UNSET, baseUrl, headers: { accept: "application/json", ...headers } };
  const http = createHttp(createFetchClient<Paths>(asJson), table, start, send);
  // The methods are made from the same table that their type is computed from.
  return { ...Object.fromEntries(methods), http } as ClientFor<Paths, Operations>;
}
