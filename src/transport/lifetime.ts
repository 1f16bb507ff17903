import { MAX_TIMER_MS } from "./timer.js";

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
  #sleep: Timer | undefined;
  #expire: (() => void) | undefined;
  #controller: AbortController | undefined;
  #signals: readonly AbortSignal[] = [];
  #listeners: Listeners | undefined;
  #ends: readonly End[] = [];

  /** From here on it ends with these signals, and when `expire` says so after `leftMs`. */
  begin(leftMs: number, expire: () => void, signals: readonly AbortSignal[], listeners: Listeners): void {
    this.#expire = expire;
    this.#leftMs = leftMs;
    this.#run();
    this.#signals = signals;
    this.#listeners = listeners;
    for (const signal of signals) listeners.add(signal, this);
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
    this.#ends = this.#ends.concat(end);
  }

  /** Lets go of the connection and of the place at the gate. Only the first end counts. */
  end(reason: unknown): void {
    if (this.isOver) return;
    this.isOver = true;
    this.reason = reason;
    this.finish();
    this.#controller?.abort(reason);
    for (const end of this.#ends) end(reason);
  }

  /** Leaves no timer and no listener. */
  finish(): void {
    this.#stop();
    clearTimeout(this.#sleep);
    for (const signal of this.#signals) this.#listeners?.delete(signal, this);
  }

  /**
   * Calls `wake` after `ms`, unless it is over before. The timer keeps the process alive on purpose: a call that waits
   * is work that somebody awaits.
   */
  sleep(ms: number, wake: () => void, isHeld = false): void {
    if (this.isOver) return;
    const startedAt = performance.now();
    if (isHeld) this.#stop();
    const end = (): void => {
      if (isHeld) {
        this.heldMs += performance.now() - startedAt;
        this.#run();
      }
      wake();
    };
    // A timer drops the fraction, and would come too early.
    this.#sleep = setTimeout(end, Math.min(Math.ceil(ms), MAX_TIMER_MS));
  }

  /** The same as a promise, which stays as it is when the life is over before. */
  wait(ms: number, isHeld?: boolean): Promise<void> {
    return new Promise((resolve) => this.sleep(ms, resolve, isHeld));
  }

  /** This timer keeps the process alive too, so that a call that never ends is heard of. */
  #run(): void {
    this.#startedAt = performance.now();
    if (this.#expire) this.#timer = setTimeout(this.#expire, Math.max(this.#leftMs, 0));
  }

  #stop(): void {
    this.#leftMs = this.leftMs();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

type Shared = { readonly lives: Set<Lifetime>; readonly endAll: () => void };

/**
 * Who ends with a signal of the caller's. A signal has one listener for all its calls: Node warns of a leak from the
 * eleventh on, and takes a listener off in a time that grows with their number.
 */
export class Listeners {
  readonly #table = new WeakMap<AbortSignal, Shared>();

  add(signal: AbortSignal, life: Lifetime): void {
    if (signal.aborted) return life.end(signal.reason);
    const shared = this.#table.get(signal) ?? share(signal);
    this.#table.set(signal, shared);
    shared.lives.add(life);
  }

  delete(signal: AbortSignal, life: Lifetime): void {
    const shared = this.#table.get(signal);
    if (!shared?.lives.delete(life) || shared.lives.size > 0) return;
    signal.removeEventListener("abort", shared.endAll);
    this.#table.delete(signal);
  }
}

function share(signal: AbortSignal): Shared {
  const lives = new Set<Lifetime>();
  const endAll = (): void => {
    for (const life of lives) life.end(signal.reason);
  };
  signal.addEventListener("abort", endAll);
  return { lives, endAll };
}
