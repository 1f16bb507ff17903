import type { RateLimit } from "../rate-limit.js";

const WINDOW_MS = 60_000;

/** Under the provider's 240, so that other users of the account have room. */
const PER_WINDOW = 200;

/** A waiter that has not asked for so long is gone: a worker may be stopped without a word. */
const DEAD_MS = 2000;

/** How long others stay back for a probe whose response does not come. */
const PROBE_MS = 5000;

/** How long a response vouches that the account is not blocked. */
const TRUST_MS = 60_000;

/**
 * The gate of one process: 200 requests in any 60 s, in the order of asking. Only numbers are shared and every
 * waiter asks again with a timer of its own, because workerd ends a request that another request wakes.
 * While nobody knows whether the account is blocked (at first, after a block, after a minute of silence), one
 * request goes alone and the others wait for its response, so that a block costs one request and not a burst.
 */
export class Budget implements RateLimit {
  readonly pollMs = 250;
  /** Times on the clock of `performance.now()`, which no change of the wall clock moves. */
  readonly #sentAt: number[] = [];
  /** In order of arrival, with the time of the last question. Another request may not even look at a signal in workerd. */
  readonly #waiting = new Map<AbortSignal, number>();
  #blockedUntil = -Infinity;
  #openUntil = -Infinity;
  #probe: AbortSignal | undefined;
  #probeUntil = -Infinity;

  acquire(signal: AbortSignal): number {
    const now = performance.now();
    this.#dropAbandoned(now);
    this.#waiting.set(signal, now);
    const place = [...this.#waiting.keys()].indexOf(signal);
    const waitMs = this.#waitAt(place, now);
    if (waitMs > 0) return waitMs;
    this.#waiting.delete(signal);
    this.#sentAt.push(now);
    if (now >= this.#openUntil) {
      this.#probe = signal;
      this.#probeUntil = now + PROBE_MS;
    }
    return 0;
  }

  block(ms: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, performance.now() + ms);
    this.#openUntil = -Infinity;
  }

  settle(signal: AbortSignal, answered: boolean): void {
    const now = performance.now();
    this.#waiting.delete(signal);
    if (signal === this.#probe) this.#probeUntil = -Infinity;
    if (answered && now >= this.#blockedUntil) this.#openUntil = now + TRUST_MS;
  }

  #dropAbandoned(now: number): void {
    for (const [signal, askedAt] of this.#waiting) {
      if (now - askedAt > DEAD_MS) this.#waiting.delete(signal);
    }
    while ((this.#sentAt[0] ?? now) <= now - WINDOW_MS) this.#sentAt.shift();
  }

  /** 0 or less for a call that may go. The small steps grow with the place, so that timers fire in the order of the queue. */
  #waitAt(place: number, now: number): number {
    if (now < this.#blockedUntil) return this.#blockedUntil - now + place;
    if (place >= PER_WINDOW) return WINDOW_MS;
    const before = this.#sentAt[this.#sentAt.length - PER_WINDOW + place] ?? -Infinity;
    const isUnknown = now >= this.#openUntil && (place > 0 || now < this.#probeUntil);
    return Math.max(before + WINDOW_MS - now, isUnknown ? 20 + place : 0);
  }
}
