import { describeCall, type Call } from "../call/call.js";
import { createFailure, guard } from "../call/failure.js";
import { ConnectionError, RateLimitError } from "../errors.js";
import { notify } from "../hooks.js";
import type { RateLimit } from "../rate-limit.js";
import type { Credential, GetCredential } from "./auth.js";
import { Budget } from "./budget.js";
import type { Layer } from "./layer.js";
import { readBlockMs } from "./retry-after.js";
import { wait } from "./wait.js";

/** The gate at which the calls of that credential wait. */
export type FindGate = (credential: Credential) => Promise<RateLimit>;

/** Shared by all clients of the process on purpose: the limit is the account's. Keys are hashes. */
const gates = new Map<string, RateLimit>();

/** The gate of a key at a base URL; one of the client's own where a key cannot be hashed. */
export function createGateFinder(baseUrl: string): FindGate {
  const own = new Budget();
  return async ({ fingerprint }) => {
    const name = await fingerprint(baseUrl);
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
  (getCredential: GetCredential, gateOrFind: RateLimit | FindGate | false): Layer =>
  (next) =>
  async (draft, call) => {
    if (!gateOrFind) return next(draft, call);
    const credential = await getCredential(call);
    const limit = typeof gateOrFind === "function" ? await gateOrFind(credential) : gateOrFind;
    let answered = false;
    try {
      await waitForTurn(limit, call);
      const response = await next(draft, { ...call, authorize: credential.authorize });
      answered = response.status !== 429;
      if (!answered) await askGate(call, () => limit.block(readBlockMs(response.headers)));
      return response;
    } finally {
      limit.settle?.(call.signal, answered);
    }
  };

async function waitForTurn(limit: RateLimit, call: Call, isFirst = true): Promise<void> {
  const { signal, expiresAt } = call;
  const waitMs = await askGate(call, () => limit.acquire(signal));
  signal.throwIfAborted();
  if (waitMs <= 0) return;
  // A wait that short is left to the deadline itself, which says the truer thing: no response came.
  if (waitMs > 100 && performance.now() + waitMs >= expiresAt) {
    const text = `not sent: the rate limit requires a wait of ${Math.ceil(waitMs / 1000)} s, more than timeoutMs allows`;
    throw createFailure(RateLimitError, call, text, { retryAfterMs: waitMs });
  }
  if (isFirst) notify(call.onWait, { ...describeCall(call), waitMs });
  await wait(Math.min(waitMs, limit.pollMs ?? waitMs), signal);
  await waitForTurn(limit, call, false);
}

/** A gate that cannot be asked lets nothing through: its budget may be spent. */
function askGate<Reply>(call: Call, question: () => Reply | Promise<Reply>): Promise<Reply> {
  return guard(ConnectionError, call, "the rateLimit gate threw an error", question);
}
