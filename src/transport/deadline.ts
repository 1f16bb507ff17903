import { describe, type Call } from "../call.js";
import { TimeoutError } from "../errors.js";
import { readBody } from "./body.js";
import type { Layer } from "./index.js";
import { alarm } from "./wait.js";

/** One deadline over everything inside it: attempts, waits and the reading of the body. */
export const deadline: Layer = (next) => async (request, call) => {
  const controller = new AbortController();
  const { signal } = controller;
  const unlink = call.signals.map((source) => link(source, controller));
  const stopAlarm = alarm(call.timeoutMs, () => controller.abort(timeoutOf(call)));
  const inner: Call = { ...call, signal, expiresAt: performance.now() + call.timeoutMs };
  try {
    signal.throwIfAborted();
    return await Promise.race([
      ended(signal),
      next(request, inner).then((response) => readBody(response, inner)),
    ]);
  } catch (error) {
    const reason: unknown = signal.aborted ? signal.reason : error;
    // Lets go of the connection and of the place at the gate.
    controller.abort(reason);
    throw reason;
  } finally {
    stopAlarm();
    for (const undo of unlink) undo();
  }
};

function timeoutOf(call: Call): TimeoutError {
  return new TimeoutError(`${call.operationId}: no answer within ${call.timeoutMs} ms`, describe(call));
}

/** Ends the controller with the source's own reason. Returns what removes the listener again. */
function link(source: AbortSignal, controller: AbortController): () => void {
  const forward = (): void => controller.abort(source.reason);
  if (source.aborted) forward();
  source.addEventListener("abort", forward, { once: true });
  return () => source.removeEventListener("abort", forward);
}

/** For a `fetch` that does not listen to its signal. */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
