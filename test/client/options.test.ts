import { describe, expect, it } from "vitest";
import { Budget } from "../../src/transport/budget.js";
import { checkOptions, parseBaseUrl } from "../../src/options.js";

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

const TAKEN: readonly object[] = [
  { signal: new AbortController().signal },
  { timeoutMs: 0, maxRetries: 2 ** 31 - 1 },
  { headers: {} },
  { headers: { "x-extra": undefined } },
  { apiKey: async () => "api_k3y" },
  { rateLimit: false },
  { rateLimit: new Budget() },
  { dangerouslyAllowBrowser: false },
  { onRetry: undefined },
  {},
];

const REFUSED: readonly object[] = [
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
    expect(() => checkOptions(options)).not.toThrow();
  });

  it.each(REFUSED)("%j are refused", (options) => {
    expect(() => checkOptions(options)).toThrow(TypeError);
  });

  it.each([
    ["retries", "maxRetries"],
    ["timeout", "timeoutMs"],
    ["url", "baseUrl"],
    ["API_KEY", "apiKey"],
    ["onwait", "onWait"],
    ["maxBodyBytes", "maxResponseBytes"],
  ])("%s is taken for a misspelt %s", (wrong, right) => {
    expect(() => checkOptions({ [wrong]: 1 })).toThrow(`did you mean "${right}"?`);
  });
});
