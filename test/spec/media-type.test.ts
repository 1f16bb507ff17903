import { describe, expect, test } from "vitest";
import {
  coversMediaType,
  isJson,
  matchMediaType,
  normalizeMediaType,
  readEssence,
} from "../../scripts/spec/media-type.js";

test.each([
  ["text/plain", "text/plain"],
  ["Text/PLAIN", "text/plain"],
  ["text/plain ; charset=utf-8", "text/plain"],
  ["", ""],
])("the essence of %j is %j", (mediaType, essence) => {
  expect(readEssence(mediaType)).toBe(essence);
});

describe("for comparing", () => {
  test.each([
    ["case says nothing", "Application/JSON", "application/json"],
    ["spaces say nothing", "a/b ;  v=1", "a/b;v=1"],
    ["the charset that all JSON has says nothing", "application/json; charset=UTF-8", "application/json"],
    ["of JSON with a suffix as well", 'application/problem+json;Charset="utf-8"', "application/problem+json"],
    ["another charset of JSON does", "application/json; charset=latin1", "application/json;charset=latin1"],
    ["the charset of a text does, in either case", "text/plain; Charset=UTF-8", "text/plain;charset=utf-8"],
    ["names of parameters have no case, and values have", "a/b; Version=A", "a/b;version=A"],
    ["quotes say nothing", 'a/b; v="1"', "a/b;v=1"],
    ["what is escaped in quotes is that character", 'a/b; v="a\\"b"', 'a/b;v=a"b'],
    ["a semicolon in quotes ends nothing", 'a/b; v="1;2"; u=3', "a/b;u=3;v=1;2"],
    ["spaces around an equals sign say nothing", "a/b; v = 1 ; u =2", "a/b;u=2;v=1"],
    ["a parameter without a value has an empty one", "a/b; v", "a/b;v="],
    ["a value in quotes that do not end goes on to the end", 'a/b; v="1;2', "a/b;v=1;2"],
    ["a value may hold an equals sign", "a/b; v=1=2", "a/b;v=1=2"],
    ["other parameters do", "a/b;v=1", "a/b;v=1"],
    ["the order of parameters says nothing", "a/b; x=2; v=1", "a/b;v=1;x=2"],
    ["an empty parameter says nothing", "a/b;", "a/b"],
    ["nor does one of spaces", "a/b; ; v=1", "a/b;v=1"],
  ])("%s", (_, mediaType, normal) => {
    expect(normalizeMediaType(mediaType)).toBe(normal);
  });
});

test.each([
  ["application/json", true],
  ["application/json; charset=utf-8", true],
  ["Application/Problem+JSON", true],
  ["text/json", true],
  ["application/json-seq", false],
  ["application/jsonl", false],
  ["application/xjson", false],
  ["text/plain; note=application/json", false],
])("whether %s is JSON: %s", (mediaType, expected) => {
  expect(isJson(mediaType)).toBe(expected);
});

test.each([
  ["text/plain", "text/plain", true],
  ["text/*", "text/plain", true],
  ["*/*", "text/plain", true],
  ["text/*", "texture/plain", false],
  ["*/plain", "text/plain", false],
  ["text/plain", "text/html", false],
  ["text/plain", "text/*", false],
  ["text/*", "text", false],
  ["*/*", "", false],
])("whether %s covers %s: %s", (range, mediaType, expected) => {
  expect(coversMediaType(range, mediaType)).toBe(expected);
});

test.each([
  ["the very same", "a/b", ["*/*", "A/B", "a/b"], "a/b"],
  ["one that says the same", "a/b", ["*/*", "A/B;"], "A/B;"],
  ["a range", "a/b", ["c/d", "A/*", "*/*"], "A/*"],
  ["none", "a/b", ["c/d", "a/c", "a/b;v=1"], undefined],
])("what counts for a media type among others is %s", (_, mediaType, among, expected) => {
  expect(matchMediaType(mediaType, among)).toBe(expected);
});
