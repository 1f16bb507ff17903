import { describe, expect, test } from "vitest";
import { findAmbiguity } from "../../../scripts/pattern/backtracking/ambiguity.js";
import { graphOf, type Edges } from "./graphs.js";

const none = "none";
const exponential = (prefix: readonly number[], pump: readonly number[], vertex: number) => ({
  complexity: "exponential",
  prefix,
  pump,
  vertex,
});
const polynomial = (prefix: readonly number[], pump: readonly number[], vertex: number) => ({
  complexity: "polynomial",
  prefix,
  pump,
  vertex,
});

const ring = (count: number): readonly Edges[] =>
  Array.from({ length: count }, (_, i) => ({ 1: i === 0 ? [1, 2] : [(i + 1) % count] }));

/** A ring of so many vertices, whose first has another way out. */
const turn = (from: number, count: number, way: readonly number[] = []): readonly Edges[] =>
  Array.from({ length: count }, (_, i) => ({ 1: [from + ((i + 1) % count), ...(i === 0 ? way : [])] }));

/** All that both loops hold lies between them: so many by so many by twice as many. */
const joined = (count: number) => graphOf([...turn(0, count, [count]), ...turn(count, count)]);

describe("the number of paths on a text grows", () => {
  test.each<[claim: string, edges: readonly Edges[], expected: unknown]>([
    ["not where nothing loops", [{ 1: [1] }, { 1: [2] }, {}], none],
    ["not in one loop", [{ 1: [0] }], none],
    ["not in a ring that one word goes round", [{ 1: [1] }, { 2: [0] }], none],
    ["not where two ways out of a loop never come back", [{ 1: [0, 1, 1] }, {}], none],
    ["not where two ways round begin with another label", [{ 1: [0], 2: [1] }, { 1: [0] }], none],
    ["not where two ways that part never meet again", [{ 1: [1, 2] }, { 2: [0] }, { 3: [0] }], none],
    ["exponentially in an edge that stands twice", [{ 1: [0, 0] }], exponential([], [1], 0)],
    [
      "exponentially in an edge that stands twice on a longer round",
      [{ 5: [1] }, { 1: [2, 2] }, { 2: [3] }, { 3: [1] }],
      exponential([5], [1, 2, 3], 1),
    ],
    ["exponentially in two ways of one word", [{ 1: [0, 1] }, { 1: [0] }], exponential([], [1, 1], 0)],
    [
      "exponentially in two ways that meet before the way back",
      [{ 9: [1] }, { 1: [2, 3] }, { 2: [4] }, { 2: [4] }, { 3: [1] }],
      exponential([9], [1, 2, 3], 1),
    ],
    [
      "exponentially in a loop behind one that is harmless",
      [{ 1: [0], 2: [1] }, { 1: [1, 1] }],
      exponential([2], [1], 1),
    ],
    ["polynomially from one loop into the next", [{ 1: [0, 1] }, { 1: [1] }], polynomial([], [1], 0)],
    [
      "polynomially from one loop into the next but one",
      [{ 7: [1] }, { 1: [1, 2] }, { 1: [3] }, { 1: [3] }],
      polynomial([7], [1, 1], 1),
    ],
    [
      "polynomially between rings of one word",
      [{ 3: [1] }, { 1: [2] }, { 2: [1, 3] }, { 1: [4] }, { 2: [3] }],
      polynomial([3], [1, 2], 1),
    ],
    ["not between loops on different labels", [{ 1: [0, 1] }, { 2: [1] }], none],
    [
      "not between loops whose words are never equal",
      [{ 1: [1] }, { 1: [0], 2: [2] }, { 1: [3], 2: [3] }, { 2: [2] }],
      none,
    ],
    ["not between loops that another label joins", [{ 1: [0], 2: [1] }, { 1: [1] }], none],
    [
      "not between loops of which neither leads to the other",
      [{ 1: [1], 2: [2] }, { 3: [1] }, { 3: [2] }],
      none,
    ],
    ["not in what no start leads to", [{ 1: [0] }, { 1: [1, 1] }], none],
  ])("%s", (_, edges, expected) => {
    expect(findAmbiguity(graphOf(edges))).toEqual(expected);
  });

  test("at an unknown rate in a loop with too many pairs", () => {
    expect(findAmbiguity(graphOf(ring(5)))).toMatchObject({ complexity: "exponential" });
    expect(findAmbiguity(graphOf(ring(2001)))).toBe("too large");
  });

  test("at an unknown rate from one loop to another with too many triples", () => {
    expect(findAmbiguity(joined(20))).toMatchObject({ complexity: "polynomial" });
    expect(findAmbiguity(joined(130))).toBe("too large");
  });
});
