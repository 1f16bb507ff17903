import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createClient, RateLimitError } from "../../src/index.js";
import { Budget } from "../../src/transport/budget.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const answer = async (): Promise<Response> => Response.json({ success: true });
const name = (): AbortSignal => new AbortController().signal;

/** A gate that knows that the account is not blocked. */
function openBudget(): Budget {
  const budget = new Budget();
  const probe = name();
  budget.acquire(probe);
  budget.settle(probe, true);
  return budget;
}

it("200 requests pass in any minute, the next when the first is a minute old", () => {
  const budget = openBudget();
  for (let sent = 1; sent < 200; sent++) expect(budget.acquire(name())).toBe(0);
  const next = name();
  expect(budget.acquire(next)).toBe(60_000);
  vi.advanceTimersByTime(59_000);
  expect(budget.acquire(next)).toBe(1000);
  vi.advanceTimersByTime(1000);
  budget.settle(name(), true);
  expect(budget.acquire(next)).toBe(0);
});

it("callers pass in the order in which they came", () => {
  const budget = new Budget();
  const [probe, first, second] = [name(), name(), name()];
  expect(budget.acquire(probe)).toBe(0);
  expect(budget.acquire(first)).toBeLessThan(budget.acquire(second));
  budget.settle(probe, false);
  expect(budget.acquire(second)).toBeGreaterThan(0);
  expect(budget.acquire(first)).toBe(0);
});

it("a waiter that no longer asks does not hold up the others", () => {
  const budget = new Budget();
  const [probe, dead, alive] = [name(), name(), name()];
  budget.acquire(probe);
  budget.acquire(dead);
  budget.acquire(alive);
  budget.settle(probe, false);
  vi.advanceTimersByTime(1500);
  expect(budget.acquire(alive)).toBeGreaterThan(0);
  vi.advanceTimersByTime(1500);
  expect(budget.acquire(alive)).toBe(0);
});

it("a probe that gets no answer gives way to the next after five seconds", () => {
  const budget = new Budget();
  budget.acquire(name());
  const next = name();
  expect(budget.acquire(next)).toBeGreaterThan(0);
  vi.advanceTimersByTime(5000);
  expect(budget.acquire(next)).toBe(0);
});

it("a block of five minutes lets one probe out when it is over, and the rest after its answer", async () => {
  let blocked = true;
  const sentAt: number[] = [];
  const fetch = async (): Promise<Response> => {
    sentAt.push(performance.now());
    return blocked ? new Response("{}", { status: 429, headers: { "retry-after": "300" } }) : answer();
  };
  const jetemail = createClient({
    apiKey: `api_${crypto.randomUUID()}`,
    fetch,
    timeoutMs: 600_000,
    maxRetries: 0,
  });
  const body = { api_token: "t" };
  await expect(jetemail.updateTransactionalKey({ body })).rejects.toBeInstanceOf(RateLimitError);
  blocked = false;
  const calls = Promise.all(Array.from({ length: 10 }, () => jetemail.updateTransactionalKey({ body })));
  await vi.advanceTimersByTimeAsync(299_000);
  expect(sentAt).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(3000);
  await calls;
  expect(sentAt).toHaveLength(11);
  expect(Math.min(...sentAt.slice(1)) - (sentAt[0] ?? 0)).toBeGreaterThanOrEqual(300_000);
});
