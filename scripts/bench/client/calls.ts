// Runs in a process of its own: the CPU time of a call beside plain fetch and openapi-fetch, in turns.
import createFetchClient from "openapi-fetch";
import type { paths } from "../../../generated/schema.js";
import { createClient } from "../../../src/index.js";

export type CallsOrder = { readonly baseUrl: string; readonly calls: number; readonly rounds: number };
/** Microseconds of CPU a call, the median of the rounds. */
export type CallsFigures = Readonly<Record<"fetch" | "openapi-fetch" | "http" | "ours", number>>;

const PATH = "/outbound/transactional-keys";
const KEY = "api_k3y";
const body = { api_token: "transactional_t0ken", name: "Marketing", approvedDomains: ["example.com"] };
const PARALLEL = 8;

async function main({ baseUrl, calls, rounds }: CallsOrder): Promise<CallsFigures> {
  const headers = { authorization: `Bearer ${KEY}`, "content-type": "application/json" };
  const plain = createFetchClient<paths>({ baseUrl, headers });
  const jetemail = createClient({ apiKey: KEY, baseUrl, rateLimit: { acquire: () => 0, block: () => {} } });
  const peers = {
    fetch: async () =>
      (await fetch(`${baseUrl}${PATH}`, { method: "PATCH", headers, body: JSON.stringify(body) })).json(),
    "openapi-fetch": async () => plain.PATCH(PATH, { body }),
    http: async () => jetemail.http.PATCH(PATH, { body }),
    ours: async () => jetemail.updateTransactionalKey({ body }),
  } satisfies Record<keyof CallsFigures, () => Promise<unknown>>;
  const times: Record<keyof CallsFigures, number[]> = { fetch: [], "openapi-fetch": [], http: [], ours: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const name of ["fetch", "openapi-fetch", "http", "ours"] as const) {
      const microseconds = await timeCalls(peers[name], calls);
      // The first round warms up.
      if (round > 0) times[name].push(microseconds);
    }
  }
  return {
    fetch: median(times.fetch),
    "openapi-fetch": median(times["openapi-fetch"]),
    http: median(times.http),
    ours: median(times.ours),
  };
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[list.length >> 1] ?? NaN;
}

async function timeCalls(call: () => Promise<unknown>, calls: number): Promise<number> {
  const start = process.cpuUsage();
  const lane = async (): Promise<void> => {
    for (let index = 0; index < calls / PARALLEL; index++) await call();
  };
  await Promise.all(Array.from({ length: PARALLEL }, lane));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / calls;
}

// The parent writes the order.
const figures = await main(JSON.parse(process.argv[2] ?? "{}") as CallsOrder);
process.stdout.write(JSON.stringify(figures));
