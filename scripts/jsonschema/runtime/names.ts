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
