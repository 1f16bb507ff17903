import { representatives } from "../automaton/alphabet.js";
import type { Pump } from "./ambiguity.js";
import { at } from "../at.js";
import { countSteps } from "./backtrack.js";
import type { Nfa } from "../automaton/nfa.js";

export type Attack = {
  readonly complexity: "exponential" | "polynomial";
  /** prefix, then the pump as often as `repeats` says, then suffix: a text on which the RegExp is slow */
  readonly string: string;
  readonly prefix: string;
  readonly pump: string;
  readonly repeats: number;
  readonly suffix: string;
};

/** Classes of characters; the pump may stand any number of times. */
export type Word = {
  readonly complexity: Pump["complexity"];
  readonly prefix: readonly number[];
  readonly pump: readonly number[];
  readonly suffix: readonly number[];
};

/** Steps of a simulation at which it counts as run away. */
const RUNAWAY = 200_000;
/** Code points of the text that shows a polynomial pattern at work. */
const LONG_TEXT = 10_000;

/** The attack, when a count of the matcher's steps says that it is one; never by running the RegExp. */
export function confirmAttack(nfa: Nfa, word: Word): Attack | undefined {
  const repeats = word.complexity === "exponential" ? findRunaway(nfa, word) : findGrowth(nfa, word);
  return repeats === undefined ? undefined : spellAttack(nfa, word, repeats);
}

function findRunaway(nfa: Nfa, word: Word): number | undefined {
  return [8, 16, 24, 32, 48, 64, 96].find(
    (repeats) => countSteps(nfa, repeat(word, repeats), RUNAWAY) >= RUNAWAY,
  );
}

/** Twice the text must cost nearly four times the steps, a linear pattern twice. */
function findGrowth(nfa: Nfa, word: Word): number | undefined {
  const repeats = Math.ceil(150 / word.pump.length);
  const limit = RUNAWAY * 10;
  const [once, twice] = [repeats, repeats * 2].map((times) => countSteps(nfa, repeat(word, times), limit));
  const grows = once !== undefined && twice !== undefined && (twice >= limit || twice > once * 3);
  return grows ? Math.ceil(LONG_TEXT / word.pump.length) : undefined;
}

function repeat({ prefix, pump, suffix }: Word, repeats: number): readonly number[] {
  return [...prefix, ...Array.from({ length: repeats }, () => pump).flat(), ...suffix];
}

export function spellAttack(nfa: Nfa, word: Word, repeats: number): Attack {
  const codes = representatives(nfa.alphabet);
  const spell = (symbols: readonly number[]): string =>
    symbols.map((symbol) => String.fromCodePoint(at(codes, symbol))).join("");
  const [prefix, pump, suffix] = [spell(word.prefix), spell(word.pump), spell(word.suffix)];
  const string = prefix + pump.repeat(repeats) + suffix;
  return { complexity: word.complexity, string, prefix, pump, repeats, suffix };
}
