// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
import type { Signable } from "./credential.js";

/** What is wrong with a credential that must be a text. */
export function explainText(credential: unknown): string | undefined {
  if (typeof credential !== "string") return "must be a string";
  if (credential === "") return "is empty";
  return /[\r\n]$/.test(credential) ? "ends with a line break" : undefined;
}

/**
 * What is wrong with a credential that must be a token. Visible ASCII: more than a bearer token may hold (RFC 6750
 * §2.1), less than breaks a header (RFC 9110 §5.5).
 */
export function explainToken(credential: unknown): string | undefined {
  const problem = explainText(credential);
  if (problem || /^[!-~]+$/.test(String(credential))) return problem;
  return "contains characters that are not allowed in a header";
}

export function setHeader({ url, headers }: Signable, name: string, value: string): Signable {
  return { url, headers: { ...headers, [name]: value } };
}
