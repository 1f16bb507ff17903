/** Who says when a request may be sent. The client waits, keeps deadlines and makes errors; a gate only counts. */
export interface RateLimit {
  /**
   * Takes a place and returns 0, or returns the milliseconds after which to ask again: a wait that stops the clock of
   * the deadline. The signal names the call. Whatever is not a finite number from 0 on is a GateError.
   */
  acquire(signal: AbortSignal): number | Promise<number>;
  /** The provider responded with 429 to that call: nobody who shares this gate may send for so many milliseconds. */
  block(ms: number, signal: AbortSignal): void | Promise<void>;
  /**
   * A call left the gate; `isAnswered` when the provider gave any response but a 429, `isSent` when its request was
   * sent: otherwise it gives its place back. What this throws changes nothing.
   */
  settle?(signal: AbortSignal, isAnswered: boolean, isSent: boolean): void;
  /**
   * Milliseconds for which the provider's block lasts, 0 when there is none: tells a block from a wait for the budget.
   * Default: what the client has heard itself.
   */
  blockedMs?(): number;
  /** Ask again at least this often (milliseconds) while waiting, to hear of a block early. Default: when told. */
  readonly pollMs?: number;
}
