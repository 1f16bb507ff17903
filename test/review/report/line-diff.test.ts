import { describe, expect, test } from "vitest";
import { changedLines, everyLine } from "../../../scripts/review/report/line-diff.js";

type Row = readonly [
  claim: string,
  base: string,
  head: string,
  want: { readonly base: readonly number[]; readonly head: readonly number[] },
];

function list(lines: { readonly base: ReadonlySet<number>; readonly head: ReadonlySet<number> }) {
  return { base: [...lines.base], head: [...lines.head] };
}

describe("lines that stand on one side only", () => {
  test.each<Row>([
    ["none of equal texts", "a\nb", "a\nb", { base: [], head: [] }],
    ["an added line", "a\nc", "a\nb\nc", { base: [], head: [2] }],
    ["a removed line, and what follows it is equal", "a\nb\nc\nd", "a\nc\nd", { base: [2], head: [] }],
    ["a changed line on both sides", "a\nb\nc", "a\nx\nc", { base: [2], head: [2] }],
    ["two places, each counted on its own side", "a\nb\nc\nd", "x\na\nb\nd", { base: [3], head: [1] }],
    ["the end of the last line", "a", "a\n", { base: [], head: [2] }],
    ["everything against nothing", "", "a\nb", { base: [1], head: [1, 2] }],
  ])("%s", (_claim, base, head, want) => {
    expect(list(changedLines(base, head))).toEqual(want);
  });
});

test("texts of two authors differ in every line", () => {
  expect(list(everyLine("a\nb", "a"))).toEqual({ base: [1, 2], head: [1] });
});

function repeatLine(word: string, count: number): string {
  return `same\n${`${word}\n`.repeat(count)}`;
}

test("so do texts with more than 1,500 differences", () => {
  expect(list(changedLines(repeatLine("x", 750), repeatLine("y", 750))).base).toHaveLength(750);
  expect(list(changedLines(repeatLine("x", 751), repeatLine("y", 750))).base).toHaveLength(753);
});

describe("a line of base stands in head", () => {
  const { toHead } = changedLines("a\nb\nc\nd", "x\na\nB\nd\ne");
  test.each([
    ["where it has moved to", 1, 2],
    ["where another one took its place", 2, 3],
    ["where others took the place of several", 3, 3],
    ["below what is gone", 4, 4],
    ["at the end, when it is not there", 9, 5],
  ])("%s", (_, line, now) => expect(toHead(line)).toBe(now));

  test.each([1, 2, 3])("below what is new, with all that stays: line %i", (line) => {
    expect(changedLines("a\nb\nc", "x\ny\na\nb\nc").toHead(line)).toBe(line + 2);
  });

  test("at the end of what is new at the end, when it is not there", () => {
    expect([2, 3].map((line) => changedLines("a", "a\nx\ny").toHead(line))).toEqual([3, 3]);
  });

  test("at the last line, when all below it is gone", () => {
    expect(changedLines("a\nb\nc", "a").toHead(3)).toBe(1);
  });

  test("anywhere, when the texts are of two authors", () => expect(everyLine("a\nb", "a").toHead(2)).toBe(1));
});
