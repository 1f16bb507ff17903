import { recordAt, type JsonDocument } from "../json/place.js";
import type { Operation } from "./operations.js";
import { readSecurity } from "./security.js";

/** The header fields and query parameters that carry a credential. */
export type Credentials = {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
};

/**
 * What the first requirement of the operation asks for (OpenAPI 3.1 §4.8.27; RFC 6750 §2.1, RFC 7617 §2).
 * @param secret stands for what the caller alone knows.
 */
export function listCredentials<D extends JsonDocument>(
  operation: Operation<D>,
  secret: string,
): Credentials {
  const headers: Record<string, string> = {};
  const query: Record<string, string> = {};
  for (const { scheme: place } of readSecurity(operation)[0]?.schemes ?? []) {
    const { type, in: location, name, scheme } = recordAt(place);
    const isBasic = String(scheme).toLowerCase() === "basic";
    if (type !== "apiKey") headers["Authorization"] = `${isBasic ? "Basic" : "Bearer"} ${secret}`;
    else if (location === "query") query[String(name)] = secret;
    else if (location === "cookie") headers["Cookie"] = `${String(name)}=${secret}`;
    else headers[String(name)] = secret;
  }
  return { headers, query };
}
