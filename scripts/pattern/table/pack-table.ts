import { at } from "../at.js";
import type { Dfa } from "../automaton/dfa.js";
import { ACCEPTED, REFUSED, START } from "../automaton/dfa.js";
import { encodeTable } from "./encode.js";

/*
 * A deterministic automaton as a short string that the generated code reads, in the numbering that compresses best.
 */

/**
 * The table of the automaton in the numbering that packs best. Parts of a pattern that repeat (the groups of an
 * address) become equal rows when each stands together; so states are numbered breadth first, but those behind a
 * separator only when nothing else is left. Which classes are separators is found by trying.
 */
export function packTable(dfa: Dfa): string | undefined {
  let best = measure(dfa, []);
  if (best.size < WORTH_PACKING || dfa.alphabet.size > MAX_CLASSES) return best.table;
  const symbols = Array.from({ length: dfa.alphabet.size }, (_, symbol) => symbol);
  const single = symbols.map((symbol) => measure(dfa, [symbol])).sort((a, b) => a.size - b.size);
  const good = single.slice(0, PAIRED).map(({ separators }) => separators);
  const double = good.flatMap((first) =>
    good.flatMap((second) => (first === second ? [] : [measure(dfa, [...first, ...second])])),
  );
  for (const packed of [...single, ...double]) if (packed.size < best.size) best = packed;
  return best.table;
}

/** Under this no order saves anything. */
const WORTH_PACKING = 100;

/** Every class is tried as a separator, which an automaton of many (properties of Unicode) is not worth. */
const MAX_CLASSES = 32;

/** How many of the best separators are tried in pairs. */
const PAIRED = 2;

type Packed = {
  readonly table: string | undefined;
  readonly size: number;
  readonly separators: readonly number[];
};

function measure(dfa: Dfa, separators: readonly number[]): Packed {
  const table = encodeTable(numberStates(dfa, separators));
  return { table, size: table === undefined ? Infinity : countNews(table), separators };
}

/**
 * How much of a table is no repetition: the different runs of a few characters. It goes with the compressed size,
 * and unlike that is the same with every version of zlib, so that the generated code is the same everywhere.
 */
function countNews(table: string): number {
  const runs = new Set<string>();
  for (let i = 0; i < table.length; i++) runs.add(table.slice(i, i + RUN_LENGTH));
  return runs.size;
}

const RUN_LENGTH = 4;

/** Separators of a later place wait longer. */
function numberStates(dfa: Dfa, separators: readonly number[]): Dfa {
  const { alphabet, next, accepting } = dfa;
  const { size } = alphabet;
  const placeOf = Array.from({ length: size }, (_, symbol) => separators.indexOf(symbol) + 1);
  const order: number[] = [];
  const numbers: number[] = Array.from(accepting, () => UNSEEN);
  const number = (state: number): void => void (numbers[state] = order.push(state) - 1);
  for (const state of [REFUSED, ACCEPTED, START]) number(state);
  const queues: number[][] = [[START], ...separators.map(() => [])];
  for (let queue = queues.find(hasItems); queue !== undefined; queue = queues.find(hasItems)) {
    const state = queue.shift() ?? START;
    if (numbers[state] === UNSEEN) number(state);
    for (let symbol = 0; symbol < size; symbol++) {
      const target = at(next, state * size + symbol);
      if (numbers[target] !== UNSEEN) continue;
      const place = at(placeOf, symbol);
      at(queues, place).push(target);
      if (place === 0) number(target);
    }
  }
  return {
    alphabet,
    next: renumber(next, size, order, numbers),
    accepting: order.map((state) => at(accepting, state)),
  };
}

/** Of a state that is not reached. */
const UNSEEN = -1;

function renumber(
  next: Dfa["next"],
  size: number,
  order: readonly number[],
  numbers: readonly number[],
): number[] {
  const renumbered: number[] = [];
  for (const state of order)
    for (let symbol = 0; symbol < size; symbol++)
      renumbered.push(at(numbers, at(next, state * size + symbol)));
  return renumbered;
}

function hasItems(queue: readonly number[]): boolean {
  return queue.length > 0;
}
