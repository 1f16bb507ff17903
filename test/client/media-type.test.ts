import { expect, it } from "vitest";
import { isJson, readEssence } from "../../src/call/media-type.js";

it.each([
  ["application/json", "application/json", true],
  ["Application/JSON; charset=utf-8", "application/json", true],
  ["application/problem+json ;q=1", "application/problem+json", true],
  ["application/vnd.api+json", "application/vnd.api+json", true],
  ["application/jsonl", "application/jsonl", false],
  ["application/xjson", "application/xjson", false],
  ["text/json", "text/json", false],
  ["text/application/json", "text/application/json", false],
  ["text/html", "text/html", false],
  ["", "", false],
])("%j is %j; JSON: %s", (mediaType, essence, json) => {
  expect([readEssence(mediaType), isJson(mediaType)]).toEqual([essence, json]);
});
