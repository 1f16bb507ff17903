import { classify } from "./alphabet.js";
import { at } from "../at.js";
import type { Dfa } from "./dfa.js";
import { ACCEPTED, REFUSED, START } from "./dfa.js";

/**
 * The smallest automaton of the same language, states numbered breadth first: chains of counting states
 * then stand interleaved, and the table writes the same rows again and again.
 */
export function minimize(dfa: Dfa): Dfa {
  const blockOf = refine(dfa);
  return melt(renumber(dfa, blockOf));
}

/** Hopcroft's partition refinement: state → block. */
function refine(dfa: Dfa): readonly number[] {
  const { size } = dfa.alphabet;
  const count = dfa.accepting.length;
  const sources = predecessors(dfa);
  const states = dfa.accepting.map((_, state) => state);
  const ends = states.filter((state) => dfa.accepting[state]);
  const rest = states.filter((state) => !dfa.accepting[state]);
  const blocks = [new Set(ends), new Set(rest)];
  const blockOf = dfa.accepting.map((isEnd) => (isEnd ? 0 : 1));
  const work: [number, number][] = [];
  for (let symbol = 0; symbol < size; symbol++) work.push([0, symbol], [1, symbol]);
  for (let entry = work.pop(); entry !== undefined; entry = work.pop()) {
    const [splitter, symbol] = entry;
    const hits = new Map<number, number[]>();
    for (const target of at(blocks, splitter)) {
      for (const source of sources[symbol * count + target] ?? []) {
        const block = at(blockOf, source);
        const list = hits.get(block);
        if (list === undefined) hits.set(block, [source]);
        else list.push(source);
      }
    }
    for (const [block, hit] of hits)
      split(blocks, blockOf, block, hit, (made) => {
        for (let other = 0; other < size; other++) work.push([made, other]);
      });
  }
  return blockOf;
}

/** Moves the smaller part of a block into a new one. Every pending splitter of the old block stays one of the rest. */
function split(
  blocks: Set<number>[],
  blockOf: number[],
  block: number,
  hit: readonly number[],
  announce: (made: number) => void,
): void {
  const old = at(blocks, block);
  if (hit.length === old.size) return;
  const inHit = new Set(hit);
  const moved = hit.length * 2 <= old.size ? hit : [...old].filter((state) => !inHit.has(state));
  const made = blocks.push(new Set(moved)) - 1;
  for (const state of moved) {
    old.delete(state);
    blockOf[state] = made;
  }
  announce(made);
}

function predecessors(dfa: Dfa): readonly (number[] | undefined)[] {
  const { size } = dfa.alphabet;
  const count = dfa.accepting.length;
  const sources: number[][] = [];
  for (let state = 0; state < count; state++) {
    for (let symbol = 0; symbol < size; symbol++) {
      const key = symbol * count + at(dfa.next, state * size + symbol);
      (sources[key] ??= []).push(state);
    }
  }
  return sources;
}

function renumber(dfa: Dfa, blockOf: readonly number[]): Dfa {
  const { size } = dfa.alphabet;
  const numbers = new Map<number, number>();
  const members: number[] = [];
  const number = (state: number): number => {
    const block = at(blockOf, state);
    const known = numbers.get(block) ?? members.push(state) - 1;
    numbers.set(block, known);
    return known;
  };
  for (const state of [REFUSED, ACCEPTED]) number(state);
  // The start keeps its place even when its language is nothing or everything.
  if (numbers.has(at(blockOf, START))) members.push(START);
  else number(START);
  const next: number[] = [];
  for (let i = 0; i < members.length; i++) {
    for (let symbol = 0; symbol < size; symbol++)
      next.push(number(at(dfa.next, at(members, i) * size + symbol)));
  }
  return { alphabet: dfa.alphabet, next, accepting: members.map((state) => at(dfa.accepting, state)) };
}

/** Classes with the same column become one. */
function melt(dfa: Dfa): Dfa {
  const { alphabet, next, accepting } = dfa;
  const column = (symbol: number): string =>
    accepting.map((_, state) => at(next, state * alphabet.size + symbol)).join();
  const columns = Array.from({ length: alphabet.size }, (_, symbol) => column(symbol));
  const molten = classify(alphabet.starts, (i) => at(columns, at(alphabet.classOf, i)), alphabet.max);
  const kept: number[] = [];
  for (const [i, symbol] of alphabet.classOf.entries()) {
    const found = molten.starts.indexOf(at(alphabet.starts, i));
    if (found >= 0) kept[at(molten.classOf, found)] ??= symbol;
  }
  return {
    alphabet: molten,
    next: accepting.flatMap((_, state) => kept.map((symbol) => at(next, state * alphabet.size + symbol))),
    accepting,
  };
}
