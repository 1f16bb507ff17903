import { expect, test } from "vitest";
import { hasBoth, matchKeys, placesOf } from "../../../scripts/review/document/document.js";
import { BrokenSide } from "../../../scripts/review/document/broken-side.js";
import { RevisionError } from "../../../scripts/review/document/revision.js";
import { SchemaError } from "../../../scripts/review/decide/compile-schemas.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { rootOf } from "../../../scripts/json/place.js";

test("what stands under each key of either side comes once, that of base first", () => {
  const base = new Map([["b", 1], ["a", 2]]);
  const head = new Map([["c", 3], ["a", 4]]);
  expect([...matchKeys({ base, head })]).toEqual([
    ["b", { base: 1, head: undefined }],
    ["a", { base: 2, head: 4 }],
    ["c", { base: undefined, head: 3 }],
  ]);
}); // prettier-ignore

test.each([
  [1, 2, true],
  [0, "", true],
  [undefined, 2, false],
  [1, undefined, false],
])("base %s and head %s are both there: %s", (base, head, expected) => {
  expect(hasBoth<unknown>({ base, head })).toBe(expected);
});

test("a side that has nothing has no place", () => {
  const place = rootOf(readDocument({}, "base"));
  expect(placesOf({ base: { place }, head: undefined })).toEqual({ base: place, head: undefined });
});

test.each([
  new BrokenSide("base", "v1", []),
  new RevisionError("gone"),
  new SchemaError("wrong", readDocument({}, "base"), ""),
])("a $name is called after its class", (error) => {
  expect(error.name).toBe(error.constructor.name);
});
