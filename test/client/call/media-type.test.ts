import { expect, it } from "vitest";
import { readEssence } from "../../../src/call/media-type.js";

it.each([
  ["application/json", "application/json"],
  ["Application/JSON; charset=utf-8", "application/json"],
  ["application/problem+json ;q=1", "application/problem+json"],
  ["application/vnd.api+json", "application/vnd.api+json"],
  ["application/jsonl", "application/jsonl"],
  ["application/xjson", "application/xjson"],
  ["text/json", "text/json"],
  ["text/application/json", "text/application/json"],
  ["text/html", "text/html"],
  ["", ""],
])("%j is %j", (mediaType, essence) => {
  expect(readEssence(mediaType)).toBe(essence);
});
