import type { Call } from "../call/call.js";
import { createFailure } from "../call/failure.js";
import { TimeoutError } from "../errors.js";
import type { Answer } from "./layer.js";
import { Listeners } from "./lifetime.js";

/** One deadline over everything inside it but the waits for the gate: attempts and the reading of the body. */
export function deadline(next: (call: Call) => Promise<Answer>): (call: Call) => Promise<Answer> {
  const listeners = new Listeners();
  // No async function, because a fetch or a gate may never hear of the end.
  return (call) =>
    new Promise((resolve, reject) => {
      const { life, signals, settings } = call;
      const { timeoutMs } = settings;
      const expire = (): void =>
        life.end(createFailure(TimeoutError, call, `no response within ${timeoutMs} ms`));
      life.onEnd(reject);
      life.begin(timeoutMs, expire, signals, listeners);
      if (life.isOver) return;
      const finish = (answer: Answer): void => {
        life.finish();
        resolve(answer);
      };
      next(call).then(finish, (error: unknown) => life.end(error));
    });
}
