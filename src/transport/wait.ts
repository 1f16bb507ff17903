/** The longest delay of a timer in every runtime; a longer one fires at once (HTML, "timer initialization steps"). */
export const MAX_TIMER_MS = 2 ** 31 - 1;

/** Whole milliseconds that last at least so long, without what a difference of two times gains by rounding. */
export const roundUp = (ms: number): number => Math.max(0, Math.ceil(ms - 0.001));

/**
 * Resolves after `ms`, rejects with the signal's reason as soon as it ends; leaves no timer and no listener.
 * The timer keeps the process alive on purpose: a call that waits is work that somebody awaits, and Node would
 * otherwise end in the middle of it. It is gone with the call.
 */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return poll(ms, signal, () => 0);
}

/** The same, but asks after each wait how long the next one is; resolves at 0, rejects with what `ask` throws. */
export function poll(ms: number, signal: AbortSignal, ask: () => number | Promise<number>): Promise<void> {
  // One listener and no promise for each question: thousands may wait for minutes.
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (act: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      act();
    };
    const abort = (): void => end(() => reject(signal.reason));
    const fail = (error: unknown): void => end(() => reject(error));
    const plan = (nextMs: number): void => {
      if (signal.aborted) return abort();
      if (nextMs === 0) return end(resolve);
      // A timer drops the fraction, and would come too early.
      timer = setTimeout(look, Math.min(Math.ceil(nextMs), MAX_TIMER_MS));
    };
    const look = (): void => {
      try {
        const next = ask();
        if (typeof next === "number") plan(next);
        else next.then(plan, fail);
      } catch (error) {
        fail(error);
      }
    };
    signal.addEventListener("abort", abort);
    plan(ms || Number.MIN_VALUE);
  });
}
