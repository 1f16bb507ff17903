import { expect, test } from "vitest";
import { excerptJson } from "../../../../scripts/review/report/proof/excerpt.js";

const long = "x".repeat(200);

test.each<[claim: string, value: unknown, path: readonly (string | number)[], text: string]>([
  ["a value whole", { a: 1 }, [], '{"a":1}'],
  ["a first name", { a: 1, b: 2 }, ["a"], '{"a":1,…}'],
  ["a name between others", { a: 1, b: 2, c: 3 }, ["b"], '{…,"b":2,…}'],
  ["a last name", { a: 1, b: 2 }, ["b"], '{…,"b":2}'],
  ["an only name", { a: null }, ["a"], '{"a":null}'],
  ["an item between others", [1, 2, 3], [1], "[…,2,…]"],
  ["an only item", [1], [0], "[1]"],
  ["a way of names and indices", { a: 1, b: [{ c: [], d: 1 }] }, ["b", 0, "c"], '{…,"b":[{"c":[],…}]}'],
  ["what a missing name is missing in", { a: { b: 1 } }, ["a", "c"], '{"a":{"b":1}}'],
  ["of much that a name is missing in nothing", { a: { b: long } }, ["a", "c"], '{"a":{…}}'],
  ["a missing item", [1], [3], "[1]"],
  ["a name that every object has", { a: 1 }, ["toString"], '{"a":1}'],
  ["of much at its end the names", { a: long, b: [1], c: { d: 1 }, e: null }, [], `{"a":"${"x".repeat(191)}…`],
  ["of much below its end the names alone", { b: [long], c: { d: 1 }, e: null }, [], '{"b":…,"c":…,"e":null}'],
  ["of a long text the beginning", long, [], `"${"x".repeat(196)}…`],
])("shows %s", (_claim, value, path, text) => expect(excerptJson(value, path)).toBe(text)); // prettier-ignore
