import { describe, expect, it } from "vitest";
import { matchContent } from "../../../src/wire/response/match-content.js";
import { readAny } from "../../../src/wire/response/read-any.js";
import { readBlob } from "../../../src/wire/response/read-blob.js";
import { readText } from "../../../src/wire/response/read-text.js";
import { readValue } from "../../../src/wire/response/read-value.js";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("text is read in the charset of its media type", () => {
  it.each<[mediaType: string, bytes: Uint8Array, text: string | undefined]>([
    ["text/plain", utf8("ü"), "ü"],
    ["text/plain; charset=iso-8859-1", new Uint8Array([0xfc]), "ü"],
    ['text/plain; a=b; Charset = "ISO-8859-1"; c=d', new Uint8Array([0xfc]), "ü"],
    ["text/plain; charset=utf-16le", new Uint8Array([0xfc, 0]), "ü"],
    ["text/plain", new Uint8Array([0xfc]), undefined],
    ["text/plain; charset=nonsense", utf8("a"), undefined],
    ["text/plain; mycharset=nonsense", utf8("a"), "a"],
    ["text/plain", utf8(""), ""],
  ])("%s", (mediaType, bytes, text) => expect(readText(bytes, mediaType)).toBe(text));
});

it.each<[text: string, value: unknown]>([
  ["1", 1],
  ["true", true],
  ["a", "a"],
  ["", ""],
  ['"a"', "a"],
])("a value that is written %j is %j", (text, value) => {
  expect(readValue(utf8(text), "text/plain")).toBe(value);
});

it("nothing is a value that is no text", () => {
  expect(readValue(new Uint8Array([0xfc]), "text/plain")).toBe(undefined);
});

describe("an answer that nobody describes is read by its own media type", () => {
  it.each([
    ["application/json", { a: 1 }],
    ["application/problem+JSON ; charset=utf-8", { a: 1 }],
    ["text/html", '{"a":1}'],
    ["image/svg+xml", '{"a":1}'],
    ["application/xml", '{"a":1}'],
    ["application/yaml", '{"a":1}'],
    ["application/x-ndjson", '{"a":1}'],
    ["application/jsonl", '{"a":1}'],
    ["application/javascript", '{"a":1}'],
  ])("%s", (mediaType, value) => expect(readAny(utf8('{"a":1}'), mediaType)).toEqual(value));

  it.each(["image/png", "application/octet-stream", "application/jsonx", "x-text/plain", ""])(
    "%s as its bytes",
    async (mediaType) => {
      const blob = readAny(utf8("ab"), mediaType);
      expect(blob).toBeInstanceOf(Blob);
      expect([(blob as Blob).type, await (blob as Blob).text()]).toEqual([mediaType, "ab"]); // which it is, as above
    },
  );

  it.each([
    ["JSON that is none", "application/json", utf8("{")],
    ["JSON that is no text", "application/json", new Uint8Array([0xfc])],
    ["a text that is none", "text/plain", new Uint8Array([0xfc])],
  ])("%s is undefined", (_claim, mediaType, bytes) => expect(readAny(bytes, mediaType)).toBe(undefined));
});

it("bytes are read with their media type", async () => {
  const blob = readBlob(utf8("ab"), "image/png");
  expect([blob.type, await blob.text()]).toEqual(["image/png", "ab"]);
});

it.each([
  ["", ["b/*", "a/b"], "b/*"],
  ["a/b", ["b/*", "*/*", "a/b"], "a/b"],
  ["c/d", ["b/*", "a/b"], undefined],
  ["", [], undefined],
])("of what is called %j the document says %j: %s", (mediaType, ranges, range) => {
  expect(matchContent(ranges, mediaType)).toBe(range);
});
