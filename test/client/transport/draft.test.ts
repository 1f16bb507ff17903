import { expect, it } from "vitest";
import { createCallStarter } from "../../../src/call/call.js";
import { open } from "../../../src/transport/draft.js";

const SECRET = "s3cret-w0rd";

/** Opens the request of a call, and gives it with what the call knows then. */
async function openRequest(request: Request) {
  const call = createCallStarter({})({ operationId: "a", path: "/a", idempotent: false }, {});
  call.request = request;
  const sent: unknown[] = [];
  await open(async (draft) => (sent.push(draft), new Response()))(call);
  return { call, sent };
}

const url = "https://api.example.com/a";
const post = (body: BodyInit, headers = {}) => new Request(url, { method: "POST", body, headers });

it.each<[string, Request]>([
  ["a header", new Request(url, { headers: { "x-token": SECRET } })],
  ["the query", new Request(`${url}?api_key=${SECRET}`)],
  ["JSON, whatever it is called", post(JSON.stringify({ a: [{ token: SECRET }] }))],
  ["a form", post(`a=1&password=${SECRET}`)],
])("a secret in %s is remembered", async (_, request) => {
  const { call } = await openRequest(request);
  expect(call.secrets.redact(`is ${SECRET}`)).toBe("is [redacted]");
});

it("a request is opened once, and taken apart", async () => {
  const { call, sent } = await openRequest(post("text", { "content-type": "text/plain", "x-a": "1" }));
  const draft = { method: "POST", url, headers: expect.any(Headers), body: new TextEncoder().encode("text").buffer };
  expect(sent).toEqual([draft]);
  expect(call.request).toBe(sent[0]);
  await open(async (again) => (sent.push(again), new Response()))(call);
  expect(sent[1]).toBe(sent[0]);
}); // prettier-ignore

it("a request without a body has none", async () => {
  expect((await openRequest(new Request(url))).sent).toMatchObject([{ method: "GET", body: null }]);
});
