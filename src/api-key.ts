/** The key, or what gives it: asked once an attempt, so that a key can be rotated while the client lives. */
export type ApiKey = string | (() => string | Promise<string>);

/** The key to use, checked: the option, or the environment's. */
export function resolveApiKey(option: ApiKey | undefined): ApiKey {
  // Not every runtime has a process, and the published types must not need Node's.
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  const key = option ?? process?.env?.["JETEMAIL_API_KEY"] ?? "";
  const problem = typeof key === "string" && explainApiKey(key);
  if (problem) throw new TypeError(problem);
  return key;
}

/** What is wrong with a key, in words that do not hold it; undefined when it can be used. */
export function explainApiKey(key: unknown): string | undefined {
  if (typeof key !== "string" || key === "")
    return "the API key is missing: apiKey or JETEMAIL_API_KEY must give one";
  if (key.startsWith("transactional_")) return "the API key must be an api_ key, not a transactional_ key";
  if (/[\r\n]$/.test(key)) return "the API key ends with a line break";
  // Visible ASCII: more than a bearer token may hold (RFC 6750 §2.1), less than breaks a header (RFC 9110 §5.5).
  if (/^[!-~]+$/.test(key)) return undefined;
  return "the API key contains characters that are not allowed in a header";
}
