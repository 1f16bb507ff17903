import { classOfCode } from "../../scripts/pattern/automaton/alphabet.js";
import { nfaOf, readPattern, type Compiled } from "../../scripts/pattern/automaton/automaton.js";
import type { Nfa } from "../../scripts/pattern/automaton/nfa.js";
import { propertySets } from "../../scripts/pattern/syntax/property-set.js";

const properties = propertySets();

/** A pattern that is known to be valid, taken apart. */
export function readValid(pattern: string): Extract<Compiled, { kind: "valid" }> {
  const read = readPattern(pattern, properties);
  if (read.kind === "invalid") throw new Error(read.message);
  return read;
}

export function nfaOfPattern(pattern: string): Nfa {
  const { syntax, flags } = readValid(pattern);
  const nfa = nfaOf(syntax, flags);
  if (nfa === undefined) throw new Error(`${pattern} has no automaton`);
  return nfa;
}

/** The classes of the characters of a text. */
export function symbolsOf({ alphabet }: Nfa, text: string): readonly number[] {
  return Array.from(text, (letter) => classOfCode(alphabet, letter.codePointAt(0) ?? 0));
}
