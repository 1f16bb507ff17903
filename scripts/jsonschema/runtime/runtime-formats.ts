/**
 * The formats of JSON Schema 2020-12 (Validation §7.3) and of OpenAPI's format registry as pure predicates, for
 * generated code. Copied beside the validators, so it imports its neighbour alone.
 *
 * Every RegExp here is linear in its input and repeats single classes only: V8 keeps a backtrack entry for each
 * round of a repeated group and throws a RangeError after some million rounds. Groups repeat only in inputs whose
 * length is bounded first.
 */
import { isIdnHostnameFormat } from "./runtime-idn.js";

export { isHostnameFormat, isIdnHostnameFormat } from "./runtime-idn.js";

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** RFC 3339 §5.6 `full-date`, with the days of each month (§5.7). */
export function isDateFormat(s: string): boolean {
  return DATE.test(s) && (s.slice(8) < "29" || Number(s.slice(8)) <= daysInMonth(s));
}

function daysInMonth(date: string): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return 30 + ((month + (month >> 3)) & 1);
}

/** RFC 3339 §5.6 `full-time`; second 60 only where the time is 23:59 in UTC (§5.7). */
export function isTimeFormat(s: string): boolean {
  return TIME.test(s) && (s[6] !== "6" || modulo(utcMinutes(s), 1440) === 1439);
}

const modulo = (n: number, m: number): number => ((n % m) + m) % m;

/** Minutes from the day's start in UTC; negative or over a day where the offset crosses midnight. */
function utcMinutes(time: string): number {
  const local = minutes(time.slice(0, 5));
  if (/z$/i.test(time)) return local;
  const offset = minutes(time.slice(-5));
  return time.at(-6) === "+" ? local - offset : local + offset;
}

const minutes = (hhmm: string): number => Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(3));

/** RFC 3339 §5.6 `date-time`; second 60 only at the end of a month in UTC (§5.7). */
export function isDateTimeFormat(s: string): boolean {
  const time = s.slice(11);
  return (
    (s[10] === "T" || s[10] === "t") &&
    isDateFormat(s.slice(0, 10)) &&
    TIME.test(time) &&
    (time[6] !== "6" || isEndOfMonth(s, utcMinutes(time)))
  );
}

/** Whether the minute after this one begins a month in UTC. */
function isEndOfMonth(date: string, utc: number): boolean {
  // 400 years later the calendar is the same, and Date.UTC takes years under 100 for the twentieth century.
  const year = Number(date.slice(0, 4)) + 400;
  const next = new Date(Date.UTC(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)), 0, utc + 1));
  return next.getUTCDate() === 1 && next.getUTCHours() === 0 && next.getUTCMinutes() === 0;
}

/** RFC 3339 Appendix A `duration`, in the upper case that ISO 8601 writes. */
export function isDurationFormat(s: string): boolean {
  return /^P(?!$)(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/.test(
    s,
  );
}

/** RFC 2673 §3.2 dotted quad: four decimal octets, no leading zero. */
export function isIpv4Format(s: string): boolean {
  return s.length < 16 && /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(s);
}

const IPV6 =
  /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?!(?::*[\da-f]+\b){8})(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?)$/i;

/** RFC 4291 §2.2, all three forms; no zone, no prefix length. */
export function isIpv6Format(s: string): boolean {
  if (s.length > 45) return false;
  if (!s.includes(".")) return IPV6.test(s);
  const dotted = s.lastIndexOf(":") + 1;
  return isIpv4Format(s.slice(dotted)) && IPV6.test(`${s.slice(0, dotted)}0:0`);
}

const BAD_PERCENT = /%(?![\da-f]{2})/i;
const URI_REFERENCE =
  /^(?:[a-z][a-z\d+.-]*:|(?![^/?#]*:))(?:\/\/(?:[\w.~!$&'()*+,;=:%-]*@)?(?:\[[\w.~!$&'()*+,;=:-]*\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?(?=[/?#]|$)|(?!\/\/))[\w.~!$&'()*+,;=:@%/-]*(?:\?[\w.~!$&'()*+,;=:@%/?-]*)?(?:#[\w.~!$&'()*+,;=:@%/?-]*)?$/i;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** RFC 3986 Appendix A `URI-reference`. */
export function isUriReferenceFormat(s: string): boolean {
  return !BAD_PERCENT.test(s) && URI_REFERENCE.test(s) && hasNoBadIpLiteral(s);
}

/** RFC 3986 §3.2.2: a matched reference holds brackets nowhere but around its host. */
function hasNoBadIpLiteral(reference: string): boolean {
  const open = reference.indexOf("[");
  if (open < 0) return true;
  const host = reference.slice(open + 1, reference.indexOf("]"));
  return isIpv6Format(host) || /^v[\da-f]+\.[^%]+$/i.test(host);
}

/** RFC 3986 Appendix A `URI`: a reference with a scheme. */
export function isUriFormat(s: string): boolean {
  return SCHEME.test(s) && isUriReferenceFormat(s);
}

/** RFC 3987 §2.2 `IRI-reference`. */
export function isIriReferenceFormat(s: string): boolean {
  return isUriReferenceFormat(toUri(s));
}

/** RFC 3987 §2.2 `IRI`. */
export function isIriFormat(s: string): boolean {
  return isUriFormat(toUri(s));
}

/** RFC 3987 §3.1: `ucschar` stands exactly where a percent-encoding may; `iprivate` does so in a query alone. */
function toUri(iri: string): string {
  const encoded = iri.replace(/[\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+/g, "%20");
  if (!/[\ud800-\uf8ff]/.test(encoded)) return encoded;
  return encoded
    .replace(/(?!\p{NChar})[\u{10000}-\u{dffff}\u{e1000}-\u{effff}]/gu, "%20")
    .replace(
      /^([^?#]*\?)([^#]*)/,
      (_, before: string, query: string) =>
        before + query.replace(/(?!\p{NChar})[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu, "%20"),
    );
}

/** RFC 6570 §2 `URI-Template`, with the apostrophe of erratum 6937. */
export function isUriTemplateFormat(s: string): boolean {
  const [literals = "", ...rest] = s.split("{");
  return !BAD_PERCENT.test(s) && isTemplateLiterals(literals) && rest.every(isTemplatePart);
}

/** An expression without its opening brace, and the literals after it. */
function isTemplatePart(part: string): boolean {
  const end = part.indexOf("}");
  const list = part.slice(0, end).replace(/^[+#./;?&=,!@|]/, "");
  return (
    end > 0 &&
    /^[\w%][\w%.,:*]*$/.test(list) &&
    !/[.,](?![\w%])|:(?![1-9]\d{0,3}(?:,|$))|\*(?!,|$)/.test(list) &&
    isTemplateLiterals(part.slice(end + 1))
  );
}

function isTemplateLiterals(s: string): boolean {
  return (
    /^[!#-;=?-[\]_a-z~]*$/.test(s) ||
    !/\p{NChar}|[^!#-;=?-[\]_a-z~\xa0-\ud7ff\ue000-\uffef\u{10000}-\u{dffff}\u{e1000}-\u{10ffff}]/u.test(s)
  );
}

/** The common shape in one pass, tried on short texts alone: its groups repeat. */
const PLAIN_MAILBOX =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z\d]+(?:-+[a-z\d]+)*(?:\.[a-z\d]+(?:-+[a-z\d]+)*)*$/i;

/** RFC 5321 §4.1.2 `Mailbox`; it sets no lengths. */
export function isEmailFormat(s: string): boolean {
  return (s.length < 256 && PLAIN_MAILBOX.test(s)) || (!/[^ -~]/.test(s) && isMailbox(s));
}

function isMailbox(s: string): boolean {
  const at = s.lastIndexOf("@");
  return at > 0 && isLocalPart(s.slice(0, at)) && isMailDomain(s.slice(at + 1));
}

/** RFC 6531 §3.3: `Mailbox` with UTF-8 in the local part and U-labels, taken in NFC, in the domain. */
export function isIdnEmailFormat(s: string): boolean {
  const at = s.lastIndexOf("@");
  return isMailbox(s) || (at > 0 && isLocalPart(s.slice(0, at)) && isIdnDomain(s.slice(at + 1)));
}

/** A name of 253 characters has at most four times as many when decomposed; putting marks in order is not linear. */
function isIdnDomain(domain: string): boolean {
  return domain.length < 1024 && isIdnHostnameFormat(domain.normalize("NFC"));
}

/** RFC 5321 §4.1.2 `Local-part` with the non-ASCII text of RFC 6531 §3.3. */
function isLocalPart(s: string): boolean {
  if (s[0] !== '"') {
    return hasNoLooseDot(s) && !/[^\w!#$%&'*+/=?^`{|}~.\-\x80-\ud7ff\ue000-\u{10ffff}]/u.test(s);
  }
  const quoted = s.slice(1, -1).replace(/\\[ -~]/g, "");
  return s.length > 1 && s.endsWith('"') && !/[^ !#-[\]-~\x80-\ud7ff\ue000-\u{10ffff}]/u.test(quoted);
}

const hasNoLooseDot = (s: string): boolean => s[0] !== "." && !s.endsWith(".") && !s.includes("..");

/** RFC 5321 §4.1.2 `Domain` and §4.1.3 `address-literal`; `IPv6` is the only tag that IANA has registered. */
function isMailDomain(s: string): boolean {
  if (/^[a-z\d.-]+$/i.test(s)) return hasNoLooseDot(s) && !/^-|-$|\.-|-\./.test(s);
  const address = s.slice(1, -1);
  return (
    /^\[.*\]$/.test(s) &&
    (isIpv4Format(address) || (/^ipv6:/i.test(address) && isIpv6Format(address.slice(5))))
  );
}

const BAD_TILDE = /~(?![01])/;

/** RFC 6901 §3, the string form. */
export function isJsonPointerFormat(s: string): boolean {
  return (s === "" || s[0] === "/") && !BAD_TILDE.test(s);
}

/** draft-bhutton-relative-json-pointer-00 §3, index manipulation included. */
export function isRelativeJsonPointerFormat(s: string): boolean {
  return /^(?:0|[1-9]\d*)(?:#$|(?:[+-](?:0|[1-9]\d*))?(?:\/|$))/.test(s) && !BAD_TILDE.test(s);
}

/** ECMA-262 §22.2.1 with the `u` flag, as JSON Schema Core §6.4 has it. */
export function isRegexFormat(s: string): boolean {
  try {
    return RegExp(s, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** RFC 4122 §3, any version and variant. */
export function isUuidFormat(s: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(s);
}

/** RFC 4648 §4 base64, padded, on one line. */
export function isByteFormat(s: string): boolean {
  return s.length % 4 === 0 && /^[a-z\d+/]*={0,2}$/i.test(s);
}

/** A whole number of 32 bits, signed. */
export function isInt32Format(n: number): boolean {
  return (n | 0) === n;
}

/** A whole number of 64 bits, signed. The largest one reads as 2 ** 63 in JavaScript, so that is one too. */
export function isInt64Format(n: number): boolean {
  return Number.isInteger(n) && n >= -(2 ** 63) && n <= 2 ** 63;
}

/** IEEE 754 binary32: its range, not its precision. */
export function isFloatFormat(n: number): boolean {
  return Number.isFinite(Math.fround(n));
}

/** IEEE 754 binary64: every finite number. */
export function isDoubleFormat(n: number): boolean {
  return Number.isFinite(n);
}
