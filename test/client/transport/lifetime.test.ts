import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Lifetime, Listeners } from "../../../src/transport/lifetime.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A life of 100 ms, and what it has said. */
function begin(signals: readonly AbortSignal[] = [], listeners = new Listeners()) {
  const life = new Lifetime();
  const said: unknown[] = [];
  life.onEnd((reason) => said.push(reason));
  life.begin(100, () => life.end("late"), signals, listeners);
  return { life, said };
}

const woken = () => {
  const times: number[] = [];
  return { times, wake: () => void times.push(performance.now()) };
};

describe("a life", () => {
  it("ends when its time is up, and not before", () => {
    const { life, said } = begin();
    vi.advanceTimersByTime(99);
    expect([life.isOver, life.leftMs(), said]).toEqual([false, 1, []]);
    vi.advanceTimersByTime(1);
    expect([life.isOver, life.reason, said]).toEqual([true, "late", ["late"]]);
  });

  it("has no end before it begins", () => {
    expect(new Lifetime().leftMs()).toBe(Infinity);
  });

  it("stands still while it is held, and counts for how long", () => {
    const { life } = begin();
    const { times, wake } = woken();
    vi.advanceTimersByTime(10);
    life.sleep(500, wake, true);
    vi.advanceTimersByTime(400);
    expect([life.leftMs(), life.isOver, times]).toEqual([90, false, []]);
    vi.advanceTimersByTime(100);
    expect([life.leftMs(), life.heldMs, times.length]).toEqual([90, 500, 1]);
    life.sleep(50, wake, true);
    vi.advanceTimersByTime(140);
    expect([life.isOver, life.heldMs]).toEqual([true, 550]);
  });

  it("goes on while it sleeps otherwise", async () => {
    const { life } = begin();
    const slept = life.wait(30);
    vi.advanceTimersByTime(30);
    await slept;
    expect([life.leftMs(), life.heldMs]).toEqual([70, 0]);
  });

  it("sleeps a whole millisecond where a part is asked for, and no longer than a timer can", () => {
    const { times, wake } = woken();
    const life = new Lifetime();
    const start = performance.now();
    life.sleep(0.2, wake);
    vi.advanceTimersByTime(1);
    expect(times).toEqual([start + 1]);
    life.sleep(2 ** 40, wake);
    vi.advanceTimersByTime(2 ** 31 - 1);
    expect(times).toEqual([start + 1, start + 2 ** 31]);
  });

  it("ends once, with the first reason, and tells everybody in order", () => {
    const { life, said } = begin();
    life.onEnd((reason) => said.push([reason]));
    const { signal } = life;
    life.end("first");
    life.end("second");
    expect([life.reason, said]).toEqual(["first", ["first", ["first"]]]);
    expect([signal.aborted, signal.reason, life.signal]).toEqual([true, "first", signal]);
    expect(() => life.throwIfOver()).toThrow("first");
  });

  it("throws nothing while it lasts", () => {
    expect(() => begin().life.throwIfOver()).not.toThrow();
  });

  it.each([
    ["ends", (life: Lifetime) => life.end("x")],
    ["is finished", (life: Lifetime) => life.finish()],
  ])("leaves no timer when it %s", (_, stop) => {
    const { life } = begin();
    const { times, wake } = woken();
    life.sleep(50, wake);
    stop(life);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(times).toEqual([]);
  });

  it("sleeps no more when it is over", () => {
    const { life } = begin();
    life.end("x");
    life.sleep(1, expect.unreachable);
    expect(vi.getTimerCount()).toBe(0);
  });
});

const watch = () => {
  const controller = new AbortController();
  const added = vi.spyOn(controller.signal, "addEventListener");
  const removed = vi.spyOn(controller.signal, "removeEventListener");
  return { controller, count: () => [added.mock.calls.length, removed.mock.calls.length] };
};

describe("a signal of the caller", () => {
  it("ends the life with its own reason, each of several", () => {
    for (const index of [0, 1]) {
      const controllers = [new AbortController(), new AbortController()];
      const { life, said } = begin(controllers.map(({ signal }) => signal));
      controllers[index]?.abort("mine");
      expect([life.isOver, said]).toEqual([true, ["mine"]]);
    }
  });

  it("that has ended already ends it at once", () => {
    expect(begin([AbortSignal.abort("before")]).said).toEqual(["before"]);
  });

  it("has one listener for all its lives, which goes with the last of them", () => {
    const { controller, count } = watch();
    const listeners = new Listeners();
    const [first, second] = [1, 2].map(() => begin([controller.signal], listeners).life);
    expect(count()).toEqual([1, 0]);
    first?.finish();
    first?.finish();
    expect(count()).toEqual([1, 0]);
    second?.finish();
    expect(count()).toEqual([1, 1]);
    const { said } = begin([controller.signal], listeners);
    expect(count()).toEqual([2, 1]);
    controller.abort("x");
    expect([first?.isOver, second?.isOver, said]).toEqual([false, false, ["x"]]);
  });

  it("ends all its lives", () => {
    const { controller } = watch();
    const listeners = new Listeners();
    const lives = [1, 2, 3].map(() => begin([controller.signal], listeners).life);
    controller.abort("x");
    expect(lives.map(({ reason }) => reason)).toEqual(["x", "x", "x"]);
  });
});
