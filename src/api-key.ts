/** The key, or what gives it: asked once an attempt, so that a key can be rotated while the client lives. */
export type ApiKey = string | (() => string | Promise<string>);

/** What is wrong with a key, in words that do not hold it; undefined when it can be used. */
export function explainKey(key: unknown): string | undefined {
  if (typeof key !== "string" || key === "") return "a key is needed: pass apiKey or set JETEMAIL_API_KEY";
  if (key.startsWith("transactional_")) {
    return "this key begins with transactional_ and only sends mail; account management needs an api_ key";
  }
  // Visible ASCII: more than a bearer token may hold (RFC 6750 §2.1), less than breaks a header (RFC 9110 §5.5).
  if (!/^[\x21-\x7e]+$/.test(key))
    return "the key holds a character that no header may carry, such as a space or a line end";
  return undefined;
}
