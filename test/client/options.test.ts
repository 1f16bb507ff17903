import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { JETEMAIL } from "../../src/jetemail.js";
import { Budget } from "../../src/transport/gate/budget.js";
import { parseBaseUrl } from "../../src/base-url.js";
import { CLIENT_RULES, readOptions, type ClientForOptions } from "../../src/options.js";

describe("a base URL", () => {
  it.each([
    ["https://api.example.com", "https://api.example.com"],
    ["https://api.example.com/v1//", "https://api.example.com/v1"],
    ["HTTPS://API.example.com:8443/a b", "https://api.example.com:8443/a%20b"],
    ["http://localhost:8025/", "http://localhost:8025"],
    ["http://127.0.0.1", "http://127.0.0.1"],
    ["http://127.9.8.7:1/x", "http://127.9.8.7:1/x"],
    ["http://[::1]:80/x", "http://[::1]/x"],
  ])("%s is taken, as %s", (text, expected) => {
    expect(parseBaseUrl(text)).toBe(expected);
  });

  it.each([
    "",
    "api.example.com",
    "http://api.example.com",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://[::2]",
    "ftp://localhost",
    "https://user@api.example.com",
    "https://user:secret@api.example.com",
    "https://api.example.com/?a=1",
    "https://api.example.com/#a",
  ])("%j is refused", (text) => {
    expect(() => parseBaseUrl(text)).toThrow(TypeError);
  });

  it("is required where the document has none", () => {
    expect(() => parseBaseUrl()).toThrow(TypeError);
  });
});

const read = (options: object): ClientForOptions =>
  readOptions(options, { rules: CLIENT_RULES, owner: "createClient", policy: JETEMAIL });

const TAKEN: readonly object[] = [
  { signal: new AbortController().signal },
  { timeoutMs: 1, maxRetries: 2 ** 31 - 1 },
  { maxRetries: 0, maxResponseBytes: 0 },
  { signal: runInNewContext("({ aborted: false, addEventListener() {}, throwIfAborted() {} })") },
  Object.assign(Object.create(null), { timeoutMs: 1 }),
  runInNewContext("({ timeoutMs: 1, headers: {} })"),
  { headers: {} },
  { headers: { "x-extra": undefined } },
  { apiKey: async () => "api_k3y" },
  { rateLimit: false },
  { rateLimit: new Budget(JETEMAIL.rateLimit) },
  { dangerouslyAllowBrowser: false },
  { onRetry: undefined },
  {},
];

class Settings {
  timeoutMs = 5;
  get apiKey(): string {
    return "api_k3y";
  }
}

const REFUSED: readonly object[] = [
  { timeoutMs: 0 },
  { timeoutMs: 1.5 },
  { maxRetries: 1.5 },
  { maxRetries: new Number(5) },
  { maxRetries: { [Symbol.toStringTag]: "Number", valueOf: () => 1 } },
  { maxRetries: "2" },
  { maxWaitMs: -1 },
  { signal: { [Symbol.toStringTag]: "AbortSignal" } },
  { rateLimit: {} },
  { rateLimit: { [Symbol.toStringTag]: "Object" } },
  {
    headers: {
      get x() {
        return "a\nb";
      },
    },
  },
  new Settings(),
  Object.create({ timeoutMs: 5 }),
  Object.defineProperty({}, "timeoutMs", { value: -1 }),
  [],
  { timeoutMs: 2 ** 31 },
  { maxRetries: null },
  { headers: [] },
  { headers: new Map() },
  { headers: null },
  { rateLimit: null },
  { rateLimit: [] },
  { apiKey: {} },
  { dangerouslyAllowBrowser: 1 },
  { constructor: 1 },
];

describe("options", () => {
  it.each(TAKEN)("%j are taken", (options) => {
    expect(() => read(options)).not.toThrow();
  });

  it.each(REFUSED)("%j are refused", (options) => {
    expect(() => read(options)).toThrow(TypeError);
  });

  it.each([
    ["retries", "maxRetries"],
    ["timeout", "timeoutMs"],
    ["url", "baseUrl"],
    ["API_KEY", "apiKey"],
    ["onwait", "onWait"],
    ["maxBodyBytes", "maxResponseBytes"],
  ])("%s is taken for a misspelt %s", (wrong, right) => {
    expect(() => read({ [wrong]: 1 })).toThrow(`did you mean "${right}"?`);
  });

  it.each(["foo", "x", "status"])("%s is near to none", (wrong) => {
    expect(() => read({ [wrong]: 1 })).toThrow(new TypeError(`unknown option "${wrong}"`));
  });

  it("an unknown name that is a secret is not told", () => {
    expect(() => read({ apiKey: "s3cret-w0rd", "s3cret-w0rd": 1 })).toThrow('unknown option "[redacted]"');
    expect(() => read({ transactional_t0ken: 1 })).toThrow('unknown option "[redacted]"');
  });

  it("are a copy: each is read once, and what is not given is undefined whatever Object.prototype has", () => {
    let reads = 0;
    const options = read({
      get timeoutMs() {
        return ++reads;
      },
    });
    expect([options.timeoutMs, options.timeoutMs, reads]).toEqual([1, 1, 1]);
    expect(Object.getPrototypeOf(options)).toBe(null);
    expect(read(Object.defineProperty({}, "timeoutMs", { value: 7 })).timeoutMs).toBe(7);
  });
});
