/** Who says when a request may be sent. The client waits, keeps deadlines and makes errors; a gate only counts. */
export interface RateLimit {
  /** Takes a place and returns 0, or returns the milliseconds after which to ask again. The signal names the call. */
  acquire(signal: AbortSignal): number | Promise<number>;
  /** The provider responded with 429: nobody who shares this gate may send for so many milliseconds. */
  block(ms: number): void | Promise<void>;
  /** A call left the gate, sent or not; `answered` when the provider gave any response but a 429. */
  settle?(signal: AbortSignal, answered: boolean): void;
  /** Ask again at least this often (milliseconds) while waiting, to hear of a block early. Default: when told. */
  readonly pollMs?: number;
}
