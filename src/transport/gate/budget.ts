import type { RateLimit } from "../../rate-limit.js";
import { BLOCK_MS, REQUESTS_PER_WINDOW, WINDOW_MS } from "../limits.js";
import { Queue, type Ticket } from "./queue.js";
import { roundUp, wait } from "../wait.js";

/** How long a probe may take. A deadline ends it long before, but a worker may be stopped without a word. */
const PROBE_MS = 30_000;

/** How often a waiter looks whether the probe has been answered. */
const LOOK_MS = 20;

/** How long a response vouches that the account is not blocked. */
const TRUST_MS = 60_000;

/**
 * The gate of one process: 200 requests in any 60 s, in the order of asking. Only numbers are shared and every
 * waiter asks again with a timer of its own, because workerd ends a request that another request wakes.
 * While nobody knows whether the account is blocked (at first, after a block, after a minute of silence), one
 * request goes alone and the others wait for its response, so that a block costs one request and not a burst.
 */
export class Budget implements RateLimit {
  readonly pollMs = 5000;
  /** Times on the clock of `performance.now()`, which no change of the wall clock moves. */
  readonly #sentAt: number[] = [];
  readonly #queue = new Queue();
  /** By the signal's identity alone: another request may not even look at a signal in workerd. */
  readonly #tickets = new WeakMap<AbortSignal, Ticket>();
  #usedAt = performance.now();
  #blockedUntil = -Infinity;
  #openUntil = -Infinity;
  #probe: Ticket | undefined;
  /** Counts the blocks, so that what was sent before one proves nothing after it. */
  #era = 0;
  /** A 429 said that it was over at once; the next one is not believed. */
  #isDoubted = false;

  /** The time for which it waits by itself (for a probe, for those before it) is the call's own. */
  acquire(signal: AbortSignal): number | Promise<number> {
    const now = performance.now();
    const ticket = this.#findTicket(signal, now);
    const place = this.#queue.findPlace(ticket, now);
    const waitMs = roundUp(this.#readWait(place, now));
    const stepMs = waitMs > 0 ? 0 : this.#readStep(place, now);
    ticket.dueAt = now + (stepMs || Math.min(waitMs, this.pollMs));
    if (stepMs > 0) return wait(stepMs, signal).then(() => this.acquire(signal));
    if (waitMs === 0) this.#letGo(ticket, now);
    return waitMs;
  }

  block(ms: number, signal: AbortSignal): void {
    const now = performance.now();
    const isNews = (this.#tickets.get(signal)?.era ?? this.#era) === this.#era;
    const blockMs = isNews && this.#isDoubted ? Math.max(ms, BLOCK_MS) : ms;
    this.#usedAt = now;
    this.#blockedUntil = Math.max(this.#blockedUntil, now + blockMs);
    this.#openUntil = -Infinity;
    if (!isNews) return;
    this.#era++;
    // HTTP counts in seconds, so less is nothing.
    this.#isDoubted ||= ms < 1000;
  }

  blockedMs(): number {
    return roundUp(this.#blockedUntil - performance.now());
  }

  settle(signal: AbortSignal, isAnswered: boolean, isSent: boolean): void {
    const now = performance.now();
    const ticket = this.#tickets.get(signal);
    if (!ticket) return;
    this.#tickets.delete(signal);
    this.#queue.leave(ticket);
    if (ticket === this.#probe) this.#probe = undefined;
    const sent = isSent ? -1 : this.#sentAt.indexOf(ticket.sentAt ?? NaN);
    if (sent >= 0) this.#sentAt.splice(sent, 1);
    if (!isAnswered || ticket.era !== this.#era || now < this.#blockedUntil) return;
    this.#openUntil = now + TRUST_MS;
    this.#isDoubted = false;
  }

  /** Holds nothing that a new gate would not know: unused for as long as the provider blocks, and not closed. */
  isIdle(now: number): boolean {
    return now > this.#usedAt + BLOCK_MS && now > this.#blockedUntil;
  }

  #findTicket(signal: AbortSignal, now: number): Ticket {
    this.#usedAt = now;
    const ticket = this.#tickets.get(signal) ?? this.#queue.enter();
    this.#tickets.set(signal, ticket);
    return ticket;
  }

  #letGo(ticket: Ticket, now: number): void {
    this.#queue.leave(ticket);
    this.#sentAt.push(now);
    Object.assign(ticket, { sentAt: now, era: this.#era });
    if (now >= this.#openUntil) this.#probe = ticket;
  }

  /** Milliseconds until the block is over, or until the budget has room for those before it and for itself. */
  #readWait(place: number, now: number): number {
    // One after the other, where thousands wait.
    if (now < this.#blockedUntil) return this.#blockedUntil - now + place;
    while ((this.#sentAt[0] ?? now) <= now - WINDOW_MS) this.#sentAt.shift();
    const turn = place % REQUESTS_PER_WINDOW;
    const before = this.#sentAt[this.#sentAt.length - REQUESTS_PER_WINDOW + turn];
    const freeMs = before === undefined ? 0 : before + WINDOW_MS - now;
    return freeMs + WINDOW_MS * Math.floor(place / REQUESTS_PER_WINDOW);
  }

  /** Grows with the place, so that timers fire in the order of the queue. */
  #readStep(place: number, now: number): number {
    const isProbing = this.#probe && now < (this.#probe.sentAt ?? 0) + PROBE_MS;
    const isUnknown = now >= this.#openUntil && (place > 0 || isProbing);
    return isUnknown ? LOOK_MS + place : place;
  }
}
