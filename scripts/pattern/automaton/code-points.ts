import type { Alphabet } from "./alphabet.js";
import { classify, classOfCode } from "./alphabet.js";
import { at } from "../at.js";
import type { Dfa } from "./dfa.js";

const MAX_CODE = 0x10ffff;

/**
 * The automaton over code points for one over code units, on texts without lone surrogates: a code point beyond
 * U+FFFF is its two surrogates, read one after the other. Surrogates alone are classes without meaning.
 */
export function readCodePoints(dfa: Dfa): Dfa {
  const { size } = dfa.alphabet;
  const signatures: string[] = [];
  const starts = splitCodes(dfa.alphabet);
  for (const code of starts)
    signatures.push(
      unitsOf(code)
        .map((unit) => classOfCode(dfa.alphabet, unit))
        .join(),
    );
  const alphabet = classify(starts, (i) => at(signatures, i), MAX_CODE);
  const units: (readonly number[])[] = [];
  for (const [i, code] of alphabet.starts.entries()) {
    units[at(alphabet.classOf, i)] ??= unitsOf(code).map((unit) => classOfCode(dfa.alphabet, unit));
  }
  const step = (state: number, symbol: number): number => at(dfa.next, state * size + symbol);
  const next = dfa.accepting.flatMap((_, state) => units.map((symbols) => symbols.reduce(step, state)));
  return { alphabet, next, accepting: dfa.accepting };
}

/** Where a code point may behave differently from the one before, in order. */
function splitCodes({ starts }: Alphabet): readonly number[] {
  const highs = [0xd800, ...starts.filter((unit) => unit > 0xd800 && unit <= 0xdbff)];
  const lows = [0xdc00, ...starts.filter((unit) => unit > 0xdc00 && unit <= 0xdfff)];
  const codes = new Set([...starts, 0x10000]);
  for (const [i, high] of highs.entries()) {
    const end = highs[i + 1] ?? 0xdc00;
    // Only where low surrogates differ does each high one have borders of its own.
    const rows = lows.length === 1 ? [high] : Array.from({ length: end - high }, (_, n) => high + n);
    for (const row of rows)
      for (const low of lows) codes.add((row - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000);
  }
  return [...codes];
}

function unitsOf(code: number): readonly number[] {
  return code < 0x10000 ? [code] : [0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff)];
}
