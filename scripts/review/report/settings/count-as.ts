import { levels, type Level } from "../../../version.js";
import type { Change } from "../changes.js";

/** The change with another level, which it says the reason of. */
export function countAs(change: Change, level: Level, reason: string): Change {
  if (level === change.level) return change;
  const lower = (own: Level): Level => (levels.indexOf(own) < levels.indexOf(level) ? own : level);
  const isRaised = levels.indexOf(level) > levels.indexOf(change.level);
  const { wire, types } = change.levels;
  return {
    ...change,
    level,
    levels: isRaised ? { wire: level, types } : { wire: lower(wire), types: lower(types) },
    configured: { level: change.configured?.level ?? change.level, reason },
  };
}
