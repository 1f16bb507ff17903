import type { Call } from "../call/call.js";
import { poll } from "./wait.js";

/**
 * Waits while the deadline's clock stands still, and counts the time against `maxWaitMs`; asks after each wait how long
 * the next one is, 0 for none.
 */
export async function hold(call: Call, ms: number, ask: () => number | Promise<number>): Promise<void> {
  const { signal, clock, progress } = call;
  let countedAt = performance.now();
  const count = (): void => {
    const now = performance.now();
    progress.waitedMs += now - countedAt;
    countedAt = now;
  };
  clock.stop();
  // The clock of a call that ends here stays as it is: nobody is left to stop it.
  await poll(ms, signal, () => {
    count();
    const next = ask();
    if (typeof next === "number") return next;
    clock.start();
    return next.finally(() => clock.stop());
  });
  clock.start();
}
