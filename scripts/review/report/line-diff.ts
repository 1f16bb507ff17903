import { diffArrays } from "diff";

/** Inserted and deleted lines from which on two texts count as two authors' work: to go on costs seconds. */
const MAX_DIFFERENCES = 3_000;

/** Numbers of lines, counted from 1. */
export type ChangedLines = { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> };

export type CompareLines = (before: string, after: string) => ChangedLines;

/** Texts of two authors have no lines in common but by chance. */
export const everyLine: CompareLines = (before, after) => ({
  before: new Set(countFrom(1, before.split("\n").length)),
  after: new Set(countFrom(1, after.split("\n").length)),
});

/** The lines that stand only in the one text or only in the other. */
export const changedLines: CompareLines = (before, after) => {
  const parts = diffArrays(before.split("\n"), after.split("\n"), { maxEditLength: MAX_DIFFERENCES });
  if (parts === undefined) return everyLine(before, after);
  const changed = { before: new Set<number>(), after: new Set<number>() };
  const next = { before: 1, after: 1 };
  for (const { added, removed, count } of parts) {
    for (const line of removed ? countFrom(next.before, count) : []) changed.before.add(line);
    for (const line of added ? countFrom(next.after, count) : []) changed.after.add(line);
    if (!added) next.before += count;
    if (!removed) next.after += count;
  }
  return changed;
};

function countFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
