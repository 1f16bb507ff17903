import type { Alphabet } from "./alphabet.js";
import { partition, representatives } from "./alphabet.js";
import { at } from "../at.js";
import type { CodeSet } from "../syntax/code-set.js";
import { WORD_SET } from "../syntax/code-set.js";
import type { Assertion } from "../syntax/syntax.js";
import type { Spend } from "./budget.js";
import type { Program, Step } from "./program.js";

/** What the matcher tries on one character, in order; `sure` when acceptance comes after the last of them. */
export type Move = { readonly targets: readonly number[]; readonly sure: boolean };

/**
 * The search of a backtracking matcher as an automaton without empty moves. State 0 is the start of the text. The
 * restart of an unanchored search one character further on is a state too, tried last.
 */
export type Nfa = {
  readonly alphabet: Alphabet;
  /** by state, then by class */
  readonly moves: readonly (readonly Move[])[];
  /** whether the text may end in the state */
  readonly accepting: readonly boolean[];
  /** whether the state is the start or a restart of the search */
  readonly searching: readonly boolean[];
};

/** What stands beside a position: for `^`, `\b` and `\B` */
export type Before = "nothing" | "word" | "other";
type State = { readonly pc: number; readonly before: Before; readonly searching: boolean };
type Way = { readonly set: CodeSet; readonly next: number };
type Ways = { readonly ways: readonly Way[]; readonly sure: boolean };

/** How often the same step may be reached on the ways of one character; more than two tell nothing new. */
const MAX_VISITS = 3;

/** undefined when the automaton would have more than `limit` moves. */
export function buildNfa(program: Program, max: number, limit: number, spend: Spend): Nfa | undefined {
  const letters = readLetters(program, max);
  const walk = (pc: number, before: Before, after: Before): Ways =>
    findWays(program, pc, before, after, spend);
  const states = new Map<string, number>();
  const queue: State[] = [];
  const number = (state: State): number => {
    const key = `${state.pc} ${state.before} ${state.searching}`;
    const known = states.get(key) ?? queue.push(state) - 1;
    states.set(key, known);
    return known;
  };
  number({ pc: program.start, before: "nothing", searching: true });
  const restarts = (["word", "other"] as const).some((before) =>
    leadsOn((after) => walk(program.start, before, after)),
  );
  const moves: Move[][] = [];
  const accepting: boolean[] = [];
  let count = 0;
  for (let i = 0; i < queue.length; i++) {
    const { pc, before, searching } = at(queue, i);
    const other = walk(pc, before, "other");
    const word = program.hasBoundary ? walk(pc, before, "word") : other;
    accepting.push(walk(pc, before, "nothing").sure);
    const row = letters.kinds.map((kind, symbol): Move => {
      const { ways: open, sure } = kind === "word" ? word : other;
      const targets = open
        .filter((way) => letters.isIn(way.set, symbol))
        .map((way) => number({ pc: way.next, before: kind, searching: false }));
      if (searching && restarts && !sure)
        targets.push(number({ pc: program.start, before: kind, searching }));
      return { targets, sure };
    });
    moves.push(row);
    count += row.reduce((sum, move) => sum + move.targets.length + 1, 0);
    if (count > limit) return undefined;
  }
  const { alphabet } = letters;
  return { alphabet, moves, accepting, searching: queue.map((state) => state.searching) };
}

/** The classes that a program tells apart. */
export type Letters = {
  readonly alphabet: Alphabet;
  /** by class */
  readonly kinds: readonly Before[];
  readonly isIn: (set: CodeSet, symbol: number) => boolean;
};

export function readLetters(program: Program, max: number): Letters {
  const sets = program.steps.flatMap((step) => (step.op === "take" ? [step.set] : []));
  const alphabet = partition(program.hasBoundary ? [...sets, WORD_SET] : sets, max);
  const codes = representatives(alphabet);
  const members = new Map(sets.map((set) => [set, codes.map((code) => hasCode(set, code))]));
  return {
    alphabet,
    kinds: codes.map((code) => (program.hasBoundary && hasCode(WORD_SET, code) ? "word" : "other")),
    isIn: (set, symbol) => members.get(set)?.[symbol] === true,
  };
}

function hasCode(set: CodeSet, code: number): boolean {
  for (let i = 0; i < set.length; i += 2) if (code <= at(set, i + 1)) return code >= at(set, i);
  return false;
}

/** A pattern bound to the start of the text is not tried again further on. */
function leadsOn(walk: (after: Before) => Ways): boolean {
  return (["nothing", "word", "other"] as const).some((after) => {
    const { ways, sure } = walk(after);
    return sure || ways.length > 0;
  });
}

/**
 * All ways from a step to the next character, in order, cut off where the pattern has matched. The body of a
 * lookahead is a way as well, and nothing behind a lookaround is a sure match, because it may have failed.
 */
function findWays(program: Program, pc: number, before: Before, after: Before, spend: Spend): Ways {
  const ways: Way[] = [];
  const visits = new Map<number, number>();
  const open = new Set<number>();
  const pending: Visit[] = [{ pc, isSure: true }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    if (visit.closes !== undefined) open.delete(visit.closes);
    const seen = visits.get(visit.pc) ?? 0;
    if (visit.closes !== undefined || seen >= MAX_VISITS) continue;
    visits.set(visit.pc, seen + 1);
    spend(1);
    const step = at(program.steps, visit.pc);
    if (step.op === "accept" && visit.isSure) return { sure: true, ways };
    if (step.op === "take") ways.push(step);
    else if (step.op === "enter") open.add(visit.pc);
    pending.push(...visitsAfter(step, visit, (assertion) => passes(assertion, before, after, open)));
  }
  return { sure: false, ways };
}

/** A step to come to; `closes` is the iteration that is left when all ways through it have been tried. */
type Visit = { readonly pc: number; readonly isSure: boolean; readonly closes?: number };

/** The last one is tried first. */
function visitsAfter(
  step: Step,
  { pc, isSure }: Visit,
  passesStep: (step: Extract<Step, { op: "leave" | "assert" }>) => boolean,
): readonly Visit[] {
  switch (step.op) {
    case "accept":
    case "take":
      return [];
    case "fork":
      return [
        { pc: step.second, isSure },
        { pc: step.first, isSure },
      ];
    case "enter":
      return [
        { pc, isSure, closes: pc },
        { pc: step.next, isSure },
      ];
    case "look": {
      const rest = { pc: step.next, isSure: false };
      return step.behind ? [rest] : [rest, { pc: step.body, isSure: false }];
    }
    default:
      return passesStep(step) ? [{ pc: step.next, isSure }] : [];
  }
}

function passes(
  step: Extract<Step, { op: "leave" | "assert" }>,
  before: Before,
  after: Before,
  open: ReadonlySet<number>,
): boolean {
  return step.op === "leave" ? !open.has(step.entered) : holdsBetween(step.at, before, after);
}

/** Whether `^`, `$`, `\b` or `\B` holds between two characters. */
export function holdsBetween(assertion: Assertion, before: Before, after: Before): boolean {
  switch (assertion) {
    case "start":
      return before === "nothing";
    case "end":
      return after === "nothing";
    case "boundary":
      return (before === "word") !== (after === "word");
    case "inside":
      return (before === "word") === (after === "word");
  }
}
