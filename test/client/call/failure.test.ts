import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { createCallStarter } from "../../../src/call/call.js";
import { createFailure, summarizeIssues } from "../../../src/call/failure.js";
import * as errors from "../../../src/errors.js";

const start = createCallStarter({});
const SECRET = "s3cret-w0rd";
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
    call.secrets.add(SECRET);
    const headers = { "x-echo": SECRET, "request-id": "r1" };
    const response = new Response(null, { status: 418, headers });
    const cause = Object.assign(new TypeError(`at ${SECRET}`, { cause: new Error(`in ${SECRET}`) }), {
      code: SECRET,
    });
    const issues = [
      { message: `not ${SECRET}`, path: ["a", 0, SECRET], keyword: "", keywordLocation: SECRET },
    ];
    const error = createFailure(errors.ApiError, call, `on ${SECRET}`, { response, cause, issues });
    expect(error).toMatchObject({
      message: "getKey: on [redacted]",
      operationId: "getKey",
      attempts: 0,
      status: 418,
      headers: { "x-echo": "[redacted]" },
      requestId: "r1",
      issues: [
        {
          message: "not [redacted]",
          path: ["a", 0, "[redacted]"],
          keyword: "",
          keywordLocation: "[redacted]",
        },
      ],
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

  it.each([
    [errors.ApiError, 500, true],
    [errors.ApiError, 503, true],
    [errors.ApiError, 408, true],
    [errors.ApiError, 499, false],
    [errors.ApiError, 400, false],
    [errors.UnexpectedResponseError, 200, true],
  ])(
    "says of %o with status %i whether the operation may have been carried out: %s",
    (Class, status, isOpen) => {
      const call = start({ operationId: "rotateKey", path: "/keys", idempotent: false }, {});
      const fail = (sent: number, idempotent: boolean) => {
        Object.assign(call, { sent, idempotent });
        return createFailure<errors.ClientError>(Class, call, "x", {
          response: new Response(null, { status }),
        }).message;
      };
      const OPEN = "rotateKey: x; rotateKey may have been carried out";
      expect(fail(1, false)).toBe(isOpen ? OPEN : "rotateKey: x");
      expect([fail(0, false), fail(1, true)]).toEqual(["rotateKey: x", "rotateKey: x"]);
    },
  );

  it("counts the requests that were sent", () => {
    const call = makeCall();
    call.attempts = 3;
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

describe("a foreign error becomes a plain copy, whatever it is", () => {
  const throwing = Object.defineProperty(new Error("x"), "message", {
    get: () => {
      throw new Error("no");
    },
  });
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const foreign: unknown = runInNewContext('new TypeError("words", { cause: new Error("inner") })');

  it.each<readonly [string, unknown, object]>([
    ["of another realm", foreign, { name: "TypeError", message: "words", cause: { message: "inner" } }],
    [
      "with a message that is no text",
      Object.assign(new Error(""), { message: { a: 1 } }),
      { name: "Error", message: "a object was thrown" },
    ],
    [
      "with a name and a code that are none",
      Object.assign(new Error("x"), { name: 7, code: {} }),
      { name: "Error", message: "x" },
    ],
    ["with a getter that throws", throwing, { name: "Error", message: "a object was thrown" }],
    ["a Proxy that was revoked", revoked.proxy, { name: "Error", message: "a object was thrown" }],
    ["no error at all", "words", { name: "Error", message: "a string was thrown" }],
    ["a symbol", Symbol("x"), { name: "Error", message: "a symbol was thrown" }],
  ])("%s", (_, cause, expected) => {
    const copy = createFailure(errors.ApiError, makeCall(), "", { cause }).cause;
    expect(copy).toBeInstanceOf(Error);
    expect(copy).toMatchObject(expected);
  });

  it("and none of them is an error of ours", () => {
    expect(errors.isClientError(revoked.proxy)).toBe(false);
  });
});

describe("issues are one line", () => {
  const issue = { keyword: "type", keywordLocation: "/type" };

  it.each<readonly [string, (string | number)[], string, string]>([
    [
      "with the place as code has it",
      ["ipRestrictions", 0],
      "must be an address",
      "ipRestrictions[0]: must be an address",
    ],
    ["with a name that code would quote", ["a", "x-y", "$z"], "is wrong", 'a["x-y"].$z: is wrong'],
    ["without a place at the root", [], "must be an object", "must be an object"],
    ["with a name once", ["a", "api_token"], '"api_token" is required', "a.api_token is required"],
    ["with an index that begins a message", ["a", 0], "0 is not allowed", "a[0] is not allowed"],
  ])("%s", (_, path, message, expected) => {
    expect(summarizeIssues([{ ...issue, path, message }])).toBe(expected);
  });

  it("with each of them once", () => {
    const issues = ["a", "b", "a"].map((name) => ({ ...issue, message: "is required", path: [name] }));
    expect(summarizeIssues(issues)).toBe("a: is required; b: is required");
  });
});

describe("the classes of errors", () => {
  const classes = Object.entries(errors).flatMap(([name, Class]) =>
    /^[A-Z].*Error$/.test(name) && name !== "ClientError" ? [[name, Class] as const] : [],
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
    expect([errors.isClientError(error), error instanceof errors.ClientError]).toEqual([true, true]);
  });

  it.each([new Error("x"), {}, null, undefined, "x"])("%s is none of them", (value) => {
    expect(errors.isClientError(value)).toBe(false);
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
