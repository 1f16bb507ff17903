import type { SchemaChange } from "../differ/schemas/index.js";
import { readKeyword } from "../keywords/index.js";
import type { Loss } from "./losses.js";

/** The change that a loss is put down to: the nearest one that types show. */
export function findCause(
  loss: Pick<Loss, "kind" | "path">,
  changes: readonly SchemaChange[],
): SchemaChange | undefined {
  const shown = changes.filter(isShown);
  return maxBy(shown.length > 0 ? shown : changes, (change) => rate(change, loss));
}

function isShown({ kind, keyword }: SchemaChange): boolean {
  return kind === "rewrite" || kind === "property" || readKeyword(keyword).inTypes !== "hidden";
}

/** The change at the same spot comes first, then those around and below it, then one under the same name elsewhere. */
function rate(change: SchemaChange, { kind, path }: Pick<Loss, "kind" | "path">): number {
  const shared = countShared(change.path, path);
  const isAround = shared === Math.min(change.path.length, path.length);
  const distance = change.path.length - 2 * shared;
  const isSameName = path.length > 0 && change.path.at(-1) === path.at(-1);
  return (
    (isAround ? 100 : 0) -
    distance +
    (isSameName ? 20 : 0) +
    (isAbout(change, kind) ? 0.5 : 0) -
    (change.kind === "annotation" ? 0.75 : 0) -
    (change.comparison === "same" && change.kind === "assertion" ? 0.25 : 0)
  );
}

function isAbout({ kind, keyword }: SchemaChange, lost: Loss["kind"]): boolean {
  return lost === "name" ? kind === "property" : keyword === "required" || keyword === "default";
}

function countShared(one: readonly string[], other: readonly string[]): number {
  const different = one.findIndex((step, index) => step !== other[index]);
  return different === -1 ? one.length : different;
}

function maxBy<T>(all: readonly T[], rateOne: (one: T) => number): T | undefined {
  const rates = all.map(rateOne);
  return all[rates.indexOf(Math.max(...rates))];
}
