import { at } from "../at.js";
import type { Spend } from "./budget.js";
import type { Dfa } from "./dfa.js";
import { ACCEPTED, REFUSED, START } from "./dfa.js";
import type { Before, Letters } from "./nfa.js";
import { readLetters } from "./nfa.js";
import type { Place } from "./passing.js";
import { findWays } from "./passing.js";
import type { Program } from "./program.js";
import type { Gather, Need, Thread, Threads } from "./threads.js";
import { ALL, createGather, createNeed, createThread, DONE, joinNeeds, NONE } from "./threads.js";

/** What is known at a place of the text. */
type State = {
  readonly main: Threads;
  /** for each lookbehind, by its step: the ways to a match of its body that ends here or later */
  readonly behind: ReadonlyMap<number, Threads>;
  readonly before: Before;
};

type Machine = {
  readonly program: Program;
  readonly letters: Letters;
  readonly gather: Gather;
  readonly spend: Spend;
  /** what a thread, and what all threads of a need, come to on a character */
  readonly movedThreads: Map<string, readonly Thread[]>;
  readonly movedNeeds: Map<string, Threads>;
};

/** Before a character of the class `symbol`. */
type Crossing = Place & { readonly symbol: number; readonly key: string };

/**
 * The search of a pattern with lookarounds as an automaton. A lookahead runs beside the thread that met it, a
 * lookbehind beside the whole search. undefined when there would be more than `limit` states.
 */
export function determinizeLooks(
  program: Program,
  max: number,
  limit: number,
  spend: Spend,
): Dfa | undefined {
  const machine = createMachine(program, max, spend);
  const { size } = machine.letters.alphabet;
  const numbers = new Map<string, number>();
  const states: State[] = [DEAD, DEAD];
  const number = (state: State): number => {
    if (state.main === ALL) return ACCEPTED;
    const key = `${state.before} ${state.main.id} ${keyOfBehind(state)}`;
    const known = numbers.get(key) ?? states.push(state) - 1;
    numbers.set(key, known);
    return known;
  };
  const first = createFirst(machine);
  number(first);
  const next: number[] = [...Array<number>(size).fill(REFUSED), ...Array<number>(size).fill(ACCEPTED)];
  for (let i = START; i < states.length; i++) {
    if (states.length > limit) return undefined;
    for (let symbol = 0; symbol < size; symbol++)
      next.push(number(takeSymbol(machine, at(states, i), symbol, first)));
  }
  const accepting = states.map(
    (state, i) =>
      i === ACCEPTED || (i !== REFUSED && ends(machine, state.main, { ...state, after: "nothing" })),
  );
  return { alphabet: machine.letters.alphabet, next, accepting };
}

const DEAD: State = { main: NONE, behind: new Map(), before: "other" };

function createMachine(program: Program, max: number, spend: Spend): Machine {
  const [letters, gather] = [readLetters(program, max), createGather()];
  return { program, letters, gather, spend, movedThreads: new Map(), movedNeeds: new Map() };
}

function createFirst({ program, gather }: Machine): State {
  const begin = (pc: number): Threads => gather([createThread(pc, [])]);
  const behind = program.steps.flatMap((step, pc) =>
    step.op === "look" && step.behind ? [[pc, begin(step.body)] as const] : [],
  );
  return { main: begin(program.start), behind: new Map(behind), before: "nothing" };
}

function keyOfBehind({ behind }: Pick<State, "behind">): string {
  return [...behind.values()].map(({ id }) => id).join();
}

/** A search may begin at every place, that of a lookbehind too. */
function takeSymbol(machine: Machine, state: State, symbol: number, first: State): State {
  const after = at(machine.letters.kinds, symbol);
  const key = `${symbol} ${state.before} ${keyOfBehind(state)}`;
  const crossing = { before: state.before, behind: state.behind, after, symbol, key };
  const behind = [...state.behind].map(([pc, { list }]) => {
    // A match that ended here is not one that ends further on.
    const open = moveEach(machine, list, crossing).filter((thread) => thread.pc !== DONE);
    return [pc, machine.gather([...open, ...(first.behind.get(pc) ?? NONE).list])] as const;
  });
  const main = machine.gather([...moveEach(machine, state.main.list, crossing), ...first.main.list]);
  return { main, behind: new Map(behind), before: after };
}

function moveEach(machine: Machine, threads: readonly Thread[], crossing: Crossing): readonly Thread[] {
  return threads.flatMap((thread) => {
    const key = `${thread.key} ${crossing.key}`;
    const moved = machine.movedThreads.get(key) ?? moveThread(machine, thread, crossing);
    machine.movedThreads.set(key, moved);
    machine.spend(1);
    return moved;
  });
}

function moveThread(machine: Machine, thread: Thread, crossing: Crossing): readonly Thread[] {
  const needs = moveNeeds(machine, thread.needs, crossing);
  if (needs === undefined) return [];
  return findWays(machine, thread.pc, crossing).flatMap((way) => {
    const pc = takeWay(machine, way.pc, crossing.symbol);
    const begun = pc === undefined ? undefined : moveNeeds(machine, way.needs, crossing);
    return begun === undefined || pc === undefined ? [] : [createThread(pc, joinNeeds(needs, begun))];
  });
}

/** The step after the character; undefined when it takes another one. */
function takeWay({ program, letters }: Machine, pc: number, symbol: number): number | undefined {
  if (pc === DONE) return DONE;
  const step = at(program.steps, pc);
  return step.op === "take" && letters.isIn(step.set, symbol) ? step.next : undefined;
}

/** The needs that are still open after the character; undefined when one of them has failed. */
function moveNeeds(
  machine: Machine,
  needs: readonly Need[],
  crossing: Crossing,
): readonly Need[] | undefined {
  const open: Need[] = [];
  for (const { negated, threads } of needs) {
    const moved = moveNeed(machine, threads, crossing);
    if (moved !== ALL && moved !== NONE) open.push(createNeed(negated, moved));
    else if ((moved === ALL) === negated) return undefined;
  }
  return joinNeeds([], open);
}

function moveNeed(machine: Machine, threads: Threads, crossing: Crossing): Threads {
  const key = `${threads.id} ${crossing.key}`;
  const moved = machine.movedNeeds.get(key) ?? machine.gather(moveEach(machine, threads.list, crossing));
  machine.movedNeeds.set(key, moved);
  return moved;
}

/** Whether the text may end here. */
function ends(machine: Machine, { list }: Threads, end: Place): boolean {
  const hold = (needs: readonly Need[]): boolean =>
    needs.every(({ negated, threads }) => ends(machine, threads, end) !== negated);
  return list.some(
    ({ pc, needs }) =>
      hold(needs) && findWays(machine, pc, end).some((way) => way.pc === DONE && hold(way.needs)),
  );
}
