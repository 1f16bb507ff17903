import type { Signable } from "./credential.js";
import { explainText, setHeader } from "./token.js";

/**
 * RFC 7617 §2, in UTF-8: a name and a password, or both as one text, `name:password`. A text without a colon is a name
 * whose password is empty.
 */
export function writeBasic(request: Signable, credential: unknown): Signable | string {
  const pair = readPair(credential);
  if (typeof pair === "string") return pair;
  const text = pair.join(":");
  if (/\p{Cc}/u.test(text)) return "contains control characters";
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return setHeader(request, "authorization", `Basic ${btoa(bytes.join(""))}`);
}

/** Name and password, or what is wrong with them. */
function readPair(credential: unknown): readonly [string, string] | string {
  if (typeof credential === "string") {
    const [name = "", ...rest] = credential.split(":");
    return explainText(credential) ?? [name, rest.join(":")];
  }
  const { username, password } = Object(credential);
  if (typeof username !== "string" || typeof password !== "string")
    return "must be a string, or an object with username and password";
  return username.includes(":") ? "has a colon in its username" : [username, password];
}
