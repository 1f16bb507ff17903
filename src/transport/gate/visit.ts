import { describeCall, type Call } from "../../call/call.js";
import { createFailure, guard, type Circumstances } from "../../call/failure.js";
import { GateError, isClientError, RateLimitError } from "../../errors.js";
import { notify } from "../../hooks.js";
import type { Send } from "../layer.js";
import { MAX_TIMER_MS } from "../timer.js";
import { describeDuration, describeEnd, roundUp } from "../moment.js";

/** A gate, of the user's or ours, and what it knows a call by. */
export type Limit = {
  acquire(key: object): number | Promise<number>;
  block(ms: number, key: object): void | Promise<void>;
  settle?(key: object, isAnswered: boolean, isSent: boolean): void;
  blockedMs?(): number;
  readonly pollMs?: number;
};

/** What a client has heard itself, for gates that do not tell of blocks and for those that fail to close. */
export type Memory = { blockedUntil: number; shutUntil: number };

const THREW = "the rateLimit gate threw an error in";

/** How long a 429 blocks where neither it nor the API says. */
const BLOCK_MS = 60_000;

/** A wait that short is not worth an error. */
const SHORT_MS = 100;

/** A call at a gate. A gate that fails, or gives anything but a time, lets nothing through: its budget may be spent. */
export class Visit {
  readonly #limit: Limit;
  readonly #key: object;
  readonly #call: Call;
  readonly #memory: Memory;
  readonly #sentBefore: number;
  #isFirst = true;
  #isInside = true;
  #isAnswered = false;

  constructor(limit: Limit, key: object, call: Call, memory: Memory) {
    this.#limit = limit;
    this.#key = key;
    this.#call = call;
    this.#memory = memory;
    this.#sentBefore = call.sent;
    // At once when the call is ended, though what it waits for may never end.
    call.life.onEnd(() => this.leave());
  }

  /** Milliseconds after which to ask again, 0 when it is the call's turn; throws for a wait that it may not take. */
  async ask(): Promise<number> {
    const shutMs = this.#memory.shutUntil - performance.now();
    if (shutMs > 0)
      throw this.#fail(`not sent: the rateLimit gate failed at a 429, and it holds until ${describeEnd(shutMs)}`); // prettier-ignore
    const answer = await guard(GateError, this.#call, `${THREW} acquire()`, () =>
      this.#limit.acquire(this.#key),
    );
    const waitMs = this.#check("acquire()", answer);
    if (waitMs === 0) return 0;
    const pollMs = this.#check("pollMs", this.#limit.pollMs ?? MAX_TIMER_MS);
    const leftMs = this.#refuseLongWait(waitMs);
    if (this.#isFirst)
      void notify(this.#call.settings.onWait, { ...describeCall(this.#call), waitMs: roundUp(waitMs) });
    this.#isFirst = false;
    // Spread, so that those who came together do not ask together.
    return Math.min(waitMs, leftMs, Math.max(1, pollMs * (0.5 + Math.random() / 2)));
  }

  async pass(next: Send): Promise<Response> {
    try {
      this.#call.life.throwIfOver();
      const response = await next(this.#call);
      this.#isAnswered = response.status !== 429;
      if (!this.#isAnswered) await this.#close(response);
      return response;
    } finally {
      this.leave();
    }
  }

  /** Tells once, and what goes wrong changes nothing. */
  leave(): void {
    if (!this.#isInside) return;
    this.#isInside = false;
    const isSent = this.#call.sent > this.#sentBefore;
    void notify(() => this.#limit.settle?.(this.#key, this.#isAnswered, isSent), undefined);
  }

  /** Throws for a wait that the call may not take; else how much longer it may wait in all. */
  #refuseLongWait(waitMs: number): number {
    const { life, settings } = this.#call;
    const leftMs = settings.maxWaitMs - life.heldMs;
    const blockedMs = this.#readBlockedMs();
    const refuse = (ms: number, text: string): never => {
      const advice = `not sent: ${text}, or call again at ${describeEnd(ms)}`;
      throw createFailure(RateLimitError, this.#call, advice, { retryAfterMs: roundUp(ms) });
    };
    if (blockedMs > SHORT_MS && !settings.waitForBlock)
      refuse(blockedMs, `the API blocks this account for ${describeDuration(blockedMs)}; set waitForBlock`);
    // Only the first estimate counts: after it the time itself tells.
    if (waitMs > SHORT_MS && (this.#isFirst ? waitMs > leftMs : leftMs <= 0))
      refuse(waitMs, `the rate limit requires a wait of ${describeDuration(waitMs)}; raise maxWaitMs`);
    return Math.max(leftMs, SHORT_MS);
  }

  /** A gate that cannot be told of a block lets nothing more through here. */
  async #close(response: Response): Promise<void> {
    const { retryAfterMs: blockMs = BLOCK_MS } = this.#call;
    const memory = this.#memory;
    const until = performance.now() + blockMs;
    memory.blockedUntil = Math.max(memory.blockedUntil, until);
    try {
      await this.#limit.block(blockMs, this.#key);
    } catch (cause) {
      memory.shutUntil = Math.max(memory.shutUntil, until, performance.now() + 1000);
      throw this.#fail(`${THREW} block()`, { cause, response });
    }
    this.#call.retryAfterMs = Math.max(blockMs, roundUp(this.#readBlockedMs()));
  }

  /** Milliseconds that the block lasts, as far as the gate or this client knows. */
  #readBlockedMs(): number {
    try {
      const told = this.#limit.blockedMs?.();
      return this.#check("blockedMs()", told ?? Math.max(0, this.#memory.blockedUntil - performance.now()));
    } catch (cause) {
      throw isClientError(cause) ? cause : this.#fail(`${THREW} blockedMs()`, { cause });
    }
  }

  #check(name: string, ms: unknown): number {
    if (typeof ms === "number" && ms >= 0 && ms < Infinity) return ms;
    const found = typeof ms === "number" ? ms : typeof ms;
    throw this.#fail(`the rateLimit gate must give milliseconds as ${name}, 0 or more; it gave ${found}`);
  }

  #fail(text: string, details?: Circumstances): GateError {
    return createFailure(GateError, this.#call, text, details);
  }
}
