import type { Alphabet } from "./alphabet.js";
import { classOfCode, partition, representatives } from "./alphabet.js";
import { at } from "../at.js";
import type { CodeSet } from "../syntax/code-set.js";
import { wordSet } from "../syntax/code-set.js";
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

/** What stands before a position: for `^`, `\b` and `\B` */
type Before = "nothing" | "word" | "other";
type State = { readonly pc: number; readonly before: Before; readonly searching: boolean };
type Way = { readonly set: CodeSet; readonly next: number };
type Ways = { readonly ways: readonly Way[]; readonly sure: boolean };

/** How often the same step may be reached on the ways of one character; more than two tell nothing new. */
const maxVisits = 3;

/** undefined when the automaton would have more than `limit` moves. */
export function buildNfa(program: Program, max: number, limit: number): Nfa | undefined {
  const sets = program.steps.flatMap((step) => (step.op === "take" ? [step.set] : []));
  const alphabet = partition(program.hasBoundary ? [...sets, wordSet] : sets, max);
  const codes = representatives(alphabet);
  const members = new Map(sets.map((set) => [set, codes.map((code) => hasCode(set, code))]));
  const kinds = codes.map((code): Before =>
    program.hasBoundary && hasCode(wordSet, code) ? "word" : "other",
  );
  const states = new Map<string, number>();
  const queue: State[] = [];
  const number = (state: State): number => {
    const key = `${state.pc} ${state.before} ${state.searching}`;
    const known = states.get(key) ?? queue.push(state) - 1;
    states.set(key, known);
    return known;
  };
  number({ pc: program.start, before: "nothing", searching: true });
  const restarts = (["word", "other"] as const).some((before) => leadsOn(program, before));
  const moves: Move[][] = [];
  const accepting: boolean[] = [];
  let count = 0;
  for (let i = 0; i < queue.length; i++) {
    const { pc, before, searching } = at(queue, i);
    const other = walk(program, pc, before, "other");
    const word = program.hasBoundary ? walk(program, pc, before, "word") : other;
    accepting.push(walk(program, pc, before, "nothing").sure);
    const row = kinds.map((kind, symbol): Move => {
      const { ways: open, sure } = kind === "word" ? word : other;
      const targets = open
        .filter((way) => members.get(way.set)?.[symbol])
        .map((way) => number({ pc: way.next, before: kind, searching: false }));
      if (searching && restarts && !sure)
        targets.push(number({ pc: program.start, before: kind, searching }));
      return { targets, sure };
    });
    moves.push(row);
    count += row.reduce((sum, move) => sum + move.targets.length + 1, 0);
    if (count > limit) return undefined;
  }
  return { alphabet, moves, accepting, searching: queue.map((state) => state.searching) };
}

function hasCode(set: CodeSet, code: number): boolean {
  for (let i = 0; i < set.length; i += 2) if (code <= at(set, i + 1)) return code >= at(set, i);
  return false;
}

/** A pattern bound to the start of the text is not tried again further on. */
function leadsOn(program: Program, before: Before): boolean {
  return (["nothing", "word", "other"] as const).some((after) => {
    const { ways, sure } = walk(program, program.start, before, after);
    return sure || ways.length > 0;
  });
}

/** All ways from a step to the next character, in order, cut off where the pattern has matched. */
function walk(program: Program, pc: number, before: Before, after: Before): Ways {
  const ways: Way[] = [];
  const visits = new Map<number, number>();
  const open = new Set<number>();
  const visit = (from: number): boolean => {
    const seen = visits.get(from) ?? 0;
    if (seen >= maxVisits) return false;
    visits.set(from, seen + 1);
    const step = at(program.steps, from);
    if (step.op === "accept") return true;
    if (step.op === "take") {
      ways.push(step);
      return false;
    }
    if (step.op === "fork") return visit(step.first) || visit(step.second);
    if (step.op === "enter") {
      open.add(from);
      const sure = visit(step.next);
      open.delete(from);
      return sure;
    }
    return passes(step, before, after, open) && visit(step.next);
  };
  return { sure: visit(pc), ways };
}

function passes(
  step: Extract<Step, { op: "leave" | "assert" }>,
  before: Before,
  after: Before,
  open: ReadonlySet<number>,
): boolean {
  if (step.op === "leave") return !open.has(step.entered);
  switch (step.at) {
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

/** The classes of a text, one a character (code points under `u`, code units without). */
export function readSymbols(nfa: Nfa, text: string): readonly number[] {
  const codes =
    nfa.alphabet.max > 0xffff
      ? Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
      : text.split("").map((unit) => unit.charCodeAt(0));
  return codes.map((code) => classOfCode(nfa.alphabet, code));
}
