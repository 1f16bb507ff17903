import { describe, expect, test } from "vitest";
import { changedLines, everyLine } from "../../../scripts/review/report/line-diff.js";

type Row = readonly [
  claim: string,
  before: string,
  after: string,
  want: { readonly before: readonly number[]; readonly after: readonly number[] },
];

function list(lines: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> }) {
  return { before: [...lines.before], after: [...lines.after] };
}

describe("lines that stand on one side only", () => {
  test.each<Row>([
    ["none of equal texts", "a\nb", "a\nb", { before: [], after: [] }],
    ["an added line", "a\nc", "a\nb\nc", { before: [], after: [2] }],
    ["a removed line, and what follows it is equal", "a\nb\nc\nd", "a\nc\nd", { before: [2], after: [] }],
    ["a changed line on both sides", "a\nb\nc", "a\nx\nc", { before: [2], after: [2] }],
    ["two places, each counted on its own side", "a\nb\nc\nd", "x\na\nb\nd", { before: [3], after: [1] }],
    ["the end of the last line", "a", "a\n", { before: [], after: [2] }],
    ["everything against nothing", "", "a\nb", { before: [1], after: [1, 2] }],
  ])("%s", (_claim, before, after, want) => {
    expect(list(changedLines(before, after))).toEqual(want);
  });
});

test("texts of two authors differ in every line", () => {
  expect(list(everyLine("a\nb", "a"))).toEqual({ before: [1, 2], after: [1] });
});

function repeatLine(word: string, count: number): string {
  return `same\n${`${word}\n`.repeat(count)}`;
}

test("so do texts with more than 3,000 differences", () => {
  expect(list(changedLines(repeatLine("x", 1500), repeatLine("y", 1500))).before).toHaveLength(1500);
  expect(list(changedLines(repeatLine("x", 1501), repeatLine("y", 1500))).before).toHaveLength(1503);
});
