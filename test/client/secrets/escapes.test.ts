import { describe, expect, it } from "vitest";
import { decode } from "../../../src/secrets/escapes.js";

describe("an escape is replaced by what it stands for", () => {
  it.each<[claim: string, text: string, decoded: string]>([
    ["of a URL, of one byte", "a%20b", "a b"],
    ["of two", "%C3%a9", "é"],
    ["of three", "%e2%82%AC", "€"],
    ["of four", "%f0%9f%90%b2", "🐲"],
    ["of JSON by its code", "\\u0041\\u00e9", "Aé"],
    ["of JSON by its letter", '\\"\\\\\\/\\b\\f\\n\\r\\t', '"\\/\b\f\n\r\t'],
    ["of HTML by its number", "&#65;&#x42;&#X43;", "ABC"],
    ["of HTML by its name", "&quot;&amp;&lt;&gt;&apos;&QUOT;", '"&<>\'"'],
    ["once, so that one of one stays one", "&amp;lt;", "&lt;"],
  ])("%s", (_claim, text, decoded) => {
    expect(decode({ text })?.text).toBe(decoded);
  });

  it.each([
    ["what is none", "a&b%zz\\x"],
    ["a byte that begins no character", "%80"],
    ["a character that does not end", "%C3"],
    ["a number that no character has", "&#1114112;"],
    ["a name that nobody knows", "&copy;"],
  ])("but not %s", (_claim, text) => expect(decode({ text })).toBeUndefined());
});

describe("each character knows where it began", () => {
  it.each<[text: string, starts: readonly number[]]>([
    ["a%20b", [0, 1, 4, 5]],
    ["&lt;&gt;", [0, 4, 8]],
    ["%f0%9f%90%b2!", [0, 0, 12, 13]],
  ])("in %j: %j", (text, starts) => {
    const view = decode({ text });
    expect(Array.from(view?.starts ?? []).slice(0, starts.length)).toEqual(starts);
    expect(view?.text).toHaveLength(starts.length - 1);
  });

  it("in what was decoded before, too", () => {
    const first = decode({ text: "%26lt;a" });
    const second = first && decode(first);
    expect(second?.text).toBe("<a");
    expect(Array.from(second?.starts ?? []).slice(0, 3)).toEqual([0, 6, 7]);
  });
});
