import createFetchClient, { mergeHeaders, type Client } from "openapi-fetch";
import { parseBaseUrl } from "./base-url.js";
import { createCallStarter } from "./call/call.js";
import { createMethod, type Methods } from "./call/method.js";
import type { Operation } from "./call/operation.js";
import { resolveSources } from "./credentials.js";
import { createHttp, UNSET } from "./http.js";
import { CLIENT_RULES, isBrowser, readOptions, type ClientForOptions } from "./options.js";
import { ANY_API, type Policy } from "./policy.js";
import { resolveServer } from "./servers.js";
import { createGateFinder } from "./transport/gate/gates.js";
import { createTransport } from "./transport/index.js";

/** The methods of a client, one for each operation, and `http`. */
export type ClientFor<Paths extends {}, Operations, Named = {}> = MethodsFor<Paths, Operations, Named> & {
  /** openapi-fetch on the same transport: it validates nothing and returns 4xx and 5xx as `error`. */
  readonly http: Client<Paths>;
};

/** Those that operations.ts names the types of are taken from there, because an editor shows them in one line. */
type MethodsFor<Paths, Operations, Named> = [keyof Named] extends [never]
  ? Methods<Paths, Operations>
  : Named & Omit<Methods<Paths, Operations>, keyof Named>;

/** The names of the security schemes that operations need. */
export type SchemeOf<Operations> =
  Operations extends Readonly<Record<string, { readonly security?: readonly (infer Requirement)[] }>>
    ? Requirement extends Requirement
      ? keyof Requirement & string
      : never
    : never;

/**
 * A client for the `operations` and `servers` that the pipeline has written of a document. Nothing is sent until a
 * method is called.
 *
 * Throws a TypeError for an unknown or malformed option or credential, and in a browser unless
 * `dangerouslyAllowBrowser` is true. A method rejects with a ClientError, or with the reason of the caller's signal;
 * a TypeError there means that the call itself is misspelt.
 */
export function createClientFor<
  Paths extends {},
  Operations extends Readonly<Record<string, Operation>>,
  Named = {},
>(
  operations: Operations,
  servers: readonly string[],
  options: ClientForOptions<SchemeOf<Operations>> = {},
  policy: Policy = {},
): ClientFor<Paths, Operations, Named> {
  return assemble(operations, servers, options, { ...ANY_API, ...policy }, resolveServer);
}

/** The same for a policy that leaves nothing out. Without `resolve` the first server counts, and for all operations. */
export function assemble<Paths extends {}, Operations extends Readonly<Record<string, Operation>>, Named>(
  operations: Operations,
  servers: readonly string[],
  options: ClientForOptions,
  policy: Policy,
  resolve?: typeof resolveServer,
): ClientFor<Paths, Operations, Named> {
  const settings = readOptions(options, { rules: CLIENT_RULES, owner: "createClient", policy });
  const securities = Object.values(operations).map(({ security = [] }) => security);
  const sources = resolveSources(settings, policy, securities);
  if (isBrowser() && !settings.dangerouslyAllowBrowser && Object.values(sources).some(Boolean))
    throw new TypeError("the API key would be public in a browser; set dangerouslyAllowBrowser to allow it");
  const { account, baseUrl: given } = settings;
  const baseUrl = parseBaseUrl(resolve ? resolve(servers, given) : (given ?? servers[0]));
  const findBaseUrl = ({ servers: own }: Pick<Operation, "servers">): string =>
    own && resolve ? parseBaseUrl(resolve(own, given, baseUrl)) : baseUrl;
  const findGate = policy.rateLimit && createGateFinder(baseUrl, account, sources, policy.rateLimit);
  const { rateLimit = findGate ?? false } = settings;
  const send = createTransport(sources, rateLimit);
  const start = createCallStarter(settings, policy, sources);
  // A browser names itself, and would ask the server's leave (CORS) before it sent another name.
  const software = isBrowser() ? {} : { "user-agent": policy.userAgent };
  const headers = Object.fromEntries(mergeHeaders(software, settings.headers));
  const common = { policy, start, send, findBaseUrl, headers };
  const methods = Object.entries(operations).map(([id, operation]) => [
    id,
    createMethod(id, operation, common),
  ]);
  const asJson = { ...UNSET, baseUrl, headers: { accept: "application/json", ...headers } };
  const http = createHttp(createFetchClient<Paths>(asJson), operations, common);
  // The methods are made from the same table that their type is computed from.
  return { ...Object.fromEntries(methods), http } as ClientFor<Paths, Operations, Named>;
}
