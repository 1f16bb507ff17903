import type { Call } from "../call.js";
import { notify } from "../hooks.js";
import { neverArrived, wasReset } from "./connection.js";
import type { Draft } from "./draft.js";
import type { Layer, Send } from "./index.js";
import { blockMs, readRetryAfter } from "./retry-after.js";
import { wait } from "./wait.js";

type Outcome = { readonly response: Response } | { readonly error: unknown };

/** Sends again what is known to be safe and useful to send again, and only where the wait fits the deadline. */
export const retry: Layer = (next) => (request, call) => attempt(next, request, call, 0);

async function attempt(next: Send, request: Draft, call: Call, retries: number): Promise<Response> {
  const outcome = await next(request, call).then(
    (response): Outcome => ({ response }),
    (error: unknown): Outcome => ({ error }),
  );
  const delayMs = retries < call.maxRetries ? readDelay(outcome, call, retries) : undefined;
  if (delayMs === undefined || performance.now() + delayMs >= call.expiresAt) return settle(outcome);
  const { id: callId, operationId, path, progress } = call;
  const reason = "response" in outcome ? outcome.response.status : "connection_failed";
  notify(call.hooks.onRetry, { callId, operationId, path, attempt: progress.attempts, delayMs, reason });
  if ("response" in outcome) outcome.response.body?.cancel().catch(() => undefined);
  await wait(delayMs, call.signal);
  return attempt(next, request, call, retries + 1);
}

/** Milliseconds until the next attempt, or undefined when there must be none. */
function readDelay(outcome: Outcome, { idempotent }: Call, retries: number): number | undefined {
  if ("error" in outcome) {
    const isSafe = neverArrived(outcome.error) || (idempotent && wasReset(outcome.error));
    return isSafe ? backoffMs(retries) : undefined;
  }
  const { status, headers } = outcome.response;
  if (!idempotent) return undefined;
  if (status === 429) return blockMs(headers);
  return [408, 502, 503, 504].includes(status) ? (readRetryAfter(headers) ?? backoffMs(retries)) : undefined;
}

/** Full jitter, so that clients that failed together do not come back together: up to 0.5 s, then up to 1 s, 2 s … 8 s. */
export function backoffMs(retries: number): number {
  return Math.random() * Math.min(500 * 2 ** retries, 8000);
}

function settle(outcome: Outcome): Response {
  if ("error" in outcome) throw outcome.error;
  return outcome.response;
}
