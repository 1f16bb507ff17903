import { at } from "../at.js";

/** A set of code points (or code units): inclusive ranges, sorted and apart, flattened to lo, hi, lo, hi … */
export type CodeSet = readonly number[];

export function uniteSets(sets: readonly CodeSet[]): CodeSet {
  const ranges: [number, number][] = [];
  for (const set of sets) for (let i = 0; i < set.length; i += 2) ranges.push([at(set, i), at(set, i + 1)]);
  ranges.sort((a, b) => a[0] - b[0]);
  const out: number[] = [];
  for (const [lo, hi] of ranges) {
    const last = out.length - 1;
    if (last > 0 && lo <= at(out, last) + 1) out[last] = Math.max(at(out, last), hi);
    else out.push(lo, hi);
  }
  return out;
}

export function complementSet(set: CodeSet, max: number): CodeSet {
  const out: number[] = [];
  let from = 0;
  for (let i = 0; i < set.length; i += 2) {
    if (at(set, i) > from) out.push(from, at(set, i) - 1);
    from = at(set, i + 1) + 1;
  }
  if (from <= max) out.push(from, max);
  return out;
}

const digits: CodeSet = [0x30, 0x39];
const words: CodeSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
/** ECMA-262 WhiteSpace and LineTerminator: https://tc39.es/ecma262/#sec-compiletocharset (CharacterClassEscape :: s) */
const spaces: CodeSet = [
  0x09, 0x0d, 0x20, 0x20, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f, 0x205f,
  0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff,
];
const lineEnds: CodeSet = [0x0a, 0x0a, 0x0d, 0x0d, 0x2028, 0x2029];

export const wordSet = words;

/** The set of `\d \D \w \W \s \S` by its letter, or of `.`; undefined for another letter. */
export function namedSet(letter: string, max: number): CodeSet | undefined {
  switch (letter) {
    case "d":
      return digits;
    case "D":
      return complementSet(digits, max);
    case "w":
      return words;
    case "W":
      return complementSet(words, max);
    case "s":
      return spaces;
    case "S":
      return complementSet(spaces, max);
    case ".":
      return complementSet(lineEnds, max);
    default:
      return undefined;
  }
}
