import { dfaOf, readPattern } from "../../scripts/pattern/automaton/automaton.js";
import { propertySets } from "../../scripts/pattern/syntax/property-set.js";
import { representatives } from "../../scripts/pattern/automaton/alphabet.js";
import { at } from "../../scripts/pattern/at.js";
import type { Dfa } from "../../scripts/pattern/automaton/dfa.js";
import { ACCEPTED, acceptsText, REFUSED, START } from "../../scripts/pattern/automaton/dfa.js";

export type Samples = { readonly accepted: readonly string[]; readonly refused: readonly string[] };

/** Random strings asked of each pattern, and how long one may get. */
const WALKS = 16;
const LONGEST_WALK = 24;
/** Strings of either kind that are handed back at most. */
const MAX_SAMPLES = 400;

/**
 * Strings of the language and near misses: the shortest ones, for every move of the automaton a shortest string that
 * takes it, and some random walks. `random` gives numbers from 0 up to 1; the same ones give the same strings.
 */
export function sampleDfa(dfa: Dfa, random: () => number): Samples {
  const codes = representatives(dfa.alphabet);
  const heads = shortestHeads(dfa);
  const tails = shortestTails(dfa);
  const words = new Set<string>();
  const spell = (symbols: readonly number[]): string =>
    String.fromCharCode(...symbols.map((symbol) => at(codes, symbol)));
  for (const [state, head] of heads) {
    words.add(spell(head)).add(spell([...head, ...(tails.get(state) ?? [])]));
    for (let symbol = 0; symbol < dfa.alphabet.size; symbol++) {
      const tail = tails.get(at(dfa.next, state * dfa.alphabet.size + symbol)) ?? [];
      words.add(spell([...head, symbol, ...tail]));
    }
  }
  for (let i = 0; i < WALKS; i++) words.add(spell(walkAtRandom(dfa, tails, random)));
  const sorted = [...words].sort((a, b) => a.length - b.length);
  const isMember = (word: string): boolean => acceptsText(dfa, word);
  return {
    accepted: thin(sorted.filter(isMember)),
    refused: thin(sorted.filter((word) => !isMember(word))),
  };
}

/** The shortest ones, then every so many of the rest. */
function thin(words: readonly string[]): readonly string[] {
  if (words.length <= MAX_SAMPLES) return words;
  const half = MAX_SAMPLES / 2;
  const stride = Math.ceil((words.length - half) / half);
  return words.filter((_, i) => i < half || (i - half) % stride === 0);
}

/** By state, in the order of length: a shortest word that leads there from the start. */
function shortestHeads(dfa: Dfa): ReadonlyMap<number, readonly number[]> {
  const heads = new Map<number, readonly number[]>([[START, []]]);
  for (const [state, head] of heads) {
    if (state === REFUSED || state === ACCEPTED) continue;
    for (let symbol = 0; symbol < dfa.alphabet.size; symbol++) {
      const target = at(dfa.next, state * dfa.alphabet.size + symbol);
      if (!heads.has(target)) heads.set(target, [...head, symbol]);
    }
  }
  return heads;
}

/** By state: a shortest word that leads from there to acceptance; none for a state that has none. */
function shortestTails(dfa: Dfa): ReadonlyMap<number, readonly number[]> {
  const tails = new Map<number, readonly number[]>();
  for (const [state, ends] of dfa.accepting.entries()) if (ends) tails.set(state, []);
  const sources = new Map<number, (readonly [state: number, symbol: number])[]>();
  for (const [edge, target] of dfa.next.entries()) {
    const list = sources.get(target) ?? [];
    sources.set(target, list);
    list.push([Math.floor(edge / dfa.alphabet.size), edge % dfa.alphabet.size]);
  }
  for (const [target, tail] of tails) {
    for (const [state, symbol] of sources.get(target) ?? []) {
      if (!tails.has(state)) tails.set(state, [symbol, ...tail]);
    }
  }
  return tails;
}

function walkAtRandom(
  dfa: Dfa,
  tails: ReadonlyMap<number, readonly number[]>,
  random: () => number,
): readonly number[] {
  const { size } = dfa.alphabet;
  const length = Math.floor(random() * LONGEST_WALK);
  const word: number[] = [];
  let state = START;
  for (let i = 0; i < length; i++) {
    const open = Array.from({ length: size }, (_, symbol) => symbol).filter((symbol) =>
      tails.has(at(dfa.next, state * size + symbol)),
    );
    const symbol = open[Math.floor(random() * open.length)];
    if (symbol === undefined) break;
    word.push(symbol);
    state = at(dfa.next, state * size + symbol);
  }
  return [...word, ...(tails.get(state) ?? [])];
}

/**
 * Strings that the pattern accepts and near misses that it refuses, both shortest first; undefined when the pattern
 * has no automaton (invalid, not regular or too large). `random` gives numbers from 0 up to 1.
 */
export function samplePattern(source: string, random: () => number): Samples | undefined {
  const read = readPattern(source, propertySets());
  if (read.kind === "invalid" || read.irregular !== undefined) return undefined;
  const dfa = dfaOf(read.syntax, read.flags);
  return dfa && sampleDfa(dfa, random);
}
