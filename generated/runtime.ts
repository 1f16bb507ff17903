// Written by openapi-proof from the OpenAPI document. Change the document, not this file.
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

/** Places of the names of an object, by object: each is listed once, however many issues it has. */
type Ranks = Map<unknown, Map<string, number>>;

/** Issues at the places of a value in the order of the value, those at one place as they were reported. */
export function inOrderOfValue({ found }: Collector, value: unknown): void {
  if (!found || found.length < 2 || areInOrder(found, value)) return;
  const ranks: Ranks = new Map();
  found.sort((a, b) => comparePaths(a.path, b.path, value, ranks));
}

/** Whether issues of the properties of an object stand in order already, as far as one look tells. */
function areInOrder(found: readonly ValidationIssue[], value: unknown): boolean {
  // Only an object has such issues: a text would be looked through character by character.
  if (typeof found[0]?.path[0] !== "string") return false;
  let end = found.length;
  // Names that are missing come last.
  while (found[end - 1]?.keyword === "required" && found[end - 1]?.path.length === 1) end--;
  if (end < 2 || areUnknownNames(found, end)) return true;
  const fields = value as Fields;
  let next = 0;
  let path = found[next]?.path ?? [];
  for (const name in fields) {
    while (path[0] === name) {
      if (path.length > 1 || fields[name] === undefined) return false;
      if (++next === end) return true;
      path = found[next]?.path ?? [];
    }
  }
  return false;
}

/** Whether the first issues are of one object whose names were looked through, in their order. */
function areUnknownNames(found: readonly ValidationIssue[], end: number): boolean {
  const [first] = found;
  if (first?.keyword !== "additionalProperties" || first.path.length !== 1) return false;
  for (let i = 1; i < end; i++) {
    const issue = found[i];
    const isNext = issue?.keywordLocation === first.keywordLocation && issue.path.length === 1;
    // Where a name comes again, the object was looked through twice.
    if (!isNext || issue.path[0] === first.path[0]) return false;
  }
  return true;
}

/** The same, after a pass that may have given up. */
export function afterTangle(into: Collector, value: unknown): void {
  if (!into.found?.length && (into.steps ?? 0) > MAX_STEPS) {
    report(into, undefined, "", "$ref", "has too many problems to list");
  }
  inOrderOfValue(into, value);
}

function comparePaths(
  a: ValidationIssue["path"],
  b: ValidationIssue["path"],
  root: unknown,
  ranks: Ranks,
): number {
  let value = root;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [x, y] = [a[i], b[i]];
    if (x !== y) return rank(value, x, ranks) - rank(value, y, ranks);
    value = (value as Fields)[x as string];
  }
  return a.length - b.length;
}

/**
 * A name that is missing comes after all that are there. The difference of two infinite ranks is NaN, which `sort`
 * reads as equal, so that missing names stay in the order in which they were reported.
 */
function rank(value: unknown, key: string | number | undefined, ranks: Ranks): number {
  if (typeof key === "number") return key;
  let places = ranks.get(value);
  if (!places) {
    // What is undefined is absent.
    const names = Object.keys(value as object).filter((name) => (value as Fields)[name] !== undefined);
    places = new Map(names.map((name, i) => [name, i]));
    ranks.set(value, places);
  }
  return places.get(String(key)) ?? Infinity;
}

/** Length in code points (JSON Schema Validation §6.3.1 counts as RFC 8259 §1 does), not in UTF-16 units. */
export function codePoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; count++) i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  return count;
}

/** Whether a text has more code points than that, which as a rule its length alone tells. */
export function isLonger(text: string, max: number): boolean {
  return text.length > max && (text.length > max * 2 || codePoints(text) > max);
}

/** Engines remember each round of a repeated group, and give up on a text of millions of characters. */
export function matchesDeep(pattern: RegExp, text: string): boolean {
  try {
    return pattern.test(text);
  } catch {
    return false;
  }
}

/** Equality of JSON values (JSON Schema Core §4.2.2), where the schema's side `b` bounds the depth. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(b);
  return (
    Object.keys(a).length === keys.length &&
    keys.every(
      (key) =>
        Object.hasOwn(a, key) &&
        isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}

/** What a schema evaluated of a value, for the `unevaluated…` keywords (JSON Schema Core §11). */
export interface Evaluated {
  readonly names: Set<string>;
  /** Items before this index. */
  items: number;
  /** Single items, by `contains`. */
  readonly indexes: Set<number>;
}

export function nothingEvaluated(): Evaluated {
  return { names: new Set(), items: 0, indexes: new Set() };
}

export function addEvaluated(into: Evaluated, from: Evaluated): void {
  for (const name of from.names) into.names.add(name);
  for (const index of from.indexes) into.indexes.add(index);
  into.items = Math.max(into.items, from.items);
}

export function countProperties(value: object): number {
  const fields = value as { readonly [key: string]: unknown };
  let count = 0;
  for (const key in fields) if (fields[key] !== undefined) count++;
  return count;
}

/** Whether an object has more properties than that; only of one with too many names their values are looked at. */
export function hasMore(value: object, max: number): boolean {
  let count = 0;
  for (const _ in value) count++;
  return count > max && countProperties(value) > max;
}

/** Exact for decimals (JSON Schema Validation §6.2.1): 0.07 is a multiple of 0.01, though `0.07 % 0.01` is not 0. */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(divisor)) return value % divisor === 0;
  if (!Number.isFinite(value)) return false;
  const [a, b] = [decimal(value), decimal(divisor)];
  const scale = Math.min(a.exponent, b.exponent);
  const whole = (d: Decimal): bigint => d.digits * BigInt(10) ** BigInt(d.exponent - scale);
  return whole(a) % whole(b) === BigInt(0);
}

interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** A number as the decimal that it prints as. */
function decimal(value: number): Decimal {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** Whether no two items are equal; in time linear in the text of the items. */
export function isUnique(items: readonly unknown[]): boolean {
  const seen = new Set<unknown>();
  for (const item of items) {
    // The quote keeps a string apart from the text of an object or array.
    const key =
      typeof item === "object" && item !== null
        ? canonical(item)
        : typeof item === "string"
          ? `"${item}`
          : (item ?? null);
    if (key === undefined || seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/** A text that is the same for equal values, or `undefined` for a value that nests too deep to be told apart. */
function canonical(value: unknown, depth = 0): string | undefined {
  // JSON has no such number, but whoever asks must not be answered with an error of the platform.
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (depth > MAX_DEPTH) return undefined;
  const isArray = Array.isArray(value);
  const keys = isArray ? [...value.keys()] : Object.keys(value).sort();
  let text = "";
  for (const key of keys) {
    const part = canonical((value as Record<string | number, unknown>)[key], depth + 1);
    if (part === undefined) return undefined;
    text += isArray ? `${part},` : `${JSON.stringify(key)}:${part},`;
  }
  return isArray ? `[${text}]` : `{${text}}`;
}

/** Reports a name that the schema does not have, with the nearest of those that the object could still have. */
export function reportUnknownName(
  into: Collector,
  fields: Fields,
  known: readonly string[] | undefined,
  at: Step | undefined,
  keywordLocation: string,
  name: string,
): void {
  // A message that nobody is told needs no hint.
  if (into.room <= 0) return;
  const nearest = known && findNearestName(name, known, fields);
  const message = "is not a known property";
  const told = nearest ? `${message}; did you mean "${nearest}"?` : message;
  report(into, at, keywordLocation, "additionalProperties", told, name);
}

/**
 * The name that was meant, when one of those that are not there is near enough. Any letter is near any other, but one
 * of the first two is one of the first two: who slips twice there meant something else.
 */
export function findNearestName(
  name: string,
  known: readonly string[],
  owner: object = {},
): string | undefined {
  let nearest: string | undefined;
  let smallest = name.length > 1 ? name.length * 0.4 + 1 : 0;
  for (const candidate of known) {
    if (candidate.length < 2 || Math.abs(candidate.length - name.length) >= smallest) continue;
    if (!(lettersOf(name) & lettersOf(candidate)) || Object.hasOwn(owner, candidate)) continue;
    const distance = editDistance(name, candidate);
    if (distance >= smallest) continue;
    smallest = distance;
    nearest = candidate;
  }
  return nearest;
}

/** The first two letters, a bit for each: its last five bits, which are the same whether it is large or small. */
function lettersOf(name: string): number {
  return (1 << name.charCodeAt(0)) | (1 << name.charCodeAt(1));
}

/** Insertions, deletions and replacements (Levenshtein) between what both begin and end with. */
function editDistance(a: string, b: string): number {
  let start = 0;
  let end = 0;
  let left = Math.min(a.length, b.length);
  for (; left && isSame(a, start, b, start); left--) start++;
  for (; left && isSame(a, a.length - 1 - end, b, b.length - 1 - end); left--) end++;
  const most = Math.max(a.length, b.length) - start - end;
  // As a rule it is a letter too many or too few, another one, or two in the wrong order.
  return most < 3 ? most : compareAll(a.slice(start, a.length - end), b.slice(start, b.length - end));
}

/** Whether two letters are the same, large or small: in most alphabets the two are 32 places apart. */
function isSame(a: string, i: number, b: string, j: number): boolean {
  return ((a.charCodeAt(i) ^ b.charCodeAt(j)) & ~32) === 0;
}

/** The same in one row, where that takes a look at all letters. */
function compareAll(a: string, b: string): number {
  const row: number[] = [];
  for (let i = 0; i <= a.length; i++) {
    let diagonal = 0;
    for (let j = 0; j <= b.length; j++) {
      const above = row[j] ?? 0;
      if (!i || !j) row[j] = i + j;
      else row[j] = isSame(a, i - 1, b, j - 1) ? diagonal : Math.min(diagonal, above, row[j - 1] ?? 0) + 1;
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

/** The part of Standard Schema v1 (https://standardschema.dev) that a validator fills in. */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "openapi-proof";
    readonly validate: (
      value: unknown,
    ) => { readonly value: T } | { readonly issues: readonly ValidationIssue[] };
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** A pair of generated functions as a Standard Schema: `standardSchema(isX, validateX)`. */
export function standardSchema<T>(
  is: (value: unknown) => value is T,
  validate: (value: unknown) => readonly ValidationIssue[],
): StandardSchema<T> {
  return {
    "~standard": {
      version: 1,
      vendor: "openapi-proof",
      validate: (value) => (is(value) ? { value } : { issues: validate(value) }),
    },
  };
}

type Table = {
  readonly classes: Uint8Array | Uint16Array;
  readonly cells: Uint16Array;
  readonly width: number;
};

/**
 * A matcher with the language of a pattern, in time linear in the text. The table was made when the code was
 * generated, and is read at the first call.
 */
export function matcher(table: string): (text: string) => boolean {
  let read: Table | undefined;
  return (text) => {
    const { classes, cells, width } = (read ??= readTable(table));
    // A state is where its row begins: the first refuses, the second accepts whatever follows, the third starts.
    let state = width * 2;
    for (let i = 0; state > width && i < text.length;) {
      state = cells[state + (classes[text.charCodeAt(i++)] ?? 0)] ?? 0;
    }
    return (state > width ? (cells[state + width - 1] ?? 0) : state) > 0;
  };
}

/** Columns, runs, (length, class) of each run, rows: each number a character from `#` on. */
function readTable(table: string): Table {
  const width = table.charCodeAt(0) - 35;
  // Every code unit has a class, so that a look-up never leaves the array.
  const classes = new (width > 256 ? Uint16Array : Uint8Array)(65536);
  const cells = new Uint16Array(table.length + width * 2);
  let i = 2;
  for (let unit = 0, runs = table.charCodeAt(1) - 35; runs--; i += 2) {
    classes.fill(table.charCodeAt(i + 1) - 35, unit, (unit += table.charCodeAt(i) - 35));
  }
  for (let place = width * 2; i < table.length; place++) {
    const cell = table.charCodeAt(i++) - 35;
    cells[place] = (cell >> 1) * width + (cell & 1 && place - (place % width) - width * 8);
  }
  return { classes, cells, width };
}
