import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient, RateLimitError, type ClientOptions } from "../../../src/index.js";
import { JETEMAIL } from "../../../src/jetemail.js";
import { Budget, type Asker } from "../../../src/transport/gate/budget.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const answer = async (): Promise<Response> => Response.json({ success: true });
const name = (): Asker => ({ wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) });

/** A gate that knows that the account is not blocked. */
async function openBudget(): Promise<Budget> {
  const budget = new Budget(JETEMAIL.rateLimit);
  const probe = name();
  await budget.acquire(probe);
  budget.settle(probe, true, true);
  return budget;
}

/** Asks like a call does: again after each wait, until it may go; notes its label then. Its answer is for the test to give. */
async function queueUp(budget: Budget, label: string, went: string[], signal = name()): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the order is the claim
    const waitMs = await budget.acquire(signal);
    if (waitMs === 0) break;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((resolve) => setTimeout(resolve, Math.min(waitMs, budget.pollMs)));
  }
  went.push(label);
}

/** The same with an answer at once. */
async function pass(budget: Budget, label: string, went: string[], signal = name()): Promise<void> {
  await queueUp(budget, label, went, signal);
  budget.settle(signal, true, true);
}

describe("the budget", () => {
  it("lets 200 requests pass in any minute, the next when the first is a minute old", async () => {
    const budget = await openBudget();
    for (let sent = 1; sent < 200; sent++) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await budget.acquire(name())).toBe(0);
    }
    const next = name();
    expect(await budget.acquire(next)).toBe(60_000);
    vi.advanceTimersByTime(59_000);
    expect(await budget.acquire(next)).toBe(1000);
    vi.advanceTimersByTime(1000);
    expect(await budget.acquire(next)).toBe(0);
  });

  it("tells a call how long it will take until its turn, with all those before it", async () => {
    const budget = await openBudget();
    await Promise.all(Array.from({ length: 199 }, () => budget.acquire(name())));
    const waits = await Promise.all(Array.from({ length: 401 }, () => budget.acquire(name())));
    expect([waits[0], waits[199], waits[200], waits[400]]).toEqual([60_000, 60_000, 120_000, 180_000]);
  });

  it("lets callers go in the order in which they came, 200 a minute", async () => {
    const budget = await openBudget();
    const went: string[] = [];
    const labels = Array.from({ length: 260 }, (_, index) => String(index));
    const all = Promise.all(labels.map((label) => pass(budget, label, went)));
    await vi.advanceTimersByTimeAsync(59_900);
    expect(went).toHaveLength(199);
    await vi.advanceTimersByTimeAsync(1000);
    await all;
    expect(went).toEqual(labels);
  });

  it("gets a place back from a call that was not sent, and none from one that was", async () => {
    const budget = await openBudget();
    const signals = Array.from({ length: 199 }, name);
    await Promise.all(signals.map((signal) => budget.acquire(signal)));
    for (const signal of signals.slice(0, 50)) budget.settle(signal, false, false);
    for (const signal of signals.slice(50)) budget.settle(signal, false, true);
    const waits = await Promise.all(Array.from({ length: 51 }, () => budget.acquire(name())));
    expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(50);
  });

  it("is not held up by a waiter that no longer asks", async () => {
    const budget = new Budget(JETEMAIL.rateLimit);
    const dead = name();
    budget.block(5000, name());
    expect(await budget.acquire(dead)).toBe(5000);
    const went: string[] = [];
    const alive = queueUp(budget, "alive", went);
    await vi.advanceTimersByTimeAsync(6900);
    expect(went).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    await alive;
    expect(went).toEqual(["alive"]);
  });

  it("keeps the order when the whole process stood still", async () => {
    const budget = await openBudget();
    await Promise.all(Array.from({ length: 199 }, () => budget.acquire(name())));
    const [first, second] = [name(), name()];
    const proof = [first, second].map((signal) => budget.acquire(signal));
    expect(await Promise.all(proof)).toEqual([60_000, 60_000]);
    vi.advanceTimersByTime(60_000);
    const went: string[] = [];
    const both = [pass(budget, "second", went, second), pass(budget, "first", went, first)];
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all(both);
    expect(went).toEqual(["first", "second"]);
  });
});

describe("a probe", () => {
  it("goes alone while nobody knows whether the account is blocked, and the rest in order after its answer", async () => {
    const budget = new Budget(JETEMAIL.rateLimit);
    const went: string[] = [];
    const probe = name();
    await queueUp(budget, "probe", went, probe);
    const rest = Promise.all(["a", "b", "c"].map((label) => queueUp(budget, label, went)));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(went).toEqual(["probe"]);
    budget.settle(probe, true, true);
    await vi.advanceTimersByTimeAsync(100);
    await rest;
    expect(went).toEqual(["probe", "a", "b", "c"]);
  });

  it.each([
    ["gets no response", true],
    ["is not sent", false],
  ])("that %s gives way to the next at once", async (_, isSent) => {
    const budget = new Budget(JETEMAIL.rateLimit);
    const probe = name();
    await budget.acquire(probe);
    budget.settle(probe, false, isSent);
    expect(await budget.acquire(name())).toBe(0);
  });

  it("that is never heard of gives way after 30 seconds", async () => {
    const budget = new Budget(JETEMAIL.rateLimit);
    await budget.acquire(name());
    const went: string[] = [];
    void queueUp(budget, "next", went);
    await vi.advanceTimersByTimeAsync(29_900);
    expect(went).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(went).toEqual(["next"]);
  });

  it("and not a millisecond later, for a call that asks then", async () => {
    const budget = new Budget(JETEMAIL.rateLimit);
    await budget.acquire(name());
    vi.advanceTimersByTime(30_000);
    expect(budget.acquire(name())).toBe(0);
  });
});

describe("a block", () => {
  it("of 0 ms lets one probe go, and the second 429 closes for the provider's five minutes", async () => {
    const budget = await openBudget();
    const [first, second, third] = [name(), name(), name()];
    await budget.acquire(first);
    budget.block(0, first);
    budget.settle(first, false, true);
    expect(budget.blockedMs()).toBe(0);
    expect(await budget.acquire(second)).toBe(0);
    budget.block(0, second);
    budget.settle(second, false, true);
    expect(budget.blockedMs()).toBe(300_000);
    vi.advanceTimersByTime(300_000);
    expect(await budget.acquire(third)).toBe(0);
    budget.block(5000, third);
    expect(budget.blockedMs()).toBe(300_000);
  });

  it("of 0 ms is believed again after a success", async () => {
    const budget = await openBudget();
    for (const call of [name(), name(), name()]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await budget.acquire(call);
      budget.block(0, call);
      budget.settle(call, false, true);
      const proof = name();
      // oxlint-disable-next-line no-await-in-loop -- as above
      await budget.acquire(proof);
      budget.settle(proof, true, true);
    }
    expect(budget.blockedMs()).toBe(0);
  });

  it("is told again by what was sent before it, which is no second 429", async () => {
    const budget = await openBudget();
    const [first, second] = [name(), name()];
    await Promise.all([budget.acquire(first), budget.acquire(second)]);
    budget.block(0, first);
    budget.block(0, second);
    expect(budget.blockedMs()).toBe(0);
    budget.block(2000, second);
    expect(budget.blockedMs()).toBe(2000);
    budget.block(1000, second);
    expect(budget.blockedMs()).toBe(2000);
  });

  it("is not disproved by a success that was sent before it", async () => {
    const budget = await openBudget();
    const [early, told, probe] = [name(), name(), name()];
    await Promise.all([budget.acquire(early), budget.acquire(told)]);
    budget.block(0, told);
    budget.settle(told, false, true);
    budget.settle(early, true, true);
    const went: string[] = [];
    expect(await budget.acquire(probe)).toBe(0);
    void queueUp(budget, "next", went);
    await vi.advanceTimersByTimeAsync(1000);
    expect(went).toEqual([]);
    budget.settle(probe, true, true);
    await vi.advanceTimersByTimeAsync(100);
    expect(went).toEqual(["next"]);
  });

  it("of whole milliseconds is told as long as it is, wherever the clock stands", () => {
    const now = vi.spyOn(performance, "now");
    const told = Array.from({ length: 1000 }, (_, index) => {
      now.mockReturnValue(1e5 + index * 17.3);
      const budget = new Budget(JETEMAIL.rateLimit);
      budget.block(2 ** 31 - 1, name());
      return budget.blockedMs();
    });
    now.mockRestore();
    expect(new Set(told)).toEqual(new Set([2 ** 31 - 1]));
  });

  it("is over when it is over: then the gate is idle after five minutes without a call", async () => {
    const budget = new Budget(JETEMAIL.rateLimit);
    budget.block(600_000, name());
    vi.advanceTimersByTime(599_000);
    expect(budget.isIdle(performance.now())).toBe(false);
    vi.advanceTimersByTime(2000);
    expect(budget.isIdle(performance.now())).toBe(true);
    void budget.acquire(name());
    expect(budget.isIdle(performance.now())).toBe(false);
    vi.advanceTimersByTime(301_000);
    expect(budget.isIdle(performance.now())).toBe(true);
  });
});

const body = { api_token: "t" };

/** A client whose server answers 429 with these headers as long as it is told, and when what was sent. */
function makeClient(headers: () => HeadersInit, options: ClientOptions = {}) {
  const server = { isBlocking: true, sentAt: new Array<number>() };
  const fetch = async (): Promise<Response> => {
    server.sentAt.push(performance.now());
    return server.isBlocking ? new Response("{}", { status: 429, headers: headers() }) : answer();
  };
  // A key would be hashed, which takes a time that no fake clock knows.
  const jetemail = createClient({ apiKey: "api_k3y", account: crypto.randomUUID(), fetch, ...options });
  return { jetemail, server };
}

it("a block of five minutes lets one probe out when it is over, and the rest after its answer", async () => {
  const { jetemail, server } = makeClient(() => ({ "retry-after": "300" }), {
    waitForBlock: true,
    maxRetries: 0,
  });
  await expect(jetemail.updateTransactionalKey({ body })).rejects.toBeInstanceOf(RateLimitError);
  server.isBlocking = false;
  const calls = Promise.all(Array.from({ length: 10 }, () => jetemail.updateTransactionalKey({ body })));
  await vi.advanceTimersByTimeAsync(299_000);
  expect(server.sentAt).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(3000);
  await calls;
  expect(server.sentAt).toHaveLength(11);
  expect(Math.min(...server.sentAt.slice(1)) - (server.sentAt[0] ?? 0)).toBeGreaterThanOrEqual(300_000);
});

const inUtc = (ms: number): string => new Date(Date.now() + ms).toUTCString();

describe("20 calls into a 429 send at most 2 requests", () => {
  it.each<[string, () => HeadersInit, number]>([
    ["with Retry-After 0", () => ({ "retry-after": "0" }), 2],
    ["with a date that has passed", () => ({ "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT" }), 2],
    ["with a date that is now", () => ({ "retry-after": inUtc(0), date: inUtc(0) }), 2],
    [
      "of a server whose clock is ten minutes behind",
      () => ({ "retry-after": inUtc(-540_000), date: inUtc(-600_000) }),
      1,
    ],
    [
      "of a server whose clock is ten minutes ahead",
      () => ({ "retry-after": inUtc(660_000), date: inUtc(600_000) }),
      1,
    ],
    ["without Retry-After", () => ({}), 1],
  ])("%s", async (_, headers, requests) => {
    for (const maxRetries of [0, 2]) {
      const { jetemail, server } = makeClient(headers, { maxRetries });
      const calls = Array.from({ length: 20 }, () =>
        jetemail.updateTransactionalKey({ body }).catch((error: unknown) => error),
      );
      // oxlint-disable-next-line no-await-in-loop -- one case after the other
      await vi.advanceTimersByTimeAsync(20_000);
      // oxlint-disable-next-line no-await-in-loop -- as above
      const errors = await Promise.all(calls);
      expect(errors.every((error) => error instanceof RateLimitError)).toBe(true);
      expect(server.sentAt).toHaveLength(requests);
    }
  });
});

it("a loop over 500 keys works with the default options, and onWait tells of its waits", async () => {
  const waits: number[] = [];
  const { jetemail, server } = makeClient(() => ({}), { onWait: ({ waitMs }) => void waits.push(waitMs) });
  server.isBlocking = false;
  let done = 0;
  const loop = async (): Promise<void> => {
    for (let key = 0; key < 500; key++) {
      // oxlint-disable-next-line no-await-in-loop -- as a user would write it
      await jetemail.updateTransactionalKey({ body });
      done++;
    }
  };
  const ended = loop();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(done).toBe(200);
  await vi.advanceTimersByTimeAsync(62_000);
  await ended;
  expect([done, waits]).toEqual([500, [60_000, 60_000]]);
});

it("220 calls at once work with the default options too", async () => {
  const { jetemail, server } = makeClient(() => ({}));
  server.isBlocking = false;
  const calls = Promise.all(Array.from({ length: 220 }, () => jetemail.updateTransactionalKey({ body })));
  await vi.advanceTimersByTimeAsync(62_000);
  await calls;
  const inFirstMinute = server.sentAt.filter((at) => at < (server.sentAt[0] ?? 0) + 60_000);
  expect([server.sentAt.length, inFirstMinute.length]).toEqual([220, 200]);
});
