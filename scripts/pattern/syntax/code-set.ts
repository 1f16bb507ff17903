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

const DIGITS: CodeSet = [0x30, 0x39];
export const WORD_SET: CodeSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
/** ECMA-262 WhiteSpace and LineTerminator: https://tc39.es/ecma262/#sec-compiletocharset (CharacterClassEscape :: s) */
const SPACES: CodeSet = [
  0x09, 0x0d, 0x20, 0x20, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f, 0x205f,
  0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff,
];
const LINE_ENDS: CodeSet = [0x0a, 0x0a, 0x0d, 0x0d, 0x2028, 0x2029];

/** The set of `\d \D \w \W \s \S` by its letter, or of `.`; undefined for another letter. */
export function namedSet(letter: string, max: number): CodeSet | undefined {
  switch (letter) {
    case "d":
      return DIGITS;
    case "D":
      return complementSet(DIGITS, max);
    case "w":
      return WORD_SET;
    case "W":
      return complementSet(WORD_SET, max);
    case "s":
      return SPACES;
    case "S":
      return complementSet(SPACES, max);
    case ".":
      return complementSet(LINE_ENDS, max);
    default:
      return undefined;
  }
}
