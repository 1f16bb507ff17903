import { describe, expect, test } from "vitest";
import { childOf, rootOf } from "../../scripts/json/place.js";
import { readStyle } from "../../scripts/spec/style.js";

const read = (value: unknown, location: string) =>
  readStyle(childOf(rootOf({ root: { value } }), "value"), location);

describe("a value without a style of its own", () => {
  test.each([
    ["query", "form", true],
    ["cookie", "form", true],
    ["path", "simple", false],
    ["header", "simple", false],
  ])("in a %s is written in the style %s, exploded: %s", (location, style, explode) => {
    const usual = { style, explode, allowReserved: false };
    expect(read({}, location)).toEqual(usual);
    expect(readStyle(undefined, location)).toEqual(usual);
    expect(read({ style: 1, explode: "no", allowReserved: 1 }, location)).toEqual(usual);
  });
});

test.each([
  ["a style of its own is not exploded by default", { style: "pipeDelimited" }, "query", "pipeDelimited", false, false],
  ["but a form is, wherever it stands", { style: "form" }, "header", "form", true, false],
  ["what it says of explode counts", { explode: false }, "query", "form", false, false],
  ["so it does where the style is not exploded", { style: "deepObject", explode: true }, "query", "deepObject", true, false],
  ["and what it says of reserved signs", { allowReserved: true }, "query", "form", true, true],
])("%s", (_, value, location, style, explode, allowReserved) => {
  expect(read(value, location)).toEqual({ style, explode, allowReserved });
}); // prettier-ignore
