import type { Alphabet } from "../automaton/alphabet.js";
import { READABLE } from "../automaton/alphabet.js";
import { at } from "../at.js";
import type { Spend } from "../automaton/budget.js";
import type { Dfa } from "../automaton/dfa.js";
import type { CodeSet } from "../syntax/code-set.js";
import { complementSet, uniteSets } from "../syntax/code-set.js";
import { START, stepOn } from "../automaton/dfa.js";
import { MAX_CODE, SURROGATES } from "./language.js";
import type { Language } from "./language.js";
import type { Layers } from "./lengths.js";
import { createLayers } from "./lengths.js";

/** Lengths in code points, both ends included; `max` may be Infinity. */
export type Lengths = { readonly min: number; readonly max: number };

/**
 * Words shortest first, among equals the readable letters first (a b 0 z 1 …), each once, worked out as they are
 * taken. A finite language ends, an infinite one without a `max` never does. `variety` is how many code points of each
 * class are used: with less than all of them the end means nothing.
 */
export function* words(
  { dfa }: Language,
  { min, max }: Lengths,
  spend: Spend,
  variety = Infinity,
): Generator<string, undefined> {
  const layers = createLayers(dfa, spend);
  const letters = orderLetters(dfa.alphabet, variety);
  for (
    let length = layers.nextLength(Math.ceil(min), max);
    length !== undefined;
    length = layers.nextLength(length + 1, max)
  ) {
    yield* spellWords(dfa, layers, letters, length, spend);
  }
  return undefined;
}

/** The first `count` words that are not among the `excluded`; fewer when the language has no more. */
export function takeWords(
  source: Iterable<string>,
  count: number,
  excluded: ReadonlySet<string> = new Set(),
): readonly string[] {
  const taken: string[] = [];
  if (count < 1) return taken;
  for (const word of source) {
    if (!excluded.has(word)) taken.push(word);
    if (taken.length >= count) break;
  }
  return taken;
}

type Span = { readonly first: number; readonly last: number; readonly symbol: number };

/** Depth first; a state that has no word of the length that is left is not entered. */
function* spellWords(
  dfa: Dfa,
  layers: Layers,
  letters: readonly Span[],
  length: number,
  spend: Spend,
): Generator<string> {
  type Place = { readonly state: number; span: number; code: number };
  const path: Place[] = [{ state: START, span: 0, code: at(letters, 0).first }];
  const word: string[] = [];
  for (let place = path.at(-1); place !== undefined; place = path.at(-1)) {
    spend(1);
    const depth = path.length - 1;
    const span = letters[place.span];
    if (depth === length || span === undefined) {
      if (depth === length) yield word.join("");
      path.pop();
      word.pop();
      continue;
    }
    const target = stepOn(dfa, place.state, span.symbol);
    const isOpen = layers.accepts(target, length - depth - 1);
    const letter = String.fromCodePoint(place.code);
    if (isOpen && place.code < span.last) place.code++;
    else {
      place.span++;
      place.code = letters[place.span]?.first ?? 0;
    }
    if (!isOpen) continue;
    word.push(letter);
    path.push({ state: target, span: 0, code: at(letters, 0).first });
  }
}

const SINGLES: readonly CodeSet[] = READABLE.map((code) => [code, code]);
const CONTROLS: CodeSet = [0, 0x1f, 0x7f, 0xa0];
const REST = complementSet(uniteSets([...SINGLES, CONTROLS, SURROGATES]), MAX_CODE);

/** Every letter once, in spans of one class: what a reader likes to see first, controls last. */
function orderLetters(alphabet: Alphabet, variety: number): readonly Span[] {
  const left = Array<number>(alphabet.size).fill(variety);
  const spans: Span[] = [];
  for (const set of [...SINGLES, REST, CONTROLS]) {
    for (const { first, last, symbol } of splitSet(alphabet, set)) {
      const count = Math.min(last - first + 1, at(left, symbol));
      left[symbol] = at(left, symbol) - count;
      if (count > 0) spans.push({ first, last: first + count - 1, symbol });
    }
  }
  return spans;
}

function splitSet({ starts, classOf }: Alphabet, set: CodeSet): readonly Span[] {
  return set.flatMap((from, i) => {
    const to = at(set, i + 1 - (i % 2));
    if (i % 2 === 1) return [];
    return starts.flatMap((low, n) => {
      const first = Math.max(low, from);
      const last = Math.min((starts[n + 1] ?? Infinity) - 1, to);
      return first <= last ? [{ first, last, symbol: at(classOf, n) }] : [];
    });
  });
}
