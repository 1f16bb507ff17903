import { isFull, type Collector } from "./issues.js";

/** The names that an object could still have. */
export function unusedNames(known: readonly string[], owner: object): readonly string[] {
  return known.filter((name) => !Object.hasOwn(owner, name));
}

const UNKNOWN_NAME = "is not a known property";

/** A message for a name that the schema does not have, with the nearest of those that the object could have. */
export function unknownName(into: Collector, name: string, unused: readonly string[]): string {
  // Most have no name left that could have been meant, and a message that nobody is told needs no hint.
  const nearest = unused.length === 0 || isFull(into) ? undefined : findNearestName(name, unused);
  return nearest === undefined ? UNKNOWN_NAME : `${UNKNOWN_NAME}; did you mean "${nearest}"?`;
}

/** The name that was meant, when one of those that are known is near enough. Any letter is near any other. */
export function findNearestName(name: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let smallest = name.length > 1 ? name.length * 0.4 + 1 : 0;
  for (const candidate of known) {
    if (candidate.length < 2 || Math.abs(candidate.length - name.length) >= smallest) continue;
    const distance = editDistance(name, candidate);
    if (distance < smallest) {
      smallest = distance;
      nearest = candidate;
    }
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
