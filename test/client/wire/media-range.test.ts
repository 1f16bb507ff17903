import { describe, expect, it } from "vitest";
import { findBest, parseMediaType } from "../../../src/wire/media-range.js";

describe("a media type is read", () => {
  it.each([
    ["its parameters, and no charset", "A/B; V=1;charset=utf-8", "a/b", [["v", "1"]]],
    ["a quoted value with a semicolon and an escape", String.raw`a/b; v="1;\"2"; w=3`, "a/b", [["v", '1;"2'], ["w", "3"]]],
    ["a quoted value that does not end", 'a/b; v="1; w=2', "a/b", [["v", "1; w=2"]]],
    ["a text that ends in an escape", 'a/b; v="1\\', "a/b", [["v", "1\\"]]],
    ["an empty text", "", "", []],
  ])("%s", (_, text, essence, parameters) => {
    const read = parseMediaType(text);
    expect([read.essence, [...read.parameters]]).toEqual([essence, parameters]);
  }); // prettier-ignore

  // A quarter of a megabyte of each takes minutes where every quote is read to the end once more.
  it.each(['"', '"\\', ";", ';"', "= ", "\\"])("in one pass, however often it has %j", (part) => {
    expect(findBest(["a/b", "*/*"], `a/b;v=${part.repeat(2 ** 18)}`)).toBe("a/b");
  });
});
