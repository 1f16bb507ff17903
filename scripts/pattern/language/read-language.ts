import type { Compiled, Limits } from "../automaton/automaton.js";
import { buildDfa, nfaOf, readPattern } from "../automaton/automaton.js";
import type { Spend } from "../automaton/budget.js";
import { readCodePoints } from "../automaton/code-points.js";
import type { Dfa } from "../automaton/dfa.js";
import { acceptsText } from "../automaton/dfa.js";
import { hasBounds, loosenBounds } from "../automaton/program.js";
import { isSurelyLinear } from "../backtracking/lookaround-cost.js";
import { propertySets } from "../syntax/property-set.js";
import type { PropertySets } from "../syntax/property-set.js";
import { expandReferences, widen } from "../syntax/references.js";
import type { Flags, Syntax } from "../syntax/syntax.js";
import { hasPart, isLook } from "../syntax/syntax.js";
import type { Language } from "./language.js";
import { toLanguage } from "./language.js";

export type ReadLanguage =
  /** Exactly the words in which the pattern finds a match. `native` reads any JavaScript string. */
  | { readonly kind: "regular"; readonly language: Language; readonly native: Dfa }
  /**
   * Not regular, or too large. `superset` has every word of the pattern and more, undefined where there is none at
   * hand. `runs` when the RegExp itself is shown to take linear time.
   */
  | {
      readonly kind: "opaque";
      readonly reason: string;
      readonly superset: Language | undefined;
      readonly runs: RegExp | undefined;
    }
  /** No pattern of ECMA-262, neither with the flag `u` nor without. */
  | { readonly kind: "invalid"; readonly reason: string };

const LIMITS: Limits = { takes: 20_000, moves: 400_000, states: 50_000 };

/** What a pattern means; throws what `spend` throws. */
export type ReadPattern = (pattern: string, spend: Spend) => ReadLanguage;

/** Reads patterns; remembers the properties of Unicode that it has met. */
export function createLanguageReader(): ReadPattern {
  const properties = propertySets();
  return (pattern, spend) => readLanguage(pattern, spend, properties);
}

/**
 * The language of a `pattern` of JSON Schema: ECMA-262 with `u`, or without where only that is valid; a match anywhere
 * in the text is one.
 */
export function readLanguage(pattern: string, spend: Spend, properties: PropertySets): ReadLanguage {
  const read = readPattern(pattern, properties);
  if (read.kind === "invalid") return { kind: "invalid", reason: read.message };
  const native = read.irregular === undefined ? buildDfa(read.syntax, read.flags, LIMITS, spend) : undefined;
  if (native !== undefined)
    return { kind: "regular", language: languageOf(native, read.flags, spend), native };
  const reason = read.irregular ?? "its automaton is too large";
  return { kind: "opaque", reason, superset: findSuperset(read, spend), runs: findLinear(pattern, read) };
}

function languageOf(native: Dfa, flags: Flags, spend: Spend): Language {
  return toLanguage(flags === "u" ? native : readCodePoints(native), spend);
}

type Valid = Extract<Compiled, { kind: "valid" }>;

function findSuperset({ syntax, groups, flags }: Valid, spend: Spend): Language | undefined {
  const wide = widen(syntax, groups);
  const dfa = wide && (buildDfa(wide, flags, LIMITS, spend) ?? buildLoosened(wide, flags, spend));
  return dfa && languageOf(dfa, flags, spend);
}

/** Without the bounds of repeats there are more words, but not where a lookaround may forbid them. */
function buildLoosened(syntax: Syntax, flags: Flags, spend: Spend): Dfa | undefined {
  const isForbidding = hasPart(syntax, (part) => isLook(part) && part.negated);
  return isForbidding ? undefined : buildDfa(loosenBounds(syntax), flags, LIMITS, spend);
}

function findLinear(pattern: string, { syntax, groups, flags }: Valid): RegExp | undefined {
  const explored = expandReferences(syntax, groups);
  if (explored === undefined) return undefined;
  const loose = hasBounds(explored) ? nfaOf(loosenBounds(explored), flags) : undefined;
  return isSurelyLinear(explored, nfaOf(explored, flags), loose) ? new RegExp(pattern, flags) : undefined;
}

/**
 * Whether a match is found in the text, lone surrogates included, as a RegExp would find it; undefined when the pattern
 * is invalid, or opaque and could take too long.
 */
export function matchesPattern(read: ReadLanguage, text: string): boolean | undefined {
  if (read.kind === "regular") return acceptsText(read.native, text);
  return read.kind === "opaque" ? read.runs?.test(text) : undefined;
}
