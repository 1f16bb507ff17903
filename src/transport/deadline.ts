import type { Started } from "../call/call.js";
import { createFailure } from "../call/failure.js";
import { TimeoutError } from "../errors.js";
import { readBody } from "./body.js";
import type { Draft, Send } from "./layer.js";

/** One deadline over everything inside it: attempts, waits and the reading of the body. */
export const deadline =
  (next: Send) =>
  async (draft: Draft, call: Started): Promise<Response> => {
    const { timeoutMs, signals } = call;
    const controller = new AbortController();
    const { signal } = controller;
    // Aborted when the call has ended: takes the listeners off the caller's signals.
    const ended = new AbortController();
    const expire = (): void =>
      controller.abort(createFailure(TimeoutError, call, `no response within ${timeoutMs} ms`));
    const timer = setTimeout(expire, timeoutMs);
    // It only bounds work, so it must not keep the process alive. Its handle is an object in Node and a number elsewhere.
    (timer as { unref?: () => void }).unref?.();
    for (const source of signals) {
      const forward = (): void => controller.abort(source?.reason);
      if (source?.aborted) forward();
      source?.addEventListener("abort", forward, { signal: ended.signal });
    }
    try {
      signal.throwIfAborted();
      const inner = { ...call, signal, expiresAt: performance.now() + timeoutMs };
      // The race is for a `fetch` that does not listen to its signal.
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
      return await Promise.race([aborted, next(draft, inner).then((response) => readBody(response, inner))]);
    } catch (error) {
      const reason: unknown = signal.aborted ? signal.reason : error;
      // Lets go of the connection and of the place at the gate.
      controller.abort(reason);
      throw reason;
    } finally {
      clearTimeout(timer);
      ended.abort();
    }
  };
