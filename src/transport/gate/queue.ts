/** The place of one call in a queue, and later what is known of its request. */
export type Ticket = {
  readonly index: number;
  next: Ticket | undefined;
  isWaiting: boolean;
  /** When it will have asked again, on the clock of `performance.now()`. */
  dueAt: number;
  /** Set when it may send. */
  sentAt?: number;
  /** The number of blocks that were known then. */
  era?: number;
};

/** One that is so late is gone: a worker may be stopped without a word. */
const LATE_MS = 2000;

/** Who waits, in the order of arrival. Whatever is asked costs the same with one waiter and with ten thousand. */
export class Queue {
  #first: Ticket | undefined;
  #last: Ticket | undefined;
  #count = 0;
  #nextIndex = 0;

  enter(): Ticket {
    const ticket: Ticket = { index: this.#nextIndex++, next: undefined, isWaiting: true, dueAt: Infinity };
    if (this.#last) this.#last.next = ticket;
    this.#first ??= ticket;
    this.#last = ticket;
    this.#count++;
    return ticket;
  }

  /** It stays linked until those before it have gone. */
  leave(ticket: Ticket): void {
    if (ticket.isWaiting) this.#count--;
    ticket.isWaiting = false;
  }

  /** How many wait before it, at most; 0 also for one that was late and is there after all. */
  findPlace({ index, dueAt }: Ticket, now: number): number {
    // Where the whole process stood still, nobody is later than the one that asks.
    const latestMs = LATE_MS + Math.max(0, now - dueAt);
    let first = this.#first;
    while (first && (!first.isWaiting || now > first.dueAt + latestMs)) {
      this.leave(first);
      first = first.next;
    }
    this.#first = first;
    if (!first) this.#last = undefined;
    // Those that left from the middle are counted until they are passed, but never more than wait in all.
    return first ? Math.max(0, Math.min(index - first.index, this.#count - 1)) : 0;
  }
}
