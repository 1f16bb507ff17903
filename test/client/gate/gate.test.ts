import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCallStarter } from "../../../src/call/call.js";
import type { CallOptions, RateLimit, WaitEvent } from "../../../src/index.js";
import { gate } from "../../../src/transport/gate/gate.js";
import { Listeners } from "../../../src/transport/lifetime.js";
import { readRetryAfter } from "../../../src/transport/retry-after.js";

beforeEach(() => {
  vi.useFakeTimers();
  // A clock that has run for a while, as every real one.
  vi.advanceTimersByTime(1234);
  // Of a spread wait the longest.
  vi.spyOn(Math, "random").mockReturnValue(1);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

type Notice = readonly (string | number | boolean)[];

/** A gate that says each of these waits in turn, then 0, and notes what it is asked and told. */
function makeGate(waits: number[], more: Partial<RateLimit> = {}) {
  const notices: Notice[] = [];
  const limit: RateLimit = {
    acquire: () => {
      notices.push(["acquire", performance.now()]);
      return waits.shift() ?? 0;
    },
    block: (ms) => void notices.push(["block", ms]),
    settle: (_, isAnswered, isSent) => void notices.push(["settle", isAnswered, isSent]),
    ...more,
  };
  return { limit, notices };
}

type Respond = () => Promise<Response>;

/** A client's gate: sends a call through it and gives how it ended, what was sent and what onWait heard. */
function openGate(limit: RateLimit | false, options: CallOptions = {}) {
  const waits: number[] = [];
  const start = createCallStarter({ ...options, onWait: ({ waitMs }: WaitEvent) => void waits.push(waitMs) });
  const layer = gate(limit);
  return async (respond: Respond, controller = new AbortController()) => {
    const startedAt = performance.now();
    let sent = 0;
    const send = layer(async (call) => {
      sent = ++call.sent;
      const response = await respond();
      call.retryAfterMs = readRetryAfter(response.headers) ?? 300_000;
      return response;
    });
    const call = start({ operationId: "getKey", path: "/keys", idempotent: true }, {});
    const { life } = call;
    const end = new Promise((resolve, reject) => {
      life.onEnd(reject);
      life.begin(30_000, () => {}, [controller.signal], new Listeners());
      send(call).then(({ status }) => resolve(status), reject);
    }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(60_000);
    return { end: await end, waits, sent, startedAt, life, retryAfterMs: call.retryAfterMs };
  };
}

const respondWith =
  (status: number, headers: Record<string, string> = {}): Respond =>
  async () =>
    new Response(null, { status, headers });
const succeed = respondWith(200);
const refuse = respondWith(429, { "retry-after": "7" });

/** The same with the time of a question counted from the start. */
const at = (notices: readonly Notice[], startedAt: number): Notice[] =>
  notices.map(([what = "", value = "", ...rest]) => [
    what,
    what === "acquire" ? Number(value) - startedAt : value,
    ...rest,
  ]);

const fail = (): never => {
  throw new Error("no Redis");
};

describe("what a gate is asked and told", () => {
  it.each([
    ["a response", succeed, 200, [["settle", true, true]]],
    ["a refusal, which is a response too", respondWith(500), 500, [["settle", true, true]]],
    [
      "a 429",
      refuse,
      429,
      [
        ["block", 7000],
        ["settle", false, true],
      ],
    ],
    ["no response", async () => Promise.reject(new Error("x")), new Error("x"), [["settle", false, true]]],
  ] as const)("%s", async (_, respond, end, after) => {
    const { limit, notices } = makeGate([]);
    const passed = await openGate(limit)(respond);
    expect(passed.end).toEqual(end);
    expect(at(notices, passed.startedAt)).toEqual([["acquire", 0], ...after]);
    expect(passed.waits).toEqual([]);
  });

  it("nothing, with rateLimit: false", async () => {
    expect((await openGate(false)(refuse)).end).toBe(429);
  });

  it("again after each wait, and onWait hears of the first", async () => {
    const { limit, notices } = makeGate([1000, 500.5]);
    const passed = await openGate(limit)(succeed);
    expect(at(notices, passed.startedAt).map(([what, value]) => [what, Math.ceil(Number(value))])).toEqual([
      ["acquire", 0],
      ["acquire", 1000],
      ["acquire", 1501],
      ["settle", 1],
    ]);
    expect([passed.end, passed.waits]).toEqual([200, [1000]]);
  });

  it("again after pollMs, where that is sooner", async () => {
    const { limit, notices } = makeGate([1000, 100], { pollMs: 250 });
    const { startedAt } = await openGate(limit)(succeed);
    expect(at(notices, startedAt).map(([, value]) => value)).toEqual([0, 250, 350, true]);
  });

  it.each([
    [0, 125],
    [0.5, 188],
    [1, 250],
  ])("again after half of pollMs to the whole, as chance has it: %d", async (chance, expected) => {
    vi.spyOn(Math, "random").mockReturnValue(chance);
    const { limit, notices } = makeGate([1000], { pollMs: 250 });
    const { startedAt } = await openGate(limit)(succeed);
    expect(Math.ceil(Number(at(notices, startedAt)[1]?.[1]))).toBe(expected);
  });

  it("that a call was not sent that its signal ended before: it gives its place back", async () => {
    const controller = new AbortController();
    const { limit, notices } = makeGate([], {
      acquire: async () => {
        controller.abort("enough");
        return 0;
      },
    });
    expect(await openGate(limit)(succeed, controller)).toMatchObject({ end: "enough", sent: 0 });
    expect(notices).toEqual([["settle", false, false]]);
  });

  it("nothing, when the signal had ended before", async () => {
    const { limit, notices } = makeGate([]);
    const controller = new AbortController();
    controller.abort("enough");
    expect(await openGate(limit)(succeed, controller)).toMatchObject({ end: "enough", sent: 0 });
    expect(notices).toEqual([]);
  });

  it("that a call was ended, at once, though what it waits for never ends", async () => {
    const controller = new AbortController();
    const { limit, notices } = makeGate([]);
    const passed = openGate(limit)(() => new Promise(() => {}), controller);
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort("enough");
    expect(notices.slice(1)).toEqual([["settle", false, true]]);
    void passed;
  });

  it("no time of the deadline is spent on a wait, but that of a question is", async () => {
    const { limit } = makeGate([], {
      acquire: async () => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return limit.pollMs === 1 ? 0 : (Object.assign(limit, { pollMs: 1 }), 50_000);
      },
    });
    const { life, end } = await openGate(limit)(succeed);
    expect([end, 30_000 - life.leftMs() > 199]).toEqual([200, true]);
  });
});

describe("after a 429 a call may be sent again", () => {
  it.each<[string, Partial<RateLimit>, number]>([
    ["when the response says so, as the client heard it", {}, 7000],
    [
      "later, where the gate knows of a longer block, in whole milliseconds",
      { blockedMs: () => 9000.5 },
      9001,
    ],
    ["no sooner, where the gate knows of a shorter one", { blockedMs: () => 5000 }, 7000],
  ])("%s", async (_, more, expected) => {
    const { retryAfterMs } = await openGate(makeGate([], more).limit)(refuse);
    expect(retryAfterMs).toBe(expected);
  });
});

it("after a 429 that ends at once, a gate that knows no better blocks for no time", async () => {
  const { limit } = makeGate([]);
  const { retryAfterMs } = await openGate(limit)(respondWith(429, { "retry-after": "0" }));
  expect(retryAfterMs).toBe(0);
});

describe("how long a call waits", () => {
  it.each([
    [10_000, undefined, "200"],
    [50_000, undefined, "200"],
    [10_000, 10_000, "200"],
    [10_001, 10_000, "RateLimitError: 10001"],
    [100, 0, "200"],
    [101, 0, "RateLimitError: 101"],
  ])("a wait of %i ms with maxWaitMs %s: %s", async (waitMs, maxWaitMs, expected) => {
    const { limit, notices } = makeGate([waitMs]);
    const { sent, end } = await openGate(limit, { maxWaitMs })(succeed);
    const { name, retryAfterMs } = Object(end);
    expect(name ? `${name}: ${retryAfterMs}` : String(end)).toBe(expected);
    expect(notices.at(-1)).toEqual(["settle", sent > 0, sent > 0]);
  });

  it("until maxWaitMs is over, when the gate asks for more each time", async () => {
    const { limit, notices } = makeGate([1000, 1000, 1000, 1000]);
    const { end, startedAt } = await openGate(limit, { maxWaitMs: 2500 })(succeed);
    expect(end).toMatchObject({ name: "RateLimitError", retryAfterMs: 1000, attempts: 0 });
    expect(at(notices, startedAt).map(([, value]) => value)).toEqual([0, 1000, 2000, 2500, false]);
  });

  it("not at all during a block, of which the gate tells or which the client has heard itself", async () => {
    const told = makeGate([5000], { blockedMs: () => 4000 });
    expect(await openGate(told.limit)(succeed)).toMatchObject({
      end: { name: "RateLimitError", retryAfterMs: 4000 },
      sent: 0,
    });
    const send = openGate(makeGate([0, 240_000]).limit);
    await send(respondWith(429, { "retry-after": "300" }));
    expect(await send(succeed)).toMatchObject({ end: { name: "RateLimitError" }, sent: 0 });
  });

  it("but with waitForBlock it does", async () => {
    const { limit } = makeGate([5000], { blockedMs: () => 4000 });
    expect(await openGate(limit, { waitForBlock: true })(succeed)).toMatchObject({ end: 200, sent: 1 });
  });

  it("a block that is over in 100 ms is waited for", async () => {
    expect((await openGate(makeGate([100], { blockedMs: () => 100 }).limit)(succeed)).end).toBe(200);
  });
});

describe("a gate that fails lets nothing through", () => {
  it.each<[string, object]>([
    ["acquire() throws", { acquire: fail }],
    ["acquire() rejects", { acquire: async () => fail() }],
    ["there is no acquire()", { acquire: undefined }],
    ["pollMs is no time", { acquire: () => 1, pollMs: NaN }],
    ["blockedMs() throws", { acquire: () => 1, blockedMs: fail }],
    ...[undefined, null, NaN, -1, Infinity, 1n, "5", {}, true].map((value): [string, object] => [
      `acquire() gives ${typeof value} ${String(value)}`,
      { acquire: () => value },
    ]),
  ])("%s", async (_, more) => {
    const { end, sent } = await openGate(makeGate([], more).limit)(succeed);
    expect(end).toMatchObject({ name: "GateError", code: "gate", attempts: 0 });
    expect(sent).toBe(0);
  });

  it.each([
    [-1, "-1"],
    [NaN, "NaN"],
    ["a s3cret", "string"],
    [undefined, "undefined"],
  ])("and says what it gave, unless that may hold a secret: %s", async (value, told) => {
    const { end } = await openGate(makeGate([], { acquire: () => value as number }).limit)(succeed);
    const words = "the rateLimit gate must give milliseconds as acquire(), 0 or more; it gave";
    expect(Object(end).message).toBe(`getKey: ${words} ${told}`);
  });

  it.each([
    ["throws", fail],
    ["rejects", async () => fail()],
  ])(
    "block() %s: the call fails, and the next ones are not sent until the block is over",
    async (_, block) => {
      const { limit } = makeGate([], { block });
      const send = openGate(limit);
      const first = await send(respondWith(429, { "retry-after": "100" }));
      expect(first.end).toMatchObject({ name: "GateError", status: 429, cause: { message: "no Redis" } });
      expect(await send(succeed)).toMatchObject({ end: { name: "GateError" }, sent: 0 });
      expect(await send(succeed)).toMatchObject({ end: 200, sent: 1 });
    },
  );

  it("nor a call that waits there already", async () => {
    const { limit } = makeGate([20_000, 0, 0], { block: fail });
    const send = openGate(limit);
    const waiting = send(succeed);
    const first = send(respondWith(429, { "retry-after": "100" }));
    expect((await first).end).toMatchObject({ name: "GateError" });
    expect(await waiting).toMatchObject({ end: { name: "GateError" }, sent: 0 });
  });

  it("for a second at least, whatever the response says", async () => {
    const { limit } = makeGate([0, 999, 1000], { block: fail });
    const send = openGate(limit);
    const first = send(respondWith(429, { "retry-after": "0" }));
    const [early, late] = [send(succeed), send(succeed)];
    expect((await first).end).toMatchObject({ name: "GateError" });
    expect([await early, await late]).toMatchObject([{ end: { name: "GateError" } }, { end: 200 }]);
  });

  it.each([
    ["throws", fail],
    ["rejects", async () => fail()],
  ])("but a settle() that %s changes no outcome", async (_, settle) => {
    const { limit } = makeGate([], { settle });
    expect(await openGate(limit)(succeed)).toMatchObject({ end: 200, sent: 1 });
  });
});
