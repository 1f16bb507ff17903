import { expect, test } from "vitest";
import { fitTiers } from "../../../../scripts/review/report/formats/fit.js";

const block = (text: string, count = 1) => ({ text, count });

/** A block takes its bytes and a line break. */
test.each<[claim: string, room: number, kept: readonly (readonly string[])[], left: readonly number[]]>([
  ["all where there is room to the byte", 9, [["aa", "b"], ["é"]], [0, 0]],
  ["all but the last tier", 7, [["aa", "b"], []], [0, 5]],
  ["of a tier smaller blocks after a large one", 2, [["b"], []], [1, 5]],
  ["after a tier that does not fit whole none", 4, [["aa"], []], [1, 5]],
  ["nothing", 1, [[], []], [2, 5]],
])("keeps %s", (_claim, room, kept, left) => {
  const { first, last } = fitTiers({ first: [block("aa"), block("b")], last: [block("é", 5)] }, room);
  expect([first.kept, last.kept]).toEqual(kept);
  expect([first.left, last.left]).toEqual(left);
  expect([first.total, last.total]).toEqual([2, 5]);
}); // prettier-ignore
