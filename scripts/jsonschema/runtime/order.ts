import { MAX_STEPS, report, type Collector, type Fields, type ValidationIssue } from "./issues.js";

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
