import type { Attack } from "./backtracking/attack.js";
import type { Compiled } from "./automaton/automaton.js";
import { dfaOf, nfaOf, readPattern } from "./automaton/automaton.js";
import type { Backtracking } from "./backtracking/backtracking.js";
import { judgeBacktracking } from "./backtracking/backtracking.js";
import { coarseGraph } from "./backtracking/graph.js";
import { findAmbiguity } from "./backtracking/ambiguity.js";
import type { Nfa } from "./automaton/nfa.js";
import { packTable } from "./table/pack-table.js";
import { hasBounds, loosenBounds } from "./automaton/program.js";
import { propertySets } from "./syntax/property-set.js";
import type { PropertySets } from "./syntax/property-set.js";
import { askRecheck } from "./recheck.js";
import { repeatsGroup } from "./syntax/syntax.js";
import type { Flags } from "./syntax/syntax.js";

export type { Attack } from "./backtracking/attack.js";

/** How generated code must match a `pattern`. */
export type PatternVerdict =
  /**
   * linear: run it as a RegExp. Without `u` when only Annex B of ECMA-262 takes it. `isDeep`: V8 throws a RangeError on
   * a text of millions of characters, because it remembers each round of a repeated group
   */
  | { readonly kind: "regexp"; readonly source: string; readonly flags: Flags; readonly isDeep: boolean }
  /** `matcher(table)` of runtime-matcher.ts has the same language and is linear */
  | {
      readonly kind: "table";
      readonly table: string;
      readonly flags: Flags;
      readonly why: "faster" | "dangerous";
      readonly attack?: Attack;
    }
  /** not to be run at all */
  | { readonly kind: "unsafe"; readonly reason: string; readonly attack?: Attack }
  /** V8's own words */
  | { readonly kind: "invalid"; readonly message: string };

/** Verdicts by pattern. */
export type JudgePatterns = (patterns: readonly string[]) => Promise<ReadonlyMap<string, PatternVerdict>>;

/** Judges each pattern once, however often it is asked about. JSON Schema 2020-12 validation §6.3.3: ECMA-262, `u`. */
export function createPatternJudge(): JudgePatterns {
  const properties = propertySets();
  const verdicts = new Map<string, Promise<PatternVerdict>>();
  return async (patterns) => {
    const judged = [...new Set(patterns)].map(async (source) => {
      const verdict = verdicts.get(source) ?? judgePattern(source, properties);
      verdicts.set(source, verdict);
      return [source, await verdict] as const;
    });
    return new Map(await Promise.all(judged));
  };
}

/** Judges each pattern once. */
export async function judgePatterns(
  patterns: readonly string[],
): Promise<ReadonlyMap<string, PatternVerdict>> {
  return createPatternJudge()(patterns);
}

async function judgePattern(source: string, properties: PropertySets): Promise<PatternVerdict> {
  const read = readPattern(source, properties);
  if (read.kind === "invalid") return read;
  if (read.irregular === "nesting") return { kind: "unsafe", reason: "its groups are nested too deeply" };
  if (read.irregular !== undefined) return judgeByRecheck(source, read, `a ${read.irregular} is not regular`);
  const nfa = nfaOf(read.syntax, read.flags);
  const loose = hasBounds(read.syntax) ? nfaOf(loosenBounds(read.syntax), read.flags) : undefined;
  const backtracking = nfa === undefined ? judgeLoosened(loose) : judgeBacktracking(nfa, loose);
  if (backtracking.kind === "linear") return chooseFaster(source, read, nfa);
  return judgeDangerous(source, read, nfa, backtracking);
}

/** Too large when its bounds are written out: what is linear without the bounds is linear with them. */
function judgeLoosened(loose: Nfa | undefined): Backtracking {
  const isLinear = loose !== undefined && findAmbiguity(coarseGraph(loose)) === "none";
  return { kind: isLinear ? "linear" : "undecided" };
}

async function judgeDangerous(
  source: string,
  read: Extract<Compiled, { kind: "valid" }>,
  nfa: Nfa | undefined,
  backtracking: Exclude<Backtracking, { kind: "linear" }>,
): Promise<PatternVerdict> {
  const table = nfa && tableOf(nfa, read.flags, largestTable);
  if (backtracking.kind === "undecided") {
    if (table !== undefined) return { kind: "table", table, flags: read.flags, why: "faster" };
    return judgeByRecheck(source, read, "its automaton is too large");
  }
  const { attack } = backtracking;
  if (table !== undefined) return { kind: "table", table, flags: read.flags, why: "dangerous", attack };
  return {
    kind: "unsafe",
    reason: `${attack.complexity} backtracking, and its automaton is too large`,
    attack,
  };
}

async function judgeByRecheck(
  source: string,
  { flags, syntax }: Extract<Compiled, { kind: "valid" }>,
  why: string,
): Promise<PatternVerdict> {
  const answer = await askRecheck(source, flags, syntax);
  return answer.kind === "safe"
    ? { kind: "regexp", source, flags, isDeep: repeatsGroup(syntax) }
    : { kind: "unsafe", reason: `${why}, and ${answer.reason}` };
}

/** Characters of a table that a dangerous pattern may cost. */
const largestTable = 60_000;
/** Characters of a table that speed alone is worth. */
const cheapTable = 4_000;
/**
 * States from which on a RegExp that has to go back costs more than a table. Measured in V8: IPv6 with IPv4 and
 * ranges (342 states) 150 ns against 50, and 2–5 ms against 0.2 for the first call; a domain name (191) 63 ns against
 * 66, and 0.1 ms against 0.4.
 */
const manyStates = 256;

/** A RegExp is quickest where it never goes back, and on anything short. */
function chooseFaster(
  source: string,
  { flags, syntax }: Extract<Compiled, { kind: "valid" }>,
  nfa: Nfa | undefined,
): PatternVerdict {
  const isDeep = repeatsGroup(syntax);
  if (nfa !== undefined && (isDeep || (nfa.moves.length >= manyStates && goesBack(nfa)))) {
    const table = tableOf(nfa, flags, cheapTable);
    if (table !== undefined) return { kind: "table", table, flags, why: "faster" };
  }
  return { kind: "regexp", source, flags, isDeep };
}

/** Whether a character can be taken in two ways once a match has begun. */
function goesBack(nfa: Nfa): boolean {
  return nfa.moves.some(
    (row, state) => !nfa.searching[state] && row.some(({ targets }) => targets.length > 1),
  );
}

function tableOf(nfa: Nfa, flags: Flags, limit: number): string | undefined {
  const dfa = dfaOf(nfa, flags);
  if (dfa === undefined || dfa.accepting.length * dfa.alphabet.size > limit) return undefined;
  return packTable(dfa);
}
