import { describe, expect, it } from "vitest";
import { addToHash, indexSecrets } from "../../../src/secrets/index-secrets.js";

const PREFIXES = ["api_", "transactional_"];

describe("a value is hidden where it is nothing but", () => {
  it.each<[claim: string, secret: string, values: readonly string[]]>([
    ["the secret, in any case", "AB1", ["ab1"]],
    ["the rest of it behind a published prefix", "api_K3y", ["api_k3y", "k3y"]],
    ["each rest behind such a prefix", "x-transactional_K3y", ["x-transactional_k3y", "x-", "k3y"]],
    ["a part of a cookie, and the word behind its name", "a=1; b=c=2", ["a=1; b=c=2", "1", "c=2"]],
    ["a name of a cookie that has no value", "a=", ["a="]],
    ["a part of a list", "one, two", ["one, two", "one", "two"]],
    ["a credential, and not the word that names its scheme", "Bearer x1", ["bearer x1", "x1"]],
    ["a credential of the other scheme", "basic x1", ["basic x1", "x1"]],
    ["a word that only begins as a scheme is called", "bearers", ["bearers"]],
    ["the secret without the space about it", " x1 ", ["x1"]],
    ["nothing, where it is empty", " ", []],
  ])("%s", (_claim, secret, values) => {
    expect([...indexSecrets([secret], PREFIXES).values].toSorted()).toEqual(values.toSorted());
  });

  it("the secret alone, where it is not known how keys begin", () => {
    const { values, windows, keyPrefix } = indexSecrets(["api_k3y"]);
    expect([[...values], windows.size, keyPrefix]).toEqual([["api_k3y"], 0, undefined]);
    expect(indexSecrets(["api_1234"]).windows.has("api_1234")).toBe(true);
  });
});

/** Character by character, as a text is searched. */
const hashOf = (text: string): number =>
  Array.from({ length: text.length }).reduce<number>((hash, _, at) => addToHash(hash, text, at), 0);

const windowsOf = (...secrets: readonly string[]) => indexSecrets(secrets, PREFIXES).windows;

describe("a text is searched for", () => {
  it("each stretch of eight characters, and no shorter secret", () => {
    const windows = windowsOf("12345678 0");
    expect(["12345678", "2345678 ", "345678 0"].map((window) => windows.get(window))).toEqual([0, 0, 0]);
    expect([...windows.keys()].every((window) => window.length === 8)).toBe(true);
    expect(windowsOf("1234567").size).toBe(0);
  });

  it("what stands behind a published prefix alone, which is no secret", () => {
    expect(windowsOf("api_1234567").size).toBe(0);
    const windows = windowsOf("api_12345678");
    expect([windows.has("12345678"), windows.has("_1234567")]).toEqual([true, false]);
  });

  it.each([
    [4096, 0],
    [4097, 1],
    [8193, 2],
  ])("of %i characters samples, each with the %i characters beside it that belong to it", (length, reach) => {
    const secret = Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + at)).join("");
    const windows = windowsOf(secret);
    const starts = [0, 1, 2, 3].filter((at) => windows.has(secret.slice(at, at + 8)));
    expect(starts).toEqual([0, 1, 2, 3].filter((at) => at % (reach + 1) === 0));
    expect(windows.get(secret.slice(0, 8))).toBe(reach);
    expect(windows.has(secret.slice(-7))).toBe(false);
  });

  it("the widest reach, where two secrets share a stretch", () => {
    const long = `12345678${"x".repeat(8185)}`;
    for (const secrets of [["12345678", long], [long, "12345678"]]) expect(windowsOf(...secrets).get("12345678")).toBe(2);
  }); // prettier-ignore

  it("by a hash first, of which each stretch has one", () => {
    const { windows, filter } = indexSecrets(["s3cret-w0rd", "an0ther-one"]);
    const hashes = [...windows.keys()].map(hashOf);
    const known = [...filter].flatMap((isKnown, hash) => (isKnown ? [hash] : []));
    expect(new Set(hashes)).toEqual(new Set(known));
    expect(new Set(hashes).size).toBeGreaterThan(windows.size / 2);
  });
});

it("a hash is of 16 bits, and of eight characters whatever came before", () => {
  expect(hashOf("zzzz12345678")).toBe(hashOf("12345678"));
  expect(hashOf("z2345678")).not.toBe(hashOf("12345678"));
  expect(addToHash(0xffff, "\uFFFF", 0)).toBe(3);
  expect([hashOf("a"), hashOf("ab")]).toEqual([0x61, (0x61 << 2) ^ 0x62]);
});
