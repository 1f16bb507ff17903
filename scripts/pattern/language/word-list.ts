import { partition } from "../automaton/alphabet.js";
import { classOfCode } from "../automaton/alphabet.js";
import { at } from "../at.js";
import type { Spend } from "../automaton/budget.js";
import { ACCEPTED, codesOf, REFUSED, START } from "../automaton/dfa.js";
import { minimize } from "../automaton/minimize.js";
import type { Language } from "./language.js";
import { fromDfa, isWord, MAX_CODE } from "./language.js";

/** Exactly the words of the list; a text with a lone surrogate is none, and left out. */
export function languageOfWords(list: readonly string[], spend: Spend): Language {
  const texts = [...new Set(list)].filter(isWord).map((text) => codesOf(text, MAX_CODE));
  const letters = new Set(texts.flat());
  const alphabet = partition(
    [...letters].map((code) => [code, code]),
    MAX_CODE,
  );
  const { size } = alphabet;
  const next = [...Array<number>(size).fill(REFUSED), ...Array<number>(size).fill(ACCEPTED)];
  const accepting = [false, true];
  const addState = (): number => {
    spend(size);
    for (let symbol = 0; symbol < size; symbol++) next.push(REFUSED);
    return accepting.push(false) - 1;
  };
  addState();
  for (const text of texts) {
    let state = START;
    for (const code of text) {
      const edge = state * size + classOfCode(alphabet, code);
      state = at(next, edge);
      if (state === REFUSED) next[edge] = state = addState();
    }
    accepting[state] = true;
  }
  return fromDfa(minimize({ alphabet, next, accepting }));
}
