import type { Change } from "./changes.js";
import { worst, type Level, type Levels } from "../judge/levels.js";

export type Review = { readonly level: Level; readonly levels: Levels; readonly changes: readonly Change[] };

/**
 * The level of all changes together; none at all where the documents are the same. What was accepted counts as well:
 * callers break all the same, and the next version has to say so.
 */
export function summarize(changes: readonly Change[] | undefined): Review {
  if (changes === undefined) return { level: "none", levels: { wire: "none", types: "none" }, changes: [] };
  const wire = worst(["patch", ...changes.map(({ levels }) => levels.wire)]);
  const types = worst(["patch", ...changes.map(({ levels }) => levels.types)]);
  return { level: worst([wire, types]), levels: { wire, types }, changes };
}
