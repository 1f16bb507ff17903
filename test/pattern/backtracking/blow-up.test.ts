import { expect, test } from "vitest";
import { findBlowUp } from "../../../scripts/pattern/backtracking/blow-up.js";
import { graphOf, type Edges } from "./graphs.js";

/** A chain of vertices from a number on, with so many ways from each to the next. */
function chain(from: number, length: number, ways: number): readonly Edges[] {
  return Array.from({ length }, (_, i) => ({ 1: Array<number>(ways).fill(from + i + 1) }));
}

/** A choice of labels, each with its number of ways to a vertex, and behind the last one a chain that blows up. */
function choice(...ways: readonly number[]): readonly Edges[] {
  const first = Object.fromEntries(
    ways.map((count, i) => [i + 1, Array<number>(count).fill(i < ways.length - 1 ? 1 : 2)]),
  );
  return [first, {}, ...chain(2, 17, 2), {}];
}

const ones = (count: number): readonly number[] => Array<number>(count).fill(1);

test.each<[claim: string, edges: readonly Edges[], labels: readonly number[] | undefined]>([
  ["sixteen forks in a row have 65,536 paths", [...chain(0, 16, 2), {}], ones(16)],
  ["fifteen are 32,768, which is not too many", [...chain(0, 15, 2), {}], undefined],
  ["the text ends where there are too many", [...chain(0, 30, 2), {}], ones(16)],
  ["a text of 48 characters is followed", [...chain(0, 32, 1), ...chain(32, 16, 2), {}], ones(48)],
  ["a longer one is not", [...chain(0, 33, 1), ...chain(33, 16, 2), {}], undefined],
  ["paths that meet are added", [{ 1: [1, 2] }, { 1: [0] }, { 1: [0] }], ones(31)],
  ["a text of the third most paths is followed", choice(3, 2, 1), [3, ...ones(16)]],
  ["one of the fourth most is not", choice(4, 3, 2, 1), undefined],
  ["nothing goes on without an end", [{ 1: [0] }], undefined],
])("%s", (_, edges, labels) => {
  expect(findBlowUp(graphOf(edges))?.labels).toEqual(labels);
});

test("the paths are told by the vertex that they end in, with their sum", () => {
  const fork: readonly Edges[] = [...chain(0, 16, 2), { 1: [17, 17, 18] }];
  const shorter: readonly Edges[] = [...chain(0, 15, 2), { 1: [16, 16, 17] }, {}, {}];
  expect(findBlowUp(graphOf(fork))).toEqual({
    labels: ones(16),
    paths: new Map([[16, 65_536]]),
    live: 65_536,
  });
  expect(findBlowUp(graphOf(shorter))).toEqual({
    labels: ones(16),
    paths: new Map([
      [16, 65_536],
      [17, 32_768],
    ]),
    live: 98_304,
  });
});
