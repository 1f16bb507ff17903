import { eventOf, failure, guard, type Call } from "../call.js";
import { ConnectionError, RateLimitError } from "../errors.js";
import { notify } from "../hooks.js";
import { Budget } from "./budget.js";
import type { IssuePass, Pass } from "./auth.js";
import type { Layer } from "./index.js";
import { blockMs } from "./retry-after.js";
import { wait } from "./wait.js";

/** Who says when a request may be sent. The client waits, keeps deadlines and makes errors; a gate only counts. */
export interface RateLimit {
  /** Takes a place and returns 0, or returns the milliseconds after which to ask again. The signal names the call. */
  acquire(signal: AbortSignal): number | Promise<number>;
  /** The provider answered 429: nobody who shares this gate may send for so many milliseconds. */
  block(ms: number): void | Promise<void>;
  /** A call left the gate, sent or not; `answered` when the provider gave any answer but a 429. */
  settle?(signal: AbortSignal, answered: boolean): void;
  /** Ask again at least this often (milliseconds) while waiting, to hear of a block early. Default: when told. */
  readonly pollMs?: number;
}

export type FindGate = (pass: Pass) => Promise<RateLimit>;

/** Shared by all clients of the process on purpose: the limit is the account's. Keys are hashes. */
const gates = new Map<string, RateLimit>();

/** The gate of a key at a base URL; one of the client's own where a key cannot be hashed. */
export function findSharedGate(baseUrl: string): FindGate {
  const own = new Budget();
  return async (pass) => {
    const name = await pass.fingerprint(baseUrl);
    const found = (name && gates.get(name)) || own;
    if (name) {
      // Used last is forgotten last, so that rotated keys do not pile up.
      gates.delete(name);
      gates.set(name, found);
      for (const oldest of gates.keys()) if (gates.size > 1000) gates.delete(oldest);
    }
    return found;
  };
}

/** Lets a call out when its turn has come, and closes for everybody on a 429. */
export const gate =
  (issue: IssuePass, gateOrFind: RateLimit | FindGate | false): Layer =>
  (next) =>
  async (request, call) => {
    if (!gateOrFind) return next(request, call);
    const pass = await issue(call);
    const limit = typeof gateOrFind === "function" ? await gateOrFind(pass) : gateOrFind;
    let answered = false;
    try {
      await enter(limit, call);
      const response = await next(request, { ...call, authorize: pass.authorize });
      answered = response.status !== 429;
      if (!answered) await ask(call, () => limit.block(blockMs(response.headers)));
      return response;
    } finally {
      limit.settle?.(call.signal, answered);
    }
  };

async function enter(limit: RateLimit, call: Call, isFirst = true): Promise<void> {
  const { signal, expiresAt } = call;
  const waitMs = await ask(call, () => limit.acquire(signal));
  signal.throwIfAborted();
  if (waitMs <= 0) return;
  // A wait that short is left to the deadline itself, which says the truer thing: no answer came.
  if (waitMs > 100 && performance.now() + waitMs >= expiresAt) {
    const text = `not sent: the rate limit asks for ${Math.ceil(waitMs / 1000)} s`;
    throw failure(RateLimitError, call, text, { retryAfterMs: waitMs });
  }
  if (isFirst) notify(call.onWait, { ...eventOf(call), waitMs });
  await wait(Math.min(waitMs, limit.pollMs ?? waitMs), signal);
  await enter(limit, call, false);
}

/** A gate that cannot be asked lets nothing through: its budget may be spent. */
const ask = <Answer>(call: Call, question: () => Answer | Promise<Answer>): Promise<Answer> =>
  guard(ConnectionError, call, "rateLimit threw", question);
