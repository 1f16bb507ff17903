import type { CodeSet } from "./code-set.js";
import { uniteSets } from "./code-set.js";

/** Looks up the set of `\p{name}`; remembers every answer for as long as the caller keeps the function. */
export type PropertySets = (name: string) => CodeSet;

/** Every code point in ascending order, in pieces in which no lone high surrogate stands before a low one. */
const PIECES = [
  [0, 0xdbff],
  [0xdc00, 0xffff],
  [0x10000, 0x10ffff],
] as const;

type Piece = { readonly from: number; readonly text: string };

/**
 * Asks V8 itself for the members, so that the Unicode version is the one that runs: one global match of
 * `\p{name}+` over all code points takes milliseconds where a test of each takes a tenth of a second.
 */
export function propertySets(): PropertySets {
  const known = new Map<string, CodeSet>();
  let pieces: readonly Piece[] | undefined;
  return (name) => {
    pieces ??= PIECES.map(([from, to]) => ({ from, text: textOf(from, to) }));
    const set = known.get(name) ?? readProperty(name, pieces);
    known.set(name, set);
    return set;
  };
}

function textOf(from: number, to: number): string {
  if (from < 0x10000) return unitsText(Uint16Array.from({ length: to - from + 1 }, (_, i) => from + i));
  const units = new Uint16Array((to - from + 1) * 2);
  for (let code = from; code <= to; code++) {
    units[(code - from) * 2] = 0xd800 + ((code - 0x10000) >> 10);
    units[(code - from) * 2 + 1] = 0xdc00 + (code & 0x3ff);
  }
  return unitsText(units);
}

function unitsText(units: Uint16Array): string {
  return Buffer.from(units.buffer).toString("utf16le");
}

function readProperty(name: string, pieces: readonly Piece[]): CodeSet {
  const property = new RegExp(`\\p{${name}}+`, "gu");
  const ranges = pieces.flatMap(({ from, text }) => {
    const units = from < 0x10000 ? 1 : 2;
    return [...text.matchAll(property)].map(({ 0: run, index }) => {
      const start = from + index / units;
      return [start, start + run.length / units - 1];
    });
  });
  return uniteSets(ranges);
}
