import type { Dfa } from "../automaton/dfa.js";
import { dfaOf, nfaOf, readPattern } from "../automaton/automaton.js";
import { findDifference } from "./difference.js";
import { propertySets } from "../syntax/property-set.js";
import type { Samples } from "./sample.js";
import { sampleDfa } from "./sample.js";

export type { Samples } from "./sample.js";

/** How two patterns differ; undecided when one of them has no automaton. */
export type Difference =
  | { readonly kind: "none" }
  /** a shortest string that only the first pattern accepts */
  | { readonly kind: "found"; readonly string: string }
  | { readonly kind: "undecided" };

/**
 * Strings that the pattern accepts and near misses that it refuses, both shortest first; undefined when the pattern
 * has no automaton (invalid, not regular or too large). `random` gives numbers from 0 up to 1.
 */
export function samplePattern(source: string, random: () => number): Samples | undefined {
  const dfa = languageOf(source);
  return dfa && sampleDfa(dfa, random);
}

/** Whether the first pattern accepts a string that the second refuses. */
export function differencePatterns(first: string, second: string): Difference {
  const [a, b] = [languageOf(first), languageOf(second)];
  if (a === undefined || b === undefined) return { kind: "undecided" };
  const string = findDifference(a, b);
  return string === undefined ? { kind: "none" } : { kind: "found", string };
}

function languageOf(source: string): Dfa | undefined {
  const read = readPattern(source, propertySets());
  if (read.kind === "invalid" || read.irregular !== undefined) return undefined;
  const nfa = nfaOf(read.syntax, read.flags);
  return nfa && dfaOf(nfa, read.flags);
}
