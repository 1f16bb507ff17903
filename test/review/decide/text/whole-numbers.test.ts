import { expect, test } from "vitest";
import { matchWholeNumbers } from "../../../../scripts/review/decide/text/whole-numbers.js";

const limits: readonly (readonly [low: number, high: number])[] = [
  [0, 0],
  [0, 9],
  [1, 30],
  [7, 1000],
  [-5, 5],
  [-1234, -99],
  [98, 102],
  [100, 999],
  [5, 4],
  [-Infinity, 12],
  [95, Infinity],
  [-Infinity, Infinity],
  [-Infinity, -3],
];

test.each(limits)("the numerals from %d to %d are those of its numbers", (low, high) => {
  const pattern = matchWholeNumbers(low, high, "");
  const numbers = Array.from({ length: 3001 }, (_, index) => index - 1500);
  const isMatched = (text: string): boolean => pattern !== undefined && new RegExp(`^${pattern}$`).test(text);
  expect(numbers.filter((value) => isMatched(String(value)))).toEqual(
    numbers.filter((value) => value >= low && value <= high),
  );
  expect(["", "-", "-0", "00", "01", "1.0", "1e1", "+1"].filter(isMatched)).toEqual([]);
});

test("zeros may stand before them, behind the sign", () => {
  const pattern = new RegExp(`^${matchWholeNumbers(-3, 12, "0*") ?? ""}$`);
  expect(["0", "007", "-003", "0012"].every((text) => pattern.test(text))).toBe(true);
  expect(["0-3", "0013", "-004"].some((text) => pattern.test(text))).toBe(false);
});
