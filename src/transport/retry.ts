import { describeCall, type Call } from "../call/call.js";
import { ConnectionError } from "../errors.js";
import { notify } from "../hooks.js";
import { readBody } from "./body.js";
import { MAY_PASS, NEVER_ARRIVED, readCode } from "./connection.js";
import type { Answer, Send } from "./layer.js";

/**
 * Sends again what is known to be safe and useful to send again, and only where the wait is one that the call may take;
 * reads the body of the response that the call ends with.
 */
export function retry(next: Send): (call: Call) => Promise<Answer> {
  const send = (call: Call, retries = 0): Promise<Answer> => {
    const { life, settings } = call;
    const judge = async (response?: Response, error?: unknown): Promise<Answer> => {
      const delayMs = retries < settings.maxRetries ? readDelay(response, error, call, retries) : Infinity;
      // A block may be waited for as the gate is; any other wait is the deadline's.
      const isHeld = response?.status === 429 && settings.waitForBlock;
      if (delayMs >= (isHeld ? settings.maxWaitMs - life.heldMs : life.leftMs())) {
        if (response) return readBody(response, call);
        throw error;
      }
      response?.body?.cancel().catch(() => {});
      const reason = response?.status ?? "connection";
      void notify(settings.onRetry, { ...describeCall(call), delayMs, reason });
      await life.wait(delayMs, isHeld);
      return send(call, retries + 1);
    };
    return next(call).then(judge, (error: unknown) => judge(undefined, error));
  };
  return send;
}

/** Milliseconds until the next attempt, Infinity when there must be none. */
function readDelay(
  response: Response | undefined,
  error: unknown,
  { idempotent, retryAfterMs }: Call,
  retries: number,
): number {
  // Full jitter, so that clients that failed together do not come back together: up to 0.5 s, then 1, 2, 4, 8 s.
  const backoffMs = Math.ceil(Math.random() * Math.min(500 * 2 ** retries, 8000));
  if (!response) return isSafe(error, idempotent) ? backoffMs : Infinity;
  if (!idempotent || ![408, 429, 502, 503, 504].includes(response.status)) return Infinity;
  return retryAfterMs ?? backoffMs;
}

function isSafe(error: unknown, isIdempotent: boolean): boolean {
  const pattern = isIdempotent ? MAY_PASS : NEVER_ARRIVED;
  return error instanceof ConnectionError && pattern.test(readCode(error.cause));
}
