import { describe, expect, test } from "vitest";
import { compiled } from "./compiled.js";

/** Texts that have ended a string, a comment, a template or a regular expression of some generator. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ["double quotes", 'a"b'],
  ["single quotes and backticks", "a'b`c"],
  ["a way out of a property access", '"];evil()//'],
  ["backslashes", "a\\b\\"],
  ["newlines", "a\nb\r\nc"],
  ["line and paragraph separators", "a\u2028b\u2029c"],
  ["the end of a comment", "a*/evil()/*b"],
  ["a template's expression", "${evil()}"],
  ["the end of a script", "</script>"],
  ["a NUL byte", "a\0b"],
  ["a lone high surrogate", "a\ud800"],
  ["a lone low surrogate", "\udc00a"],
  ["an astral character", "\u{1f600}"],
  ["an empty text", ""],
  ["10,000 characters", "k".repeat(10_000)],
  ["__proto__", "__proto__"],
  ["constructor", "constructor"],
  ["toString", "toString"],
  ["hasOwnProperty", "hasOwnProperty"],
  ["the name of a local variable", "$value"],
  ["the name of the run-time module", "runtime"],
];

const own = (name: string, value: unknown): unknown =>
  JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`);

/** A URI can hold no lone surrogate (RFC 3986 §2.5). */
const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/gu, "\ufffd");

describe.each(TEXTS)("%s", (_, text) => {
  test("as the name of a property", async () => {
    const { is, validate } = await compiled({
      type: "object",
      properties: own(text, { type: "integer" }),
      required: [text],
      additionalProperties: false,
    });
    expect(is(own(text, 1))).toBe(true);
    expect(is(own(text, "1"))).toBe(false);
    expect(is({})).toBe(false);
    expect(is({ other: 1 })).toBe(false);
    expect(validate(own(text, "1")).map(({ path, keyword }) => ({ path, keyword }))).toEqual([
      { path: [text], keyword: "type" },
    ]);
    expect(validate({}).map(({ path, keyword }) => ({ path, keyword }))).toEqual([
      { path: [text], keyword: "required" },
    ]);
  });

  test("as the name of a property of an open object", async () => {
    const { is } = await compiled({ properties: own(text, { type: "integer" }), required: [text] });
    expect(is(own(text, 1))).toBe(true);
    expect(is(own(text, "1"))).toBe(false);
    expect(is({})).toBe(false);
  });

  test("as an allowed value", async () => {
    const { is } = await compiled({ enum: [text, own(text, [text])] });
    expect(is(text)).toBe(true);
    expect(is(own(text, [text]))).toBe(true);
    expect(is(`${text}x`)).toBe(false);
    expect(is({})).toBe(false);
  });

  test("as the key of a schema that is referred to", async () => {
    const pointer = encodeURIComponent(wellFormed(text).replaceAll("~", "~0").replaceAll("/", "~1"));
    const $defs = own(wellFormed(text), { type: "integer" });
    const { is } = await compiled({ $defs, $ref: `#/$defs/${pointer}` });
    expect(is(1)).toBe(true);
    expect(is("1")).toBe(false);
  });

  test("as a property that another one depends on", async () => {
    const { is } = await compiled({ dependentRequired: own(text, ["other"]) });
    expect(is({})).toBe(true);
    expect(is(own(text, 1))).toBe(false);
  });

  test("in words for people", async () => {
    const words = { title: text, description: text, "x-pattern-description": text, "x-false-message": text };
    const { validate } = await compiled({ ...words, type: "string", pattern: "^a$" });
    expect(validate("b")[0]?.message).toBe(`must be ${text}`);
  });
});

/** A pattern of the text itself, as ECMA-262 wants it escaped. */
const PATTERNS = TEXTS.filter(([, text]) => wellFormed(text) === text && text.length < 1000);

test.each(PATTERNS)("%s as a pattern and as a pattern of names", async (_, text) => {
  const pattern = `^${text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}$`;
  const { is } = await compiled({ type: "string", pattern });
  expect(is(text)).toBe(true);
  expect(is(`${text}x`)).toBe(false);
  const names = await compiled({
    patternProperties: own(pattern, { type: "integer" }),
    additionalProperties: false,
  });
  expect(names.is(own(text, 1))).toBe(true);
  expect(names.is(own(text, "1"))).toBe(false);
  expect(names.is(own(`${text}x`, 1))).toBe(false);
});

test.each([
  ["the start of a comment", String.raw`^[a-z\/*:]+$`, "a/*:", "é"],
  ["slashes that nothing ends", String.raw`^[a-z]+\/\/*$`, "a//", "a"],
  ["a line that is a comment", "^//.*$", "//b", "/b"],
  ["a comment as a whole", String.raw`^\/\*.*\*\/$`, "/*b*/", "b"],
])("a pattern with %s", async (_, pattern, passes, fails) => {
  // The second pattern is lost where the first opens a comment.
  const { is } = await compiled({ items: { pattern }, contains: { pattern: "^.+$" } });
  expect([is([passes]), is([fails])]).toEqual([true, false]);
});
