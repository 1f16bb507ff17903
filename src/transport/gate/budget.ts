import type { Allowance } from "../../policy.js";
import { roundUp } from "../moment.js";
import { MAX_TIMER_MS } from "../timer.js";
import { Queue, type Ticket } from "./queue.js";

/** Who asks: known by its identity alone, because another request may not even look at it in workerd. */
export type Asker = { wait(ms: number): Promise<void> };

/** How long a probe may take. A deadline ends it long before, but a worker may be stopped without a word. */
const PROBE_MS = 30_000;

/** How often a waiter asks whether a block has come meanwhile. */
const POLL_MS = 5000;

/** How often a waiter looks whether the probe has been answered. */
const LOOK_MS = 20;

/** How long a response vouches that the account is not blocked. */
const TRUST_MS = 60_000;

/**
 * The gate of one process: so many requests in any window of time, in the order of asking. Only numbers are shared and every
 * waiter asks again with a timer of its own, because workerd ends a request that another request wakes.
 * While nobody knows whether the account is blocked (at first, after a block, after a minute of silence), one
 * request goes alone and the others wait for its response, so that a block costs one request and not a burst.
 */
export class Budget {
  readonly #allowance: Allowance;
  /** Times on the clock of `performance.now()`, which no change of the wall clock moves. */
  readonly #sentAt: number[] = [];
  readonly #queue = new Queue();
  readonly #tickets = new WeakMap<Asker, Ticket>();
  #usedAt = performance.now();
  #blockedUntil = -Infinity;
  #openUntil = -Infinity;
  #probe: Ticket | undefined;
  /** Counts the blocks, so that what was sent before one proves nothing after it. */
  #era = 0;
  /** A 429 said that it was over at once; the next one is not believed. */
  #isDoubted = false;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** The time for which it waits by itself (for a probe, for those before it) is the call's own. */
  acquire(asker: Asker): number | Promise<number> {
    const now = performance.now();
    const ticket = this.#findTicket(asker, now);
    const place = this.#queue.findPlace(ticket, now);
    const waitMs = roundUp(this.#readWait(place, now));
    const stepMs = waitMs > 0 ? 0 : this.#readStep(place, now);
    ticket.dueAt = now + (stepMs || Math.min(waitMs, this.pollMs));
    if (stepMs > 0) return asker.wait(stepMs).then(() => this.acquire(asker));
    if (waitMs === 0) this.#letGo(ticket, now);
    return waitMs;
  }

  block(ms: number, asker: Asker): void {
    const now = performance.now();
    const isNews = (this.#tickets.get(asker)?.era ?? this.#era) === this.#era;
    const blockMs = isNews && this.#isDoubted ? Math.max(ms, this.#allowance.blockMs) : ms;
    this.#usedAt = now;
    this.#blockedUntil = Math.max(this.#blockedUntil, now + blockMs);
    this.#openUntil = -Infinity;
    if (!isNews) return;
    this.#era++;
    // HTTP counts in seconds, so less is nothing.
    this.#isDoubted ||= ms < 1000;
  }

  /** A block is not over before its time, so there is nothing to ask until then. */
  get pollMs(): number {
    return this.blockedMs() > 0 ? MAX_TIMER_MS : POLL_MS;
  }

  blockedMs(): number {
    return roundUp(this.#blockedUntil - performance.now());
  }

  settle(asker: Asker, isAnswered: boolean, isSent: boolean): void {
    const now = performance.now();
    const ticket = this.#tickets.get(asker);
    if (!ticket) return;
    this.#tickets.delete(asker);
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
    return now > this.#usedAt + this.#allowance.blockMs && now > this.#blockedUntil;
  }

  #findTicket(asker: Asker, now: number): Ticket {
    this.#usedAt = now;
    const ticket = this.#tickets.get(asker) ?? this.#queue.enter();
    this.#tickets.set(asker, ticket);
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
    const { requests, windowMs } = this.#allowance;
    while ((this.#sentAt[0] ?? now) <= now - windowMs) this.#sentAt.shift();
    const turn = place % requests;
    const before = this.#sentAt[this.#sentAt.length - requests + turn];
    const freeMs = before === undefined ? 0 : before + windowMs - now;
    return freeMs + windowMs * Math.floor(place / requests);
  }

  /** Grows with the place, so that timers fire in the order of the queue. */
  #readStep(place: number, now: number): number {
    const isProbing = this.#probe && now < (this.#probe.sentAt ?? 0) + PROBE_MS;
    const isUnknown = now >= this.#openUntil && (place > 0 || isProbing);
    return isUnknown ? LOOK_MS + place : place;
  }
}
