import { at } from "../at.js";
import type { Graph } from "./graph.js";
import { findComponents, findPath, followersOf, pathBetween } from "./graph.js";

/** A loop that the matcher can go through in more than one way on the same text, as labels of the graph. */
export type Pump = {
  readonly complexity: "exponential" | "polynomial";
  readonly prefix: readonly number[];
  readonly pump: readonly number[];
  /** the vertex in which the pump begins and may end */
  readonly vertex: number;
};

export type Ambiguity = Pump | "none" | "too large";

/** How many vertices, pairs or triples of them are looked at before giving up, and how many there may be at all. */
const MAX_REACHED = 400_000;
const MAX_NUMBERED = 4_000_000;

/**
 * Decides how the number of paths grows with the text. Exponential: two different paths on one word from a vertex
 * back to it. Polynomial: vertices p and q with one word that leads p to p, p to q and q to q. Weber and Seidl, "On
 * the degree of ambiguity of finite automata" (1991); Weideman et al., "Analyzing matching time behavior of
 * backtracking regular expression matchers" (2016).
 */
export function findAmbiguity(graph: Graph): Ambiguity {
  const count = graph.moves.length;
  const components = findComponents(count, graph.starts, (vertex) => followersOf(graph, vertex), MAX_REACHED);
  if (components === undefined) return "too large";
  const loops = collectLoops(graph, components);
  for (const loop of loops) {
    const found = findExponential(graph, components, loop);
    if (found !== "none") return found;
  }
  return findPolynomial(graph, components, loops);
}

/** The components with an edge inside, as lists of their vertices. */
function collectLoops(graph: Graph, components: Int32Array): readonly (readonly number[])[] {
  const members = new Map<number, number[]>();
  for (const [vertex, component] of components.entries()) {
    if (component < 0) continue;
    const list = members.get(component);
    if (list === undefined) members.set(component, [vertex]);
    else list.push(vertex);
  }
  return [...members.values()].filter(
    (list) => list.length > 1 || followersOf(graph, at(list, 0)).includes(at(list, 0)),
  );
}

function findExponential(graph: Graph, components: Int32Array, loop: readonly number[]): Ambiguity {
  const twice = findTwofoldEdge(graph, components, loop);
  if (twice !== undefined) return twice;
  // A component in which no vertex has two targets on one label has a single path on every word.
  const component = at(components, at(loop, 0));
  const forks = loop.some((vertex) =>
    [...at(graph.moves, vertex).values()].some(
      (targets) => targets.filter((target) => components[target] === component).length > 1,
    ),
  );
  if (!forks) return "none";
  if (loop.length ** 2 > MAX_NUMBERED) return "too large";
  return findTwins(graph, components, loop);
}

/** One character, one target, two ways: an iteration inside an iteration. */
function findTwofoldEdge(graph: Graph, components: Int32Array, loop: readonly number[]): Pump | undefined {
  for (const vertex of loop) {
    for (const [label, targets] of at(graph.moves, vertex)) {
      const target = targets.find(
        (one, i) => components[one] === components[vertex] && targets.indexOf(one) !== i,
      );
      const back = target === undefined ? undefined : pathBetween(graph, [target], vertex);
      if (back !== undefined) return exponential(graph, vertex, [label, ...back]);
    }
  }
  return undefined;
}

type Pair = readonly [number, number];

/** A pair of different vertices on a way from (r, r) back to (r, r). */
function findTwins(graph: Graph, components: Int32Array, loop: readonly number[]): Ambiguity {
  const component = components[at(loop, 0)];
  const index = new Map(loop.map((vertex, i) => [vertex, i]));
  const keyOf = ([p, q]: Pair): number => (index.get(p) ?? 0) * loop.length + (index.get(q) ?? 0);
  const follow = (pair: Pair): (readonly [number, Pair])[] =>
    followPairs(graph, pair).filter(
      ([, [p, q]]) => components[p] === component && components[q] === component,
    );
  const pairOf = (key: number): Pair => [
    at(loop, Math.floor(key / loop.length)),
    at(loop, key % loop.length),
  ];
  const diagonal = loop.map((vertex): Pair => [vertex, vertex]);
  const followKey = (key: number): number[] => follow(pairOf(key)).map(([, pair]) => keyOf(pair));
  const groups = findComponents(loop.length ** 2, diagonal.map(keyOf), followKey, MAX_REACHED);
  if (groups === undefined) return "too large";
  const home = groups[keyOf(at(diagonal, 0))];
  const twins = Array.from(groups.keys(), pairOf).find(
    (pair) => pair[0] !== pair[1] && groups[keyOf(pair)] === home,
  );
  if (twins === undefined) return "none";
  const apart = findPath(diagonal, keyOf, follow, (pair) => keyOf(pair) === keyOf(twins));
  const together = findPath([twins], keyOf, follow, ([p, q]) => p === q);
  if (apart === undefined || together === undefined) return "none";
  const back = pathBetween(graph, [together.goal[0]], apart.source[0]) ?? [];
  return exponential(graph, apart.source[0], [...apart.labels, ...together.labels, ...back]);
}

function followPairs(graph: Graph, [p, q]: Pair): (readonly [number, Pair])[] {
  const out: (readonly [number, Pair])[] = [];
  for (const [label, left] of at(graph.moves, p)) {
    const right = at(graph.moves, q).get(label) ?? [];
    for (const one of left) for (const other of right) out.push([label, [one, other]]);
  }
  return out;
}

function exponential(graph: Graph, vertex: number, pump: readonly number[]): Pump {
  return { complexity: "exponential", prefix: pathBetween(graph, graph.starts, vertex) ?? [], pump, vertex };
}

function findPolynomial(
  graph: Graph,
  components: Int32Array,
  loops: readonly (readonly number[])[],
): Ambiguity {
  const labels = loops.map((loop) => labelsInside(graph, components, loop));
  let isComplete = true;
  for (const [i, first] of loops.entries()) {
    // Both loops turn on one word, which leads from the one to the other: no label of it is foreign to either.
    const alike = loops.filter((loop, j) => loop !== first && sharesMember(at(labels, i), at(labels, j)));
    if (alike.length === 0) continue;
    const after = readReachable(graph, first, at(labels, i));
    for (const second of alike.filter((loop) => loop.some((vertex) => after.has(vertex)))) {
      const found = findLadder(graph, first, second, middleOf(after, second));
      if (found === "too large") isComplete = false;
      else if (found !== "none") return found;
    }
  }
  return isComplete ? "none" : "too large";
}

function labelsInside(graph: Graph, components: Int32Array, loop: readonly number[]): ReadonlySet<number> {
  const component = components[at(loop, 0)];
  const labels = loop.flatMap((vertex) =>
    [...at(graph.moves, vertex)].flatMap(([label, targets]) =>
      targets.some((target) => components[target] === component) ? [label] : [],
    ),
  );
  return new Set(labels);
}

function sharesMember(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  for (const one of some) if (others.has(one)) return true;
  return false;
}

/** What can be reached by these labels alone, each vertex with those that lead to it. */
function readReachable(graph: Graph, from: readonly number[], labels: ReadonlySet<number>): Sources {
  const sources = new Map(from.map((vertex): [number, number[]] => [vertex, []]));
  for (const vertex of sources.keys()) {
    for (const [label, targets] of at(graph.moves, vertex)) {
      for (const target of labels.has(label) ? targets : []) {
        const known = sources.get(target);
        if (known === undefined) sources.set(target, [vertex]);
        else known.push(vertex);
      }
    }
  }
  return sources;
}

type Sources = ReadonlyMap<number, readonly number[]>;

/** What lies between: reachable from the first loop and leading to the second. */
function middleOf(after: Sources, second: readonly number[]): readonly number[] {
  const leads = new Set(second.filter((vertex) => after.has(vertex)));
  for (const vertex of leads) for (const source of after.get(vertex) ?? []) leads.add(source);
  return [...leads];
}

type Triple = readonly [number, number, number];

/**
 * Triples (p, m, q): p stays in the first loop, q in the second, m on the way. With an edge from every (p, q, q) back
 * to (p, p, q) the ladder exists when both are in one component.
 */
function findLadder(
  graph: Graph,
  first: readonly number[],
  second: readonly number[],
  middle: readonly number[],
): Ambiguity {
  const [a, b, c] = [first, middle, second].map((list) => new Map(list.map((vertex, i) => [vertex, i])));
  const count = first.length * middle.length * second.length;
  if (a === undefined || b === undefined || c === undefined) return "none";
  if (count > MAX_NUMBERED) return "too large";
  const keyOf = ([p, m, q]: Triple): number =>
    ((a.get(p) ?? 0) * middle.length + (b.get(m) ?? 0)) * second.length + (c.get(q) ?? 0);
  const tripleOf = (key: number): Triple => [
    at(first, Math.floor(key / middle.length / second.length)),
    at(middle, Math.floor(key / second.length) % middle.length),
    at(second, key % second.length),
  ];
  const follow = (triple: Triple): (readonly [number, Triple])[] =>
    followTriples(graph, triple, (p, m, q) => a.has(p) && b.has(m) && c.has(q));
  const feet = first.flatMap((p) => second.map((q): Triple => [p, p, q]));
  const followKey = (key: number): number[] => {
    const [p, m, q] = tripleOf(key);
    const on = follow([p, m, q]).map(([, triple]) => keyOf(triple));
    return m === q ? [...on, keyOf([p, p, q])] : on;
  };
  const groups = findComponents(count, feet.map(keyOf), followKey, MAX_REACHED);
  if (groups === undefined) return "too large";
  const foot = feet.find(([p, , q]) => groups[keyOf([p, p, q])] === groups[keyOf([p, q, q])]);
  const climb =
    foot && findPath([foot], keyOf, follow, ([p, m, q]) => p === foot[0] && m === foot[2] && q === foot[2]);
  if (foot === undefined || climb === undefined) return "none";
  const prefix = pathBetween(graph, graph.starts, foot[0]) ?? [];
  return { complexity: "polynomial", prefix, pump: climb.labels, vertex: foot[0] };
}

function followTriples(
  graph: Graph,
  [p, m, q]: Triple,
  isInside: (p: number, m: number, q: number) => boolean,
): (readonly [number, Triple])[] {
  const out: (readonly [number, Triple])[] = [];
  for (const [label, ps] of at(graph.moves, p)) {
    const ms = at(graph.moves, m).get(label) ?? [];
    const qs = at(graph.moves, q).get(label) ?? [];
    for (const x of ps)
      for (const y of ms) for (const z of qs) if (isInside(x, y, z)) out.push([label, [x, y, z]]);
  }
  return out;
}
