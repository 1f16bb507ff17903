import type { CodeSet } from "../syntax/code-set.js";
import type { Assertion, Look, Repeat, Syntax } from "../syntax/syntax.js";
import { hasPart, isLook, isNullable, mapParts, partsOf } from "../syntax/syntax.js";

/** What a backtracking matcher does, step by step; the first way of a fork is tried first. */
export type Step =
  | { readonly op: "take"; readonly set: CodeSet; readonly next: number }
  | { readonly op: "fork"; readonly first: number; readonly second: number }
  | { readonly op: "enter"; readonly next: number }
  /** ends an iteration that fails when nothing was taken since `entered` (RepeatMatcher, step 2.b) */
  | { readonly op: "leave"; readonly entered: number; readonly next: number }
  | { readonly op: "assert"; readonly at: Assertion; readonly next: number }
  | LookStep
  | { readonly op: "accept" };

/** A lookaround; its body has an end of its own. */
export type LookStep = {
  readonly op: "look";
  readonly body: number;
  readonly behind: boolean;
  readonly negated: boolean;
  readonly next: number;
};

export type Program = {
  readonly steps: readonly Step[];
  readonly start: number;
  readonly hasBoundary: boolean;
  readonly hasLooks: boolean;
};

/** The program of a pattern, bounded repeats written out; undefined when it would have more than `limit` takes. */
export function writeProgram(syntax: Syntax, limit: number): Program | undefined {
  if (countTakes(syntax) > limit) return undefined;
  const steps: Step[] = [];
  const start = write(steps, syntax, add(steps, { op: "accept" }));
  return { steps, start, hasBoundary: hasPart(syntax, isBoundary), hasLooks: hasPart(syntax, isLook) };
}

/** At least one a part, so that a bound on nothing (`(?:){1000000}`) counts too. */
export function countTakes(syntax: Syntax): number {
  const takes = partsOf(syntax).reduce((sum, part) => sum + countTakes(part), 0);
  return Math.max(1, takes) * (syntax.kind === "repeat" ? countCopies(syntax) : 1);
}

/** Whether a repeat has an upper bound that a loop can stand for. */
export function hasBounds(syntax: Syntax): boolean {
  return hasPart(syntax, (part) => part.kind === "repeat" && part.max > 1 && part.max !== Infinity);
}

function countCopies(repeat: Repeat): number {
  if (repeat.max < Infinity) return Math.max(1, repeat.max);
  return repeat.min + (entersLoop(repeat) ? 0 : 1);
}

/**
 * A pattern that explores at least as much, in a size that does not depend on the bounds: what is linear here is
 * linear there. An iteration that may be empty is counted twice, because under a lower bound each may be skipped.
 */
export function loosenBounds(syntax: Syntax): Syntax {
  return syntax.kind === "repeat" ? loosenRepeat(syntax) : mapParts(syntax, loosenBounds);
}

function loosenRepeat(repeat: Repeat): Syntax {
  const body = loosenBounds(repeat.body);
  const { lazy } = repeat;
  if (repeat.max <= 1) return { ...repeat, body };
  if (repeat.min > 1 && isNullable(repeat.body)) {
    return { kind: "repeat", body: { kind: "choice", items: [body, body] }, min: 0, max: Infinity, lazy };
  }
  return { kind: "repeat", body, min: Math.min(repeat.min, 1), max: Infinity, lazy };
}

function isBoundary(syntax: Syntax): boolean {
  return syntax.kind === "assertion" && (syntax.at === "boundary" || syntax.at === "inside");
}

function add(steps: Step[], step: Step): number {
  return steps.push(step) - 1;
}

/** Written from the back, so that every step knows what follows it; hands back where the part begins. */
function write(steps: Step[], syntax: Syntax, next: number): number {
  switch (syntax.kind) {
    case "set":
      return add(steps, { op: "take", set: syntax.set, next });
    case "assertion":
      return add(steps, { op: "assert", at: syntax.at, next });
    case "sequence":
      return syntax.items.reduceRight((after, item) => write(steps, item, after), next);
    case "choice":
      return writeChoice(steps, syntax.items, next);
    case "repeat":
      return writeRepeat(steps, syntax, next);
    case "look":
      return writeLook(steps, syntax, next);
    default:
      throw new TypeError(`a program cannot hold a ${syntax.kind}`);
  }
}

function writeChoice(steps: Step[], items: readonly Syntax[], next: number): number {
  const starts = items.map((item) => write(steps, item, next));
  return starts.reduceRight((second, first) => add(steps, { op: "fork", first, second }));
}

function writeLook(steps: Step[], { body, behind, negated }: Look, next: number): number {
  const start = write(steps, body, add(steps, { op: "accept" }));
  return add(steps, { op: "look", body: start, behind, negated, next });
}

function writeRepeat(steps: Step[], repeat: Repeat, next: number): number {
  const options = repeat.max === Infinity ? 0 : repeat.max - repeat.min;
  let start = repeat.max === Infinity ? writeLoop(steps, repeat, next) : next;
  for (let i = 0; i < options; i++) start = writeOption(steps, repeat, start, next);
  for (let i = entersLoop(repeat) ? 1 : 0; i < repeat.min; i++) start = write(steps, repeat.body, start);
  return start;
}

/** The last iteration that must be is the loop's first one, unless it may be empty there alone. */
function entersLoop(repeat: Repeat): boolean {
  return repeat.max === Infinity && repeat.min > 0 && !isNullable(repeat.body);
}

function writeLoop(steps: Step[], repeat: Repeat, exit: number): number {
  const fork = add(steps, { op: "accept" });
  const entered = add(steps, { op: "accept" });
  const leave = add(steps, { op: "leave", entered, next: fork });
  steps[entered] = { op: "enter", next: write(steps, repeat.body, leave) };
  steps[fork] = forkTo(repeat, entered, exit);
  return entersLoop(repeat) ? entered : fork;
}

function writeOption(steps: Step[], repeat: Repeat, after: number, exit: number): number {
  const entered = add(steps, { op: "accept" });
  const leave = add(steps, { op: "leave", entered, next: after });
  steps[entered] = { op: "enter", next: write(steps, repeat.body, leave) };
  return add(steps, forkTo(repeat, entered, exit));
}

function forkTo(repeat: Repeat, body: number, exit: number): Step {
  return repeat.lazy ? { op: "fork", first: exit, second: body } : { op: "fork", first: body, second: exit };
}
