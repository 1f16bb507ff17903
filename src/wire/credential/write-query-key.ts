import type { Signable } from "./credential.js";
import { explainText } from "./token.js";

/** A key as a parameter of the query, behind those that the call has. */
export function writeQueryKey(
  { url, headers }: Signable,
  credential: unknown,
  name: string,
): Signable | string {
  const problem = explainText(credential);
  if (problem) return problem;
  const pair = new URLSearchParams({ [name]: String(credential) });
  return { url: `${url}${url.includes("?") ? "&" : "?"}${String(pair).replaceAll("+", "%20")}`, headers };
}
