import { MAX_TIMER_MS } from "./limits.js";

/** Called with the reason when a call is over. */
export type End = (reason: unknown) => void;

type Timer = ReturnType<typeof setTimeout>;

/**
 * How long a call lives: until it is ended or its time is up, which stands still while the call is held. It is small,
 * because thousands may wait: an AbortSignal is made only where somebody has to be told by one.
 */
export class Lifetime {
  isOver = false;
  reason: unknown;
  /** Milliseconds for which it has been held. */
  heldMs = 0;
  #leftMs = Infinity;
  #startedAt = 0;
  #timer: Timer | undefined;
  #expire: (() => void) | undefined;
  #controller: AbortController | undefined;
  readonly #ends: End[] = [];

  /** The timer keeps the process alive on purpose, so that a call that never ends is heard of. */
  start(leftMs: number, expire = this.#expire): void {
    this.#leftMs = leftMs;
    this.#expire = expire;
    this.#startedAt = performance.now();
    if (expire) this.#timer = setTimeout(expire, Math.max(leftMs, 0));
  }

  stop(): void {
    this.#leftMs = this.leftMs();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  leftMs(): number {
    return this.#leftMs - (this.#timer === undefined ? 0 : performance.now() - this.#startedAt);
  }

  get signal(): AbortSignal {
    return (this.#controller ??= new AbortController()).signal;
  }

  throwIfOver(): void {
    if (this.isOver) throw this.reason;
  }

  onEnd(end: End): void {
    this.#ends.push(end);
  }

  offEnd(end: End): void {
    const at = this.#ends.indexOf(end);
    if (at >= 0) this.#ends.splice(at, 1);
  }

  /** Lets go of the connection, of the place at the gate and of every wait. Only the first end counts. */
  end(reason: unknown): void {
    if (this.isOver) return;
    this.isOver = true;
    this.reason = reason;
    this.stop();
    this.#controller?.abort(reason);
    for (const end of this.#ends.splice(0)) end(reason);
  }

  /**
   * Resolves after `ms`, rejects as soon as the life is over, and leaves no timer. The timer keeps the process alive
   * on purpose too: a call that waits is work that somebody awaits.
   */
  wait(ms: number, isHeld = false): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.isOver) return reject(this.reason);
      const startedAt = performance.now();
      if (isHeld) this.stop();
      const end = (reason: unknown): void => {
        clearTimeout(timer);
        reject(reason);
      };
      const wake = (): void => {
        this.offEnd(end);
        if (isHeld) {
          this.heldMs += performance.now() - startedAt;
          this.start(this.#leftMs);
        }
        resolve();
      };
      // A timer drops the fraction, and would come too early.
      const timer = setTimeout(wake, Math.min(Math.ceil(ms), MAX_TIMER_MS));
      this.onEnd(end);
    });
  }
}
