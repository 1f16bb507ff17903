import { MAX_TIMER_MS } from "./timer.js";

/**
 * Milliseconds that a Retry-After header asks for (RFC 9110 §10.2.3): whole seconds, or a date in any of its three
 * forms (§5.6.7), measured by the server's own clock where Date tells it; 0 for a date that has passed, at most
 * 2^31 - 1. Undefined for the rest.
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after");
  if (!value) return undefined;
  const ms = /^\d+$/.test(value)
    ? Number(value) * 1000
    : readDate(value) - (readDate(headers.get("date") ?? "") || Date.now());
  return ms === ms ? Math.min(Math.max(ms, 0), MAX_TIMER_MS) : undefined;
}

/** NaN for what is no date. Date.parse reads much else too, and the form of asctime, which names no zone, as local time. */
function readDate(value: string): number {
  const isDate = /^[A-Z].*:\d\d( GMT| \d{4})$/.test(value);
  return isDate ? Date.parse(value.replace(/( GMT)?$/, " GMT")) : NaN;
}
