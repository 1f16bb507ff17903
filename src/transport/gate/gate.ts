// Whose turn it is: a gate for each account, the budget that it counts by default, and the queue that keeps the order.

import { describeCall, type Call } from "../../call/call.js";
import { createFailure, guard } from "../../call/failure.js";
import { GateError, RateLimitError } from "../../errors.js";
import { notify } from "../../hooks.js";
import type { RateLimit } from "../../rate-limit.js";
import type { FindGate } from "./gates.js";
import { hold } from "../hold.js";
import type { Layer } from "../layer.js";
import { BLOCK_MS } from "../limits.js";
import { describeDuration, describeEnd } from "../moment.js";
import { MAX_TIMER_MS, roundUp } from "../wait.js";

const THREW = "the rateLimit gate threw an error in";

/** A wait that short is not worth an error. */
const SHORT_MS = 100;

/** What a client has heard itself, for gates that do not tell of blocks and for those that fail to close. */
type Memory = { blockedUntil: number; shutUntil: number };

/** Lets a call out when its turn has come, and closes for everybody on a 429. */
export const gate = (source: RateLimit | FindGate | false): Layer => {
  const memory: Memory = { blockedUntil: -Infinity, shutUntil: -Infinity };
  return (next) => async (draft, call) => {
    if (!source) return next(draft, call);
    const { progress, signal } = call;
    const limit = typeof source === "function" ? await source() : source;
    const sentBefore = progress.sent;
    let isAnswered = false;
    // At once when the call is ended, though what it waits for may never end.
    const leave = onceAborted(signal, () => limit.settle?.(signal, isAnswered, progress.sent > sentBefore));
    try {
      await waitForTurn(limit, call, memory);
      const response = await next(draft, call);
      isAnswered = response.status !== 429;
      if (!isAnswered) await close(limit, call, response, memory);
      return response;
    } finally {
      leave();
    }
  };
};

async function waitForTurn(limit: RateLimit, call: Call, memory: Memory): Promise<void> {
  call.signal.throwIfAborted();
  const shutMs = memory.shutUntil - performance.now();
  if (shutMs > 0)
    throw createFailure(GateError, call, `not sent: the rateLimit gate failed at a 429, and it holds until ${describeEnd(shutMs)}`); // prettier-ignore
  const first = await ask(limit, call, memory, true);
  if (first > 0) await hold(call, first, () => ask(limit, call, memory, false));
  call.signal.throwIfAborted();
}

/** Milliseconds after which to ask again, 0 when it is the call's turn; throws for a wait that it may not take. */
function ask(limit: RateLimit, call: Call, memory: Memory, isFirst: boolean): number | Promise<number> {
  const read = (answer: unknown): number => {
    const waitMs = checkMs(call, "acquire()", answer);
    if (waitMs === 0) return 0;
    const pollMs = checkMs(call, "pollMs", limit.pollMs ?? MAX_TIMER_MS);
    const leftMs = refuseLongWait(call, waitMs, readBlockedMs(limit, call, memory), isFirst);
    if (isFirst) void notify(call.onWait, { ...describeCall(call), waitMs: roundUp(waitMs) });
    // Spread, so that those who came together do not ask together.
    return Math.min(waitMs, leftMs, Math.max(1, pollMs * (0.5 + Math.random() / 2)));
  };
  const fail = (cause: unknown): never => {
    throw createFailure(GateError, call, `${THREW} acquire()`, { cause });
  };
  let answer: number | Promise<number>;
  try {
    answer = limit.acquire(call.signal);
  } catch (cause) {
    return fail(cause);
  }
  // Without a promise where there is none: thousands may ask.
  return typeof Object(answer).then === "function" ? Promise.resolve(answer).then(read, fail) : read(answer);
}

/** Throws for a wait that the call may not take; else how much longer it may wait in all. */
function refuseLongWait(call: Call, waitMs: number, blockedMs: number, isFirst: boolean): number {
  const leftMs = call.maxWaitMs - call.progress.waitedMs;
  const refuse = (ms: number, text: string): never => {
    const advice = `not sent: ${text}, or call again at ${describeEnd(ms)}`;
    throw createFailure(RateLimitError, call, advice, { retryAfterMs: roundUp(ms) });
  };
  if (blockedMs > SHORT_MS && !call.waitForBlock)
    refuse(blockedMs, `the API blocks this account for ${describeDuration(blockedMs)}; set waitForBlock`);
  // Only the first estimate counts: after it the time itself tells.
  if (waitMs > SHORT_MS && (isFirst ? waitMs > leftMs : leftMs <= 0))
    refuse(waitMs, `the rate limit requires a wait of ${describeDuration(waitMs)}; raise maxWaitMs`);
  return Math.max(leftMs, SHORT_MS);
}

/** A gate that cannot be told of a block lets nothing more through here. */
async function close(limit: RateLimit, call: Call, response: Response, memory: Memory): Promise<void> {
  const { progress, signal } = call;
  const { retryAfterMs: blockMs = BLOCK_MS } = progress;
  const until = performance.now() + blockMs;
  memory.blockedUntil = Math.max(memory.blockedUntil, until);
  const tell = async (): Promise<void> => {
    try {
      await limit.block(blockMs, signal);
    } catch (error) {
      memory.shutUntil = Math.max(memory.shutUntil, until, performance.now() + 1000);
      throw error;
    }
  };
  await guard(GateError, call, `${THREW} block()`, tell, { response });
  progress.retryAfterMs = Math.max(blockMs, roundUp(readBlockedMs(limit, call, memory)));
}

/** Milliseconds that the block lasts, as far as the gate or this client knows. */
function readBlockedMs(limit: RateLimit, call: Call, memory: Memory): number {
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

/** Tells once: when the signal is aborted, or when the function that it gives is called. What goes wrong changes nothing. */
function onceAborted(signal: AbortSignal, tell: () => unknown): () => void {
  let rest: (() => unknown) | undefined = tell;
  const leave = (): void => {
    signal.removeEventListener("abort", leave);
    void notify(rest, undefined);
    rest = undefined;
  };
  signal.addEventListener("abort", leave);
  return leave;
}
