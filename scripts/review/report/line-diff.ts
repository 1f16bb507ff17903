import { diffArrays } from "diff";

/** Inserted and deleted lines from which on two texts count as two authors' work: to go on costs seconds. */
const MAX_DIFFERENCES = 1_500;

/** Numbers of lines, counted from 1. */
export type ChangedLines = {
  readonly base: ReadonlySet<number>;
  readonly head: ReadonlySet<number>;
  /** The line of head that stands where a line of base stood. */
  readonly toHead: (line: number) => number;
};

export type CompareLines = (base: string, head: string) => ChangedLines;

/** Texts of two authors have no lines in common but by chance. */
export const everyLine: CompareLines = (base, head) => ({
  base: new Set(countFrom(1, base.split("\n").length)),
  head: new Set(countFrom(1, head.split("\n").length)),
  toHead: () => 1,
});

/** The lines that stand only in the one text or only in the other. */
export const changedLines: CompareLines = (base, head) => {
  const [old, now] = [base.split("\n"), head.split("\n")];
  const parts =
    countApart(old, now) > MAX_DIFFERENCES
      ? undefined
      : diffArrays(old, now, { maxEditLength: MAX_DIFFERENCES });
  if (parts === undefined) return everyLine(base, head);
  const changed = { base: new Set<number>(), head: new Set<number>() };
  const next = { base: 1, head: 1 };
  const heads: number[] = [];
  for (const { added, removed, count } of parts) {
    for (const [index, line] of (added ? [] : countFrom(next.base, count)).entries()) {
      heads[line] = removed ? next.head : next.head + index;
      if (removed) changed.base.add(line);
    }
    for (const line of added ? countFrom(next.head, count) : []) changed.head.add(line);
    if (!added) next.base += count;
    if (!removed) next.head += count;
  }
  const last = next.head - 1;
  return { ...changed, toHead: (line) => Math.min(heads[line] ?? last, last) };
};

/** Lines of either text without an equal one in the other, wherever it stands: there are no fewer differences. */
function countApart(base: readonly string[], head: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const line of base) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of head) counts.set(line, (counts.get(line) ?? 0) - 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

function countFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
