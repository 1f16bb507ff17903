import { at } from "../at.js";
import type { Nfa } from "../automaton/nfa.js";

/** Vertices from 0 on, each with its moves by label; a target may stand twice in a list, once for each way to it. */
export type Graph = {
  readonly moves: readonly ReadonlyMap<number, readonly number[]>[];
  /** the class of characters that a label stands for */
  readonly symbolOf: (label: number) => number;
  readonly starts: readonly number[];
};

/** Everything the matcher could ever try, whether or not a way tried before would have matched. */
export function coarseGraph(nfa: Nfa): Graph {
  const moves = nfa.moves.map(
    (row) => new Map(row.flatMap(({ targets }, symbol) => (targets.length > 0 ? [[symbol, targets]] : []))),
  );
  return { moves, symbolOf: (label) => label, starts: [0] };
}

/**
 * Tarjan's algorithm without recursion: vertex → component, −1 where no root leads. Components are numbered against
 * the arrows. undefined when more than `limit` vertices are reached.
 */
export function findComponents(
  count: number,
  roots: Iterable<number>,
  followers: (vertex: number) => readonly number[],
  limit = Infinity,
): Int32Array | undefined {
  const component = new Int32Array(count).fill(-1);
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const search: Search = { component, order, low, followers, limit, stack: [], visited: 0, components: 0 };
  for (const root of roots) if (at(order, root) < 0 && !searchFrom(search, root)) return undefined;
  return component;
}

type Search = {
  readonly component: Int32Array;
  readonly order: Int32Array;
  readonly low: Int32Array;
  readonly followers: (vertex: number) => readonly number[];
  readonly limit: number;
  readonly stack: number[];
  visited: number;
  components: number;
};

type Frame = { readonly vertex: number; readonly followers: readonly number[]; done: number };

/** false when the limit is reached. */
function searchFrom(search: Search, root: number): boolean {
  const { component, order, low } = search;
  const frames = [openVertex(search, root)];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const target = frame.followers[frame.done++];
    if (target === undefined) {
      frames.pop();
      closeVertex(search, frame.vertex);
      const parent = frames.at(-1)?.vertex;
      if (parent !== undefined) low[parent] = Math.min(at(low, parent), at(low, frame.vertex));
    } else if (at(order, target) < 0) {
      if (search.visited >= search.limit) return false;
      frames.push(openVertex(search, target));
    } else if (at(component, target) < 0)
      low[frame.vertex] = Math.min(at(low, frame.vertex), at(order, target));
  }
  return true;
}

function openVertex(search: Search, vertex: number): Frame {
  search.order[vertex] = search.low[vertex] = search.visited++;
  search.stack.push(vertex);
  return { vertex, followers: search.followers(vertex), done: 0 };
}

/** The first vertex of a component that was come to closes it. */
function closeVertex(search: Search, vertex: number): void {
  if (search.low[vertex] !== search.order[vertex]) return;
  for (let member = -1; member !== vertex;) {
    member = search.stack.pop() ?? vertex;
    search.component[member] = search.components;
  }
  search.components++;
}

/** The labels of a shortest path from one of the sources to a vertex that `isGoal` takes; undefined without one. */
export function findPath<Vertex>(
  sources: readonly Vertex[],
  keyOf: (vertex: Vertex) => number | string,
  follow: (vertex: Vertex) => Iterable<readonly [label: number, target: Vertex]>,
  isGoal: (vertex: Vertex, steps: number) => boolean,
): { readonly labels: readonly number[]; readonly source: Vertex; readonly goal: Vertex } | undefined {
  type Visit = {
    readonly vertex: Vertex;
    readonly label: number;
    readonly from: Visit | undefined;
    readonly steps: number;
  };
  const seen = new Set(sources.map(keyOf));
  const queue: Visit[] = sources.map((vertex) => ({ vertex, label: -1, from: undefined, steps: 0 }));
  for (let i = 0; i < queue.length; i++) {
    const visit = at(queue, i);
    if (isGoal(visit.vertex, visit.steps)) {
      const labels: number[] = [];
      let first = visit;
      for (; first.from !== undefined; first = first.from) labels.unshift(first.label);
      return { labels, source: first.vertex, goal: visit.vertex };
    }
    for (const [label, vertex] of follow(visit.vertex)) {
      const key = keyOf(vertex);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ vertex, label, from: visit, steps: visit.steps + 1 });
    }
  }
  return undefined;
}

/** Every vertex that a move leads to. */
export function followersOf(graph: Graph, vertex: number): readonly number[] {
  return [...new Set([...at(graph.moves, vertex).values()].flat())];
}

/** The labels of a shortest path between two vertices; undefined without one. */
export function pathBetween(
  graph: Graph,
  from: readonly number[],
  to: number,
): readonly number[] | undefined {
  return findPath(
    from,
    (vertex) => vertex,
    (vertex) => edgesFrom(graph, vertex),
    (vertex) => vertex === to,
  )?.labels;
}

function* edgesFrom(graph: Graph, vertex: number): Iterable<readonly [number, number]> {
  for (const [label, targets] of at(graph.moves, vertex)) for (const target of targets) yield [label, target];
}
