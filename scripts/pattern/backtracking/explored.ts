import { at } from "../at.js";
import type { Graph } from "./graph.js";
import type { Move, Nfa } from "../automaton/nfa.js";

/** The graph of what the matcher really tries, and for each vertex the shortest rest of the text that leads there. */
export type Explored = { readonly graph: Graph; readonly restOf: (vertex: number) => readonly number[] };

/**
 * A later way is tried only when all before it failed, and that depends on the rest of the text: so a vertex is a
 * state together with the set of states from which the rest would match. Those sets come from reading texts
 * backwards. undefined when there are more than `limit` vertices.
 */
export function exploredGraph(nfa: Nfa, limit: number): Explored | undefined {
  const rests = collectRests(nfa, limit);
  if (rests === undefined) return undefined;
  const { size } = nfa.alphabet;
  const numbers = new Map<number, number>();
  const queue: { readonly state: number; readonly rest: number }[] = [];
  const number = (state: number, rest: number): number => {
    const key = state * rests.length + rest;
    const known = numbers.get(key) ?? queue.push({ state, rest }) - 1;
    numbers.set(key, known);
    return known;
  };
  const starts = rests.map((_, rest) => number(0, rest));
  const moves: Map<number, readonly number[]>[] = [];
  for (let i = 0; i < queue.length; i++) {
    if (queue.length > limit) return undefined;
    const { state, rest } = at(queue, i);
    const row = new Map<number, readonly number[]>();
    for (const { symbol, after } of at(rests, rest).followedBy) {
      const tried = triedTargets(at(at(nfa.moves, state), symbol), at(rests, after).matching);
      if (tried.length > 0)
        row.set(
          after * size + symbol,
          tried.map((target) => number(target, after)),
        );
    }
    moves.push(row);
  }
  const graph: Graph = { moves, symbolOf: (label) => label % size, starts };
  return { graph, restOf: (vertex) => at(rests, at(queue, vertex).rest).text };
}

type Rest = {
  /** the states from which the rest matches, by state */
  readonly matching: readonly boolean[];
  readonly text: readonly number[];
  /** the first character of the rest, and what the rest is after it */
  readonly followedBy: { readonly symbol: number; readonly after: number }[];
};

function collectRests(nfa: Nfa, limit: number): readonly Rest[] | undefined {
  const numbers = new Map<string, number>();
  const rests: Rest[] = [];
  const number = (matching: readonly boolean[], text: readonly number[]): number => {
    const key = matching.map((is) => (is ? "1" : "0")).join("");
    const known = numbers.get(key) ?? rests.push({ matching, text, followedBy: [] }) - 1;
    numbers.set(key, known);
    return known;
  };
  number(nfa.accepting, []);
  for (let after = 0; after < rests.length; after++) {
    if (rests.length * nfa.moves.length > limit * 4) return undefined;
    const { matching, text } = at(rests, after);
    for (let symbol = 0; symbol < nfa.alphabet.size; symbol++) {
      const before = nfa.moves.map((row) => matches(at(row, symbol), matching));
      at(rests, number(before, [symbol, ...text])).followedBy.push({ symbol, after });
    }
  }
  return rests;
}

function matches(move: Move, matching: readonly boolean[]): boolean {
  return move.sure || move.targets.some((target) => at(matching, target));
}

/** In order, up to the first that succeeds. */
function triedTargets({ targets }: Move, matching: readonly boolean[]): readonly number[] {
  const first = targets.findIndex((target) => at(matching, target));
  return first < 0 ? targets : targets.slice(0, first + 1);
}
