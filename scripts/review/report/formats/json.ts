import type { Change } from "../changes.js";
import type { PrintableReview } from "../printable.js";

/** For programs. */
export function formatJson({ level, levels, changes, notJudged }: PrintableReview): string {
  return `${JSON.stringify({ level, levels, changes: changes.map(trimChange), notJudged }, undefined, 2)}\n`;
}

/** Other names of a change are for whoever has accepted it, the line of head for annotations, the rest for settings and for what persons read. */
function trimChange(change: Change): Change {
  const { aliases: _a, endpoints: _e, plain: _p, ending: _n, part: _t, sentence: _s, ...rest } = change;
  const { inHead: _inHead, ...location } = change.location;
  const { part: _part, ...second } = change.second ?? {};
  return { ...rest, location, ...(change.second !== undefined && { second }) };
}
