import { at } from "../at.js";
import type { Spend } from "./budget.js";
import type { Before } from "./nfa.js";
import { holdsBetween } from "./nfa.js";
import type { LookStep, Program, Step } from "./program.js";
import type { Gather, Thread, Threads } from "./threads.js";
import { createNeed, createThread, DONE, joinNeeds, NONE } from "./threads.js";

/** Between two characters. */
export type Place = {
  readonly before: Before;
  readonly after: Before;
  /** for each lookbehind, by its step: the ways to a match of its body that ends here or later */
  readonly behind: ReadonlyMap<number, Threads>;
};

type Passing = { readonly program: Program; readonly gather: Gather; readonly spend: Spend };

/** The characters that may come next and the ends that may be here, each with the lookaheads met on the way. */
export function findWays(passing: Passing, from: number, place: Place): readonly Thread[] {
  const ways: Thread[] = [];
  const seen = new Set<string>();
  const pending: Thread[] = [createThread(from, [])];
  for (let thread = pending.pop(); thread !== undefined; thread = pending.pop()) {
    if (seen.has(thread.key)) continue;
    seen.add(thread.key);
    passing.spend(1);
    const step = thread.pc === DONE ? undefined : at(passing.program.steps, thread.pc);
    if (step === undefined || step.op === "accept") ways.push(createThread(DONE, thread.needs));
    else if (step.op === "take") ways.push(thread);
    else pending.push(...passStep(passing, thread, step, place));
  }
  return ways;
}

type OpenStep = Exclude<Step, { op: "accept" | "take" }>;

/** An iteration that takes nothing changes nothing here, so none is refused. */
function passStep(passing: Passing, thread: Thread, step: OpenStep, place: Place): readonly Thread[] {
  const { needs } = thread;
  switch (step.op) {
    case "fork":
      return [createThread(step.first, needs), createThread(step.second, needs)];
    case "assert":
      return holdsBetween(step.at, place.before, place.after) ? [createThread(step.next, needs)] : [];
    case "look":
      return passLook(passing, thread, step, place);
    default:
      return [createThread(step.next, needs)];
  }
}

function passLook(
  passing: Passing,
  { pc, needs }: Thread,
  { behind, negated, body, next }: LookStep,
  place: Place,
): readonly Thread[] {
  if (!behind) {
    const need = createNeed(negated, passing.gather([createThread(body, [])]));
    return [createThread(next, joinNeeds(needs, [need]))];
  }
  const threads = place.behind.get(pc) ?? NONE;
  const hasMatched = threads.list.some((thread) =>
    findWays(passing, thread.pc, place).some((way) => way.pc === DONE),
  );
  return hasMatched === negated ? [] : [createThread(next, needs)];
}
