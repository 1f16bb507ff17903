import { call } from "../code/code.js";
import { PASS, when } from "../plan/plan.js";
import type { Keyword } from "./keyword.js";

/** JSON Schema Validation §7: an annotation, unless the caller asks for formats to be asserted. */
export const format: Keyword = {
  names: ["format"],
  vocabulary: "format",
  lower(schema, context) {
    const name = schema["format"];
    if (typeof name !== "string") {
      context.problem("format", "format must be a string");
      return PASS;
    }
    const known = context.isFormatAsserted ? findFormat(name) : undefined;
    const check = known?.check;
    if (!known || !check) return PASS;
    return when(known.type, {
      kind: "test",
      ok: (v, { runtime }) => call(runtime(check), v),
      reason: context.reason("format", `must be ${known.words}`),
    });
  },
};

/** What the compiler knows of a format: which values it judges, the run-time predicate, the words of a message. */
type Format = {
  readonly type: "string" | "number";
  /** Exported by `runtime-formats.ts`; null where every value of the type passes. */
  readonly check: string | null;
  /** Follows "must be" or "is not". */
  readonly words: string;
};

/**
 * Formats of JSON Schema 2020-12 (Validation §7.3), then those of OpenAPI's format registry. A name that is not here
 * is an annotation (Validation §7.2.3).
 */
export const FORMATS = {
  "date-time": {
    type: "string",
    check: "isDateTimeFormat",
    words: "a date-time such as 2025-01-31T12:00:00Z (RFC 3339)",
  },
  date: { type: "string", check: "isDateFormat", words: "a date such as 2025-01-31 (RFC 3339)" },
  time: {
    type: "string",
    check: "isTimeFormat",
    words: "a time with an offset such as 12:00:00Z (RFC 3339)",
  },
  duration: {
    type: "string",
    check: "isDurationFormat",
    words: "a duration such as P3DT12H (RFC 3339 Appendix A)",
  },
  email: {
    type: "string",
    check: "isEmailFormat",
    words: "an email address such as name@example.com (RFC 5321)",
  },
  "idn-email": {
    type: "string",
    check: "isIdnEmailFormat",
    words: "an email address such as name@example.com, non-ASCII allowed (RFC 6531)",
  },
  hostname: {
    type: "string",
    check: "isHostnameFormat",
    words: "a host name such as www.example.com (RFC 1123)",
  },
  "idn-hostname": {
    type: "string",
    check: "isIdnHostnameFormat",
    words: "a host name such as www.example.com, non-ASCII allowed (RFC 5890)",
  },
  ipv4: { type: "string", check: "isIpv4Format", words: "an IPv4 address such as 192.0.2.1" },
  ipv6: { type: "string", check: "isIpv6Format", words: "an IPv6 address such as 2001:db8::1" },
  uri: {
    type: "string",
    check: "isUriFormat",
    words: "a URI with its scheme such as https://example.com/ (RFC 3986)",
  },
  "uri-reference": {
    type: "string",
    check: "isUriReferenceFormat",
    words: "a URI or a relative reference such as /path?query (RFC 3986)",
  },
  iri: {
    type: "string",
    check: "isIriFormat",
    words: "an IRI with its scheme such as https://example.com/, non-ASCII allowed (RFC 3987)",
  },
  "iri-reference": {
    type: "string",
    check: "isIriReferenceFormat",
    words: "an IRI or a relative reference such as /path?query, non-ASCII allowed (RFC 3987)",
  },
  "uri-template": {
    type: "string",
    check: "isUriTemplateFormat",
    words: "a URI template such as /users/{id} (RFC 6570)",
  },
  "json-pointer": {
    type: "string",
    check: "isJsonPointerFormat",
    words: "a JSON Pointer such as /items/0 (RFC 6901)",
  },
  "relative-json-pointer": {
    type: "string",
    check: "isRelativeJsonPointerFormat",
    words: "a relative JSON Pointer such as 1/items",
  },
  regex: { type: "string", check: "isRegexFormat", words: "an ECMAScript regular expression" },
  uuid: {
    type: "string",
    check: "isUuidFormat",
    words: "a UUID such as 123e4567-e89b-12d3-a456-426614174000 (RFC 4122)",
  },
  byte: { type: "string", check: "isByteFormat", words: "padded base64 (RFC 4648)" },
  binary: { type: "string", check: null, words: "any bytes" },
  password: { type: "string", check: null, words: "any text" },
  int32: { type: "number", check: "isInt32Format", words: "a whole number from -2147483648 to 2147483647" },
  int64: { type: "number", check: "isInt64Format", words: "a whole number from -(2^63) to 2^63 - 1" },
  float: { type: "number", check: "isFloatFormat", words: "a number in the range of a 32-bit float" },
  double: { type: "number", check: "isDoubleFormat", words: "a finite number" },
} as const satisfies Readonly<Record<string, Format>>;

/** The format of that name; undefined for one that is an annotation. */
export function findFormat(name: string): Format | undefined {
  const byName: Readonly<Record<string, Format>> = FORMATS;
  return Object.hasOwn(byName, name) ? byName[name] : undefined;
}
