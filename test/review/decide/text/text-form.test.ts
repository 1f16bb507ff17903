import { describe, expect, test } from "vitest";
import {
  limitText,
  limitValue,
  separatorOf,
  writeTexts,
} from "../../../../scripts/review/decide/text/text-form.js";
import { readStyle } from "../../../../scripts/spec/style.js";

const form = (location: string, rest: object = {}) => ({
  location,
  ...readStyle(undefined, location),
  ...rest,
});

test.each<[style: string, explode: boolean, separator: string | undefined]>([
  ["form", true, undefined],
  ["form", false, ","],
  ["matrix", true, undefined],
  ["matrix", false, ","],
  ["simple", true, ","],
  ["simple", false, ","],
  ["label", true, "."],
  ["label", false, "."],
  ["spaceDelimited", false, " "],
  ["pipeDelimited", false, "|"],
])("between items of style %s, explode %s, stands %j", (style, explode, separator) => {
  expect(separatorOf(form("query", { style, explode }))).toBe(separator);
});

const field = new RegExp(String(limitText(form("header"))["pattern"]), "u");

describe("a text that can stand", () => {
  test("in a path has a character, and is no step of it", () => {
    expect(limitText(form("path"))).toEqual({ minLength: 1, not: { enum: [".", ".."] } });
  });
  test("in a query is any", () => expect(limitText(form("query"))).toEqual({}));
  test.each(["", "a", "a b", "a\tb", "é", "~!", "é b"])("in a header is %j", (text) => {
    expect(field.test(text)).toBe(true);
  });
  test.each([" ", " a", "a ", "\ta", "a\n", "a\nb", "\u0000", "\u007f", "\u0100", "a\u0100b", "🐲"])("in a header is not %j", (text) => {
    expect(field.test(text)).toBe(false);
  }); // prettier-ignore
});

describe("a value that can be written", () => {
  const limits = { minLength: 1, not: { enum: [".", ".."] } };
  test.each<[claim: string, location: string, isOpen: boolean, limit: object]>([
    ["is no null and no empty list", "query", false, { type: ["string", "number", "boolean", "array", "object"], minItems: 1, minProperties: 1, items: {} }],
    ["has texts that can stand there, in its items too", "path", false, { type: ["string", "number", "boolean", "array", "object"], minItems: 1, minProperties: 1, ...limits, items: limits }],
    ["has no members where the schema says nothing of types", "query", true, { type: ["string", "number", "boolean"], minItems: 1, minProperties: 1, items: {} }],
    ["is an object in a form, and may be empty", "form", true, { type: "object" }],
  ])("%s", (_, location, isOpen, limit) => expect(limitValue(form(location), isOpen)).toEqual(limit)); // prettier-ignore
});

test.each([
  ["a", ["a"]],
  [5, ["5"]],
  [true, ["true"]],
  [
    ["a", 5],
    ["a", "5"],
  ],
  [
    ["a", [5]],
    ["a", ["5"]],
  ],
  [
    { a: 5, b: ["x"] },
    { a: "5", b: ["x"] },
  ],
])("the texts of %j are %j", (value, texts) => expect(writeTexts(value)).toEqual(texts));
