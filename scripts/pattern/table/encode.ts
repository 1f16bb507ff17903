import { at } from "../at.js";
import type { Dfa } from "../automaton/dfa.js";
import { ACCEPTED, REFUSED, START } from "../automaton/dfa.js";

/** The first printable character that needs no escape in a string; `matcher` of runtime-matcher.ts takes it off. */
const BASE = 35;

/** A number is one character; what does not fit below the surrogates would not survive every tool. */
const LARGEST = 0xd7ff - BASE;

/** `matcher` keeps a state as the place of its row, in 16 bits; a row's place is its number times the columns. */
const LARGEST_PLACE = 0xffff;

/**
 * The table that `matcher` reads: number of columns, number of runs, the runs of classes (length, class) from 0 on,
 * and one row a state from the start on, a column for each class and one for the end of the text. Whatever follows
 * the last run is of class 0. An even cell is twice a state, an odd one twice a step from its own state (8 more, so
 * that it may lead back) plus one, because chains of counting states then have equal rows, which compress to nothing. undefined when a number is too large.
 */
export function encodeTable(dfa: Dfa): string | undefined {
  const { alphabet } = dfa;
  if (dfa.accepting.length * (alphabet.size + 1) > LARGEST_PLACE) return undefined;
  const rename = classOrder(dfa);
  const runs: number[] = [];
  for (const [i, symbol] of alphabet.classOf.entries()) {
    const end = alphabet.starts[i + 1];
    if (end !== undefined) runs.push(...run(end - at(alphabet.starts, i), at(rename, symbol)));
  }
  const order = rename.map((_, symbol) => rename.indexOf(symbol));
  const numbers = [alphabet.size + 1, runs.length / 2, ...runs, ...encodeRows(dfa, order)];
  if (numbers.some((number) => number > LARGEST)) return undefined;
  return String.fromCharCode(...numbers.map((number) => number + BASE));
}

function run(length: number, symbol: number): number[] {
  return length > LARGEST ? [LARGEST, symbol, ...run(length - LARGEST, symbol)] : [length, symbol];
}

/** Class → its new number: the one of U+FFFF first, so that long tails need no run, then in order of appearance. */
function classOrder(dfa: Dfa): readonly number[] {
  const order = [...new Set([dfa.alphabet.classOf.at(-1) ?? 0, ...dfa.alphabet.classOf])];
  return order.map((_, symbol) => order.indexOf(symbol));
}

function encodeRows(dfa: Dfa, order: readonly number[]): readonly number[] {
  const { size } = dfa.alphabet;
  const rows: (readonly Entry[])[] = [];
  for (let state = START; state < dfa.accepting.length; state++) {
    const row = order.map((symbol) => waysToWrite(state, at(dfa.next, state * size + symbol)));
    rows.push([...row, waysToWrite(state, at(dfa.accepting, state) ? ACCEPTED : REFUSED)]);
  }
  const columns = order.map((_, column) => countWays(rows.map((row) => at(row, column))));
  return rows.flatMap((row) => row.map((entry, column) => chooseWay(entry, columns[column])));
}

type Entry = { readonly absolute: number; readonly relative: number | undefined };

/** How far back a step may lead; farther ones are written as states. */
const BACK = 8;

function waysToWrite(state: number, target: number): Entry {
  const step = target - state + BACK;
  return { absolute: target * 2, relative: step < 0 || target < START ? undefined : step * 2 + 1 };
}

function countWays(entries: readonly Entry[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { absolute, relative } of entries) {
    counts.set(absolute, (counts.get(absolute) ?? 0) + 1);
    if (relative !== undefined) counts.set(relative, (counts.get(relative) ?? 0) + 1);
  }
  return counts;
}

/** The way that is written more often in the column. */
function chooseWay({ absolute, relative }: Entry, counts: ReadonlyMap<number, number> | undefined): number {
  if (relative === undefined || counts === undefined) return absolute;
  return (counts.get(relative) ?? 0) >= (counts.get(absolute) ?? 0) ? relative : absolute;
}
