import { describe, expect, test } from "vitest";
import {
  findComponents,
  findPath,
  followersOf,
  pathBetween,
} from "../../../scripts/pattern/backtracking/graph.js";
import type { Graph } from "../../../scripts/pattern/backtracking/graph.js";

const graphs: Readonly<Record<string, readonly (readonly number[])[]>> = {
  "a ring": [[1], [2], [0]],
  "a chain": [[1], [2], []],
  "two rings": [[1], [0, 2], [3], [2]],
  "a ring with a tail before and behind": [[1], [2], [1, 3], []],
  "a cross edge": [[1, 2], [3], [3], []],
  "a loop": [[0]],
  "two ways round": [[1, 2], [3], [3], [0]],
};

describe("findComponents", () => {
  test.each([
    ["a ring", [0, 0, 0]],
    ["a chain", [2, 1, 0]],
    ["two rings", [1, 1, 0, 0]],
    ["a ring with a tail before and behind", [2, 1, 1, 0]],
    ["a cross edge", [3, 1, 2, 0]],
    ["a loop", [0]],
    ["two ways round", [0, 0, 0, 0]],
  ])("of %s are %j", (name, expected) => {
    const edges = graphs[name] ?? [];
    expect([...(findComponents(edges.length, [0], (vertex) => edges[vertex] ?? []) ?? [])]).toEqual(expected);
  });

  test("what no root leads to has none, and a limit of vertices stops the search", () => {
    expect([...(findComponents(3, [0], followFork) ?? [])]).toEqual([1, 0, -1]);
    expect([...(findComponents(3, [0, 2], followFork) ?? [])]).toEqual([1, 0, 2]);
    expect(findComponents(3, [0], followFork, 1)).toBeUndefined();
    expect(findComponents(3, [0], followFork, 2)).toBeDefined();
  });
});

describe("findPath", () => {
  test("is a shortest one, with its ends", () => {
    expect(findPath([3], String, follow, (vertex) => vertex === 13)).toEqual({
      labels: [2, 2, 1],
      source: 3,
      goal: 13,
    });
    expect(findPath([3, 6], String, follow, (vertex) => vertex === 13)).toEqual({
      labels: [2, 1],
      source: 6,
      goal: 13,
    });
    expect(findPath([3], String, follow, (vertex) => vertex === 3)).toEqual({
      labels: [],
      source: 3,
      goal: 3,
    });
    expect(findPath([3], String, follow, (_, steps) => steps === 2)?.labels).toEqual([1, 1]);
    expect(findPath([3], String, follow, (vertex) => vertex === 2)).toBeUndefined();
  });

  const graph: Graph = {
    moves: [new Map([[7, [1, 1, 2]]]), new Map([[8, [2]]]), new Map()],
    symbolOf: (label) => label,
    starts: [0],
  };

  test("between vertices of a graph", () => {
    expect(pathBetween(graph, [0], 2)).toEqual([7]);
    expect(pathBetween(graph, [1], 2)).toEqual([8]);
    expect(pathBetween(graph, [2], 0)).toBeUndefined();
    expect(followersOf(graph, 0)).toEqual([1, 2]);
  });
});

function followFork(vertex: number): readonly number[] {
  return [[1], [], [1]][vertex] ?? [];
}

/** One further, or twice as far. */
function follow(vertex: number): readonly (readonly [number, number])[] {
  if (vertex >= 20) return [];
  return [
    [1, vertex + 1],
    [2, vertex * 2],
  ];
}
