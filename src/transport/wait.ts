/** The longest delay of a timer in every runtime; a longer one fires at once (HTML, "timer initialization steps"). */
export const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Resolves after `ms`, rejects with the signal's reason as soon as it ends; leaves no timer and no listener.
 * The timer keeps the process alive on purpose: a call that waits is work that somebody awaits, and Node would
 * otherwise end in the middle of it. It is gone with the call.
 */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    // A timer drops the fraction, and would come too early.
    const timer = setTimeout(end, Math.min(Math.ceil(ms), MAX_TIMER_MS));
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}
