import { readText } from "../../spec/fields.js";
import type { Operation } from "../../spec/operations.js";
import { readSecurity, type RequiredScheme } from "../../spec/security.js";

/** What writes a credential, by the kind of its scheme (Security Scheme Object, OpenAPI 3.1 §4.8.27). */
const WRITERS: ReadonlyMap<string, string> = new Map([
  ["http bearer", "writeBearer"],
  ["http basic", "writeBasic"],
  ["apiKey header", "writeHeaderKey"],
  ["apiKey query", "writeQueryKey"],
  ["apiKey cookie", "writeCookieKey"],
  ["oauth2", "writeBearer"],
  ["openIdConnect", "writeBearer"],
]);

export type SchemeEntry = {
  /** The key that the document has for it. */
  readonly key: string;
  /** As the table has it; empty where the document has no such scheme. */
  readonly kind: string;
  /** Undefined where a client writes no credential by itself: it would have to answer a challenge, say. */
  readonly write: string | undefined;
  /** Of the header, the parameter or the cookie. */
  readonly name: string | undefined;
};

/** The schemes of each requirement of an operation. */
export function describeSecurity(operation: Operation): readonly (readonly SchemeEntry[])[] {
  return readSecurity(operation).map(({ schemes }) => schemes.map(describeScheme));
}

function describeScheme({ name: key, scheme }: RequiredScheme): SchemeEntry {
  const [type = "", place, name] = ["type", "in", "name"].map((field) => readText(scheme, field));
  // RFC 9110 §11.1: its letters may have any case.
  const details: Readonly<Record<string, string | undefined>> = {
    http: readText(scheme, "scheme")?.toLowerCase(),
    apiKey: place,
  };
  const kind = [type, details[type]].filter(Boolean).join(" ");
  return { key, kind, write: WRITERS.get(kind), name: type === "apiKey" ? name : undefined };
}
