import type { Dfa } from "./dfa.js";
import { determinize } from "./dfa.js";
import { minimize } from "./minimize.js";
import type { Nfa } from "./nfa.js";
import { buildNfa } from "./nfa.js";
import { parsePattern } from "../syntax/parse.js";
import { writeProgram } from "./program.js";
import type { PropertySets } from "../syntax/property-set.js";
import type { Flags, Irregularity, Syntax } from "../syntax/syntax.js";
import { findIrregular } from "../syntax/syntax.js";
import { readUnits } from "./utf16.js";

/** A pattern under the flags with which V8 takes it: `u`, else none (Annex B). */
export type Compiled =
  | {
      readonly kind: "valid";
      readonly flags: Flags;
      readonly syntax: Syntax;
      readonly irregular: Irregularity | undefined;
    }
  | { readonly kind: "invalid"; readonly message: string };

/** Limits that keep any pattern under a few hundred milliseconds. */
const maxTakes = 2_500;
const maxMoves = 400_000;
const maxStates = 3_000;

export function readPattern(source: string, properties: PropertySets): Compiled {
  const strict = complaint(source, "u");
  const flags = strict === undefined ? "u" : "";
  if (strict !== undefined && complaint(source, "") !== undefined)
    return { kind: "invalid", message: strict };
  const syntax = parsePattern(source, flags, properties);
  return { kind: "valid", flags, syntax, irregular: findIrregular(syntax) };
}

function complaint(source: string, flags: Flags): string | undefined {
  try {
    RegExp(source, flags);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function nfaOf(syntax: Syntax, flags: Flags): Nfa | undefined {
  const program = writeProgram(syntax, maxTakes);
  return program && buildNfa(program, flags === "u" ? 0x10ffff : 0xffff, maxMoves);
}

/** The smallest automaton over code units; undefined when it grows too large on the way. */
export function dfaOf(nfa: Nfa, flags: Flags): Dfa | undefined {
  const dfa = determinize(nfa, maxStates);
  if (dfa === undefined) return undefined;
  const small = minimize(dfa);
  return flags === "u" ? minimize(readUnits(small)) : small;
}
