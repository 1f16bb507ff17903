import type { Graph } from "../../../scripts/pattern/backtracking/graph.js";

/** Where a vertex leads: label → targets, one for each way. */
export type Edges = Readonly<Record<number, readonly number[]>>;

/** A graph by hand that starts in its first vertex; a label stands for the class that is ten times as much. */
export function graphOf(edges: readonly Edges[]): Graph {
  const moves = edges.map(
    (row) => new Map(Object.entries(row).map(([label, targets]) => [Number(label), targets])),
  );
  return { moves, symbolOf: (label) => label * 10, starts: [0] };
}
