import { describe, expect, it } from "vitest";
import { Secrets } from "../../src/secrets.js";

const make = (...values: readonly string[]): Secrets => {
  const secrets = new Secrets();
  for (const value of values) secrets.add(value);
  return secrets;
};

describe("a text with a secret in it", () => {
  it.each([
    ["as it is", "s3cret-w0rd", "is s3cret-w0rd or s3cret-w0rd", "is [redacted] or [redacted]"],
    [
      "in lower case, as a host name has it",
      "S3cret-W0rd",
      "s3cret-w0rd.example.com",
      "[redacted].example.com",
    ],
    ["as JSON writes it", 'a"b\\c-123', 'is a\\"b\\\\c-123', "is [redacted]"],
    ["as a URL writes it", "s3cret w0rd/é", "?q=s3cret%20w0rd%2F%C3%A9", "?q=[redacted]"],
    ["as a URL writes half a character", "s3cret\uD800w0rd", "s3cret%EF%BF%BDw0rd", "[redacted]"],
    ["an empty one hides nothing", "", "text", "text"],
    [
      "a key of the provider that is not this call's",
      "s3cret",
      "api_0ther-one and transactional_n1ne",
      "[redacted] and [redacted]",
    ],
    [
      "names of fields and of kinds of keys stay",
      "s3cret",
      "api_token, an api_ key, transactional_",
      "api_token, an api_ key, transactional_",
    ],
  ])("%s", (_, secret, text, expected) => {
    expect(make(secret).redact(text)).toBe(expected);
  });

  it("the longest first, so that nothing of it stays behind a shorter one", () => {
    expect(make("s3cret", "s3cret-and-more").redact("s3cret-and-more")).toBe("[redacted]");
  });
});

describe("secrets that are found in a body", () => {
  it.each([
    ["under a telling name", '{"api_token":"s3cret"}'],
    ["deep inside", '{"a":[{"b":{"client-secret":"s3cret"}}]}'],
    ["in a list", '{"passwords":["x1","s3cret"]}'],
    ["under a name in capitals", '{"APIKEY":"s3cret"}'],
  ])("%s", (_, json) => {
    const secrets = make();
    secrets.collect(json);
    expect(secrets.redact("is s3cret")).toBe("is [redacted]");
  });

  it.each([
    ["under another name", '{"name":"s3cret"}'],
    ["not JSON", "api_token=s3cret"],
    ["no text", '{"api_token":7}'],
  ])("none %s", (_, json) => {
    const secrets = make();
    secrets.collect(json);
    expect(secrets.redact("is s3cret 7")).toBe("is s3cret 7");
  });
});

describe("a copy of a value", () => {
  it("hides secrets in values and in names, and what stands under a telling name", () => {
    const value = { a: ["x s3cret x", 7, null], s3cret: true, password: "unknown" };
    expect(make("s3cret").redactAll(value)).toEqual({
      a: ["x [redacted] x", 7, null],
      "[redacted]": true,
      password: "[redacted]",
    });
  });

  it("keeps words about a field, which have spaces", () => {
    const value = { api_token: "is too short", cookie: "two words" };
    expect(make().redactAll(value)).toEqual({ api_token: "is too short", cookie: "[redacted]" });
  });

  it("of undefined, or of what cannot be written, is undefined", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    expect([make().redactAll(undefined), make().redactAll(cycle)]).toEqual([undefined, undefined]);
  });

  it("of headers is a plain object, names in lower case", () => {
    const headers = new Headers({ "X-Extra": "s3cret", "Set-Cookie": "sid=1" });
    expect(make("s3cret").redactHeaders(headers)).toEqual({
      "x-extra": "[redacted]",
      "set-cookie": "[redacted]",
    });
  });
});
