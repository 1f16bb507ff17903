import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { shrink } from "../../../scripts/review/decide/shrink.js";

const always = () => true;
const is = (wanted: unknown) => (value: unknown) => isDeepStrictEqual(value, wanted);
const count = (length: number) => Array.from({ length }, (_, index) => index);

describe("the smallest value that still holds", () => {
  test.each<[claim: string, value: unknown, holds: (value: unknown) => boolean, smallest: unknown]>([
    ["an object loses every name that it does not need", { a: 1, b: 2, c: 3 }, (value) => Object.hasOwn(Object(value), "b"), { b: 0 }],
    ["an object is empty where any value holds", { a: { b: [1] } }, always, {}],
    ["a list loses every item that it does not need", ["a", "b", "c"], (value) => Array.isArray(value) && value.includes("b"), ["b"]],
    ["a list is empty where any value holds", [["a"], 1], always, []],
    ["a member of a member is made smaller", { a: [{ b: "xyz" }] }, (value) => JSON.stringify(value).includes("b"), { a: [{ b: "" }] }],
    ["a text loses what stands at its ends", "aabaa", (value) => String(value).includes("b"), "b"],
    ["a text is empty where any value holds", "abc", always, ""],
    ["a text of surrogates loses whole characters", "🐲🐲", (value) => value !== "", "🐲"],
    ["a number is 0 where any value holds", 7.5, always, 0],
    ["a number is 1 where 0 does not hold", 7.5, (value) => value !== 0, 1],
    ["a number loses its fraction", 2.5, (value) => Number(value) > 1, 2],
    ["a number is halved", 100, (value) => Number(value) >= 5, 6],
    ["a negative number comes near to 0", -7, (value) => Number(value) < 0, -1],
    ["true stays", true, always, true],
    ["null stays", null, always, null],
    ["a value that no smaller one replaces stays", { a: 1 }, is({ a: 1 }), { a: 1 }],
    ["a text of nine characters is halved", "abcdefghi", is("abcd"), "abcd"],
    ["a shorter one is not", "abcdefgh", is("abcd"), "abcdefgh"],
    ["a list of nine items is halved", count(9), is(count(4)), count(4)],
    ["a list of more than two hundred items loses its last", count(201), is(count(200)), count(200)],
    ["a shorter one is not", count(8), is(count(4)), count(8)],
  ])("%s", (_, value, holds, smallest) => expect(shrink(value, holds)).toEqual(smallest)); // prettier-ignore
});

const isLong = (value: unknown) => String(value).length >= 1900;

function countTries(value: unknown): number {
  let tries = 0;
  shrink(value, () => ++tries < 0);
  return tries;
}

describe("what is tried", () => {
  test("of two hundred items each", () => expect(countTries(Array(200).fill(true))).toBe(201));
  test("of more than that the last alone", () => expect(countTries(Array(201).fill("a"))).toBe(2));
  test("of an empty text, list or object nothing", () => expect(["", [], {}].map(countTries)).toEqual([0, 0, 0]));
  test("of one character one less", () => expect(countTries("a")).toBe(1));
  test("two thousand times in all", () => {
    expect(String(shrink("x".repeat(3000), isLong))).toHaveLength(2000);
  });
}); // prettier-ignore
