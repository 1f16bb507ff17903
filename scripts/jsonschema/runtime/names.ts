import { report, type Collector, type Step } from "./issues.js";

interface Fields {
  readonly [key: string]: unknown;
}

/** Reports the names that an object has beside those that it may have. */
export function reportUnknownNames(
  into: Collector,
  fields: Fields,
  known: readonly string[],
  at: Step | undefined,
  keywordLocation: string,
): void {
  let next = 0;
  for (const name in fields) {
    // Most objects have their names in the order of the schema. What is undefined is absent.
    if (name === known[next]) next++;
    else if (!known.includes(name) && fields[name] !== undefined)
      reportUnknownName(into, fields, known, at, keywordLocation, name);
  }
}

/** Reports a name that the schema does not have, with the nearest of those that the object could still have. */
export function reportUnknownName(
  into: Collector,
  fields: Fields,
  known: readonly string[],
  at: Step | undefined,
  keywordLocation: string,
  name: string,
): void {
  // A message that nobody is told needs no hint.
  if (into.room <= 0) return;
  const nearest = findNearestName(name, known, fields);
  const hint = nearest === undefined ? "" : `; did you mean "${nearest}"?`;
  report(into, at, keywordLocation, "additionalProperties", `is not a known property${hint}`, name);
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
    const isNear = (i: number, j: number): boolean =>
      // The last five bits of a letter are the same whether it is large or small.
      ((name.charCodeAt(i) ^ candidate.charCodeAt(j)) & 31) === 0;
    const isLike = isNear(0, 0) || isNear(1, 1) || isNear(0, 1) || isNear(1, 0);
    if (!isLike || Object.hasOwn(owner, candidate)) continue;
    const distance = editDistance(name, candidate);
    if (distance >= smallest) continue;
    smallest = distance;
    nearest = candidate;
  }
  return nearest;
}

/** Insertions, deletions and replacements (Levenshtein) between what both begin and end with, in one row. */
function editDistance(name: string, candidate: string): number {
  // To compare all of a long name takes longer than a hint is worth.
  const a = name.slice(0, 100).toLowerCase();
  const b = candidate.slice(0, 100).toLowerCase();
  let start = 0;
  let end = a.length;
  let last = b.length;
  while (start < end && a[start] === b[start]) start++;
  for (; end > start && last > start && a[end - 1] === b[last - 1]; end--) last--;
  const row: number[] = [];
  for (let i = start; i <= end; i++) {
    let diagonal = 0;
    for (let j = start; j <= last; j++) {
      const above = row[j] ?? 0;
      if (i === start || j === start) row[j] = i + j - start * 2;
      else if (a[i - 1] === b[j - 1]) row[j] = diagonal;
      else row[j] = Math.min(diagonal, above, row[j - 1] ?? 0) + 1;
      diagonal = above;
    }
  }
  return row[last] ?? 0;
}
