import { ConnectionError } from "../errors.js";

/** Node, Bun. The server never had the request. */
const REFUSED = new Set(["ECONNREFUSED", "ConnectionRefused"]);

/** Node's sockets, undici, Bun. The request may have arrived. */
const RESET = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "ConnectionClosed", "ConnectionReset"]);

export function neverArrived(error: unknown): boolean {
  return error instanceof ConnectionError && listCodes(error.cause).some((code) => REFUSED.has(code));
}

/** Deno, workerd and browsers give no code, so what failed there may be a reset as well as anything else. */
export function wasReset(error: unknown): boolean {
  if (!(error instanceof ConnectionError)) return false;
  const codes = listCodes(error.cause);
  return codes.length === 0 || codes.some((code) => RESET.has(code));
}

function listCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  return [...own, ...listCodes(error.cause)];
}
