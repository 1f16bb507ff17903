import { describe, expect, it } from "vitest";
import { JETEMAIL } from "../../../src/jetemail.js";
import { Secrets } from "../../../src/secrets/secrets.js";

const make = (...values: readonly string[]): Secrets => {
  const secrets = new Secrets(JETEMAIL);
  for (const value of values) secrets.add(value);
  return secrets;
};

const SECRET = "s3cret-w0rd";

describe("secrets that are found in a value", () => {
  const cycle: Record<string, unknown> = { token: SECRET };
  cycle["self"] = cycle;

  it.each<readonly [string, unknown]>([
    ["under a telling name", { api_token: SECRET }],
    ["deep inside", { a: [{ b: { "client-secret": SECRET } }] }],
    ["at any depth below a telling name", { credentials: { user: { name: [SECRET] } } }],
    ["in a list", { passwords: ["x1", SECRET] }],
    ["under a name in capitals", { APIKEY: SECRET }],
    ["in repeated parameters of a query", new URLSearchParams(`token=one-0f-them&token=${SECRET}&token=3`)],
    ["in headers", new Headers({ "x-auth-token": `Bearer ${SECRET}` })],
    ["in a cookie", { cookie: `theme=dark; sid=${SECRET}` }],
    ["in a Map", new Map([["token", SECRET]])],
    ["in a value that holds itself", cycle],
  ])("%s", (_, value) => {
    const secrets = make();
    secrets.collect(value);
    expect(secrets.redact(`(${SECRET})`)).toBe("([redacted])");
  });

  it.each([
    ..."token secret passw credential authorization cookie apikey api-key api_key".split(" "),
    "myToken2",
    "X-API-KEY",
    "Passwords",
  ])("under the name %s", (name) => {
    const secrets = make();
    secrets.collect({ [name]: SECRET });
    expect(secrets.redact(SECRET)).toBe("[redacted]");
  });

  it.each<readonly [string, unknown]>([
    ["under another name", { name: SECRET }],
    ["no text", { api_token: 70000000 }],
    ["null", null],
  ])("none %s", (_, value) => {
    const secrets = make();
    secrets.collect(value);
    expect(secrets.redact(`is ${SECRET} 70000000`)).toBe(`is ${SECRET} 70000000`);
  });

  it("in hex, in which every byte has two digits", () => {
    const hex = Buffer.from("s3cret\tw0rd").toString("hex");
    expect(make("s3cret\tw0rd").redact(`is ${hex}`)).toBe("is [redacted]");
  });

  it("of a hundred thousand, each", () => {
    const secrets = make();
    const tokens = Array.from({ length: 100_000 }, (_, at) => `s3cret-${at}`);
    secrets.collect({ tokens });
    expect(secrets.redactAll(tokens.slice(-2))).toEqual(["[redacted]", "[redacted]"]);
  }, 60_000);
});

describe("a copy of a value", () => {
  it("hides secrets in values and in names, and what stands under a telling name", () => {
    const value = { a: [`x ${SECRET} x`, 7, null], [SECRET]: true, password: "unknown" };
    expect(make(SECRET).redactAll(value)).toEqual({
      a: ["x [redacted] x", 7, null],
      "[redacted]": true,
      password: "[redacted]",
    });
  });

  it("hides a short secret where it is all that a value has, whatever its case and the space about it", () => {
    const value = { a: "ab1", b: " AB1 ", c: "crab1", d: "k3y", e: "V", f: "Bearer" };
    expect(make("ab1", "transactional_k3y", "theme=dark; sid=V", "Bearer x1").redactAll(value)).toEqual({
      a: "[redacted]",
      b: "[redacted]",
      c: "crab1",
      d: "[redacted]",
      e: "[redacted]",
      f: "Bearer",
    });
  });

  it("keeps words about a field, which have spaces", () => {
    const value = { api_token: "is too short", cookie: "two words" };
    expect(make().redactAll(value)).toEqual({ api_token: "is too short", cookie: "[redacted]" });
  });

  it("is cut to 64 kB of characters, names and items, after its secrets have been hidden", () => {
    const size = (value: unknown): number => JSON.stringify(make(SECRET).redactAll(value)).length;
    const shown = make(SECRET).redactAll(`${"x ".repeat(2 ** 15 - 3)}${SECRET} ${SECRET}`) ?? "";
    expect([shown.length, shown.slice(-8)]).toEqual([2 ** 16 - 1, " x [reda"]);
    expect(size(["x".repeat(2 ** 17)])).toBeLessThan(2 ** 16 + 10);
    expect(size(Array.from({ length: 2 ** 20 }, () => 1))).toBeLessThan(2 ** 17 + 10);
    expect(size({ a: Array.from({ length: 2 ** 20 }, () => ["x"]) })).toBeLessThan(2 ** 20);
  });

  it("holds no more of anything, once so much has been shown", () => {
    const shown = make().redactAll([[..."abc"], "x".repeat(2 ** 16), "abc", [7, 8], { a: 1 }, 9]) ?? [];
    expect(shown.map((part) => (typeof part === "string" ? part.length : part))).toEqual([
      [..."abc"],
      // One for each value before it and for itself, and the three letters.
      2 ** 16 - 9,
      0,
      [],
      {},
      9,
    ]);
  });

  it("of undefined, or of what cannot be written, is undefined", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    expect([make().redactAll(undefined), make().redactAll(cycle)]).toEqual([undefined, undefined]);
  });

  it("of headers is a plain object, names in lower case", () => {
    const headers = new Headers({ "X-Extra": SECRET, "Set-Cookie": "sid=1", "X-Short": "ab1" });
    expect(make(SECRET, "ab1").redactHeaders(headers)).toEqual({
      "x-extra": "[redacted]",
      "set-cookie": "[redacted]",
      "x-short": "[redacted]",
    });
  });
});
