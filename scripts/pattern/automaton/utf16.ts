import type { Alphabet } from "./alphabet.js";
import { classify, classOfCode } from "./alphabet.js";
import { at } from "../at.js";
import type { Dfa } from "./dfa.js";
import { ACCEPTED, REFUSED, START } from "./dfa.js";

const HIGHS = [0xd800, 0xdbff] as const;
const LOWS = [0xdc00, 0xdfff] as const;

/**
 * The automaton over code units for one over code points. After a high surrogate it remembers the state before and
 * the kind of surrogate, until the next unit tells whether the pair or the surrogate alone was meant.
 */
export function readUnits(dfa: Dfa): Dfa {
  const units = unitAlphabet(dfa.alphabet);
  const symbols = Array.from({ length: units.alphabet.size }, (_, symbol) => units.codeOf(symbol));
  const { size } = dfa.alphabet;
  const step = (state: number, code: number): number =>
    at(dfa.next, state * size + classOfCode(dfa.alphabet, code));
  const numbers = new Map<string, number>();
  const states: { readonly state: number; readonly high: number }[] = [];
  const number = (state: number, high: number): number => {
    const fixed = state === REFUSED || state === ACCEPTED;
    const key = fixed ? `${state}` : `${state} ${high}`;
    const known = numbers.get(key) ?? states.push({ state, high: fixed ? 0 : high }) - 1;
    numbers.set(key, known);
    return known;
  };
  for (const state of [REFUSED, ACCEPTED, START]) number(state, 0);
  const next: number[] = [];
  const accepting: boolean[] = [];
  for (let i = 0; i < states.length; i++) {
    const { state, high } = at(states, i);
    const alone = high === 0 ? state : step(state, high);
    accepting.push(at(dfa.accepting, alone));
    for (const code of symbols) {
      if (isHigh(code)) next.push(number(alone, code));
      else if (high !== 0 && isLow(code)) next.push(number(step(state, pair(high, code)), 0));
      else next.push(number(step(alone, code), 0));
    }
  }
  return { alphabet: units.alphabet, next, accepting };
}

function isHigh(code: number): boolean {
  return code >= HIGHS[0] && code <= HIGHS[1];
}

function isLow(code: number): boolean {
  return code >= LOWS[0] && code <= LOWS[1];
}

function pair(high: number, low: number): number {
  return (high - HIGHS[0]) * 0x400 + (low - LOWS[0]) + 0x10000;
}

type Units = { readonly alphabet: Alphabet; readonly codeOf: (symbol: number) => number };

/** Code units of one class behave alike: alone, and surrogates also in every pair. */
function unitAlphabet(points: Alphabet): Units {
  const lowStarts = new Set<number>([LOWS[0], LOWS[1] + 1]);
  const highStarts = new Set<number>([HIGHS[0]]);
  for (const point of points.starts) {
    if (point < 0x10000) continue;
    const high = HIGHS[0] + ((point - 0x10000) >> 10);
    lowStarts.add(LOWS[0] + (point & 0x3ff));
    highStarts.add(high).add(high + 1);
  }
  const narrow = points.starts.filter((point) => point < 0x10000);
  const starts = [...new Set([...narrow, ...lowStarts, ...highStarts])].sort((a, b) => a - b);
  const highCodes = starts.filter(isHigh);
  const lowCodes = starts.filter(isLow);
  const signature = (i: number): string => {
    const code = at(starts, i);
    const alone = classOfCode(points, code);
    if (isHigh(code))
      return `h${alone} ${lowCodes.map((low) => classOfCode(points, pair(code, low))).join()}`;
    if (isLow(code))
      return `l${alone} ${highCodes.map((high) => classOfCode(points, pair(high, code))).join()}`;
    return `${alone}`;
  };
  const alphabet = classify(starts, signature, 0xffff);
  const codes: number[] = [];
  for (const [i, unit] of alphabet.starts.entries()) codes[at(alphabet.classOf, i)] ??= unit;
  return { alphabet, codeOf: (symbol) => at(codes, symbol) };
}
