import { describe, expect, it } from "vitest";
import { createCallStarter } from "../../../src/call/call.js";
import { readBody, rebuildResponse } from "../../../src/transport/body.js";

const start = createCallStarter({ maxResponseBytes: 4 });
const startCall = () => start({ operationId: "getKey", path: "/keys", idempotent: true }, {});
const encode = (text: string) => new TextEncoder().encode(text);

/** A response whose body comes in these chunks, then ends or breaks. */
function respond(status: number, chunks: readonly unknown[], broken?: Error) {
  const seen = { isCancelled: false };
  const body = new ReadableStream({
    pull(controller) {
      const [chunk, ...rest] = chunks;
      if (chunk !== undefined) controller.enqueue(chunk);
      else if (broken) controller.error(broken);
      else controller.close();
      chunks = rest;
    },
    cancel: () => void (seen.isCancelled = true),
  }, { highWaterMark: 0 });
  return { response: new Response(body, { status }), seen };
} // prettier-ignore

const read = async (response: Response): Promise<string> =>
  readBody(response, startCall()).then(
    ({ bytes }) => new TextDecoder().decode(bytes),
    (error: unknown) => `${Object(error).name}: ${Object(Object(error).cause).message}`,
  );

describe("a body is read", () => {
  it.each<[claim: string, chunks: readonly unknown[], text: string]>([
    ["as a whole, its chunks in order", [encode("ab"), encode("c"), encode("d")], "abcd"],
    ["with chunks that are empty", [encode(""), encode("ab"), encode("")], "ab"],
    ["empty, where nothing comes", [], ""],
    ["no further than is allowed", [encode("abc"), encode("de"), encode("f")], "UnexpectedResponseError: not bytes, or more than 4 of them"],
    ["in bytes alone", ["abcd"], "UnexpectedResponseError: not bytes, or more than 4 of them"],
  ])("%s", async (_claim, chunks, text) => expect(await read(respond(200, chunks).response)).toBe(text)); // prettier-ignore

  it("from no body as empty", async () => {
    expect(await read(new Response(null, { status: 204 }))).toBe("");
  });

  it("to its end, or the rest of it is refused", async () => {
    const [fit, large] = [respond(200, [encode("abcd")]), respond(200, [encode("abcde"), encode("f")])];
    await Promise.all([read(fit.response), read(large.response)]);
    expect([fit.seen.isCancelled, large.seen.isCancelled]).toEqual([false, true]);
  });
});

describe("a body that breaks", () => {
  const broken = new Error("cut off");
  it.each([
    [200, "UnexpectedResponseError: cut off"],
    [299, "UnexpectedResponseError: cut off"],
    [300, ""],
    [500, ""],
  ])("of a %i is %j: a refusal keeps its meaning without it", async (status, text) => {
    expect(await read(respond(status, [encode("ab")], broken).response)).toBe(text);
  });
});

describe("a response is made anew", () => {
  const headers = { "x-a": "1" };
  it("with its status, headers and body", async () => {
    const response = rebuildResponse({ response: new Response(null, { status: 418, headers, statusText: "I am" }), bytes: encode("ab") });
    expect([response.status, response.statusText, response.headers.get("x-a"), await response.text()]).toEqual([418, "I am", "1", "ab"]);
  }); // prettier-ignore

  it("without a body where it has none, as its status may demand", () => {
    const empty = rebuildResponse({ response: new Response(null, { status: 204 }), bytes: encode("") });
    expect([empty.status, empty.body]).toEqual([204, null]);
  });

  it("with a reason that a Response can hold", () => {
    const response = {
      status: 200,
      headers: new Headers(),
      statusText: "a\u0001b\u{1F600}\tc\u00E9~",
    } as Response; // of a server
    expect(rebuildResponse({ response, bytes: encode("a") }).statusText).toBe("a?b??\tc\u00E9~");
  });
});
