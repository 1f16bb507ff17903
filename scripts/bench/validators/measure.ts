// Runs in a process of its own, bundled with one validator, so that no other one has shaped its inline caches.
import type { Scenario } from "./data.js";

/** What every library is brought to: a verdict, and everything that is wrong in words. */
export type Checks = {
  readonly is: (value: unknown) => boolean;
  readonly all: (value: unknown) => readonly unknown[];
};

export type Order =
  | { readonly do: "load"; readonly scenario: Scenario; readonly data: string }
  | { readonly do: "warm"; readonly ms: number }
  | { readonly do: "time"; readonly ms: number; readonly datum?: number }
  | { readonly do: "allocate" };

/** Nanoseconds or bytes a call. */
export type Reply = { readonly value: number };

type State = { call: (value: unknown) => boolean; data: unknown[]; reps: Map<number, number> };

export function serve(checks: Checks): void {
  const state: State = { call: checks.is, data: [], reps: new Map() };
  process.on("message", (order: Order) =>
    process.send?.({ value: obey(order, checks, state) } satisfies Reply),
  );
}

function obey(order: Order, checks: Checks, state: State): number {
  if (order.do === "load") return load(order.scenario, order.data, checks, state);
  if (order.do === "warm") return warm(order.ms, state);
  if (order.do === "time") return time(order.ms, order.datum ?? -1, state);
  return allocate(state);
}

/** @throws Error when the library gives a wrong verdict: its speed would mean nothing. */
function load(scenario: Scenario, text: string, { is, all }: Checks, state: State): number {
  // The parent sends the text of an array.
  state.data = JSON.parse(text) as unknown[];
  const expected = scenario === "valid" || scenario === "shapes" || scenario === "sizes";
  for (const [i, value] of state.data.entries()) {
    if (is(value) !== expected || (all(value).length === 0) !== expected)
      throw new Error(`${scenario} ${i}: wrong`);
  }
  state.call = scenario === "errors" || scenario === "kinds" ? (value) => all(value).length === 0 : is;
  return state.data.length;
}

function warm(ms: number, state: State): number {
  const start = process.cpuUsage();
  while (sinceMs(start) < ms) run(state.call, state.data, 10);
  return 0;
}

function time(ms: number, datum: number, state: State): number {
  const data = datum < 0 ? state.data : state.data.slice(datum, datum + 1);
  const reps = state.reps.get(datum) ?? calibrate(ms, data, state);
  state.reps.set(datum, reps);
  const start = process.cpuUsage();
  run(state.call, data, reps);
  return (sinceMs(start) * 1e6) / (reps * data.length);
}

function calibrate(ms: number, data: readonly unknown[], { call }: State): number {
  for (let reps = 16; ; reps *= 2) {
    const start = process.cpuUsage();
    run(call, data, reps);
    const took = sinceMs(start);
    if (took > ms / 4) return Math.max(1, Math.round((reps * ms) / took));
  }
}

/** On the CPU clock, so that what else the machine does is not counted. */
function sinceMs(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function run(call: State["call"], data: readonly unknown[], reps: number): number {
  let count = 0;
  for (let r = 0; r < reps; r++) {
    for (let i = 0; i < data.length; i++) if (call(data[i])) count++;
  }
  return count;
}

const CALLS = 1000;

/** Bytes a call, before any collection runs; what the measurement itself takes is subtracted. */
function allocate({ call, data }: State): number {
  const first = data.slice(0, 1);
  const own = grow(() => run(() => true, first, CALLS));
  return Math.max(0, Math.round((grow(() => run(call, first, CALLS)) - own) / CALLS));
}

function grow(work: () => number): number {
  work();
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  work();
  return process.memoryUsage().heapUsed - before;
}
