import type { Signable } from "./credential.js";
import { explainToken, setHeader } from "./token.js";

/** A key in a header of its own. */
export function writeHeaderKey(request: Signable, credential: unknown, name: string): Signable | string {
  return explainToken(credential) ?? setHeader(request, name.toLowerCase(), String(credential));
}
