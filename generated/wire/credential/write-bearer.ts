// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
import type { Signable } from "./credential.js";
import { explainToken, setHeader } from "./token.js";

/** RFC 6750 §2.1. What OAuth 2.0 and OpenID Connect give is carried in the same way. */
export function writeBearer(request: Signable, credential: unknown): Signable | string {
  return explainToken(credential) ?? setHeader(request, "authorization", `Bearer ${credential}`);
}
