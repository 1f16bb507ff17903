import { classify, classOfCode } from "../automaton/alphabet.js";
import { at } from "../at.js";
import type { Spend } from "../automaton/budget.js";
import type { Dfa } from "../automaton/dfa.js";
import { acceptsText, REFUSED, START } from "../automaton/dfa.js";
import { minimize } from "../automaton/minimize.js";

/**
 * A set of words over code points without surrogates (0 … D7FF, E000 … 10FFFF): the texts that JSON can carry in
 * UTF-8. A lone surrogate stands in no word. Its automaton has no class for surrogates, and a state from which no
 * word is reached is the refusing one.
 */
export type Language = { readonly dfa: Dfa; readonly size: number };

export const MAX_CODE = 0x10ffff;
export const SURROGATES = [0xd800, 0xdfff] as const;

/** The words among what an automaton over code points accepts. */
export function toLanguage(dfa: Dfa, spend: Spend): Language {
  const { alphabet } = dfa;
  const [first, last] = SURROGATES;
  // The interval before the surrogates takes them in; no word asks for their class.
  const kept = alphabet.starts.filter((code) => code < first || code > last);
  const starts = [...new Set([...kept, last + 1])].sort((a, b) => a - b);
  const classes = starts.map((code) => classOfCode(alphabet, code));
  const plain = classify(starts, (i) => `${at(classes, i)}`, alphabet.max);
  const columns: number[] = [];
  for (const [i, code] of plain.starts.entries()) {
    columns[at(plain.classOf, i)] ??= classOfCode(alphabet, code);
  }
  const next = dfa.accepting.flatMap((_, state) =>
    columns.map((symbol) => at(dfa.next, state * alphabet.size + symbol)),
  );
  spend(next.length);
  return fromDfa(minimize({ alphabet: plain, next, accepting: dfa.accepting }));
}

/** The automaton must have no class for surrogates, and its dead states must be the refusing one. */
export function fromDfa(dfa: Dfa): Language {
  return { dfa, size: dfa.accepting.length };
}

/** Whether the language has no word. */
export function isEmpty({ dfa }: Language): boolean {
  const row = dfa.next.slice(START * dfa.alphabet.size, (START + 1) * dfa.alphabet.size);
  return dfa.accepting[START] !== true && row.every((target) => target === REFUSED);
}

/** Whether the text is a word of the language; a text with a lone surrogate never is. */
export function hasWord({ dfa }: Language, text: string): boolean {
  return isWord(text) && acceptsText(dfa, text);
}

/** Whether the text has no lone surrogate. */
export function isWord(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
