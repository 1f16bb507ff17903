import { describeCall, type Call } from "../call/call.js";
import { ConnectionError } from "../errors.js";
import { notify } from "../hooks.js";
import type { Draft, Layer, Send } from "./layer.js";
import { readBlockMs, readRetryAfter } from "./retry-after.js";
import { wait } from "./wait.js";

/** Sends again what is known to be safe and useful to send again, and only where the wait fits the deadline. */
export const retry: Layer = (next) => (draft, call) => runAttempt(next, draft, call, 0);

async function runAttempt(next: Send, draft: Draft, call: Call, retries: number): Promise<Response> {
  let response: Response | undefined;
  let error: unknown;
  try {
    response = await next(draft, call);
  } catch (caught) {
    error = caught;
  }
  const delayMs = retries < call.maxRetries ? readDelay(response, error, call.idempotent, retries) : Infinity;
  if (performance.now() + delayMs >= call.expiresAt) {
    if (response) return response;
    throw error;
  }
  response?.body?.cancel().catch(() => {});
  notify(call.onRetry, { ...describeCall(call), delayMs, reason: response?.status ?? "connection" });
  await wait(delayMs, call.signal);
  return runAttempt(next, draft, call, retries + 1);
}

/** Milliseconds until the next attempt, Infinity when there must be none. */
function readDelay(
  response: Response | undefined,
  error: unknown,
  isIdempotent: boolean,
  retries: number,
): number {
  // Full jitter, so that clients that failed together do not come back together: up to 0.5 s, then 1, 2, 4, 8 s.
  const backoffMs = Math.random() * Math.min(500 * 2 ** retries, 8000);
  if (!response) return isSafe(error, isIdempotent) ? backoffMs : Infinity;
  const { status, headers } = response;
  if (!isIdempotent) return Infinity;
  if (status === 429) return readBlockMs(headers);
  return [408, 502, 503, 504].includes(status) ? (readRetryAfter(headers) ?? backoffMs) : Infinity;
}

/**
 * By the codes of Node, undici and Bun. A refused request never arrived; one whose connection broke may have. Deno,
 * workerd and browsers give no code, so what failed there may be that as well as anything else.
 */
function isSafe(error: unknown, isIdempotent: boolean): boolean {
  const code = String(Object(Object(error).cause).code ?? "RESET");
  const pattern = isIdempotent ? /refused|reset|EPIPE|SOCKET|ConnectionClosed/i : /refused/i;
  return error instanceof ConnectionError && pattern.test(code);
}
