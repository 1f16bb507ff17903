import type { Spend } from "./budget.js";
import { within } from "./budget.js";
import type { Dfa } from "./dfa.js";
import { determinize } from "./dfa.js";
import { determinizeLooks } from "./look-around.js";
import { minimize } from "./minimize.js";
import type { Nfa } from "./nfa.js";
import { buildNfa } from "./nfa.js";
import type { Parsed } from "../syntax/parse.js";
import { parsePattern } from "../syntax/parse.js";
import { writeProgram } from "./program.js";
import { intersectDfas } from "./product.js";
import type { PropertySets } from "../syntax/property-set.js";
import type { Flags, Irregularity, Syntax } from "../syntax/syntax.js";
import { findIrregular } from "../syntax/syntax.js";
import { unfold } from "../syntax/unfold.js";
import { readUnits } from "./utf16.js";

/*
 * From the syntax of a pattern to finite automata: one that tries what a backtracking matcher tries (nfa), and the
 * smallest deterministic one of the same language (dfa). Everything is held to limits, so that any pattern ends.
 */

/** A pattern under the flags with which V8 takes it: `u`, else none (Annex B). */
export type Compiled =
  | (Parsed & {
      readonly kind: "valid";
      readonly flags: Flags;
      readonly irregular: Irregularity | undefined;
    })
  | { readonly kind: "invalid"; readonly message: string };

/** How large an automaton may become: characters to take, moves before and states after determinization. */
export type Limits = { readonly takes: number; readonly moves: number; readonly states: number };

/** Limits that keep any pattern under a few hundred milliseconds. */
const LIMITS: Limits = { takes: 2_500, moves: 400_000, states: 3_000 };
/** States of an automaton with lookarounds cost many times as much. */
const MAX_LOOKING = 20_000;
const MAX_STEPS = 30_000_000;

export function readPattern(source: string, properties: PropertySets): Compiled {
  const strict = complaint(source, "u");
  const flags = strict === undefined ? "u" : "";
  if (strict !== undefined && complaint(source, "") !== undefined)
    return { kind: "invalid", message: strict };
  const parsed = parsePattern(source, flags, properties);
  return { kind: "valid", flags, ...parsed, irregular: findIrregular(parsed.syntax) };
}

function complaint(source: string, flags: Flags): string | undefined {
  try {
    RegExp(source, flags);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * How a backtracking matcher goes about it. Behind a lookaround it holds more ways than the matcher tries, and says
 * nothing about what is accepted.
 */
export function nfaOf(syntax: Syntax, flags: Flags, limits = LIMITS): Nfa | undefined {
  const program = writeProgram(syntax, limits.takes);
  return program && within(MAX_STEPS, (spend) => buildNfa(program, maxOf(flags), limits.moves, spend));
}

/** The smallest automaton over code units; undefined when it grows too large on the way. */
export function dfaOf(syntax: Syntax, flags: Flags): Dfa | undefined {
  const dfa = within(MAX_STEPS, (spend) => buildDfa(syntax, flags, LIMITS, spend));
  return dfa && flags === "u" ? minimize(readUnits(dfa)) : dfa;
}

/** The automaton over what the flags make of a text: code points under `u`, code units without. */
export function buildDfa(syntax: Syntax, flags: Flags, limits: Limits, spend: Spend): Dfa | undefined {
  const conjuncts = unfold(syntax);
  if (conjuncts.length === 1) return buildConjunct(syntax, flags, limits, spend);
  const included: Dfa[] = [];
  const excluded: Dfa[] = [];
  for (const conjunct of conjuncts) {
    const dfa = buildDfa(conjunct.syntax, flags, limits, spend);
    if (dfa === undefined) return undefined;
    (conjunct.negated ? excluded : included).push(dfa);
  }
  const dfa = intersectDfas({ included, excluded, max: maxOf(flags) }, limits.states, spend);
  return dfa && minimize(dfa);
}

function buildConjunct(syntax: Syntax, flags: Flags, limits: Limits, spend: Spend): Dfa | undefined {
  const program = writeProgram(syntax, limits.takes);
  if (program === undefined) return undefined;
  const { states, moves } = limits;
  if (program.hasLooks) {
    const dfa = determinizeLooks(program, maxOf(flags), Math.min(states, MAX_LOOKING), spend);
    return dfa && minimize(dfa);
  }
  const nfa = buildNfa(program, maxOf(flags), moves, spend);
  const dfa = nfa && determinize(nfa, states, spend);
  return dfa && minimize(dfa);
}

function maxOf(flags: Flags): number {
  return flags === "u" ? 0x10ffff : 0xffff;
}
