import type { Level } from "../version.js";
import { readChoice, readCount, readList, readMembers, readText, reportMissing, type Part } from "./part.js";

/** What changes of some operations, or under some rules, count as. */
export type Severity = {
  /** A glob for the paths of operations; a change that also reaches others does not match. */
  readonly path?: string | undefined;
  /** A glob for the rules that ids of changes begin with. */
  readonly rule?: string | undefined;
  readonly level: Level;
  readonly reason?: string | undefined;
};

/** Left out of the paths of a side where operations are matched. */
export type StripPrefix = { readonly base?: string | undefined; readonly head?: string | undefined };

/** The level that fails a review. */
export type FailOn = "major" | "minor" | "none";

/** What the settings say of the reviews of one document. */
export type ReviewSettings = {
  /** Of several that match a change the last one counts. */
  readonly severity: readonly Severity[];
  readonly stripPrefix: StripPrefix;
  /** An operation may go once its `x-sunset` has passed, which was announced that many days before. */
  readonly deprecation?: { readonly days: number } | undefined;
  readonly failOn?: FailOn | undefined;
};

export const NO_REVIEW_SETTINGS: ReviewSettings = { severity: [], stripPrefix: {} };

export function readReviewSettings(part: Part): ReviewSettings {
  const names = ["severity", "stripPrefix", "deprecation", "failOn"] as const;
  const { severity, stripPrefix, deprecation, failOn } = readMembers(part, names);
  return {
    severity: severity === undefined ? [] : readList(severity).map(readSeverity),
    stripPrefix: stripPrefix === undefined ? {} : readStripPrefix(stripPrefix),
    deprecation: deprecation && { days: readDays(deprecation) },
    failOn: failOn && readChoice(failOn, ["major", "minor", "none"]),
  };
}

/** The gravest first, as people list them. */
const LEVELS: readonly [Level, ...Level[]] = ["major", "minor", "patch", "none"];

function readSeverity(part: Part): Severity {
  const { path, rule, level, reason } = readMembers(part, ["path", "rule", "level", "reason"]);
  if (path === undefined && rule === undefined) reportMissing(part, "a `path`, a `rule` or both");
  if (level === undefined) reportMissing(part, `a \`level\`: ${LEVELS.join(", ")}`);
  return {
    path: path && readText(path, "a glob such as /internal/**"),
    rule: rule && readText(rule, "a glob for rules such as header-*"),
    level: level === undefined ? "none" : readChoice(level, LEVELS),
    reason: reason && readText(reason, "a text"),
  };
}

function readStripPrefix(part: Part): StripPrefix {
  const { base, head } = readMembers(part, ["base", "head"]);
  return { base: base && readPrefix(base), head: head && readPrefix(head) };
}

function readPrefix(part: Part): string {
  return readText(part, "a path such as /v1", /^\//);
}

function readDays(part: Part): number {
  const { days } = readMembers(part, ["days"]);
  if (days !== undefined) return readCount(days, "a whole number of days");
  reportMissing(part, "`days`");
  return 0;
}
