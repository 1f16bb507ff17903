// What the codes of Node, undici and Bun tell of a request that got no response. Deno, workerd and browsers give none.

import { orUndefined } from "../or-undefined.js";

/** No connection came about, so nothing can have arrived. */
export const NEVER_ARRIVED = /refused|EAI_AGAIN|CONNECT_TIMEOUT/i;

/** The connection did not come about or broke, and another one may not. */
export const MAY_PASS =
  /refused|EAI_AGAIN|TIMEDOUT|CONNECT_TIMEOUT|UNREACH|reset|EPIPE|SOCKET|ConnectionClosed|^$/i;

/** An answer came that HTTP cannot read: its head is too large or broken. */
export const UNREADABLE = /^HPE_|HEADERS_OVERFLOW|malformed|InvalidHTTP/i;

/** Empty where nothing is known; an error that says no more than a reason (`bad port`) is for good. */
export function readCode(error: unknown): string {
  // What was thrown may throw again when it is read.
  return orUndefined(() => findCode(error)) ?? "";
}

function findCode(error: unknown): string {
  const { code, cause } = Object(error);
  if (code !== undefined) return String(code);
  if (!cause) return "";
  return Object(cause).code === undefined ? "PERMANENT" : findCode(cause);
}
