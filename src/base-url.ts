/**
 * https anywhere, http on loopback (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, as the URL standard writes
 * them); no credentials, query or fragment.
 */
const SAFE = /^(?:https:\/\/|http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?\/)[^?#@]*$/;

/** The address without a slash at its end; undefined when a key should not be sent there. */
export function parseBaseUrl(text: unknown): string | undefined {
  const href = URL.canParse(String(text)) ? new URL(String(text)).href : "";
  return SAFE.test(href) ? href.replace(/\/+$/, "") : undefined;
}
