import { MAX_TIMER_MS } from "./wait.js";

/** IMF-fixdate, RFC 850 and asctime, the three forms that RFC 9110 §5.6.7 asks a recipient to read. */
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT|[A-Z][a-z]+, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;

/**
 * Milliseconds that a Retry-After header asks for (RFC 9110 §10.2.3): whole seconds or a date, 0 for a date
 * that has passed, at most 2^31 - 1. Undefined when there is none or it is neither.
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  const ms = /^\d+$/.test(value)
    ? Number(value) * 1000
    : HTTP_DATE.test(value)
      ? readDate(value) - Date.now()
      : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), MAX_TIMER_MS);
}

/** asctime names no zone and means GMT; Date.parse would take it as local time. */
function readDate(value: string): number {
  return Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
}

/** How long a 429 closes the gate: what it says, or the five minutes for which the provider blocks an account. */
export function blockMs(headers: Headers): number {
  return readRetryAfter(headers) ?? 300_000;
}
