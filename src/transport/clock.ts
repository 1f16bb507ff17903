/** The time that a call has left. It stands still while the call waits for its turn at the gate. */
export class Clock {
  #leftMs: number;
  #startedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #expire: () => void;

  constructor(leftMs: number, expire: () => void) {
    this.#leftMs = leftMs;
    this.#expire = expire;
    this.start();
  }

  leftMs(): number {
    return this.#leftMs - (this.#timer === undefined ? 0 : performance.now() - this.#startedAt);
  }

  /** The timer keeps the process alive on purpose, so that a call that never ends is heard of; it ends with the call. */
  start(): void {
    this.#startedAt = performance.now();
    this.#timer = setTimeout(this.#expire, Math.max(this.#leftMs, 0));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#leftMs = this.leftMs();
    this.#timer = undefined;
  }
}
