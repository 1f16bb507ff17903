import { describe, expect, it } from "vitest";
import { createCallStarter } from "../../src/call/call.js";
import { createFailure, summarizeIssues } from "../../src/call/failure.js";
import * as errors from "../../src/errors.js";

const start = createCallStarter({});
const makeCall = () => start({ operationId: "getKey", path: "/keys", idempotent: true }, {});

describe("an error about a call", () => {
  it("has one plain line of a thousand characters at most, after the operation's name", () => {
    const call = makeCall();
    const { message } = createFailure(
      errors.ApiError,
      call,
      `a\r\n\u2028\u001b[31mb\u202ec ${"x".repeat(2000)}`,
    );
    expect(message).toBe(`getKey: a [31mb c ${"x".repeat(1000 - "a [31mb c ".length)}`);
  });

  it("hides the secrets of its call in all that it carries", () => {
    const call = makeCall();
    call.secrets.add("s3cret");
    const response = new Response(null, { status: 418, headers: { "x-echo": "s3cret", "request-id": "r1" } });
    const cause = Object.assign(new TypeError("at s3cret", { cause: new Error("in s3cret") }), {
      code: "s3cret",
    });
    const error = createFailure(errors.ApiError, call, "on s3cret", { response, cause });
    expect(error).toMatchObject({
      message: "getKey: on [redacted]",
      operationId: "getKey",
      attempts: 0,
      status: 418,
      headers: { "x-echo": "[redacted]" },
      requestId: "r1",
    });
    expect(error.cause).toMatchObject({
      name: "TypeError",
      message: "at [redacted]",
      code: "[redacted]",
      cause: { name: "Error", message: "in [redacted]" },
    });
  });

  it("takes the name of the request from x-request-id first", () => {
    const headers = { "x-request-id": "a", "request-id": "b" };
    expect(
      createFailure(errors.ApiError, makeCall(), "", { response: new Response(null, { headers }) }).requestId,
    ).toBe("a");
  });

  it("counts the requests that were sent", () => {
    const call = makeCall();
    call.progress.attempts = 3;
    expect(createFailure(errors.ApiError, call, "").attempts).toBe(3);
  });

  it("has a copy of its causes to a depth of five, the innermost code on each, and nothing that hangs on them", () => {
    const deepest = Object.assign(new Error("5"), { code: "ECONNRESET", request: {} });
    const cause = ["4", "3", "2", "1"].reduce(
      (inner, text) => new Error(text, { cause: inner }),
      deepest as Error,
    );
    const error = createFailure(errors.ConnectionError, makeCall(), "", { cause });
    const list = (value: unknown): object[] =>
      value instanceof Error ? [{ ...value, message: value.message }, ...list(value.cause)] : [];
    expect(list(error.cause)).toEqual(
      ["1", "2", "3", "4", "5"].map((message) => ({ name: "Error", message, code: "ECONNRESET" })),
    );
    const deeper = createFailure(errors.ConnectionError, makeCall(), "", {
      cause: new Error("0", { cause }),
    });
    expect(list(deeper.cause)).toHaveLength(5);
  });
});

it("issues are one line, each with its place", () => {
  const issue = { keyword: "type", keywordLocation: "/type" };
  const issues = [
    { ...issue, message: "is required", path: ["a", 0] },
    { ...issue, message: "must be a string", path: [] },
  ];
  expect(summarizeIssues(issues)).toBe("a: 0: is required; must be a string");
});

describe("the classes of errors", () => {
  const classes = Object.entries(errors).flatMap(([name, Class]) =>
    /^[A-Z].*Error$/.test(name) && name !== "JetEmailError" ? [[name, Class] as const] : [],
  );

  it("are eleven", () => {
    expect(classes).toHaveLength(11);
  });

  it.each(classes)("%s has its name and a code after it, and is of this package", (name, Class) => {
    const error: unknown = Reflect.construct(Class, ["words"]);
    const code = name
      .replace(/Error$/, "")
      .replace(/(?<!^)[A-Z]/g, "_$&")
      .toLowerCase();
    expect(error).toMatchObject({ name, code, message: "words", attempts: 0 });
    expect(Object(error).stack).toContain(`${name}: words`);
    expect([errors.isJetEmailError(error), error instanceof errors.JetEmailError]).toEqual([true, true]);
  });

  it.each([new Error("x"), {}, null, undefined, "x"])("%s is none of them", (value) => {
    expect(errors.isJetEmailError(value)).toBe(false);
  });

  it("as JSON have name, message and what is known, neither stack nor cause", () => {
    const error = new errors.NotFoundError("words", {
      status: 404,
      requestId: undefined,
      cause: new Error("x"),
    });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "NotFoundError",
      message: "words",
      code: "not_found",
      attempts: 0,
      status: 404,
    });
    expect(Object.keys(error)).not.toContain("requestId");
  });

  it("a RateLimitError without a time may be tried at once", () => {
    const { retryAfterMs, until } = new errors.RateLimitError("words");
    expect(retryAfterMs).toBe(0);
    expect(until).toBeInstanceOf(Date);
  });
});
