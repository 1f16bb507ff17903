import type { CodeSet } from "../syntax/code-set.js";
import type { Assertion, Repeat, Syntax } from "../syntax/syntax.js";
import { isNullable } from "../syntax/syntax.js";

/** What a backtracking matcher does, step by step; the first way of a fork is tried first. */
export type Step =
  | { readonly op: "take"; readonly set: CodeSet; readonly next: number }
  | { readonly op: "fork"; readonly first: number; readonly second: number }
  | { readonly op: "enter"; readonly next: number }
  /** ends an iteration that fails when nothing was taken since `entered` (RepeatMatcher, step 2.b) */
  | { readonly op: "leave"; readonly entered: number; readonly next: number }
  | { readonly op: "assert"; readonly at: Assertion; readonly next: number }
  | { readonly op: "accept" };

export type Program = {
  readonly steps: readonly Step[];
  readonly start: number;
  readonly hasBoundary: boolean;
};

/** The program of a pattern, bounded repeats written out; undefined when it would have more than `limit` takes. */
export function writeProgram(syntax: Syntax, limit: number): Program | undefined {
  if (countTakes(syntax) > limit) return undefined;
  const steps: Step[] = [];
  const start = write(steps, syntax, add(steps, { op: "accept" }));
  return { steps, start, hasBoundary: usesBoundary(syntax) };
}

/** At least one a part, so that a bound on nothing (`(?:){1000000}`) counts too. */
export function countTakes(syntax: Syntax): number {
  switch (syntax.kind) {
    case "sequence":
    case "choice":
      return Math.max(
        1,
        syntax.items.map(countTakes).reduce((sum, takes) => sum + takes, 0),
      );
    case "repeat":
      return countTakes(syntax.body) * countCopies(syntax);
    default:
      return 1;
  }
}

/** Whether a repeat has an upper bound that a loop can stand for. */
export function hasBounds(syntax: Syntax): boolean {
  if (syntax.kind === "repeat") return (syntax.max > 1 && syntax.max !== Infinity) || hasBounds(syntax.body);
  return (syntax.kind === "sequence" || syntax.kind === "choice") && syntax.items.some(hasBounds);
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
  switch (syntax.kind) {
    case "sequence":
    case "choice":
      return { ...syntax, items: syntax.items.map(loosenBounds) };
    case "repeat":
      return loosenRepeat(syntax);
    default:
      return syntax;
  }
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

function usesBoundary(syntax: Syntax): boolean {
  if (syntax.kind === "assertion") return syntax.at === "boundary" || syntax.at === "inside";
  if (syntax.kind === "repeat") return usesBoundary(syntax.body);
  return (syntax.kind === "sequence" || syntax.kind === "choice") && syntax.items.some(usesBoundary);
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
    case "irregular":
      throw new TypeError(`a program cannot hold a ${syntax.what}`);
  }
}

function writeChoice(steps: Step[], items: readonly Syntax[], next: number): number {
  const starts = items.map((item) => write(steps, item, next));
  return starts.reduceRight((second, first) => add(steps, { op: "fork", first, second }));
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
