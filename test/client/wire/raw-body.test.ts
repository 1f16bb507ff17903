import { describe, expect, it } from "vitest";
import { writeRaw } from "../../../src/wire/body/raw-body.js";

const write = (body: unknown, mediaType = "text/plain") => writeRaw(body, mediaType, { validate: undefined });

describe("a text is written in the charset of its media type", () => {
  it.each<[claim: string, text: string, mediaType: string, body: unknown]>([
    ["UTF-8 where none is said", "é", "text/plain", "é"],
    ["UTF-8 in either spelling", "é", "text/plain; charset=UTF8", "é"],
    ["Latin-1, a byte a character", "é", "text/plain;charset=ISO-8859-1", new Uint8Array([0xe9])],
    ["Latin-1 by its other name, in quotes", "aÿ", 'text/plain; charset="latin1"', new Uint8Array([0x61, 0xff])],
    ["ASCII in any", "a\x7f", "text/plain; charset=koi8-r", "a\x7f"],
  ])("%s", (_claim, text, mediaType, body) => {
    expect(write(text, mediaType)).toMatchObject({ issues: [], body, headers: { "content-type": mediaType } });
  }); // prettier-ignore

  it.each([
    ["what Latin-1 does not have", "Ā", "text/plain; charset=latin1"],
    ["what is not ASCII in a charset that nobody knows here", "\x80", "text/plain; charset=koi8-r"],
    ["in one whose name only begins alike", "é", "text/plain; charset=latin1x"],
    ["in one whose name only ends alike", "é", "text/plain; charset=x-utf-8"],
  ])("but not %s", (_claim, text, mediaType) => {
    expect(write(text, mediaType).issues.map(({ message }) => message)).toEqual([
      "the body is text in another charset than UTF-8: give its bytes",
    ]);
  });
});

it.each([{}, [], null, undefined, () => "a", Symbol("a")])("%o is no text and has no bytes", (body) => {
  expect(write(body, "a/b").issues.map(({ message }) => message)).toEqual([
    "the body is a/b: it must be a text, a Blob, an ArrayBuffer, a Uint8Array or a ReadableStream",
  ]);
});

it("what is refused is an issue of the whole body, which no keyword raised", () => {
  const message = expect.any(String) as string;
  expect(write({})).toEqual({ issues: [{ message, path: [], keyword: "", keywordLocation: "" }] });
});

it.each<[given: unknown, text: string]>([
  [1, "1"],
  [2n, "2"],
  [true, "true"],
  ["", ""],
])("%o is the text %j", (given, text) => expect(write(given).body).toBe(text));
