import type { Change } from "./changes.js";
import type { Location } from "./location.js";
import { worst, type Level, type Levels } from "../judge/levels.js";

export type Review = {
  readonly level: Level;
  readonly levels: Levels;
  readonly changes: readonly Change[];
  /** Parts of base that cannot be read, where there are any. */
  readonly notJudged?: readonly NotJudged[];
};

export type NotJudged = { readonly message: string; readonly location: Location };

/**
 * The level of all changes together; none at all where no change is listed, or none counts by the configuration. What
 * was accepted counts as well: callers break all the same, and the next version has to say so.
 */
export function summarize(changes: readonly Change[], notJudged: readonly NotJudged[] = []): Review {
  const rest = notJudged.length > 0 ? { notJudged } : {};
  if (changes.every(({ configured, level }) => configured !== undefined && level === "none"))
    return { level: "none", levels: { wire: "none", types: "none" }, changes, ...rest };
  const wire = worst(["patch", ...changes.map(({ levels }) => levels.wire)]);
  const types = worst(["patch", ...changes.map(({ levels }) => levels.types)]);
  return { level: worst([wire, types]), levels: { wire, types }, changes, ...rest };
}
