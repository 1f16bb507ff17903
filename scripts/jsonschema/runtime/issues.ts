/** One thing that is wrong with a value; a Standard Schema v1 issue as it stands. */
export interface ValidationIssue {
  /** What is wrong, in words. Never holds the value itself. */
  readonly message: string;
  /** Property names and array indexes that lead from the root of the value to the place. */
  readonly path: readonly (string | number)[];
  /** The JSON Schema keyword that refused the value. */
  readonly keyword: string;
  /** JSON Pointer (RFC 6901) to that keyword in the schema document. */
  readonly keywordLocation: string;
}

export interface ValidateOptions {
  /** The most issues to return, the last of which then says that there are more. Default 100. */
  readonly maxIssues?: number | undefined;
}

/** How deep a value may nest through a schema that refers to itself before it is refused. */
export const MAX_DEPTH = 500;

/** What a validator returns for a valid value: one shared list, so that a valid call allocates nothing. */
export const noIssues: readonly ValidationIssue[] = /* @__PURE__ */ Object.freeze([]);

/** The issues found so far. */
export interface Collector {
  /** Made with the first issue, so that a valid value costs no list. */
  found: ValidationIssue[] | undefined;
  /** How many more issues are kept: one more than asked for, to know that there are more. */
  room: number;
  /** How often functions were called that may ask about one part of a value more than once. */
  steps?: number;
}

/** One step of a path, behind the steps that lead to it. Paths are put together for issues alone. */
export interface Step {
  readonly at: Step | undefined;
  readonly key: string | number;
}

/** An object by its names. */
export interface Fields {
  readonly [key: string]: unknown;
}

export function step(at: Step | undefined, key: string | number): Step {
  return { at, key };
}

/** What is wrong with a whole value, by a pass that collects issues and a step after it. */
export function collectIssues<Rest extends readonly unknown[]>(
  collect: (value: unknown, into: Collector, at: undefined, ...rest: Rest) => void,
  value: unknown,
  options: ValidateOptions | undefined,
  finish?: (into: Collector, value: unknown) => void,
  ...rest: Rest
): readonly ValidationIssue[] {
  // An empty list would say that the value is valid; what is not a number counts as not given.
  const max = Math.max(1, Math.trunc(options?.maxIssues ?? 100)) || 100;
  const into: Collector = { found: undefined, room: max + 1 };
  collect(value, into, undefined, ...rest);
  finish?.(into, value);
  const { found } = into;
  // The last that is kept says that others were cut off, unless it is the only one.
  const last = !into.room && found?.pop() && max > 1 && found.pop();
  if (last) found?.push({ ...last, message: "there are more problems; raise maxIssues", path: [] });
  return found ?? noIssues;
}

/** Reports an issue of a keyword: at the step `at`, or at `key` below it. */
export function report(
  into: Collector,
  at: Step | undefined,
  keywordLocation: string,
  keyword: string,
  message: string,
  key?: string | number,
): void {
  if (into.room <= 0) return;
  into.room--;
  const path = key === undefined ? pathTo(at) : at ? pathTo(step(at, key)) : [key];
  const issue = { message, path, keyword, keywordLocation };
  if (into.found) into.found.push(issue);
  // A list that is made around its first issue takes no more room than that.
  else into.found = [issue];
}

/** Of the names of an object those that are absent, by the values that were read. */
export function listAbsent(names: readonly string[], values: readonly unknown[]): readonly string[] {
  return names.filter((_, i) => values[i] === undefined);
}

/** Reports each of the names that an object has not. */
export function reportMissing(
  into: Collector,
  names: readonly string[],
  at: Step | undefined,
  keywordLocation: string,
): void {
  for (const name of names) report(into, at, keywordLocation, "required", `"${name}" is required`, name);
}

function pathTo(at: Step | undefined): ValidationIssue["path"] {
  let i = depthOf(at);
  // oxlint-disable-next-line unicorn/no-new-array -- a list that is made as long as it gets is twice as quick
  const path = new Array<string | number>(i);
  for (let above = at; above; above = above.at) path[--i] = above.key;
  return path;
}

/** How many steps lead to a place. */
export function depthOf(at: Step | undefined): number {
  let depth = 0;
  for (let above = at; above; above = above.at) depth++;
  return depth;
}

/** Whether no more issues are wanted. */
export function isFull(into: Collector): boolean {
  return into.room <= 0;
}

/** How many calls of functions that may double with every level are made before the pass gives up. */
export const MAX_STEPS = 10_000;

/** The same, for functions whose calls could double with every level of a value. */
export function isEnough(into: Collector): boolean {
  into.steps = (into.steps ?? 0) + 1;
  return into.steps > MAX_STEPS || isFull(into);
}

export function reportDepth(into: Collector, at: Step | undefined): void {
  report(into, at, "", "$ref", `is nested more than ${MAX_DEPTH} levels deep`);
}
