import type { Alphabet } from "./alphabet.js";
import { classOfCode } from "./alphabet.js";
import { at } from "../at.js";
import type { Spend } from "./budget.js";
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

export const REFUSED = 0;
export const ACCEPTED = 1;
export const START = 2;

/** A simulation costs the square of the states: not for larger automata. */
const MAX_SIMULATED = 400;
/** Subsets from which on a simulation is the cheaper way. */
const MANY_SUBSETS = 3_000;

/**
 * Subset construction; undefined when there would be more than `limit` states. Counters that run side by side make
 * exponentially many subsets; then those states are left out that another of the subset covers.
 */
export function determinize(nfa: Nfa, limit: number, spend: Spend): Dfa | undefined {
  if (nfa.moves.length > MAX_SIMULATED) return collectSubsets(nfa, limit, undefined, spend);
  const plain = collectSubsets(nfa, Math.min(limit, MANY_SUBSETS), undefined, spend);
  return plain ?? collectSubsets(nfa, limit, findSimulation(nfa), spend);
}

function collectSubsets(nfa: Nfa, limit: number, covers: Covers | undefined, spend: Spend): Dfa | undefined {
  const { size } = nfa.alphabet;
  const numbers = new Map<string, number>([["", REFUSED]]);
  const subsets: (readonly number[])[] = [[], []];
  const number = (subset: readonly number[]): number => {
    const key = subset.join();
    const known = numbers.get(key) ?? subsets.push(subset) - 1;
    numbers.set(key, known);
    return known;
  };
  number([0]);
  const next: number[] = [...Array<number>(size).fill(REFUSED), ...Array<number>(size).fill(ACCEPTED)];
  for (let state = START; state < subsets.length; state++) {
    if (subsets.length > limit) return undefined;
    spend(size * at(subsets, state).length);
    for (let symbol = 0; symbol < size; symbol++) {
      const targets = follow(nfa, at(subsets, state), symbol);
      if (targets === "all") next.push(ACCEPTED);
      else next.push(number(covers === undefined ? targets : dropCovered(targets, covers)));
    }
  }
  const accepting = subsets.map(
    (subset, i) => i === ACCEPTED || subset.some((state) => at(nfa.accepting, state)),
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

/** Reads a text as the characters of the automaton: code points or code units. */
export function acceptsText(dfa: Dfa, text: string): boolean {
  let state = START;
  for (const code of codesOf(text, dfa.alphabet.max))
    state = stepOn(dfa, state, classOfCode(dfa.alphabet, code));
  return at(dfa.accepting, state);
}

export function stepOn({ next, alphabet }: Dfa, state: number, symbol: number): number {
  return at(next, state * alphabet.size + symbol);
}

/** The characters of a text: code points, or code units where `max` is the largest of these. */
export function codesOf(text: string, max: number): readonly number[] {
  if (max > 0xffff) return Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}
