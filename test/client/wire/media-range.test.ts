import { describe, expect, it } from "vitest";
import { findBest, isJson, isRange, parseMediaType, rateRange } from "../../../src/wire/media-range.js";

describe("a media type is read", () => {
  it.each<[text: string, essence: string, parameters: Readonly<Record<string, string>>]>([
    ["application/json", "application/json", {}],
    [" Application/JSON ", "application/json", {}],
    ["text/html; Level = 1", "text/html", { level: "1" }],
    ["text/html;a=1;b=2", "text/html", { a: "1", b: "2" }],
    ['text/html; a="b;c=d"; e=f', "text/html", { a: "b;c=d", e: "f" }],
    ['text/html; a="b\\"c"', "text/html", { a: 'b"c' }],
    ["text/html; a=b=c", "text/html", { a: "b=c" }],
    ["text/html; charset=utf-8; a=1", "text/html", { a: "1" }],
    ["text/html; CHARSET=utf-8", "text/html", {}],
    ["text/html;; =x; a", "text/html", { a: "" }],
    [String.raw`a/b; v="1;\"2"; w=3`, "a/b", { v: '1;"2', w: "3" }],
    // A quote that does not end is taken to the end of the text.
    ['a/b; v="1; w=2', "a/b", { v: "1; w=2" }],
    ['a/b; v="1\\', "a/b", { v: "1\\" }],
    ["", "", {}],
  ])("%j is %j with %j", (text, essence, parameters) => {
    const read = parseMediaType(text);
    expect([read.essence, Object.fromEntries(read.parameters)]).toEqual([essence, parameters]);
  });

  // A quarter of a megabyte of each takes minutes where every quote is read to the end once more.
  it.each(['"', '"\\', ";", ';"', "= ", "\\"])("in one pass, however often it has %j", (part) => {
    expect(findBest(["a/b", "*/*"], `a/b;v=${part.repeat(2 ** 18)}`)).toBe("a/b");
  });
});

describe("how exactly a range describes a media type", () => {
  it.each([
    ["application/json", "application/json", 3],
    ["APPLICATION/json", "application/JSON; charset=utf-8", 3],
    ["application/*+json", "application/problem+json", 2],
    ["*/*+json", "application/problem+json", 2],
    ["application/*", "application/json", 1],
    ["*/*", "application/json", 0],
    ["text/html; a=1", "text/html; a=1", 3.01],
    ["text/html; a=1", "text/html", 2.99],
    ["text/html; a=1; b=2", "text/html; a=1", 3],
    ["text/html; a=1", "text/html; a=2", undefined],
    ["text/html", "text/html; a=2", 3],
    ["text/html", "text/plain", undefined],
    ["text/*", "application/json", undefined],
    ["text/*", "textual/html", undefined],
    ["application/*+json", "application/json", undefined],
    ["application/*+json", "text/problem+json", undefined],
    ["text", "text/html", undefined],
    ["*", "text/html", undefined],
    ["*/html", "text/html", undefined],
  ])("%s describes %s: %s", (range, mediaType, rate) => {
    const found = rateRange(range, mediaType);
    expect(found === undefined ? found : Number(found.toFixed(2))).toBe(rate);
  });
});

describe("the best of several", () => {
  it.each([
    [["*/*", "text/*", "text/html"], "text/html", "text/html"],
    [["text/html", "text/*", "*/*"], "text/html", "text/html"],
    [["text/html", "text/html; a=1"], "text/html; a=1", "text/html; a=1"],
    [["text/html; a=1", "text/html"], "text/html", "text/html"],
    [["text/html", "TEXT/html"], "text/html", "text/html"],
    [["text/plain", "image/*"], "text/html", undefined],
    [[], "text/html", undefined],
  ])("of %j for %s is %s", (ranges, mediaType, best) => expect(findBest(ranges, mediaType)).toBe(best));

  it.each([
    ["text/*", true],
    ["*/*", true],
    ["application/*+json", true],
    ["text/html", false],
    ["text/html; a=*", false],
  ])("%s is a range: %s", (mediaType, expected) => expect(isRange(mediaType)).toBe(expected));
});

it.each([
  ["application/json; charset=utf-8", true],
  ["Application/Problem+JSON", true],
  ["application/jsonl", false],
  ["text/plain; a=/json", false],
])("%j is JSON: %s", (mediaType, is) => expect(isJson(mediaType)).toBe(is));
