import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSecondClient } from "./second-api.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Call = (input: object) => Promise<unknown>;

/** A client of the second API whose requests end here. */
function make(respond: () => Response, options: object = {}) {
  const sent: Request[] = [];
  const { renameWidget } = createSecondClient({
    apiKey: "k3y of a widget".replaceAll(" ", "-"),
    account: crypto.randomUUID(),
    baseUrl: "https://widgets.example",
    maxRetries: 0,
    fetch: async (request: Request) => {
      sent.push(request);
      return respond();
    },
    ...options,
  });
  const call = renameWidget as Call;
  return { call: () => call({ body: { api_token: "w1dget" } }), sent };
}

const fail = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

it("the key travels in the header that the document names, and in no other", async () => {
  const { call, sent } = make(() => Response.json({}));
  await call();
  expect(sent.map(({ headers }) => [headers.get("x-api-key"), headers.get("authorization")])).toEqual([
    ["k3y-of-a-widget", null],
  ]);
  expect(sent[0]?.headers.get("user-agent") ?? "").not.toContain("jetemail");
});

it("a failure is told in the words of its problem details", async () => {
  const problem = { type: "https://widgets.example/gone", title: "Gone", detail: "It left", message: "no" };
  const headers = { "content-type": "Application/Problem+JSON" };
  const { call } = make(() => Response.json(problem, { status: 400, headers }));
  expect(await fail(call())).toMatchObject({
    message: "renameWidget: the API responded with status 400: Gone: It left",
    body: problem,
  });
});

it("`success: false` is a success like any other", async () => {
  expect(await make(() => Response.json({ success: false })).call()).toEqual({ success: false });
});

it("50 calls are let out in any 10 seconds", async () => {
  const { call, sent } = make(() => Response.json({}), { timeoutMs: 2 ** 31 - 1 });
  await call();
  const calls = Promise.all(Array.from({ length: 50 }, call));
  await vi.advanceTimersByTimeAsync(9000);
  expect(sent).toHaveLength(50);
  await vi.advanceTimersByTimeAsync(2000);
  await calls;
  expect(sent).toHaveLength(51);
});

it("a 429 that does not say how long blocks for 90 seconds", async () => {
  const { call } = make(() => new Response(null, { status: 429 }));
  expect(await fail(call())).toMatchObject({ name: "RateLimitError", retryAfterMs: 90_000 });
  expect(await fail(call())).toMatchObject({ attempts: 0, retryAfterMs: 90_000 });
});
