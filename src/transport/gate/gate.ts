// Whose turn it is: a gate for each account, the budget that it counts by default, and the queue that keeps the order.

import { describeCall, type Call } from "../../call/call.js";
import { createFailure, guard } from "../../call/failure.js";
import { GateError, RateLimitError } from "../../errors.js";
import { notify } from "../../hooks.js";
import type { RateLimit } from "../../rate-limit.js";
import type { FindGate } from "./gates.js";
import type { Send } from "../layer.js";
import { BLOCK_MS, MAX_TIMER_MS } from "../limits.js";
import { describeDuration, describeEnd, roundUp } from "../moment.js";

const THREW = "the rateLimit gate threw an error in";

/** A wait that short is not worth an error. */
const SHORT_MS = 100;

/** What a client has heard itself, for gates that do not tell of blocks and for those that fail to close. */
type Memory = { blockedUntil: number; shutUntil: number };

/** A gate of the user's knows a call by its signal, ours by its life alone: thousands may wait, and a signal is large. */
type Limit = {
  acquire(key: object): number | Promise<number>;
  block(ms: number, key: object): void | Promise<void>;
  settle?(key: object, isAnswered: boolean, isSent: boolean): void;
  blockedMs?(): number;
  readonly pollMs?: number;
};

/** Lets a call out when its turn has come, and closes for everybody on a 429. */
export const gate =
  (source: RateLimit | FindGate | false) =>
  (next: Send): Send => {
    const memory: Memory = { blockedUntil: -Infinity, shutUntil: -Infinity };
    if (!source) return next;
    // Callbacks, because a function that awaits costs three times as much, and thousands may wait here.
    return (call) =>
      new Promise((resolve, reject) => {
        const { life, sent } = call;
        const enter = (limit: Limit): void => {
          life.throwIfOver();
          const key = limit === source ? life.signal : life;
          let isAnswered = false;
          const leave = (): void => {
            life.offEnd(leave);
            void notify(() => limit.settle?.(key, isAnswered, call.sent > sent), undefined);
          };
          // At once when the call is ended, though what it waits for may never end.
          life.onEnd(leave);
          const pass = async (): Promise<Response> => {
            life.throwIfOver();
            const response = await next(call);
            isAnswered = response.status !== 429;
            if (!isAnswered) await close(limit, key, call, response, memory);
            return response;
          };
          const look = (isFirst = false): Promise<void> =>
            ask(limit, key, call, memory, isFirst)
              .then((waitMs) => {
                if (waitMs > 0) life.sleep(waitMs, look, true);
                else resolve(pass().finally(leave));
              })
              .catch((error) => {
                leave();
                reject(error);
              });
          refuseShut(call, memory);
          void look(true);
        };
        (typeof source === "function" ? source() : Promise.resolve(source)).then(enter).catch(reject);
      });
  };

function refuseShut(call: Call, { shutUntil }: Memory): void {
  const shutMs = shutUntil - performance.now();
  if (shutMs > 0)
    throw createFailure(GateError, call, `not sent: the rateLimit gate failed at a 429, and it holds until ${describeEnd(shutMs)}`); // prettier-ignore
}

/** Milliseconds after which to ask again, 0 when it is the call's turn; throws for a wait that it may not take. */
async function ask(limit: Limit, key: object, call: Call, memory: Memory, isFirst: boolean): Promise<number> {
  const answer = await guard(GateError, call, `${THREW} acquire()`, () => limit.acquire(key));
  const waitMs = checkMs(call, "acquire()", answer);
  if (waitMs === 0) return 0;
  const pollMs = checkMs(call, "pollMs", limit.pollMs ?? MAX_TIMER_MS);
  const leftMs = refuseLongWait(call, waitMs, readBlockedMs(limit, call, memory), isFirst);
  if (isFirst) void notify(call.settings.onWait, { ...describeCall(call), waitMs: roundUp(waitMs) });
  // Spread, so that those who came together do not ask together.
  return Math.min(waitMs, leftMs, Math.max(1, pollMs * (0.5 + Math.random() / 2)));
}

/** Throws for a wait that the call may not take; else how much longer it may wait in all. */
function refuseLongWait(call: Call, waitMs: number, blockedMs: number, isFirst: boolean): number {
  const { maxWaitMs, waitForBlock } = call.settings;
  const leftMs = maxWaitMs - call.life.heldMs;
  const refuse = (ms: number, text: string): never => {
    const advice = `not sent: ${text}, or call again at ${describeEnd(ms)}`;
    throw createFailure(RateLimitError, call, advice, { retryAfterMs: roundUp(ms) });
  };
  if (blockedMs > SHORT_MS && !waitForBlock)
    refuse(blockedMs, `the API blocks this account for ${describeDuration(blockedMs)}; set waitForBlock`);
  // Only the first estimate counts: after it the time itself tells.
  if (waitMs > SHORT_MS && (isFirst ? waitMs > leftMs : leftMs <= 0))
    refuse(waitMs, `the rate limit requires a wait of ${describeDuration(waitMs)}; raise maxWaitMs`);
  return Math.max(leftMs, SHORT_MS);
}

/** A gate that cannot be told of a block lets nothing more through here. */
async function close(
  limit: Limit,
  key: object,
  call: Call,
  response: Response,
  memory: Memory,
): Promise<void> {
  const { retryAfterMs: blockMs = BLOCK_MS } = call;
  const until = performance.now() + blockMs;
  memory.blockedUntil = Math.max(memory.blockedUntil, until);
  const tell = async (): Promise<void> => {
    try {
      await limit.block(blockMs, key);
    } catch (error) {
      memory.shutUntil = Math.max(memory.shutUntil, until, performance.now() + 1000);
      throw error;
    }
  };
  await guard(GateError, call, `${THREW} block()`, tell, { response });
  call.retryAfterMs = Math.max(blockMs, roundUp(readBlockedMs(limit, call, memory)));
}

/** Milliseconds that the block lasts, as far as the gate or this client knows. */
function readBlockedMs(limit: Limit, call: Call, memory: Memory): number {
  let blockedMs: number | undefined;
  try {
    blockedMs = limit.blockedMs?.();
  } catch (cause) {
    throw createFailure(GateError, call, `${THREW} blockedMs()`, { cause });
  }
  return checkMs(call, "blockedMs()", blockedMs ?? Math.max(0, memory.blockedUntil - performance.now()));
}

/** A gate that answers with anything else than a time lets nothing through: its budget may be spent. */
function checkMs(call: Call, name: string, ms: unknown): number {
  if (typeof ms === "number" && ms >= 0 && ms < Infinity) return ms;
  const found = typeof ms === "number" ? ms : typeof ms;
  const text = `the rateLimit gate must give milliseconds as ${name}, 0 or more; it gave ${found}`;
  throw createFailure(GateError, call, text);
}
