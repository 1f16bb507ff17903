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
    ["a charset says nothing", "application/json; charset=UTF-8", "application/json"],
    ["other parameters do", "a/b;v=1", "a/b;v=1"],
    ["the order of parameters says nothing", "a/b; x=2; v=1", "a/b;v=1;x=2"],
    ["an empty parameter says nothing", "a/b;", "a/b"],
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
  ["one that says the same", "a/b", ["*/*", "A/B; charset=x"], "A/B; charset=x"],
  ["a range", "a/b", ["c/d", "A/*", "*/*"], "A/*"],
  ["none", "a/b", ["c/d", "a/c", "a/b;v=1"], undefined],
])("what counts for a media type among others is %s", (_, mediaType, among, expected) => {
  expect(matchMediaType(mediaType, among)).toBe(expected);
});
