import { depthOf, isFull, noIssues, type Collector, type Step, type ValidationIssue } from "./issues.js";

/** Answers of functions about objects and arrays, by the name of the schema. */
export type Memo = Map<string, Map<unknown, boolean>>;

export function recall(memo: Memo, schema: string, value: unknown): boolean | undefined {
  return memo.get(schema)?.get(value);
}

export function remember(memo: Memo, schema: string, value: unknown, passed: boolean): boolean {
  if (typeof value !== "object" || value === null) return passed;
  const answers = memo.get(schema);
  if (answers) answers.set(value, passed);
  else memo.set(schema, new Map([[value, passed]]));
  return passed;
}

/** Takes back what was reported since there was room for `room` issues. */
export function takeSince(into: Collector, room: number): readonly ValidationIssue[] {
  const count = room - into.room;
  into.room = room;
  return into.found && count > 0 ? into.found.splice(-count) : noIssues;
}

/** Which alternative a tag names, or -1. */
export function indexByTag(value: unknown, property: string, values: readonly (readonly string[])[]): number {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, property)) return -1;
  const tag = (value as { readonly [key: string]: unknown })[property];
  return values.findIndex((names) => typeof tag === "string" && names.includes(tag));
}

/**
 * Keeps the issues of the alternative that the value was meant for: the one at `tagged`, or else of those that are
 * `typed` for values of its type (all, where none is) the one that it comes nearest to. The value is `steps` below
 * the step `at`.
 */
export function keepNearest(
  into: Collector,
  at: Step | undefined,
  alternatives: readonly (readonly ValidationIssue[])[],
  steps: number,
  typed: readonly boolean[],
  tagged: number,
): void {
  const passed = alternatives.some((issues) => issues.length === 0);
  const isMeant = (index: number): boolean =>
    tagged < 0 ? typed[index] === true || !typed.includes(true) : index === tagged;
  const asked = alternatives.filter((_, index) => isMeant(index));
  const level = depthOf(at) + steps;
  let nearest: readonly ValidationIssue[] = noIssues;
  let smallest = Infinity;
  for (const issues of passed ? [] : asked) {
    const distance = issues.reduce((sum, issue) => sum + distanceOf(issue, level), 0);
    if (distance < smallest) {
      smallest = distance;
      nearest = issues;
    }
  }
  for (const issue of nearest) {
    if (isFull(into)) return;
    into.room--;
    (into.found ??= []).push(issue);
  }
}

/** A value of another type was not meant for an alternative; nor, less surely, one of another shape. */
function distanceOf({ keyword, path }: ValidationIssue, level: number): number {
  if (keyword === "type") return path.length === level ? 4 : 1;
  return /^(required|const|false|(additional|unevaluated)Properties)$/.test(keyword) ? 2 : 1;
}
