import { at } from "../at.js";
import type { CodeSet } from "../syntax/code-set.js";

/** A partition of 0 … max into classes that a pattern does not tell apart. */
export type Alphabet = {
  /** where an interval begins, ascending, the first one 0 */
  readonly starts: readonly number[];
  /** the class of each interval */
  readonly classOf: readonly number[];
  readonly size: number;
  readonly max: number;
};

/** Splits the alphabet so that every set is a union of classes. */
export function partition(sets: readonly CodeSet[], max: number): Alphabet {
  const distinct = [...new Map(sets.map((set) => [set.join(), set])).values()];
  const starts = [...new Set([0, ...distinct.flatMap(edges)])].filter((code) => code <= max);
  starts.sort((a, b) => a - b);
  const inside = distinct.map((set) => membership(set, starts));
  return classify(starts, (i) => inside.map((flags) => (flags[i] ? "1" : "0")).join(""), max);
}

/** Gives intervals with the same signature the same class, and melts neighbours of one class together. */
export function classify(
  starts: readonly number[],
  signature: (interval: number) => string,
  max: number,
): Alphabet {
  const ids = new Map<string, number>();
  const kept: number[] = [];
  const classOf: number[] = [];
  for (const [i, start] of starts.entries()) {
    const key = signature(i);
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    if (classOf.at(-1) === id) continue;
    kept.push(start);
    classOf.push(id);
  }
  return { starts: kept, classOf, size: ids.size, max };
}

function edges(set: CodeSet): number[] {
  return set.map((code, i) => (i % 2 === 0 ? code : code + 1));
}

function membership(set: CodeSet, starts: readonly number[]): readonly boolean[] {
  let range = 0;
  return starts.map((start) => {
    while (range < set.length && at(set, range + 1) < start) range += 2;
    return range < set.length && at(set, range) <= start;
  });
}

export function classOfCode(alphabet: Alphabet, code: number): number {
  let low = 0;
  let high = alphabet.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(alphabet.starts, middle) <= code) low = middle;
    else high = middle;
  }
  return at(alphabet.classOf, low);
}

/** Characters that a reader likes to see, in the order of preference. */
export const READABLE = Array.from("ab0z19A-_.:/@ !", (letter) => letter.codePointAt(0) ?? 0);

/** One code of each class, readable where there is a choice. */
export function representatives(alphabet: Alphabet): readonly number[] {
  const chosen: number[] = [];
  for (const code of READABLE) chosen[classOfCode(alphabet, code)] ??= code;
  for (const [i, start] of alphabet.starts.entries()) {
    const end = (alphabet.starts[i + 1] ?? alphabet.max + 1) - 1;
    const printable = start < 0x21 && end >= 0x21 ? 0x21 : start;
    chosen[at(alphabet.classOf, i)] ??= printable;
  }
  return chosen;
}
