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
function editDistance(a: string, b: string): number {
  // To compare all of a long name takes longer than a hint is worth.
  let i = Math.min(a.length, 100);
  let j = Math.min(b.length, 100);
  let start = 0;
  while (start < i && start < j && a[start] === b[start]) start++;
  for (; i > start && j > start && a[i - 1] === b[j - 1]; i--) j--;
  if (start === i || start === j) return i + j - start * 2;
  const from = a.slice(start, i).toLowerCase();
  const to = b.slice(start, j).toLowerCase();
  const row = [0];
  for (j = 0; j < to.length;) row[++j] = j;
  for (i = 0; i < from.length; i++) {
    let diagonal = i;
    row[0] = i + 1;
    for (j = 0; j < to.length; j++) {
      const above = row[j + 1] ?? 0;
      row[j + 1] = from[i] === to[j] ? diagonal : Math.min(diagonal, above, row[j] ?? 0) + 1;
      diagonal = above;
    }
  }
  return row[to.length] ?? 0;
}
