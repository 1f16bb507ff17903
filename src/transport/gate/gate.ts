// Whose turn it is: a gate for each account, the budget that it counts by default, and the queue that keeps the order.

import type { Call } from "../../call/call.js";
import type { RateLimit } from "../../rate-limit.js";
import type { Send } from "../layer.js";
import type { FindGate } from "./gates.js";
import { Visit, type Limit, type Memory } from "./visit.js";

/** Lets a call out when its turn has come, and closes for everybody on a 429. */
export function gate(source: RateLimit | FindGate | false): (next: Send) => Send {
  const memory: Memory = { blockedUntil: -Infinity, shutUntil: -Infinity };
  const find = typeof source === "function" ? source : async (): Promise<Limit> => source as RateLimit;
  // Callbacks hold a third of what a function holds that awaits, and thousands may wait here.
  const pass = (next: Send) => (call: Call) =>
    new Promise<Response>((resolve, reject) => {
      const { life } = call;
      const enter = (limit: Limit): void => {
        life.throwIfOver();
        // A gate of the user's knows a call by its signal, ours by its life alone, because a signal is large.
        const visit = new Visit(limit, limit === source ? life.signal : life, call, memory);
        const look = (): void => {
          const go = (waitMs: number): void =>
            waitMs > 0 ? life.sleep(waitMs, look, true) : resolve(visit.pass(next));
          const fail = (error: unknown): void => {
            visit.leave();
            reject(error);
          };
          visit.ask().then(go, fail);
        };
        look();
      };
      find().then(enter).catch(reject);
    });
  return source ? pass : (next) => next;
}
