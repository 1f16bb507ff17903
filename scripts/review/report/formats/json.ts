import type { Change } from "../changes.js";
import type { PrintableReview } from "../printable.js";

/** For programs. */
export function formatJson({ level, levels, changes, notJudged }: PrintableReview): string {
  return `${JSON.stringify({ level, levels, changes: changes.map(trimChange), notJudged }, undefined, 2)}\n`;
}

/** Other names of a change are for whoever has accepted it, and the line of head for annotations. */
function trimChange({ aliases: _, ...change }: Change): Change {
  const { inHead: __, ...location } = change.location;
  return { ...change, location };
}
