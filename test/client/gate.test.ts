import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCallStarter, type Call } from "../../src/call/call.js";
import type { RateLimit, WaitEvent } from "../../src/index.js";
import type { Credential } from "../../src/transport/auth.js";
import { createGateFinder, gate } from "../../src/transport/gate.js";
import type { Draft } from "../../src/transport/layer.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const draft: Draft = {
  method: "PATCH",
  url: new URL("https://api.example.com/keys"),
  headers: new Headers(),
  body: null,
};
const credential: Credential = { authorize: () => {}, fingerprint: async () => undefined };

type Notice = (string | number | boolean)[];

/** A gate that says each of these waits in turn, then 0, and notes what it is asked and told. */
function makeGate(
  waits: number[],
  pollMs?: number,
): { readonly limit: RateLimit; readonly notices: Notice[] } {
  const notices: Notice[] = [];
  const limit: RateLimit = {
    acquire: () => {
      notices.push(["acquire", performance.now()]);
      return waits.shift() ?? 0;
    },
    block: (ms) => void notices.push(["block", ms]),
    settle: (_, answered) => void notices.push(["settle", answered]),
    ...(pollMs !== undefined && { pollMs }),
  };
  return { limit, notices };
}

/** Sends one call through a gate; what the gate was told, how the call ended, and what onWait heard. */
async function pass(limit: RateLimit | false, respond: () => Promise<Response>, timeoutMs = 30_000) {
  const waits: number[] = [];
  const sent: Call[] = [];
  const start = createCallStarter({ onWait: ({ waitMs }: WaitEvent) => void waits.push(waitMs) });
  const { signal } = new AbortController();
  const started = start({ operationId: "getKey", path: "/keys", idempotent: true }, {});
  const startedAt = performance.now();
  const send = gate(
    async () => credential,
    limit,
  )(async (_, call) => {
    sent.push(call);
    return respond();
  });
  const end = send(draft, { ...started, signal, expiresAt: startedAt + timeoutMs }).then(
    ({ status }) => status,
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(60_000);
  return { end: await end, waits, sent, startedAt };
}

const respondWith =
  (status: number, headers: Record<string, string> = {}) =>
  async (): Promise<Response> =>
    new Response(null, { status, headers });

/** The same with the time of a question counted from the start. */
const at = (notices: Notice[], startedAt: number): Notice[] =>
  notices.map(([what = "", value = ""]) => [what, what === "acquire" ? Number(value) - startedAt : value]);

describe("what a gate is asked and told", () => {
  it.each([
    ["a response", respondWith(200), 200, [["settle", true]]],
    ["a refusal, which is a response too", respondWith(500), 500, [["settle", true]]],
    [
      "a 429",
      respondWith(429, { "retry-after": "7" }),
      429,
      [
        ["block", 7000],
        ["settle", false],
      ],
    ],
    ["no response", async () => Promise.reject(new Error("x")), new Error("x"), [["settle", false]]],
  ] as const)("%s", async (_, respond, end, after) => {
    const { limit, notices } = makeGate([]);
    const passed = await pass(limit, respond);
    expect(passed.end).toEqual(end);
    expect(at(notices, passed.startedAt)).toEqual([["acquire", 0], ...after]);
    expect(passed.waits).toEqual([]);
    expect(passed.sent[0]?.authorize).toBe(credential.authorize);
  });

  it("nothing, with rateLimit: false, and the key is left to the innermost layer", async () => {
    const passed = await pass(false, respondWith(429));
    expect([passed.end, passed.sent[0]?.authorize]).toEqual([429, undefined]);
  });

  it("again after each wait, and onWait hears of the first", async () => {
    const { limit, notices } = makeGate([1000, 500]);
    const passed = await pass(limit, respondWith(200));
    expect(at(notices, passed.startedAt)).toEqual([
      ["acquire", 0],
      ["acquire", 1000],
      ["acquire", 1500],
      ["settle", true],
    ]);
    expect([passed.end, passed.waits]).toEqual([200, [1000]]);
  });

  it("again after pollMs, where that is sooner", async () => {
    const { limit, notices } = makeGate([1000, 100], 250);
    const { startedAt } = await pass(limit, respondWith(200));
    expect(at(notices, startedAt).map(([, value]) => value)).toEqual([0, 250, 350, true]);
  });

  it.each([
    ["when its wait ends with the deadline", 10_000, 10_000, "RateLimitError: 10000", 0],
    ["but when its wait ends before the deadline, it is", 9999, 10_000, "200", 1],
    ["but when its wait is 100 ms at most, which is left to the deadline, it is", 100, 50, "200", 1],
    ["when its wait is longer than that", 101, 50, "RateLimitError: 101", 0],
  ])("a call is not sent %s", async (_, waitMs, timeoutMs, expected, requests) => {
    const { limit, notices } = makeGate([waitMs]);
    const { sent, end } = await pass(limit, respondWith(200), timeoutMs);
    const { name, retryAfterMs } = Object(end);
    expect([name ? `${name}: ${retryAfterMs}` : String(end), sent.length]).toEqual([expected, requests]);
    expect(notices.at(-1)).toEqual(["settle", requests > 0]);
  });
});

const find = (baseUrl: string, name?: string) =>
  createGateFinder(baseUrl)({ ...credential, fingerprint: async (url) => name && `${url} ${name}` });

describe("the gate that calls share", () => {
  it("is one for a key and a base URL", async () => {
    const [first, second] = [await find("https://a.example", "k1"), await find("https://a.example", "k1")];
    expect(first).toBe(second);
  });

  it.each([
    ["another key", "https://a.example", "k2"],
    ["another base URL", "https://b.example", "k1"],
  ])("is another one for %s", async (_, baseUrl, name) => {
    expect(await find(baseUrl, name)).not.toBe(await find("https://a.example", "k1"));
  });

  it("is the client's own where the key cannot be hashed", async () => {
    const finder = createGateFinder("https://a.example");
    expect(await finder(credential)).toBe(await finder(credential));
    expect(await finder(credential)).not.toBe(await find("https://a.example"));
  });

  it("is kept for the thousand keys that were used last", async () => {
    const kept = await find("https://c.example", "kept");
    const dropped = await find("https://c.example", "dropped");
    for (let turn = 1; turn < 1000; turn++) {
      // oxlint-disable-next-line no-await-in-loop -- the order is the claim
      await find("https://c.example", `k${turn}`);
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (turn === 500) await find("https://c.example", "kept");
    }
    expect(await find("https://c.example", "kept")).toBe(kept);
    expect(await find("https://c.example", "dropped")).not.toBe(dropped);
  });
});
