import { dfaOf } from "../../scripts/pattern/automaton/automaton.js";
import type { Dfa } from "../../scripts/pattern/automaton/dfa.js";
import { readValid } from "./patterns.js";

/** An automaton by hand: where its classes begin, and a row a state from the start on, with whether it accepts. */
export function createDfa(
  { starts, classOf }: { readonly starts: readonly number[]; readonly classOf: readonly number[] },
  rows: readonly (readonly [targets: readonly number[], accepts: boolean])[],
): Dfa {
  const size = Math.max(...classOf) + 1;
  const settled = [0, 1].flatMap((state) => Array<number>(size).fill(state));
  return {
    alphabet: { starts, classOf, size, max: 0xffff },
    next: [...settled, ...rows.flatMap(([targets]) => targets)],
    accepting: [false, true, ...rows.map(([, accepts]) => accepts)],
  };
}

export function dfaOfPattern(pattern: string): Dfa {
  const { syntax, flags } = readValid(pattern);
  const dfa = dfaOf(syntax, flags);
  if (dfa === undefined) throw new Error(`${pattern} has no automaton`);
  return dfa;
}
