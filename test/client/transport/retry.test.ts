import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCallStarter, type Call } from "../../../src/call/call.js";
import { createFailure } from "../../../src/call/failure.js";
import { ConnectionError, TimeoutError } from "../../../src/errors.js";
import type { RetryEvent } from "../../../src/index.js";
import { Listeners } from "../../../src/transport/lifetime.js";
import { retry } from "../../../src/transport/retry.js";
import { readRetryAfter } from "../../../src/transport/retry-after.js";

beforeEach(() => {
  vi.useFakeTimers();
  // The longest of what full jitter may give.
  vi.spyOn(Math, "random").mockReturnValue(1);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

type Outcome = Response | ((call: Call) => unknown);
type Settings = {
  readonly idempotent?: boolean;
  readonly maxRetries?: number;
  readonly timeoutMs?: number;
  readonly waitForBlock?: boolean;
  readonly maxWaitMs?: number;
};

const respond = (status: number, retryAfter?: string): Response =>
  new Response("{}", { status, headers: retryAfter === undefined ? {} : { "retry-after": retryAfter } });

/** A connection that fails with the code that a runtime gives it, or with none. */
const breakOff =
  (code?: string): Outcome =>
  (call) =>
    createFailure(ConnectionError, call, "no connection", { cause: Object.assign(new Error("x"), { code }) });

const failForGood: Outcome = (call) =>
  createFailure(ConnectionError, call, "no response", {
    cause: new TypeError("fetch failed", { cause: new Error("bad port") }),
  });

const expire: Outcome = (call) => createFailure(TimeoutError, call, "no response");

/** Runs a call whose attempts end as listed, the last of them again and again. */
async function run(outcomes: readonly Outcome[], settings: Settings = {}) {
  const { idempotent = true, timeoutMs = 30_000, ...options } = settings;
  const retries: RetryEvent[] = [];
  const start = createCallStarter({ ...options, onRetry: (event) => void retries.push(event) });
  const call = start({ operationId: "getKey", path: "/keys", idempotent }, {});
  call.life.begin(timeoutMs, () => {}, [], new Listeners());
  let sent = 0;
  const send = retry(async () => {
    const outcome = outcomes[Math.min(sent, outcomes.length - 1)] ?? respond(200);
    sent++;
    if (!(outcome instanceof Response)) throw outcome(call);
    call.retryAfterMs = readRetryAfter(outcome.headers);
    return outcome.clone();
  });
  const ended = send(call).then(
    ({ response }) => response.status,
    (error: unknown) => String(Object(error).code),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  const events = retries.map(({ delayMs, reason }) => [delayMs, reason]);
  return { sent, end: await ended, events };
}

describe("what is sent again, after how many milliseconds", () => {
  it.each([
    [408, undefined, 500],
    [502, undefined, 500],
    [503, undefined, 500],
    [504, undefined, 500],
    [503, "3", 3000],
    [503, "0", 0],
    [429, "2", 2000],
    [408, "later", 500],
  ])("a %i with Retry-After %s: %i", async (status, retryAfter, delayMs) => {
    expect(await run([respond(status, retryAfter), respond(200)])).toEqual({
      sent: 2,
      end: 200,
      events: [[delayMs, status]],
    });
  });

  it.each([
    undefined,
    "ECONNREFUSED",
    "ConnectionRefused",
    "EAI_AGAIN",
    "ETIMEDOUT",
    "UND_ERR_CONNECT_TIMEOUT",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "ECONNRESET",
    "EPIPE",
    "UND_ERR_SOCKET",
    "ConnectionClosed",
  ])("a connection that failed with %s", async (code) => {
    expect(await run([breakOff(code), respond(200)])).toEqual({
      sent: 2,
      end: 200,
      events: [[500, "connection"]],
    });
  });

  it("twice at most, each time longer than before, and the last outcome is the call's", async () => {
    expect(await run([respond(503)])).toEqual({
      sent: 3,
      end: 503,
      events: [
        [500, 503],
        [1000, 503],
      ],
    });
    expect(await run([breakOff()])).toMatchObject({ sent: 3, end: "connection" });
  });

  it("after eight seconds at most", async () => {
    const { events } = await run([respond(503)], { maxRetries: 6, timeoutMs: 60_000 });
    expect(events.map(([delayMs]) => delayMs)).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
  });
});

it("the body of a response that nobody reads is given up before the next attempt, so that its connection is free", async () => {
  const cancelled: string[] = [];
  const body = (name: string) => new ReadableStream({ cancel: () => void cancelled.push(name) });
  const once = new Response(body("first"), { status: 503 });
  once.clone = () => once;
  expect(await run([once, respond(200)])).toMatchObject({ sent: 2, end: 200 });
  expect(cancelled).toEqual(["first"]);
});

describe("what is not sent again", () => {
  it.each([200, 204, 302, 400, 401, 403, 404, 409, 500, 501])("a %i", async (status) => {
    const response = status === 204 ? new Response(null, { status }) : respond(status);
    expect(await run([response])).toEqual({ sent: 1, end: status, events: [] });
  });

  it.each([408, 429, 502, 503, 504])("a %i of an operation that is not idempotent", async (status) => {
    expect(await run([respond(status, "1")], { idempotent: false })).toMatchObject({ sent: 1, end: status });
  });

  it.each([undefined, "ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"])(
    "a connection that failed with %s, when the operation is not idempotent",
    async (code) => {
      expect(await run([breakOff(code)], { idempotent: false })).toMatchObject({
        sent: 1,
        end: "connection",
      });
    },
  );

  it.each(["ECONNREFUSED", "ConnectionRefused", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"])(
    "but one that failed with %s is, since nothing arrived",
    async (code) => {
      expect(await run([breakOff(code)], { idempotent: false })).toMatchObject({ sent: 3 });
    },
  );

  it.each(["CERT_HAS_EXPIRED", "ENOTFOUND", "ERR_TLS_CERT_ALTNAME_INVALID"])(
    "a connection that failed with a code for something else: %s",
    async (code) => {
      expect(await run([breakOff(code)])).toMatchObject({ sent: 1, end: "connection" });
    },
  );

  it("a connection that failed for good, which Node says without a code", async () => {
    expect(await run([failForGood])).toMatchObject({ sent: 1, end: "connection" });
  });

  it("another error than that of a connection", async () => {
    expect(await run([expire])).toMatchObject({ sent: 1, end: "timeout" });
  });

  it("anything when maxRetries is 0", async () => {
    expect(await run([respond(503)], { maxRetries: 0 })).toMatchObject({ sent: 1, end: 503 });
  });

  it("what would wait until the deadline or beyond", async () => {
    expect(await run([respond(503, "10")], { timeoutMs: 10_000 })).toMatchObject({ sent: 1, end: 503 });
    expect(await run([respond(503, "9")], { timeoutMs: 10_000 })).toMatchObject({ sent: 2, end: 503 });
    expect(await run([respond(429, "300")])).toMatchObject({ sent: 1, end: 429 });
  });

  it("but a block is waited for with waitForBlock, as long as maxWaitMs allows, while the deadline stands still", async () => {
    const settings = { waitForBlock: true, timeoutMs: 10 };
    const blocked = [respond(429, "20"), respond(200)];
    expect(await run(blocked, settings)).toMatchObject({ sent: 2, end: 200, events: [[20_000, 429]] });
    expect(await run(blocked, { ...settings, maxWaitMs: 20_001 })).toMatchObject({ sent: 2 });
    expect(await run(blocked, { ...settings, maxWaitMs: 20_000 })).toMatchObject({ sent: 1, end: 429 });
    expect(await run([respond(503, "20")], settings)).toMatchObject({ sent: 1, end: 503 });
    const twice = [respond(429, "20"), ...blocked];
    expect(await run(twice, { ...settings, maxWaitMs: 40_001 })).toMatchObject({ sent: 3, end: 200 });
    expect(await run(twice, { ...settings, maxWaitMs: 40_000 })).toMatchObject({ sent: 2, end: 429 });
  });
});
