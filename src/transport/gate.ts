import { cleanCause, describe, type Call, type Pass } from "../call.js";
import { ConnectionError, RateLimitError } from "../errors.js";
import { notify } from "../hooks.js";
import { Budget } from "./budget.js";
import type { Credentials } from "./credentials.js";
import type { Layer } from "./index.js";
import { blockMs } from "./retry-after.js";
import { wait } from "./wait.js";

/** Who says when a request may be sent. The client waits, keeps deadlines and makes errors; a gate only counts. */
export interface RateLimit {
  /** Takes a place and returns 0, or returns the milliseconds after which to ask again. The signal names the call. */
  acquire(signal: AbortSignal): number | Promise<number>;
  /** The provider answered 429: nobody who shares this gate may send for so many milliseconds. */
  block(ms: number): void | Promise<void>;
  /** The request of a call ended; `answered` when the provider gave any answer but a 429. */
  settle?(signal: AbortSignal, answered: boolean): void;
  /** Ask again at least this often (milliseconds) while waiting, to hear of a block early. Default: when told. */
  readonly pollMs?: number;
}

export type FindGate = (pass: Pass) => Promise<RateLimit>;

/** Shared by all clients of the process on purpose: the limit is the account's. Keys are salted hashes. */
const gates = new Map<string, Budget>();
let salt: string | undefined;

/** The gate of a key at a base URL; one of the client's own where a key cannot be hashed. */
export function findSharedGate(baseUrl: string): FindGate {
  const own = new Budget();
  return async (pass) => {
    salt ??= globalThis.crypto?.randomUUID?.() ?? "";
    const name = await pass.fingerprint(`${salt} ${baseUrl}`);
    if (name === undefined) return own;
    for (const [other, budget] of gates) if (budget.isIdle()) gates.delete(other);
    const found = gates.get(name) ?? new Budget();
    gates.set(name, found);
    return found;
  };
}

/** Lets a call out when its turn has come, and closes for everybody on a 429. */
export const gate =
  (credentials: Credentials, findGate: FindGate | undefined): Layer =>
  (next) =>
  async (request, call) => {
    if (!findGate) return next(request, call);
    const pass = await credentials.issue(call);
    const limit = await findGate(pass);
    await enter(limit, call);
    let answered = false;
    try {
      const response = await next(request, { ...call, pass });
      if (response.status === 429) await consult(call, () => limit.block(blockMs(response.headers)));
      else answered = true;
      return response;
    } finally {
      limit.settle?.(call.signal, answered);
    }
  };

async function enter(limit: RateLimit, call: Call, isFirst = true): Promise<void> {
  const { id: callId, operationId, path, progress, signal } = call;
  const waitMs = await consult(call, () => limit.acquire(signal));
  signal.throwIfAborted();
  if (waitMs <= 0) return;
  // A wait that short is left to the deadline itself, which says the truer thing: no answer came.
  if (waitMs > 100 && performance.now() + waitMs >= call.expiresAt) {
    const message = `${operationId}: not sent, the rate limit asks for ${Math.ceil(waitMs / 1000)} s, past the deadline`;
    throw new RateLimitError(message, { ...describe(call), retryAfterMs: waitMs });
  }
  if (isFirst)
    notify(call.hooks.onWait, { callId, operationId, path, attempt: progress.attempts + 1, waitMs });
  await wait(Math.min(waitMs, limit.pollMs ?? waitMs), signal);
  await enter(limit, call, false);
}

/** A gate that cannot be asked lets nothing through: its budget may be spent. */
async function consult<Answer>(call: Call, ask: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const cause = cleanCause(error, call.secrets);
    throw new ConnectionError(`${call.operationId}: rateLimit threw`, describe(call, undefined, { cause }));
  }
}
