import { parseBaseUrl } from "./base-url.js";
import { orUndefined } from "./or-undefined.js";

/** A scheme, or a host alone (RFC 3986 §4.2): such an address needs no other. */
const ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/**
 * The address for the servers of a document or of an operation: of the first that a client may call. The user's base
 * URL takes the place of all of them, but where it is an origin alone, a relative server (OpenAPI 3.1 §4.8.5) has the
 * path. A relative server of an operation belongs to the server of the document.
 */
export function resolveServer(
  servers: readonly string[],
  baseUrl: string | undefined,
  documentServer?: string,
): string | undefined {
  const server = servers.find(isUsable) ?? servers[0];
  if (server === undefined || ABSOLUTE.test(server)) return baseUrl ?? server;
  const base = orUndefined(() => new URL(baseUrl ?? documentServer ?? ""));
  const isWhole = baseUrl !== undefined && base?.pathname !== "/";
  return base && !isWhole ? new URL(server, base).href : (baseUrl ?? server);
}

function isUsable(url: string): boolean {
  return !ABSOLUTE.test(url) || orUndefined(() => parseBaseUrl(url)) !== undefined;
}
