import type { Attack } from "./backtracking/attack.js";
import type { Compiled } from "./automaton/automaton.js";
import { dfaOf, nfaOf, readPattern } from "./automaton/automaton.js";
import { acceptsText } from "./automaton/dfa.js";
import type { Backtracking } from "./backtracking/backtracking.js";
import { judgeBacktracking } from "./backtracking/backtracking.js";
import { coarseGraph } from "./backtracking/graph.js";
import { findAmbiguity } from "./backtracking/ambiguity.js";
import { isSurelyLinear } from "./backtracking/lookaround-cost.js";
import type { Nfa } from "./automaton/nfa.js";
import { packTable } from "./table/pack-table.js";
import { hasBounds, loosenBounds } from "./automaton/program.js";
import { propertySets } from "./syntax/property-set.js";
import type { PropertySets } from "./syntax/property-set.js";
import { expandReferences } from "./syntax/references.js";
import { hasPart, isLook, repeatsGroup } from "./syntax/syntax.js";
import type { Conjunct } from "./syntax/unfold.js";
import { unfoldAll } from "./syntax/unfold.js";
import type { Flags, Syntax } from "./syntax/syntax.js";

/*
 * Whether a pattern of ECMA-262 takes linear time in a backtracking matcher, decided on its automaton, and what to
 * run in its place where it does not. Nothing here runs the pattern, and nothing depends on a clock.
 */

export type { Attack } from "./backtracking/attack.js";

/** How generated code must match a `pattern`. */
export type PatternVerdict =
  /**
   * linear: run it as a RegExp. Without `u` when only Annex B of ECMA-262 takes it. `isDeep`: V8 throws a RangeError on
   * a text of millions of characters, because it remembers each round of a repeated group
   */
  | { readonly kind: "regexp"; readonly source: string; readonly flags: Flags; readonly isDeep: boolean }
  /**
   * `matcher(table)` of runtime-matcher.ts has the same language and is linear. The RegExp is `dangerous` when there is
   * an attack, `undecided` when it is only not shown to be linear
   */
  | {
      readonly kind: "table";
      readonly table: string;
      readonly flags: Flags;
      readonly why: "faster" | "dangerous" | "undecided";
      readonly attack?: Attack;
    }
  /** not to be run at all */
  | { readonly kind: "unsafe"; readonly reason: string; readonly attack?: Attack }
  /** V8's own words */
  | { readonly kind: "invalid"; readonly message: string };

/** Verdicts by pattern. */
export type JudgePatterns = (patterns: readonly string[]) => Promise<ReadonlyMap<string, PatternVerdict>>;

export type JudgeOptions = {
  /** Whether a table is worth making for speed alone: for code that runs often. Default: true. */
  readonly seeksSpeed?: boolean;
  readonly properties?: PropertySets;
};

/** Judges each pattern once, however often it is asked about. JSON Schema 2020-12 validation §6.3.3: ECMA-262, `u`. */
export function createPatternJudge(options: Omit<JudgeOptions, "properties"> = {}): JudgePatterns {
  const properties = propertySets();
  const verdicts = new Map<string, PatternVerdict>();
  return async (patterns) => {
    const judged = [...new Set(patterns)].map((source) => {
      const verdict = verdicts.get(source) ?? judgePattern(source, { ...options, properties });
      verdicts.set(source, verdict);
      return [source, verdict] as const;
    });
    return new Map(judged);
  };
}

/** Judges each pattern once. */
export async function judgePatterns(
  patterns: readonly string[],
): Promise<ReadonlyMap<string, PatternVerdict>> {
  return createPatternJudge()(patterns);
}

/** The verdict on one pattern; it answers at once, as a visitor of Redocly must. */
export function judgePattern(source: string, options: JudgeOptions = {}): PatternVerdict {
  const { seeksSpeed = true, properties = propertySets() } = options;
  const read = readPattern(source, properties);
  if (read.kind === "invalid") return read;
  if (read.irregular === "groups nested too deeply")
    return { kind: "unsafe", reason: "its groups are nested too deeply" };
  if (read.irregular !== undefined || hasPart(read.syntax, isLook)) return judgeLooks(source, read);
  const backtracking = judgeSyntax(read.syntax, read.flags);
  if (backtracking.kind !== "linear") return judgeDangerous(read, backtracking);
  return (seeksSpeed ? findFaster(read) : undefined) ?? runAsRegExp(source, read);
}

type Valid = Extract<Compiled, { kind: "valid" }>;

/** By the parts that a pattern unfolds into where none of them looks around, else by all that may be tried. */
function judgeLooks(source: string, read: Valid): PatternVerdict {
  const { syntax, groups, flags, irregular } = read;
  const conjuncts = irregular === undefined ? unfoldAll(syntax) : undefined;
  const verdict = conjuncts && judgeConjuncts(conjuncts, flags);
  const isLinear =
    verdict?.kind === "linear" ||
    (verdict?.kind !== "superlinear" && isLinearAround(expandReferences(syntax, groups), flags));
  if (isLinear) return runAsRegExp(source, read);
  if (irregular === undefined) return judgeDangerous(read, verdict ?? { kind: "undecided" });
  return { kind: "unsafe", reason: `${irregular}, and it is not shown to take linear time` };
}

/** The matcher goes through one after the other, up to the first that does not hold. */
function judgeConjuncts(conjuncts: readonly Conjunct[], flags: Flags): Backtracking {
  let isLinear = true;
  for (const [i, { syntax }] of conjuncts.entries()) {
    const verdict = judgeSyntax(syntax, flags);
    if (verdict.kind !== "linear") isLinear = false;
    const isReached = (text: string): boolean =>
      conjuncts.slice(0, i).every((before) => matches(before.syntax, flags, text) === !before.negated);
    if (verdict.kind === "superlinear" && isReached(verdict.attack.string)) return verdict;
  }
  return { kind: isLinear ? "linear" : "undecided" };
}

function matches(syntax: Syntax, flags: Flags, text: string): boolean | undefined {
  const dfa = dfaOf(syntax, flags);
  return dfa && acceptsText(dfa, text);
}

function isLinearAround(explored: Syntax | undefined, flags: Flags): boolean {
  return (
    explored !== undefined && isSurelyLinear(explored, nfaOf(explored, flags), looseNfaOf(explored, flags))
  );
}

function judgeSyntax(syntax: Syntax, flags: Flags): Backtracking {
  const nfa = nfaOf(syntax, flags);
  const loose = looseNfaOf(syntax, flags);
  return nfa === undefined ? judgeLoosened(loose) : judgeBacktracking(nfa, loose);
}

function looseNfaOf(syntax: Syntax, flags: Flags): Nfa | undefined {
  return hasBounds(syntax) ? nfaOf(loosenBounds(syntax), flags) : undefined;
}

/** Too large when its bounds are written out: what is linear without the bounds is linear with them. */
function judgeLoosened(loose: Nfa | undefined): Backtracking {
  const isLinear = loose !== undefined && findAmbiguity(coarseGraph(loose)) === "none";
  return { kind: isLinear ? "linear" : "undecided" };
}

function judgeDangerous(
  { syntax, flags }: Valid,
  backtracking: Exclude<Backtracking, { kind: "linear" }>,
): PatternVerdict {
  const table = tableOf(syntax, flags, LARGEST_TABLE);
  if (backtracking.kind === "undecided") {
    if (table !== undefined) return { kind: "table", table, flags, why: "undecided" };
    return {
      kind: "unsafe",
      reason: "its automaton is too large, and it is not shown to take linear time",
    };
  }
  const { attack } = backtracking;
  if (table !== undefined) return { kind: "table", table, flags, why: "dangerous", attack };
  return {
    kind: "unsafe",
    reason: `${attack.complexity} backtracking, and its automaton is too large`,
    attack,
  };
}

/** Characters of a table that a dangerous pattern may cost. */
const LARGEST_TABLE = 60_000;
/** Characters of a table that speed alone is worth. */
const CHEAP_TABLE = 4_000;
/**
 * States from which on a RegExp that has to go back costs more than a table. Measured in V8: IPv6 with IPv4 and
 * ranges (342 states) 150 ns against 50, and 2–5 ms against 0.2 for the first call; a domain name (191) 63 ns against
 * 66, and 0.1 ms against 0.4.
 */
const MANY_STATES = 256;

/** A RegExp is quickest where it never goes back, and on anything short. */
function findFaster({ flags, syntax }: Valid): PatternVerdict | undefined {
  const nfa = nfaOf(syntax, flags);
  const isSlow =
    nfa !== undefined && (repeatsGroup(syntax) || (nfa.moves.length >= MANY_STATES && goesBack(nfa)));
  const table = isSlow ? tableOf(syntax, flags, CHEAP_TABLE) : undefined;
  return table === undefined ? undefined : { kind: "table", table, flags, why: "faster" };
}

function runAsRegExp(source: string, { flags, syntax }: Valid): PatternVerdict {
  return { kind: "regexp", source, flags, isDeep: repeatsGroup(syntax) };
}

/** Whether a character can be taken in two ways once a match has begun. */
function goesBack(nfa: Nfa): boolean {
  return nfa.moves.some(
    (row, state) => !nfa.searching[state] && row.some(({ targets }) => targets.length > 1),
  );
}

function tableOf(syntax: Syntax, flags: Flags, limit: number): string | undefined {
  const dfa = dfaOf(syntax, flags);
  if (dfa === undefined || dfa.accepting.length * dfa.alphabet.size > limit) return undefined;
  return packTable(dfa);
}
