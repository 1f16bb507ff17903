import type { Change } from "./report.js";
import { worst, type Level, type Levels } from "./rules.js";

export type Review = { readonly level: Level; readonly levels: Levels; readonly changes: readonly Change[] };

/** What was accepted counts as well: callers break all the same, and the next version has to say so. */
export function summarize(changes: readonly Change[]): Review {
  const wire = worst(["patch", ...changes.map(({ levels }) => levels.wire)]);
  const types = worst(["patch", ...changes.map(({ levels }) => levels.types)]);
  return { level: worst([wire, types]), levels: { wire, types }, changes };
}
