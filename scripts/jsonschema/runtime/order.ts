import { MAX_STEPS, report, type Collector, type ValidationIssue } from "./issues.js";

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
  let i = 0;
  const isOf = (name: string, path = found[i]?.path): boolean => path?.length === 1 && path[0] === name;
  for (const name in value as object) while (isOf(name)) i++;
  for (; i < found.length; i++) {
    const path = found[i]?.path;
    if (path?.length !== 1 || Object.hasOwn(value as object, path[0] ?? "")) return false;
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
    value = (value as { readonly [key: string | number]: unknown })[x as string];
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
    places = new Map(Object.keys(value as object).map((name, i) => [name, i]));
    ranks.set(value, places);
  }
  return places.get(String(key)) ?? Infinity;
}
