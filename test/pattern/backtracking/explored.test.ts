import { expect, test } from "vitest";
import { exploredGraph } from "../../../scripts/pattern/backtracking/explored.js";
import { nfaOfPattern } from "../patterns.js";

type Edges = readonly (readonly [label: number, targets: readonly number[]])[];

// A vertex is a state and a rest of the text; a label is the number of the rest behind a character, times the classes,
// plus the class of the character.
test.each<
  [
    claim: string,
    pattern: string,
    moves: readonly Edges[],
    starts: number,
    rests: readonly (readonly number[])[],
  ]
>([
  [
    "what goes on alike for every rest",
    "^a*$",
    [[[1, [2]]], [[3, [3]]], [[1, [2]]], [[3, [3]]]],
    2,
    [[], [0], [], [0]],
  ],
  [
    "a later way only before a rest with which the first way fails",
    "^(?:a|ab)*$",
    [
      [
        [1, [3]],
        [7, [4, 5]],
      ],
      [[4, [6, 7]]],
      [],
      [
        [1, [3]],
        [7, [4, 5]],
      ],
      [],
      [[2, [3]]],
      [[4, [6, 7]]],
      [
        [5, [6]],
        [8, [4]],
      ],
    ],
    3,
    [[], [0], [2], [], [2], [2], [0], [0]],
  ],
])("the matcher explores %s: %j", (_, pattern, moves, starts, rests) => {
  const explored = exploredGraph(nfaOfPattern(pattern), 100);
  expect(explored?.graph.moves.map((edges) => [...edges])).toEqual(moves);
  expect(explored?.graph.starts).toEqual(Array.from({ length: starts }, (_one, i) => i));
  expect(explored?.graph.moves.map((_one, i) => explored.restOf(i))).toEqual(rests);
});

test("a label stands for the class of its character", () => {
  const graph = exploredGraph(nfaOfPattern("^(?:a|ab)*$"), 100)?.graph;
  expect([0, 1, 2, 3, 4, 5, 8].map((label) => graph?.symbolOf(label))).toEqual([0, 1, 2, 0, 1, 2, 2]);
});

test.each([
  ["^a*$", 4],
  ["^(?:a|ab)*$", 8],
])("with fewer vertices than %j has, the search is given up", (pattern, count) => {
  expect(exploredGraph(nfaOfPattern(pattern), count)).toBeDefined();
  expect(exploredGraph(nfaOfPattern(pattern), count - 1)).toBeUndefined();
});
