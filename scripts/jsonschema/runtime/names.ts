/** A message for a name that the schema does not have, with the nearest that it has and `owner` has not. */
export function unknownName(name: string, known: readonly string[], owner: object): string {
  const nearest = findNearestName(
    name,
    known.filter((candidate) => !Object.hasOwn(owner, candidate)),
  );
  return `is not a known property${nearest === undefined ? "" : `; did you mean "${nearest}"?`}`;
}

/** The name that was meant, when one of those that are known is near enough. Any letter is near any other. */
export function findNearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length < 2) return undefined;
  let nearest: string | undefined;
  let smallest = name.length * 0.4 + 1;
  for (const candidate of known) {
    const isNear = candidate.length > 1 && Math.abs(candidate.length - name.length) < smallest;
    const distance = isNear ? editDistance(name, candidate) : smallest;
    if (distance < smallest) {
      smallest = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** Insertions, deletions and replacements (Levenshtein) behind what both begin with, in one row of the table. */
function editDistance(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  // To compare all of a long name takes longer than a hint is worth.
  const from = a.slice(start, 100).toLowerCase();
  const to = b.slice(start, 100).toLowerCase();
  const row = [0];
  for (let j = 1; j <= to.length; j++) row[j] = j;
  for (let i = 0; i < from.length; i++) {
    let diagonal = i;
    row[0] = i + 1;
    for (let j = 0; j < to.length; j++) {
      const above = row[j + 1] ?? 0;
      row[j + 1] = from[i] === to[j] ? diagonal : Math.min(diagonal, above, row[j] ?? 0) + 1;
      diagonal = above;
    }
  }
  return row[to.length] ?? 0;
}
