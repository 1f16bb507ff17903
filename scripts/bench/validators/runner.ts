import { fork, type ChildProcess } from "node:child_process";
import type { Built } from "./candidates.js";
import { dataOf, type Scenario } from "./data.js";
import type { Order, Reply } from "./measure.js";

/** How much is measured: milliseconds of warm-up and of one round, and the number of rounds in one process. */
export type Effort = {
  readonly warm: number;
  readonly round: number;
  readonly rounds: number;
  /** New processes for every candidate: what the engine makes of the same code differs by some percent. */
  readonly sittings: number;
};

export type Timing = {
  readonly built: Built;
  /** Nanoseconds a call, by round, for each of what was timed. */
  readonly rounds: readonly (readonly number[])[];
};

/** What is timed: all values of a scenario in turns, or one of them alone, by its index. */
export type Timed = "all" | number;

/** Room for what a thousand calls leave, so that no collection runs while they are counted. */
const FLAGS = ["--expose-gc", "--min-semi-space-size=128", "--max-semi-space-size=128"];

/** Measures candidates in turns, a round of each at a time, so that what slows the machine slows all. */
export async function timeScenario(
  candidates: readonly Built[],
  scenario: Scenario,
  { warm, round, rounds }: Omit<Effort, "sittings">,
  timed: readonly Timed[],
): Promise<readonly Timing[]> {
  const children = await Promise.all(candidates.map((built) => start(built, scenario, [])));
  try {
    for (const child of children) await ask(child, { do: "warm", ms: warm });
    const timings = candidates.map((built) => ({ built, rounds: timed.map((): number[] => []) }));
    for (const [t, one] of timed.entries()) {
      const order: Order = { do: "time", ms: round, ...(one === "all" ? {} : { datum: one }) };
      // The first round calibrates and is not counted.
      for (let i = 0; i <= rounds; i++) {
        for (const [c, child] of children.entries()) {
          const ns = await ask(child, order);
          if (i > 0) timings[c]?.rounds[t]?.push(ns);
        }
      }
    }
    return timings;
  } finally {
    for (const child of children) child.kill();
  }
}

/** Bytes on the heap that one call with the first valid value takes. */
export async function measureHeap(built: Built): Promise<number> {
  const child = await start(built, "valid", FLAGS);
  try {
    await ask(child, { do: "warm", ms: 150 });
    const counts: number[] = [];
    for (let i = 0; i < 5; i++) counts.push(await ask(child, { do: "allocate" }));
    return median(counts);
  } finally {
    child.kill();
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

async function start(built: Built, scenario: Scenario, execArgv: string[]): Promise<ChildProcess> {
  const child = fork(built.server, { execArgv });
  await ask(child, { do: "load", scenario, data: JSON.stringify(dataOf(built.subject, scenario)) });
  return child;
}

function ask(child: ChildProcess, order: Order): Promise<number> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new Error(`a measured process ended early: ${child.spawnargs.at(-1)}`));
    child.once("exit", end);
    child.once("message", (reply) => {
      child.off("exit", end);
      // The other end sends nothing else.
      resolve((reply as Reply).value);
    });
    child.send(order);
  });
}
