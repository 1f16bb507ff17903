import { orUndefined } from "./or-undefined.js";

/**
 * https anywhere, http on loopback (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, as the URL standard writes
 * them); no credentials, query or fragment.
 */
const SAFE_URL = /^(?:https:\/\/|http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?\/)[^?#@]*$/;

/** The address without a slash at its end; throws when a key should not be sent there. */
export function parseBaseUrl(text = ""): string {
  const href = orUndefined(() => new URL(text).href) ?? "";
  if (!SAFE_URL.test(href))
    throw new TypeError(
      'option "baseUrl" must be an https URL (or http on localhost) without credentials, query or fragment',
    );
  return href.replace(/\/+$/, "");
}
