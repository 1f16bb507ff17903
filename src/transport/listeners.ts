import type { Lifetime } from "./lifetime.js";

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
