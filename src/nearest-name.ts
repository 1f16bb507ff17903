/** The name that was meant: one that has more than half of the pairs of neighbouring letters, if there is one. */
export function findNearest(name: string, names: readonly string[]): string | undefined {
  const [nearest = ""] = [...names].sort((a, b) => countPairs(name, b) - countPairs(name, a));
  return countPairs(name, nearest) * 2 >= name.length ? nearest : undefined;
}

/** How many pairs of neighbouring letters of one name the other has too. */
function countPairs(name: string, other: string): number {
  const [letters, others] = [name.toLowerCase(), other.toLowerCase()];
  return [...letters].filter((_, at) => at > 0 && others.includes(letters.slice(at - 1, at + 1))).length;
}
