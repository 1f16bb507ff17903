/** The longest delay of a timer in every runtime; a longer one fires at once (HTML, "timer initialization steps"). */
export const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Resolves after `ms`, rejects with the signal's reason as soon as it ends; leaves no timer and no listener.
 * The timer keeps the process alive on purpose: a call that waits is work that somebody awaits, and Node would
 * otherwise end in the middle of it. It is gone with the call.
 */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(
      () => {
        signal.removeEventListener("abort", stop);
        resolve();
      },
      Math.min(ms, MAX_TIMER_MS),
    );
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

/** A timer that only bounds work and so must not keep the process alive. Returns what stops it. */
export function alarm(ms: number, ring: () => void): () => void {
  const timer: unknown = setTimeout(ring, ms);
  if (typeof timer === "object" && timer !== null && "unref" in timer && typeof timer.unref === "function")
    timer.unref();
  // The handle is an object in Node and a number elsewhere; clearTimeout takes back what setTimeout gave.
  return () => clearTimeout(timer as Parameters<typeof clearTimeout>[0]);
}
