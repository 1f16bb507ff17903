import type { Call } from "../call/call.js";
import { createFailure } from "../call/failure.js";
import { TimeoutError } from "../errors.js";
import { readBody } from "./body.js";
import type { Answer, Send } from "./layer.js";
import { Listeners } from "./listeners.js";

/** One deadline over everything inside it but the waits for the gate: attempts and the reading of the body. */
export function deadline(next: Send): (call: Call) => Promise<Answer> {
  const listeners = new Listeners();
  // No async function, since a fetch or a gate may never hear of the end; and thousands may wait here.
  return (call) =>
    new Promise((resolve, reject) => {
      const { life, signals, settings } = call;
      const release = (): void => {
        life.stop();
        for (const signal of signals) listeners.delete(signal, life);
      };
      life.onEnd((reason) => {
        release();
        reject(reason);
      });
      life.start(settings.timeoutMs, () => {
        life.end(createFailure(TimeoutError, call, `no response within ${settings.timeoutMs} ms`));
      });
      for (const signal of signals) listeners.add(signal, life);
      if (life.isOver) return;
      next(call)
        .then((response) => readBody(response, call))
        .then(
          (answer) => {
            release();
            resolve(answer);
          },
          (error: unknown) => life.end(error),
        );
    });
}
