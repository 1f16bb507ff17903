/** The key, or what gives it: asked once an attempt, so that a key can be rotated while the client lives. */
export type ApiKey = string | (() => string | Promise<string>);

/** What is wrong with a key, in words that do not hold it; undefined when it can be used. */
export function explainKey(key: unknown): string | undefined {
  if (typeof key !== "string" || key === "") return "no key: set apiKey or JETEMAIL_API_KEY";
  if (key.startsWith("transactional_")) return "a transactional_ key only sends mail; an api_ key is needed";
  // Visible ASCII: more than a bearer token may hold (RFC 6750 §2.1), less than breaks a header (RFC 9110 §5.5).
  return /^[!-~]+$/.test(key) ? undefined : "the key holds a character that no header may carry";
}
