import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { JETEMAIL } from "../../../src/jetemail.js";
import { Budget, type Asker } from "../../../src/transport/gate/budget.js";

// What the budget counts, to the millisecond.

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Notes how long it waits by itself, and never comes back. */
function name(): Asker & { readonly waits: number[] } {
  const waits: number[] = [];
  return { waits, wait: (ms) => (waits.push(ms), new Promise(() => {})) };
}

/** Whether each of some that ask at once may go, or how long it waits by itself before it asks again. */
function ask(budget: Budget, count: number): readonly unknown[] {
  return Array.from({ length: count }, () => {
    const asker = name();
    const answer = budget.acquire(asker);
    return typeof answer === "number" ? `after ${answer}` : `looks after ${asker.waits.join()}`;
  });
}

/** A gate that has just heard that the account is not blocked. */
function openBudget(): Budget {
  const budget = new Budget(JETEMAIL.rateLimit);
  const probe = name();
  void budget.acquire(probe);
  budget.settle(probe, true, true);
  return budget;
}

describe("while a probe is out", () => {
  it("each looks after 20 ms, and a millisecond later than the one before it", () => {
    expect(ask(new Budget(JETEMAIL.rateLimit), 4)).toEqual([
      "after 0",
      "looks after 20",
      "looks after 21",
      "looks after 22",
    ]);
  });

  it.each([
    [29_999, ["looks after 20", "looks after 21"]],
    [30_000, ["after 0", "looks after 20"]],
  ])("that has not been heard of for %i ms, the next two: %j", (ms, expected) => {
    const budget = new Budget(JETEMAIL.rateLimit);
    void budget.acquire(name());
    vi.advanceTimersByTime(ms);
    expect(ask(budget, 2)).toEqual(expected);
  });
});

it("a probe is out until it is settled itself, whatever else ends meanwhile", () => {
  const budget = openBudget();
  const [early, probe] = [name(), name()];
  void budget.acquire(early);
  budget.block(1000, name());
  vi.advanceTimersByTime(1000);
  expect(budget.acquire(probe)).toBe(0);
  budget.settle(early, false, true);
  expect(ask(budget, 1)).toEqual(["looks after 20"]);
  budget.settle(probe, false, true);
  expect(ask(budget, 1)).toEqual(["looks after 21"]);
});

describe("a response vouches that the account is not blocked", () => {
  it.each([
    [59_999, ["after 0", "after 0"]],
    [60_000, ["after 0", "looks after 20"]],
  ])("for a minute: after %i ms the next two %j", (ms, expected) => {
    const budget = openBudget();
    vi.advanceTimersByTime(ms);
    expect(ask(budget, 2)).toEqual(expected);
  });

  it("not when it was a 429, or none", () => {
    for (const isSent of [true, false]) {
      const budget = new Budget(JETEMAIL.rateLimit);
      const probe = name();
      void budget.acquire(probe);
      budget.settle(probe, false, isSent);
      expect(ask(budget, 2)).toEqual(["after 0", "looks after 20"]);
    }
  });

  it("not while a block lasts of which another call was told", () => {
    const budget = openBudget();
    const early = name();
    void budget.acquire(early);
    // Told of by nobody who went through this gate, so that the call after it is none of before.
    budget.block(1000, name());
    budget.settle(early, true, true);
    vi.advanceTimersByTime(1000);
    expect(ask(budget, 2)).toEqual(["after 0", "looks after 20"]);
  });
});

describe("of a block", () => {
  it("each is told its end, one after the other", () => {
    const budget = openBudget();
    budget.block(5000, name());
    expect(ask(budget, 3)).toEqual(["after 5000", "after 5001", "after 5002"]);
  });

  it("there is nothing to ask until it is over; else a waiter asks every five seconds", () => {
    const budget = openBudget();
    expect(budget.pollMs).toBe(5000);
    budget.block(1000, name());
    expect(budget.pollMs).toBe(2 ** 31 - 1);
    vi.advanceTimersByTime(1000);
    expect([budget.pollMs, budget.blockedMs()]).toEqual([5000, 0]);
  });

  it.each([
    [999, 300_000],
    [1000, 5000],
  ])("that lasted %i ms, the next one of 5 s lasts %i ms", (ms, expected) => {
    const budget = openBudget();
    budget.block(ms, name());
    budget.block(5000, name());
    expect(budget.blockedMs()).toBe(expected);
  });

  it("of more than the provider's five minutes, no less is believed", () => {
    const budget = openBudget();
    budget.block(0, name());
    budget.block(400_000, name());
    expect(budget.blockedMs()).toBe(400_000);
  });
});

describe("a waiter keeps its place until it is two seconds later than it was told to ask again", () => {
  it.each([
    [7000, ["looks after 21"]],
    [7001, ["after 0"]],
  ])("which is when a block is over: %i ms after one of 5 s began the next %j", (ms, expected) => {
    const budget = openBudget();
    budget.block(5000, name());
    expect(ask(budget, 1)).toEqual(["after 5000"]);
    vi.advanceTimersByTime(ms);
    expect(ask(budget, 1)).toEqual(expected);
  });

  it.each([
    [7000, ["after 51020"]],
    [7001, ["after 51009"]],
  ])("or after five seconds, when it waits for room: after %i ms the next %j", (ms, expected) => {
    const budget = openBudget();
    for (let sent = 1; sent < 200; sent++) {
      vi.advanceTimersByTime(10);
      void budget.acquire(name());
    }
    expect(ask(budget, 1)).toEqual(["after 58010"]);
    vi.advanceTimersByTime(ms);
    expect(ask(budget, 1)).toEqual(expected);
  });
});

const isIdleAfter = (budget: Budget, ms: number): boolean => budget.isIdle(performance.now() + ms);

describe("a gate is idle", () => {
  it("five minutes after its last use, and not before", () => {
    for (const use of [(budget: Budget) => budget.block(0, name()), (budget: Budget) => void budget.acquire(name())]) {
      const budget = new Budget(JETEMAIL.rateLimit);
      vi.advanceTimersByTime(1000);
      use(budget);
      expect([300_000, 300_001].map((ms) => isIdleAfter(budget, ms))).toEqual([false, true]);
    }
  });

  it("when a longer block is over, and not before", () => {
    const budget = new Budget(JETEMAIL.rateLimit);
    budget.block(600_000, name());
    expect([600_000, 600_001].map((ms) => isIdleAfter(budget, ms))).toEqual([false, true]);
  });
}); // prettier-ignore

describe("of two hundred a minute", () => {
  it.each([
    [59_999, ["after 1", "after 1"]],
    [60_000, ["after 0", "after 0"]],
  ])("the first place is free again when its request is a minute old: after %i ms the next two %j", (ms, expected) => {
    const budget = openBudget();
    ask(budget, 198);
    vi.advanceTimersByTime(30_000);
    // Its response vouches for the next minute.
    const last = name();
    void budget.acquire(last);
    budget.settle(last, true, true);
    vi.advanceTimersByTime(ms - 30_000);
    expect(ask(budget, 2)).toEqual(expected);
  }); // prettier-ignore

  it("places are free one by one, as their requests grow old", () => {
    const budget = openBudget();
    for (let sent = 1; sent < 200; sent++) {
      vi.advanceTimersByTime(10);
      void budget.acquire(name());
    }
    expect(ask(budget, 3)).toEqual(["after 58010", "after 58020", "after 58030"]);
    vi.advanceTimersByTime(58_009);
    expect(ask(budget, 1)).toEqual(["after 1"]);
  });

  it("one that was not sent gives its own place back", () => {
    const budget = openBudget();
    const askers = Array.from({ length: 199 }, () => {
      vi.advanceTimersByTime(10);
      const asker = name();
      void budget.acquire(asker);
      return asker;
    });
    const unsent = askers[0];
    if (unsent) budget.settle(unsent, false, false);
    expect(ask(budget, 2)).toEqual(["after 0", "after 58010"]);
  });
});
