import type { Started } from "../call/call.js";
import { createFailure } from "../call/failure.js";
import { TimeoutError } from "../errors.js";
import { readBody } from "./body.js";
import { Clock } from "./clock.js";
import type { Draft, Send } from "./layer.js";
import { createListen } from "./listen.js";

/** One deadline over everything inside it but the waits for the gate: attempts and the reading of the body. */
export function deadline(next: Send): (draft: Draft, call: Started) => Promise<Response> {
  const listen = createListen();
  return async (draft, call) => {
    const { timeoutMs, signals } = call;
    const controller = new AbortController();
    const { signal } = controller;
    const expire = (): void =>
      controller.abort(createFailure(TimeoutError, call, `no response within ${timeoutMs} ms`));
    const clock = new Clock(timeoutMs, expire);
    const stops = signals.map((source) => {
      const forward = (): void => controller.abort(source?.reason);
      if (source?.aborted) forward();
      return source && listen(source, forward);
    });
    try {
      signal.throwIfAborted();
      // Not a copy: thousands may wait.
      const inner = Object.assign(call, { signal, clock });
      return await new Promise<Response>((resolve, reject) => {
        // For a `fetch` or a gate that does not listen to its signal.
        signal.addEventListener("abort", () => reject(signal.reason));
        next(draft, inner)
          .then((response) => readBody(response, inner))
          .then(resolve, reject);
      });
    } catch (error) {
      const reason: unknown = signal.aborted ? signal.reason : error;
      // Lets go of the connection and of the place at the gate.
      controller.abort(reason);
      throw reason;
    } finally {
      clock.stop();
      for (const stop of stops) stop?.();
    }
  };
}
