export type LagFigures = {
  /** The longest time between two turns of the event loop beyond what was asked for. */
  readonly longestMs: number;
  /** The most that this process itself worked between two turns: what a busy machine cannot add to. */
  readonly longestCpuMs: number;
  readonly p99Ms: number;
  /** Part of one processor. */
  readonly cpuShare: number;
};

const STEP_MS = 2;

/** Looks at the event loop every two milliseconds, on the clock and on the CPU clock. */
export class Lag {
  readonly #lags: number[] = [];
  readonly #startedAt = performance.now();
  readonly #startedCpu = readCpuMs();
  #longestCpuMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#look();
  }

  stop(): LagFigures {
    clearTimeout(this.#timer);
    const lags = this.#lags.toSorted((a, b) => a - b);
    return {
      longestMs: lags.at(-1) ?? 0,
      longestCpuMs: this.#longestCpuMs,
      p99Ms: lags[Math.floor(lags.length * 0.99)] ?? 0,
      cpuShare: (readCpuMs() - this.#startedCpu) / (performance.now() - this.#startedAt),
    };
  }

  #look(): void {
    const [at, cpu] = [performance.now(), readCpuMs()];
    this.#timer = setTimeout(() => {
      this.#lags.push(Math.max(0, performance.now() - at - STEP_MS));
      this.#longestCpuMs = Math.max(this.#longestCpuMs, readCpuMs() - cpu);
      this.#look();
    }, STEP_MS);
  }
}

function readCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
