// What the codes of Node, undici and Bun, and the words of Deno, tell of a request that got no response. workerd and
// browsers tell nothing.

import { orUndefined } from "../or-undefined.js";

/** No connection came about, so nothing can have arrived. */
export const NEVER_ARRIVED = /refused|EAI_AGAIN|CONNECT_TIMEOUT/i;

/** The connection did not come about or broke, and another one may not. */
export const MAY_PASS =
  /refused|EAI_AGAIN|TIMEDOUT|CONNECT_TIMEOUT|UNREACH|reset|EPIPE|SOCKET|connection ?closed|^$/i;

/** An answer came that HTTP cannot read: its head is too large or broken. */
export const UNREADABLE = /^HPE_|HEADERS_OVERFLOW|malformed|InvalidHTTP/i;

/** The code of the innermost error that has one, else its reason in words (`bad port`); empty where nothing is known. */
export function readCode(error: unknown): string {
  // What was thrown may throw again when it is read.
  return orUndefined(() => findCode(error)) ?? "";
}

function findCode(error: unknown): string {
  const { code, cause } = Object(error);
  if (code !== undefined) return String(code);
  return cause ? findCode(cause) || String(Object(cause).message) : "";
}
