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

/** The issues found so far, and the place in the value where the next ones belong. */
export interface Collector {
  readonly found: ValidationIssue[];
  path: Path;
  readonly max: number;
  /** How often functions were called that may ask about one part of a value more than once. */
  steps: number;
}

/** What a pass found, put in order; used where it is needed, so that the others do not pay for it. */
export type Finish = (into: Collector, value: unknown) => ValidationIssue[];

/** Runs the collecting pass over a value that has already been refused. */
export function collect(
  pass: (value: unknown, into: Collector) => void,
  value: unknown,
  options: ValidateOptions | undefined,
  finish?: Finish,
): readonly ValidationIssue[] {
  // An empty list would say that the value is valid; what is not a number counts as not given.
  const max = Math.max(1, Math.trunc(options?.maxIssues ?? 100)) || 100;
  const into: Collector = { found: [], path: [], max, steps: 0 };
  pass(value, into);
  const found = finish ? finish(into, value) : into.found;
  if (found.length <= max) return found;
  // The last that is kept says that others were cut off, unless it is the only one.
  const [last] = found.splice(max - 1);
  if (last)
    found.push(max > 1 ? { ...last, message: "there are more problems; raise maxIssues", path: [] } : last);
  return found;
}

/** Reports an issue of a keyword, which as a rule is the last step of its location, behind `place`. */
export function report(
  into: Collector,
  place: string,
  keyword: string,
  message: string,
  path: Path = [],
  keywordLocation = place + keyword,
): void {
  if (!isFull(into)) into.found.push({ message, path: join(into.path, path), keyword, keywordLocation });
}

/** Reports what is wrong with a part of the value. */
export function within(
  into: Collector,
  steps: Path,
  pass: (part: unknown, into: Collector, depth: number) => void,
  part: unknown,
  depth = 0,
): void {
  const above = into.path;
  into.path = join(above, steps);
  pass(part, into, depth);
  into.path = above;
}

/** Paths are shared, and so are never changed. */
function join(above: Path, path: Path): Path {
  if (above.length === 0) return path;
  return path.length === 0 ? above : [...above, ...path];
}

export type Path = readonly (string | number)[];

/** One issue more than asked for is kept, to know that there are more. */
export function isFull(into: Collector): boolean {
  return into.found.length > into.max;
}

/** How many calls of functions that may double with every level are made before the pass gives up. */
export const MAX_STEPS = 10_000;

/** The same, for functions whose calls could double with every level of a value. */
export function isEnough(into: Collector): boolean {
  return ++into.steps > MAX_STEPS || isFull(into);
}

export function reportDepth(into: Collector): void {
  report(into, "", "$ref", `is nested more than ${MAX_DEPTH} levels deep`, [], "");
}
