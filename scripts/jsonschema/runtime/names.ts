import { report, type Collector, type Fields, type Step } from "./issues.js";

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
  const told = nearest === undefined ? message : `${message}; did you mean "${nearest}"?`;
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
    if (!isLike(name, candidate) || Object.hasOwn(owner, candidate)) continue;
    const distance = editDistance(name, candidate);
    if (distance >= smallest) continue;
    smallest = distance;
    nearest = candidate;
  }
  return nearest;
}

function isLike(name: string, candidate: string): boolean {
  // The last five bits of a letter are the same whether it is large or small.
  const [a, b] = [name.charCodeAt(0) & 31, name.charCodeAt(1) & 31];
  const [c, d] = [candidate.charCodeAt(0) & 31, candidate.charCodeAt(1) & 31];
  return a === c || b === d || a === d || b === c;
}

/** Insertions, deletions and replacements (Levenshtein) between what both begin and end with. */
function editDistance(a: string, b: string): number {
  // To compare all of a long name takes longer than a hint is worth.
  let end = Math.min(a.length, 100);
  let last = Math.min(b.length, 100);
  let start = 0;
  const shorter = Math.min(end, last);
  while (start < shorter && isSame(a, start, b, start)) start++;
  while (end > start && last > start && isSame(a, end - 1, b, last - 1)) {
    end--;
    last--;
  }
  const most = Math.max(end, last) - start;
  // As a rule it is a letter too many or too few, another one, or two in the wrong order.
  const isPlain = most < 3 || start === end || start === last;
  return isPlain ? most : compareAll(a.slice(start, end), b.slice(start, last));
}

/** Whether two letters are the same, large or small: in most alphabets the two are 32 places apart. */
function isSame(a: string, i: number, b: string, j: number): boolean {
  return ((a.charCodeAt(i) ^ b.charCodeAt(j)) & ~32) === 0;
}

/** The same in one row, where that takes a look at all letters. */
function compareAll(a: string, b: string): number {
  const row = [...b, ""].map((_, j) => j);
  for (let i = 0; i < a.length; i++) {
    let diagonal = i;
    row[0] = i + 1;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1] ?? 0;
      row[j + 1] = isSame(a, i, b, j) ? diagonal : Math.min(diagonal, above, row[j] ?? 0) + 1;
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}
