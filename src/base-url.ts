/** Loopback of RFC 6761 §6.3, RFC 1122 §3.2.1.3 and RFC 4291 §2.5.3, as the URL standard writes them. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** The address without a slash at its end; undefined when a key should not be sent there. */
export function parseBaseUrl(text: unknown): string | undefined {
  if (typeof text !== "string" || !URL.canParse(text)) return undefined;
  const { protocol, hostname, username, password, search, hash, origin, pathname } = new URL(text);
  const isSafe = protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname));
  if (!isSafe || username || password || search || hash) return undefined;
  return origin + pathname.replace(/\/+$/, "");
}
