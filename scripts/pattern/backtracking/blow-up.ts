import { at } from "../at.js";
import type { Graph } from "./graph.js";

/** The number of paths that end in each vertex. */
type Paths = ReadonlyMap<number, number>;
export type Trail = {
  readonly labels: readonly number[];
  readonly paths: Paths;
  /** the sum of the paths */
  readonly live: number;
};

/** A text on which more paths than this live at once belongs to no honest pattern. */
export const TOO_MANY_PATHS = 50_000;
const LONGEST = 48;
const KEPT = 3;

/**
 * Bounded repeats and long rows of options (`a?a?a?…`) are no loops, and still have exponentially many paths in the
 * size of the pattern. Follows the texts with the most paths, a few at a time; the first with too many.
 */
export function findBlowUp(graph: Graph): Trail | undefined {
  let trails: readonly Trail[] = graph.starts.map((vertex) => ({
    labels: [],
    paths: new Map([[vertex, 1]]),
    live: 1,
  }));
  for (let length = 0; length < LONGEST; length++) {
    trails = trails
      .flatMap((trail) => extend(graph, trail))
      .sort((a, b) => b.live - a.live)
      .slice(0, KEPT);
    const [heaviest] = trails;
    if (heaviest === undefined) return undefined;
    if (heaviest.live > TOO_MANY_PATHS) return heaviest;
  }
  return undefined;
}

function extend(graph: Graph, { labels, paths }: Trail): readonly Trail[] {
  const longer = new Map<number, Map<number, number>>();
  for (const [vertex, count] of paths) {
    for (const [label, targets] of at(graph.moves, vertex)) {
      const ends = longer.get(label) ?? new Map<number, number>();
      longer.set(label, ends);
      for (const target of targets) ends.set(target, (ends.get(target) ?? 0) + count);
    }
  }
  return [...longer].map(([label, ends]) => ({
    labels: [...labels, label],
    paths: ends,
    live: [...ends.values()].reduce((sum, count) => sum + count, 0),
  }));
}
