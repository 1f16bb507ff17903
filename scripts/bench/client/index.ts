import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { CallsFigures } from "./calls.js";
import { measureCalls, runBundled } from "./processes.js";
import type { WaitersFigures, WaitersOrder } from "./waiters.js";

type Settings = {
  readonly quick: boolean;
  /** How long the waiters wait. */
  readonly seconds: number;
  readonly print: (text: string) => void;
};

const COUNT = 10_000;

const WAITS = [
  ["method", "block"],
  ["http", "block"],
  ["method", "budget"],
] as const;

const CAUSES = { block: "for the end of a block", budget: "for their turn in the budget" };

/** What calls that wait cost, and the CPU time of a call beside plain fetch and openapi-fetch. */
export async function benchClient({ quick, seconds, print }: Settings): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-client-"));
  try {
    for (const [kind, cause] of WAITS) {
      const order: WaitersOrder = { kind, cause, count: COUNT, seconds };
      const figures = await runBundled<WaitersFigures>("waiters", order, { folder, project: resolve(".") });
      print(renderWaiters(order, figures));
    }
    print(renderCalls(await measureCalls(resolve("."), folder, quick ? 5 : 15)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function renderWaiters({ kind, cause, seconds }: WaitersOrder, figures: WaitersFigures): string {
  const { requestsMb, callsMb, waitersMb, idle, waiting, abortOneMs, abortAllMs, abortAllCpuMs } = figures;
  const megabytes = waitersMb.map((value) => value.toFixed(0));
  const most = Math.max(...waitersMb);
  const grown = (waitersMb.at(-1) ?? NaN) - (waitersMb[1] ?? NaN);
  return `${COUNT} calls of ${kind === "http" ? "http.PATCH" : "a method"} that wait ${seconds} s ${CAUSES[cause]}
  heap                        ${megabytes.join(", ")} MB, at the start and after each fifth
  beyond unsent requests      ${(most - requestsMb).toFixed(1)} MB: as many of openapi-fetch, which nobody can answer any more, hold ${requestsMb.toFixed(1)} MB; aim: under 20
  beyond calls that wait      ${(most - callsMb).toFixed(1)} MB: as many of openapi-fetch, which can still be answered, hold ${callsMb.toFixed(1)} MB
  grown, first to last fifth  ${grown.toFixed(1)} MB; aim: none
  longest turn of the loop    ${waiting.longestCpuMs.toFixed(1)} ms of CPU (idle ${idle.longestCpuMs.toFixed(1)}); aim: under 5
  lag on the clock            p99 ${waiting.p99Ms.toFixed(1)} ms (idle ${idle.p99Ms.toFixed(1)}), longest ${waiting.longestMs.toFixed(1)} ms (idle ${idle.longestMs.toFixed(1)})
  CPU                         ${(waiting.cpuShare * 100).toFixed(1)} % of a processor (idle ${(idle.cpuShare * 100).toFixed(1)})
  ended by a signal           one after ${abortOneMs.toFixed(1)} ms, all after ${abortAllMs.toFixed(0)} ms and ${abortAllCpuMs.toFixed(0)} ms of CPU; aim: under 100

`;
}

function renderCalls(figures: CallsFigures): string {
  const row = (name: keyof CallsFigures, words: string): string =>
    `  ${words.padEnd(28)}${figures[name].toFixed(0)} µs, ${(figures[name] / figures.fetch).toFixed(2)} of fetch, ${(figures[name] / figures["openapi-fetch"]).toFixed(2)} of openapi-fetch\n`;
  return [
    "CPU time of a call to a server on loopback\n",
    row("fetch", "fetch"),
    row("openapi-fetch", "openapi-fetch"),
    row("http", "http.PATCH"),
    row("ours", "a method, with validation"),
  ].join("");
}
