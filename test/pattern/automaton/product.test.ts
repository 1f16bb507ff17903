import { expect, test } from "vitest";
import { hasCommonText, intersectDfas } from "../../../scripts/pattern/automaton/product.js";
import { dfaOfPattern } from "../dfas.js";

const free = (): void => {};

/** Of how many states the product has to be, at least: 0 where none is enough up to ten. */
function countStates(included: readonly string[], excluded: readonly string[]): number {
  const factors = { included: included.map(dfaOfPattern), excluded: excluded.map(dfaOfPattern), max: 0xffff };
  const limits = Array.from({ length: 10 }, (_, index) => index + 1);
  return limits.find((limit) => intersectDfas(factors, limit, free) !== undefined) ?? 0;
}

test.each<[claim: string, included: readonly string[], excluded: readonly string[], count: number]>([
  ["what all that are included accept whatever follows", ["^a"], [], 1],
  ["what two accept at once whatever follows", ["^a", "^[ab]"], [], 1],
  ["what one alone accepts whatever follows", ["^a", "^ab"], [], 2],
  ["what one that is excluded refuses whatever follows", ["^a"], ["^b"], 1],
  ["what one that is excluded accepts or refuses whatever follows", [], ["^a"], 1],
])("%s is looked at no further", (_claim, included, excluded, count) => {
  expect(countStates(included, excluded)).toBe(count);
});

test("a text that all have is found within one state", () => {
  const factors = { included: ["^a", "^[ab]"].map(dfaOfPattern), excluded: [], max: 0xffff };
  expect(hasCommonText(factors, 1, free)).toBe(true);
});
