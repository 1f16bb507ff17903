import { expect, test } from "vitest";
import { driftOf, judge, ratioOf, type Verdict } from "../../scripts/bench/against/comparison.js";

const comparison = (now: number, before: number, control: number) => ({
  title: "t",
  now: [now, now, 99],
  before: [before, before, 1],
  control: [control, control, 50],
});

test.each<[claim: string, now: number, before: number, control: number, verdict: Verdict]>([
  ["what costs as much is alike", 10, 10, 10, "alike"],
  ["a tenth more is", 11, 10, 11, "alike"],
  ["over a tenth more is a regression", 11.01, 10, 11, "regression"],
  ["over a tenth less is better", 8.9, 10, 8.9, "better"],
  ["a control within a twentieth counts as the same", 40, 40, 41, "alike"],
  ["a dearer one does not", 20, 20, 21.01, "drifted"],
  ["nor a cheaper one, whatever the ratio", 20, 10, 18.99, "drifted"],
  ["what was not measured is not alike", NaN, 10, 10, "drifted"],
])("%s", (_, now, before, control, verdict) => {
  expect(judge(comparison(now, before, control))).toBe(verdict);
});

test("rounds are compared one by one, and the middle one counts", () => {
  const one = { title: "t", now: [2, 8, 30], before: [1, 2, 10], control: [2, 4, 30] };
  expect([ratioOf(one), driftOf(one)]).toEqual([3, 1]);
});
