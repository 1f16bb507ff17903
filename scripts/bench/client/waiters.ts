// Runs in a process of its own: thousands of calls that wait for the end of a block, or for their turn in the budget, by
// this process's own numbers.
import createFetchClient from "openapi-fetch";
import type { paths } from "../../../generated/schema.js";
import { createClient } from "../../../src/index.js";
import { JETEMAIL } from "../../../src/jetemail.js";
import { Lag, type LagFigures } from "./lag.js";

export type WaitersOrder = {
  readonly kind: "method" | "http";
  readonly cause: "block" | "budget";
  readonly count: number;
  readonly seconds: number;
};

export type WaitersFigures = {
  /** Megabytes of heap of as many requests of openapi-fetch that are not sent. */
  readonly requestsMb: number;
  /** The same of calls that can still be answered, as each of ours can: what is suspended in them is held too. */
  readonly callsMb: number;
  /** Megabytes of heap of the waiters at the start, and at five moments from then to the end. */
  readonly waitersMb: readonly number[];
  readonly idle: LagFigures;
  readonly waiting: LagFigures;
  /** Milliseconds from the abort of one call, and of all, to their rejection. */
  readonly abortOneMs: number;
  readonly abortAllMs: number;
  /** Milliseconds of CPU in that time: what a busy machine cannot add to. */
  readonly abortAllCpuMs: number;
};

const PATH = "/outbound/transactional-keys";
const ANSWERS = {
  block: () => new Response("{}", { status: 429, headers: { "retry-after": "3600" } }),
  budget: () => Response.json({ success: true, message: "updated" }),
};
/** The one finds the block, the others spend what may be sent in a minute. */
const CALLS_BEFORE = { block: 1, budget: JETEMAIL.rateLimit.requests };
const SAMPLES = 5;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const createBody = (index: number) => ({ api_token: `transactional_${index}`, name: "Marketing" });

async function main({ kind, cause, count, seconds }: WaitersOrder): Promise<WaitersFigures> {
  const idle = await watch(Math.min(seconds, 10));
  const requestsMb = await measureRequests(count, false);
  const callsMb = await measureRequests(count, true);
  const before = await readHeapMb();
  const all = new AbortController();
  const one = new AbortController();
  const jetemail = createClient({
    apiKey: "api_k3y",
    waitForBlock: true,
    maxRetries: 0,
    fetch: async () => ANSWERS[cause](),
  });
  const call = (index: number, signal: AbortSignal): Promise<unknown> => {
    const input = { body: createBody(index), signal };
    return kind === "http" ? jetemail.http.PATCH(PATH, input) : jetemail.updateTransactionalKey(input);
  };
  for (let index = 0; index < CALLS_BEFORE[cause]; index++) await call(index, all.signal).catch(() => {});
  const first = call(1, one.signal).catch(() => {});
  const calls = Array.from({ length: count - 1 }, (_, index) => call(index, all.signal).catch(() => {}));
  await sleep(3000);
  const waitersMb = [(await readHeapMb()) - before];
  let waiting: LagFigures = { longestMs: 0, longestCpuMs: 0, p99Ms: 0, cpuShare: 0 };
  for (let sample = 0; sample < SAMPLES; sample++) {
    const seen = await watch(seconds / SAMPLES);
    waitersMb.push((await readHeapMb()) - before);
    waiting = {
      longestMs: Math.max(waiting.longestMs, seen.longestMs),
      longestCpuMs: Math.max(waiting.longestCpuMs, seen.longestCpuMs),
      p99Ms: Math.max(waiting.p99Ms, seen.p99Ms),
      cpuShare: waiting.cpuShare + seen.cpuShare / SAMPLES,
    };
  }
  const abortOneMs = await time(() => one.abort("enough"), first);
  const cpuBefore = process.cpuUsage();
  const abortAllMs = await time(() => all.abort("enough"), Promise.all(calls));
  const { user, system } = process.cpuUsage(cpuBefore);
  const abortAllCpuMs = (user + system) / 1000;
  return { requestsMb, callsMb, waitersMb, idle, waiting, abortOneMs, abortAllMs, abortAllCpuMs };
}

async function watch(seconds: number): Promise<LagFigures> {
  // What this benchmark has had collected is swept by other threads for a while.
  await sleep(500);
  const lag = new Lag();
  await sleep(seconds * 1000);
  return lag.stop();
}

async function measureRequests(count: number, isAlive: boolean): Promise<number> {
  const held: Request[] = [];
  const answers: ((response: Response) => void)[] = [];
  const fetch = (request: Request): Promise<Response> =>
    new Promise((resolve) => {
      held.push(request);
      // A call that nobody can answer any more is collected in part.
      if (isAlive) answers.push(resolve);
    });
  const client = createFetchClient<paths>({ baseUrl: "https://api.example.com", fetch });
  const before = await readHeapMb();
  const calls = Array.from({ length: count }, (_, index) =>
    client.PATCH(PATH, { body: createBody(index), headers: { authorization: "Bearer api_k3y" } }),
  );
  await sleep(100);
  const megabytes = (await readHeapMb()) - before;
  if (calls.length !== held.length || answers.length > count)
    throw new Error(`${held.length} requests of ${calls.length} are held`);
  return megabytes;
}

async function time(act: () => void, ended: Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  act();
  await ended;
  return performance.now() - startedAt;
}

async function readHeapMb(): Promise<number> {
  // What a finalizer lets go of is collected by the next run.
  for (let run = 0; run < 3; run++) {
    globalThis.gc?.();
    await sleep(10);
  }
  return process.memoryUsage().heapUsed / 1e6;
}

// The parent writes the order.
const figures = await main(JSON.parse(process.argv[2] ?? "{}") as WaitersOrder);
process.stdout.write(JSON.stringify(figures));
