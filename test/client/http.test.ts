import { inspect } from "node:util";
import type { Middleware } from "openapi-fetch";
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
  const use = (middleware: readonly object[]): void =>
    http.use(...middleware.map((one) => one as Middleware));
  return { send, request, use, sent };
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

  it("nothing, where an option of ours is malformed", async () => {
    const { send, sent } = make();
    await expect(send("GET", { timeoutMs: "soon" })).rejects.toThrow(/timeoutMs/);
    expect(sent).toEqual([]);
  });

  it("what hooks see by method and path", async () => {
    const events: RequestEvent[] = [];
    const { send } = make({ onRequest: (event) => void events.push(event) });
    await send("GET");
    expect(events).toMatchObject([{ operationId: "GET /keys", path: "/keys" }]);
  });
});

function wrapToken(token: string): string {
  return JSON.stringify({ token });
}

describe("what openapi-fetch makes of a call", () => {
  const form = new FormData();
  form.append("a", "1");
  it.each<[claim: string, init: Init, type: RegExp, body: RegExp]>([
    ["JSON", { body: { a: 1 } }, /^application\/json$/, /^\{"a":1\}$/],
    ["what a serializer of the caller's gives", { body: { a: 1 }, bodySerializer: () => "a,1", headers: { "content-type": "text/csv" } }, /^text\/csv$/, /^a,1$/],
    ["a form", { body: { a: 1 }, headers: { "content-type": "application/x-www-form-urlencoded" } }, /^application\/x-www-form-urlencoded$/, /^a=1$/],
    ["parts", { body: form, bodySerializer: (body: unknown) => body }, /^multipart\/form-data; boundary=/, /name="a"\r\n\r\n1\r\n/],
    ["nothing", {}, /^null$/, /^$/],
  ])("%s is sent as it is, again too", async (_claim, init, type, body) => {
    const { send, sent } = make({}, 503);
    await send("PUT", init);
    const types = sent.map(({ headers }) => String(headers.get("content-type")));
    expect(types).toEqual([expect.stringMatching(type), expect.stringMatching(type)]);
    const bodies = await Promise.all(sent.map((request) => request.text()));
    expect(bodies).toEqual([expect.stringMatching(body), expect.stringMatching(body)]);
  }); // prettier-ignore

  it.each<[claim: string, method: string, init: Init]>([
    ["a body of a GET", "GET", { body: { a: 1 } }],
    ["an address with a user", "GET", { baseUrl: "https://me@api.example.com" }],
    ["an address with a password", "GET", { baseUrl: "https://:secret@api.example.com" }],
    ["an address that is none", "GET", { baseUrl: "https://[" }],
    ["a method that no page may use", "TRACE", {}],
  ])("the platform refuses %s with its own error", async (_claim, method, init) => {
    const { send, sent } = make();
    await expect(send(method, init)).rejects.toBeInstanceOf(TypeError);
    expect(sent).toEqual([]);
  });

  it("what it adds to a Request stays out of what is sent", async () => {
    const { send, sent } = make();
    await send("GET", { redirect: "follow", cache: "no-store" });
    expect(sent).toMatchObject([{ redirect: "manual", cache: "default" }]);
  });

  it.each<[claim: string, make: (middleware: object) => { own: object[]; init: Init }]>([
    ["of the client", (middleware) => ({ own: [middleware], init: {} })],
    ["of the call", (middleware) => ({ own: [], init: { middleware: [middleware] } })],
  ])("a middleware %s is shown a Request, and may give another", async (_claim, place) => {
    const { use, send, sent } = make();
    const seen: unknown[] = [];
    const onRequest = ({ request }: { request: Request }): Request => {
      seen.push(request);
      return new Request(request, { headers: { "x-a": "middleware" } });
    };
    const { own, init } = place({ onRequest });
    use(own);
    await send("POST", { ...init, body: { a: 1 } });
    expect(seen).toEqual([expect.any(Request)]);
    expect(sent.map(({ headers }) => headers.get("x-a"))).toEqual(["middleware"]);
    expect(await sent[0]?.text()).toBe('{"a":1}');
  });

  it("a Request class of the caller's makes the request", async () => {
    const made: unknown[] = [];
    class Own extends Request {
      constructor(...input: ConstructorParameters<typeof Request>) {
        super(...input);
        made.push(this.url);
      }
    }
    await make().send("GET", { Request: Own });
    expect(made).toEqual(["https://api.example.com/keys"]);
  });

  it("a secret that only a serializer has written is hidden", async () => {
    const { send } = make({ fetch: () => Promise.reject(new Error("at s3cret-w0rd")) });
    const error: unknown = await send("POST", { body: "s3cret-w0rd", bodySerializer: wrapToken }).catch(
      (thrown: unknown) => thrown,
    );
    expect(inspect(error)).toMatch(/at \[redacted\]/);
    expect(inspect(error)).not.toContain("s3cret-w0rd");
  });
});
