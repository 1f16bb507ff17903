import { describe, expect, it } from "vitest";
import { createClientFor, type ClientForOptions, type RequestEvent } from "../../src/index.js";

type Init = Readonly<Record<string, unknown>>;
type Send = (path: string, init?: Init) => Promise<unknown>;
type SendBy = (method: string, path: string) => Promise<unknown>;

/** A client without operations whose requests end here: `http` is all that it has. */
function make(options: ClientForOptions = {}, status = 200) {
  const sent: Request[] = [];
  const { http } = createClientFor<object, Record<never, never>>({}, [], {
    baseUrl: "https://api.example.com",
    maxRetries: 1,
    fetch: async (request) => {
      sent.push(request);
      return Response.json({}, { status, headers: { "retry-after": "0" } });
    },
    ...options,
  });
  const send = (method: string, init?: Init): Promise<unknown> =>
    (Reflect.get(http, method) as Send)("/keys", init);
  const request = (method: string): Promise<unknown> =>
    (Reflect.get(http, "request") as SendBy)(method, "/keys");
  return { send, request, sent };
}

describe("http sends", () => {
  it.each<[claim: string, options: ClientForOptions, init: Init, name: string, expected: string | null]>([
    ["that it accepts JSON", {}, {}, "accept", "application/json"],
    ["what the client accepts instead", { headers: { Accept: "text/csv" } }, {}, "accept", "text/csv"],
    ["what the call accepts instead", {}, { headers: { Accept: "text/csv" } }, "accept", "text/csv"],
    ["headers of the client", { headers: { "x-a": "client" } }, {}, "x-a", "client"],
    ["headers of the call over those of the client", { headers: { "x-a": "client" } }, { headers: { "x-a": "call" } }, "x-a", "call"],
    ["no header that is unset", { headers: { "x-a": undefined } }, {}, "x-a", null],
  ])("%s", async (_claim, options, init, name, expected) => {
    const { send, sent } = make(options);
    await send("GET", init);
    expect(sent.map(({ headers }) => headers.get(name))).toEqual([expected]);
  }); // prettier-ignore

  it.each([
    ["GET", 2],
    ["HEAD", 2],
    ["DELETE", 2],
    ["OPTIONS", 2],
    ["PUT", 2],
    ["POST", 1],
    ["PATCH", 1],
  ])("a %s after a 503 that is over at once, times: %i (RFC 9110 §9.2.2)", async (method, times) => {
    const { send, sent } = make({}, 503);
    await send(method);
    expect(sent).toHaveLength(times);
  });

  it("by a method in small letters what the same in capitals does", async () => {
    const { request, sent } = make({}, 503);
    await request("get");
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });

  it("what hooks see by method and path", async () => {
    const events: RequestEvent[] = [];
    const { send } = make({ onRequest: (event) => void events.push(event) });
    await send("GET");
    expect(events).toMatchObject([{ operationId: "GET /keys", path: "/keys" }]);
  });
});
