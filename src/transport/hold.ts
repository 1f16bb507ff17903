import type { Call } from "../call/call.js";
import { wait } from "./wait.js";

/** Waits while the deadline's clock stands still, and counts the time against `maxWaitMs`. */
export async function hold({ signal, clock, progress }: Call, ms: number): Promise<void> {
  const startedAt = performance.now();
  clock.stop();
  // The clock of a call that ends here stays as it is: nobody is left to stop it.
  await wait(ms, signal);
  clock.start();
  progress.waitedMs += performance.now() - startedAt;
}
