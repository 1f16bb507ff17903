/** A value to try, and the spot in it that was changed; `*` stands for any item and any undeclared name. */
export type Candidate = {
  readonly value: unknown;
  readonly at: readonly string[];
  /** Whether it lies around what one side alone says, so that it tells the two apart more likely than others. */
  readonly isEdge?: boolean;
};

const MOST = 400;
/** For one spot, while there are few. */
const LEAST = 16;
const MOST_EDGES = 64;
/** Of all, however many spots there are. */
const MOST_OF_ALL = 8000;

/** About as many for each spot, so that one with many values takes no other's place; edges before all others. */
export function thin(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length <= MOST) return candidates;
  const spots = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = JSON.stringify(candidate.at);
    const known = spots.get(key);
    if (known === undefined) spots.set(key, [candidate]);
    else known.push(candidate);
  }
  const quota = Math.max(LEAST, Math.floor(MOST / spots.size));
  const few = [...spots.values()].flatMap((own) => {
    const edges = own.filter(({ isEdge }) => isEdge === true);
    const others = own.filter(({ isEdge }) => isEdge !== true);
    return [...takeFew(edges, MOST_EDGES), ...takeFew(others, quota)];
  });
  return takeEvenly(few, MOST_OF_ALL);
}

/** Those on the first base first, because it is the likeliest to be valid, and some from all of the rest. */
function takeFew(candidates: readonly Candidate[], most: number): readonly Candidate[] {
  const half = most >> 1;
  return [...candidates.slice(0, half), ...takeEvenly(candidates.slice(half), half)];
}

/** At most `most` of a list, from all of its length. */
export function takeEvenly<T>(values: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, values.length / most);
  return values.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
