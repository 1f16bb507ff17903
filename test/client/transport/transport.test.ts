import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCallStarter, type Call } from "../../../src/call/call.js";
import { createFailure } from "../../../src/call/failure.js";
import type { Draft } from "../../../src/create-request.js";
import { ConnectionError } from "../../../src/errors.js";
import type { ClientOptions, ResponseEvent } from "../../../src/index.js";
import { rebuildResponse } from "../../../src/transport/body.js";
import { deadline } from "../../../src/transport/deadline.js";
import type { Attempt, Send } from "../../../src/transport/layer.js";
import { observe } from "../../../src/transport/observe.js";
import { redirect } from "../../../src/transport/redirect.js";
import { retry } from "../../../src/transport/retry.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const draft: Draft = {
  method: "PATCH",
  url: "https://api.example.com/keys",
  headers: [["x-token", "unknown"]],
  body: null,
};
const respond = async (): Promise<Response> => new Response("{}");
const hang = (): Promise<never> => new Promise(() => {});

const start = (client: ClientOptions = {}, options: ClientOptions = {}): Call =>
  createCallStarter(client)({ operationId: "getKey", path: "/keys", idempotent: true }, options);

/** What a promise rejects with, or what it gives. */
const read = (promise: Promise<unknown>): Promise<unknown> => promise.catch((reason: unknown) => reason);

/** A deadline over attempts of which none is made again. */
const limit = (send: Send) => deadline(retry(send));

const receive = async (status: number, body: string | null): Promise<Response> =>
  rebuildResponse(
    await limit(async () => new Response(body, { status, headers: { a: "b" } }))(start({ maxRetries: 0 })),
  );

it("a call has the defaults that its options tell, and what is set for it over what is set for the client", () => {
  const { timeoutMs, maxWaitMs, waitForBlock, maxRetries, maxResponseBytes } = start().settings;
  expect([timeoutMs, maxWaitMs, waitForBlock, maxRetries, maxResponseBytes]).toEqual([
    30_000,
    Infinity,
    false,
    2,
    2 ** 20,
  ]);
  const set = start({ timeoutMs: 7, maxRetries: 7 }, { timeoutMs: 8, maxRetries: undefined }).settings;
  expect([set.timeoutMs, set.maxRetries]).toEqual([8, 7]);
});

describe("the deadline", () => {
  it.each([
    [999, false],
    [1000, true],
  ])("%i ms into a call of a second: over: %s", async (ms, isOver) => {
    let isEnded = false;
    const ended = read(limit(hang)(start({ timeoutMs: 1000 }))).finally(() => (isEnded = true));
    await vi.advanceTimersByTimeAsync(ms);
    expect(isEnded).toBe(isOver);
    await vi.advanceTimersByTimeAsync(1);
    expect(await ended).toMatchObject({ name: "TimeoutError" });
  });

  it("tells the layers inside when it ends, and leaves no timer", async () => {
    const left: number[] = [];
    const send = limit(async ({ life }) => {
      vi.advanceTimersByTime(300);
      left.push(life.leftMs());
      return respond();
    });
    await send(start({ timeoutMs: 1000 }));
    expect([left, vi.getTimerCount()]).toEqual([[700], 0]);
  });

  it("stands still while a call is held, and runs on after it", async () => {
    let isEnded = false;
    const send = limit(async ({ life }) => {
      await life.wait(60_000, true);
      expect([life.leftMs(), life.heldMs]).toEqual([1000, 60_000]);
      return hang();
    });
    const ended = read(send(start({ timeoutMs: 1000 }))).finally(() => (isEnded = true));
    await vi.advanceTimersByTimeAsync(60_999);
    expect(isEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await ended).toMatchObject({ name: "TimeoutError" });
  });

  it.each([true, false])("leaves no timer when a call is ended while it waits; held: %s", async (isHeld) => {
    const controller = new AbortController();
    const send = limit(async ({ life }) => {
      await life.wait(60_000, isHeld);
      return respond();
    });
    const ended = read(send(start({ signal: controller.signal })));
    controller.abort("enough");
    expect([await ended, vi.getTimerCount()]).toEqual(["enough", 0]);
  });

  it("starts no wait for a call that is over", async () => {
    const { life } = start();
    life.end("enough");
    life.sleep(1, () => expect.unreachable());
    expect(vi.getTimerCount()).toBe(0);
  });

  it("waits no shorter than it is told, though a timer drops the fraction", async () => {
    let isAwake = false;
    start().life.sleep(1.2, () => (isAwake = true));
    await vi.advanceTimersByTimeAsync(1);
    expect(isAwake).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isAwake).toBe(true);
  });

  it("waits longer than a timer can hold by the longest that it can", async () => {
    let isAwake = false;
    start().life.sleep(2 ** 40, () => (isAwake = true));
    await vi.advanceTimersByTimeAsync(2 ** 31 - 2);
    expect(isAwake).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isAwake).toBe(true);
  });

  it("has one listener on a signal for all its calls, and none after them", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const send = limit(hang);
    const calls = Array.from({ length: 100 }, () => read(send(start({}, { signal }))));
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    controller.abort("enough");
    expect(new Set(await Promise.all(calls))).toEqual(new Set(["enough"]));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  it.each(["client", "call"])("a signal of the %s ends the call with its reason", async (whose) => {
    const controller = new AbortController();
    const options = { signal: controller.signal };
    const started = whose === "client" ? start(options) : start({}, options);
    const ended = read(limit(hang)(started));
    controller.abort("enough");
    expect(await ended).toBe("enough");
  });

  it("a signal that has ended sends nothing", async () => {
    let sent = 0;
    const send = limit(async () => {
      sent++;
      return respond();
    });
    expect(await read(send(start({ signal: AbortSignal.abort("enough") })))).toBe("enough");
    expect([sent, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it("a failure inside ends what still runs there", async () => {
    const signals: AbortSignal[] = [];
    const send = limit(async ({ life }) => {
      signals.push(life.signal);
      throw new Error("broken");
    });
    expect(await read(send(start()))).toEqual(new Error("broken"));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it("gives a response whose body is in memory, whatever its status may hold", async () => {
    const full = await receive(200, "{}");
    expect([await full.text(), full.status, full.headers.get("a")]).toEqual(["{}", 200, "b"]);
    expect([(await receive(204, null)).body, (await receive(200, "")).body]).toEqual([null, null]);
  });

  it("gives a body that came in pieces as a whole", async () => {
    const pieces = ["{", '"a":', "1}"];
    const body = new ReadableStream({
      pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(piece));
      },
    });
    const { bytes } = await limit(async () => new Response(body))(start());
    expect(new TextDecoder().decode(bytes)).toBe('{"a":1}');
  });

  it.each(["text", ""])("a body that gives the string %j is no body of bytes", async (piece) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(piece);
        controller.close();
      },
    });
    const ended = await read(limit(async () => new Response(body))(start()));
    expect(ended).toMatchObject({ name: "UnexpectedResponseError", cause: { name: "RangeError" } });
  });

  it.each([
    ["Nicht gefunden – ✓", "Nicht gefunden ? ?"],
    ["na\u00efve", "na\u00efve"],
  ])(
    "gives the status text %j as %j, since a Response holds no more than Latin-1",
    async (text, expected) => {
      const odd = Object.defineProperty(new Response("{}", { status: 404 }), "statusText", { value: text });
      const { status, statusText } = rebuildResponse(await limit(async () => odd)(start()));
      expect([status, statusText]).toEqual([404, expected]);
    },
  );

  it.each([
    [3, "RangeError"],
    [4, undefined],
  ])("a body of four bytes with maxResponseBytes %i: %s", async (maxResponseBytes, cause) => {
    const ended = await read(limit(async () => new Response("four"))(start({ maxResponseBytes })));
    expect(Object(Object(ended).cause).name).toBe(cause);
  });
});

const watch = async (next: Attempt) => {
  const events: object[] = [];
  const onResponse = (event: ResponseEvent): void => void events.push(event);
  const onRequest = (event: object): void => void events.push(event);
  const call = start({ onRequest, onResponse });
  await read(observe(next)(draft, call));
  return { events, call };
};

describe("the hooks", () => {
  const common = { callId: 1, operationId: "getKey", path: "/keys", attempt: 1 };
  const request = {
    ...common,
    method: "PATCH",
    host: "api.example.com",
    headers: { "x-token": "[redacted]" },
  };

  it("hear of a request and of its response", async () => {
    const { events, call } = await watch(async () => {
      vi.advanceTimersByTime(7);
      return new Response(null, { status: 201, headers: { "set-cookie": "sid=1" } });
    });
    const response = { ...common, durationMs: 7, status: 201, headers: { "set-cookie": "[redacted]" } };
    expect([events, call.attempts]).toEqual([[request, response], 1]);
  });

  it("hear of an error of the client, and of another that there was one", async () => {
    const { events } = await watch(async (_, call) => {
      throw createFailure(ConnectionError, call, "no connection");
    });
    expect(events[1]).toMatchObject({ ...common, durationMs: 0, error: { code: "connection" } });
    const other = await watch(async () => {
      throw new Error("foreign");
    });
    expect(other.events[1]).toEqual({ ...common, durationMs: 0 });
  });

  it("hear of the end once, though the call is ended after it", async () => {
    const { events, call } = await watch(respond);
    call.life.end("late");
    expect(events).toHaveLength(2);
  });

  it("hear at once of a call that is ended, though its fetch never hears of it", async () => {
    const { events } = await watch(async (_, call) => {
      call.life.end(createFailure(ConnectionError, call, "no connection"));
      expect(events).toHaveLength(2);
      throw new Error("late");
    });
    expect(events.slice(1)).toMatchObject([{ error: { code: "connection" } }]);
  });
});

const sendRedirect = (status: number, headers: Record<string, string> = {}): Promise<unknown> =>
  read(redirect(async () => new Response(null, { status, headers }))(draft, start()));

describe("a redirect", () => {
  it.each([300, 301, 302, 303, 304, 307, 308, 399])("is an error: %i", async (status) => {
    expect(await sendRedirect(status)).toMatchObject({ name: "RedirectError", status });
  });

  it.each([200, 299, 400])("is not what a %i is", async (status) => {
    expect(await sendRedirect(status)).toBeInstanceOf(Response);
  });

  it.each([
    ["//elsewhere.example/a", "elsewhere.example"],
    ["https://elsewhere.example:8443/a", "elsewhere.example:8443"],
    ["/a", "api.example.com"],
    ["http://[", "an unknown host"],
  ])("to %s names %s", async (location, host) => {
    expect(Object(await sendRedirect(307, { location })).message).toBe(
      `getKey: a redirect to ${host} was not followed`,
    );
  });

  it("that a browser hides has no status", async () => {
    const hidden = Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" });
    const error = await read(redirect(async () => hidden)(draft, start()));
    expect([Object(error).name, Object(error).status]).toEqual(["RedirectError", undefined]);
  });
});
