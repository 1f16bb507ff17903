/** More differences than this make all lines between the first and the last of them changed. */
const MOST_DIFFERENCES = 3000;

export type ChangedLines = { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> };

export type CompareLines = (before: string, after: string) => ChangedLines;

/** Texts of two authors have no lines in common but by chance. */
export const everyLine: CompareLines = (before, after) => {
  const [old, now] = [before, after].map((text) => new Set(text.split("\n").map((_, index) => index + 1)));
  return { before: old ?? new Set(), after: now ?? new Set() };
};

/** The lines, counted from 1, that stand only in the one text or only in the other. */
export function changedLines(before: string, after: string): ChangedLines {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const head = countEqual(old, now, (lines, index) => lines[index]);
  const [oldRest, nowRest] = [old.slice(head), now.slice(head)];
  const tail = countEqual(oldRest, nowRest, (lines, index) => lines[lines.length - 1 - index]);
  const [a, b] = [oldRest.slice(0, oldRest.length - tail), nowRest.slice(0, nowRest.length - tail)];
  const kept = matchLines(a, b);
  const shift = (index: number) => index + head + 1;
  return {
    before: new Set([...a.keys()].filter((index) => !kept.before.has(index)).map(shift)),
    after: new Set([...b.keys()].filter((index) => !kept.after.has(index)).map(shift)),
  };
}

function countEqual(
  a: readonly string[],
  b: readonly string[],
  at: (lines: readonly string[], index: number) => string | undefined,
): number {
  const length = Math.min(a.length, b.length);
  let count = 0;
  while (count < length && at(a, count) === at(b, count)) count += 1;
  return count;
}

type Kept = { readonly before: Set<number>; readonly after: Set<number> };

/** Lines of a shortest edit (Myers, "An O(ND) Difference Algorithm", 1986) that stay. */
function matchLines(a: readonly string[], b: readonly string[]): Kept {
  const trace: Map<number, number>[] = [];
  let frontier = new Map<number, number>([[1, 0]]);
  const most = Math.min(a.length + b.length, MOST_DIFFERENCES);
  for (let steps = 0; steps <= most; steps += 1) {
    trace.push(frontier);
    const next = new Map(frontier);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const x = advance(a, b, frontier, diagonal, steps);
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walkBack(a.length, trace, diagonal);
    }
    frontier = next;
  }
  return { before: new Set(), after: new Set() };
}

function isDown(frontier: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean {
  return (
    diagonal === -steps ||
    (diagonal !== steps && (frontier.get(diagonal - 1) ?? -1) < (frontier.get(diagonal + 1) ?? -1))
  );
}

function advance(
  a: readonly string[],
  b: readonly string[],
  frontier: ReadonlyMap<number, number>,
  diagonal: number,
  steps: number,
): number {
  let x = isDown(frontier, diagonal, steps)
    ? (frontier.get(diagonal + 1) ?? 0)
    : (frontier.get(diagonal - 1) ?? 0) + 1;
  while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
  return x;
}

function walkBack(length: number, trace: readonly ReadonlyMap<number, number>[], last: number): Kept {
  const kept: Kept = { before: new Set(), after: new Set() };
  let x = length;
  let diagonal = last;
  for (let steps = trace.length - 1; steps >= 0; steps -= 1) {
    const frontier = trace[steps] ?? new Map<number, number>();
    const down = isDown(frontier, diagonal, steps);
    const previous = down ? diagonal + 1 : diagonal - 1;
    const start = steps === 0 ? 0 : (frontier.get(previous) ?? 0) + (down ? 0 : 1);
    for (; x > start; x -= 1) {
      kept.before.add(x - 1);
      kept.after.add(x - diagonal - 1);
    }
    if (steps === 0) break;
    x = frontier.get(previous) ?? 0;
    diagonal = previous;
  }
  return kept;
}
