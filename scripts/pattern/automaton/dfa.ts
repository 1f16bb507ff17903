import type { Alphabet } from "./alphabet.js";
import { classOfCode } from "./alphabet.js";
import { at } from "../at.js";
import type { Nfa } from "./nfa.js";
import type { Covers } from "./simulation.js";
import { dropCovered, findSimulation } from "./simulation.js";

/** State 0 refuses whatever follows, state 1 accepts whatever follows, state 2 is the start. */
export type Dfa = {
  readonly alphabet: Alphabet;
  /** state × classes + class → state */
  readonly next: readonly number[];
  /** whether the text may end in the state */
  readonly accepting: readonly boolean[];
};

export const refused = 0;
export const accepted = 1;
export const start = 2;

/** A simulation costs the square of the states: not for larger automata. */
const maxSimulated = 400;

/**
 * Subset construction; undefined when there would be more than `limit` states. Counters that run side by side make
 * exponentially many subsets; then those states are left out that another of the subset covers.
 */
export function determinize(nfa: Nfa, limit: number): Dfa | undefined {
  const plain = collectSubsets(nfa, limit, undefined);
  if (plain !== undefined || nfa.moves.length > maxSimulated) return plain;
  return collectSubsets(nfa, limit, findSimulation(nfa));
}

function collectSubsets(nfa: Nfa, limit: number, covers: Covers | undefined): Dfa | undefined {
  const { size } = nfa.alphabet;
  const numbers = new Map<string, number>([
    ["", refused],
    ["all", accepted],
  ]);
  const subsets: (readonly number[])[] = [[], []];
  const number = (subset: readonly number[]): number => {
    const key = subset.join();
    const known = numbers.get(key) ?? subsets.push(subset) - 1;
    numbers.set(key, known);
    return known;
  };
  number([0]);
  const next: number[] = [...Array<number>(size).fill(refused), ...Array<number>(size).fill(accepted)];
  for (let state = start; state < subsets.length; state++) {
    if (subsets.length > limit) return undefined;
    for (let symbol = 0; symbol < size; symbol++) {
      const targets = follow(nfa, at(subsets, state), symbol);
      if (targets === "all") next.push(accepted);
      else next.push(number(covers === undefined ? targets : dropCovered(targets, covers)));
    }
  }
  const accepting = subsets.map(
    (subset, i) => i === accepted || subset.some((state) => at(nfa.accepting, state)),
  );
  return { alphabet: nfa.alphabet, next, accepting };
}

function follow(nfa: Nfa, subset: readonly number[], symbol: number): readonly number[] | "all" {
  const targets = new Set<number>();
  for (const state of subset) {
    const move = at(at(nfa.moves, state), symbol);
    if (move.sure) return "all";
    for (const target of move.targets) targets.add(target);
  }
  return [...targets].sort((a, b) => a - b);
}

/** Reads a text of code units; the automaton must be one of code units. */
export function acceptsUnits(dfa: Dfa, text: string): boolean {
  let state = start;
  for (let i = 0; i < text.length; i++) {
    state = at(dfa.next, state * dfa.alphabet.size + classOfCode(dfa.alphabet, text.charCodeAt(i)));
  }
  return at(dfa.accepting, state);
}
