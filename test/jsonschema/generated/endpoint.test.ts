import { describe, expect, test } from "vitest";
import {
  isUpdateTransactionalKeyBody,
  validateUpdateTransactionalKeyBody,
  validateUpdateTransactionalKeyResponse200,
} from "../../../generated/validators.js";

const SETTINGS = {
  api_token: "transactional_a1b2c3d4",
  name: "Updated API Key",
  approvedDomains: ["example.com", "mydomain.com"],
  quota: 1000,
  ipRestrictions: ["192.168.1.1", "10.0.0.0/24"],
};

const STATUS = { api_token: "transactional_a1b2c3d4", status: 0 };

test.each([
  SETTINGS,
  STATUS,
  { api_token: "x" },
  { api_token: "x", status: 1 },
  { ...SETTINGS, name: undefined },
])("%j is a body", (body) => {
  expect(isUpdateTransactionalKeyBody(body)).toBe(true);
  expect(validateUpdateTransactionalKeyBody(body)).toEqual([]);
});

const without = (body: object, name: string): object =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));

/** One fault in an example; the issue names the very place. */
const MUTANTS: readonly (readonly [fault: string, body: unknown, path: string, message: RegExp])[] = [
  ["no token", without(SETTINGS, "api_token"), "/api_token", /^"api_token" is required$/],
  ["an empty token", { ...SETTINGS, api_token: "" }, "/api_token", /^must not be empty$/],
  ["a token that is a number", { ...STATUS, api_token: 1 }, "/api_token", /^must be a string$/],
  [
    "a misspelt token beside the right one",
    { ...STATUS, api_tokn: "x" },
    "/api_tokn",
    /^is not a known property$/,
  ],
  ["a status of 2", { ...STATUS, status: 2 }, "/status", /^must be 0 or 1$/],
  ["a status in words", { ...STATUS, status: "enabled" }, "/status", /^must be 0 or 1$/],
  ["a name with a status", { ...STATUS, name: "x" }, "/name", /^status and name cannot be sent together: /],
  ["a quota with a status", { ...STATUS, quota: 0 }, "/quota", /^status and quota cannot be sent together: /],
  [
    "a name of 65 characters",
    { ...SETTINGS, name: "a".repeat(65) },
    "/name",
    /^must have at most 64 characters, not 65$/,
  ],
  ["a name with a slash", { ...SETTINGS, name: "a/b" }, "/name", /^must be letters, digits, white space/],
  [
    "a domain without a dot",
    { ...SETTINGS, approvedDomains: ["example.com", "localhost"] },
    "/approvedDomains/1",
    /^must be a domain name such as example\.com$/,
  ],
  [
    "domains that are no list",
    { ...SETTINGS, approvedDomains: "example.com" },
    "/approvedDomains",
    /^must be an array$/,
  ],
  [
    "254 domains",
    { ...SETTINGS, approvedDomains: Array.from({ length: 254 }, () => "a.io") },
    "/approvedDomains",
    /^must have at most 253 items, not 254$/,
  ],
  ["a quota below 0", { ...SETTINGS, quota: -1 }, "/quota", /^must be at least 0$/],
  ["a quota of a half", { ...SETTINGS, quota: 0.5 }, "/quota", /^must be an integer$/],
  ["a quota above the limit", { ...SETTINGS, quota: 1_000_001 }, "/quota", /^must be at most 1000000$/],
  [
    "an address with something behind it",
    { ...SETTINGS, ipRestrictions: ["10.0.0.1garbage"] },
    "/ipRestrictions/0",
    /^must be an IPv4 or IPv6 address/,
  ],
  [
    "a prefix that is too long",
    { ...SETTINGS, ipRestrictions: ["10.0.0.0/24", "10.0.0.0/33"] },
    "/ipRestrictions/1",
    /^must be an IPv4 or IPv6 address/,
  ],
  ["a misspelt quota", { ...without(SETTINGS, "quota"), qouta: 1 }, "/qouta", /did you mean "quota"\?$/],
  ["no object", "x", "/", /^must be an object$/],
];

describe("one fault in a body", () => {
  test.each(MUTANTS)("%s", (_, body, path, message) => {
    expect(isUpdateTransactionalKeyBody(body)).toBe(false);
    const issues = validateUpdateTransactionalKeyBody(body);
    expect(issues.map((issue) => `/${issue.path.join("/")}`)).toEqual([path]);
    expect(issues[0]?.message).toMatch(message);
  });
});

test("an answer may have more fields than the document has", () => {
  expect(validateUpdateTransactionalKeyResponse200({ success: true, message: "x", more: 1 })).toEqual([]);
  expect(validateUpdateTransactionalKeyResponse200({ success: "yes" }).map(({ path }) => path)).toEqual([
    ["success"],
  ]);
});
