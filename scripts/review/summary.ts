import type { Change } from "./report.js";
import { worst, type Level, type Levels } from "./rules.js";

export type Review = { readonly level: Level; readonly levels: Levels; readonly changes: readonly Change[] };

/** What was accepted shows and does not count. */
export function summarize(changes: readonly Change[]): Review {
  const counted = changes.filter(({ accepted }) => accepted === undefined);
  const wire = worst(["patch", ...counted.map(({ levels }) => levels.wire)]);
  const types = worst(["patch", ...counted.map(({ levels }) => levels.types)]);
  return { level: worst([wire, types]), levels: { wire, types }, changes };
}
