/** A review as the configuration wants it: nothing of it is hidden, and what counts otherwise says so. */
import { levels } from "../../../version.js";
import { readRule } from "../change-id.js";
import { byWeight, type Change } from "../changes.js";
import { summarize, type Review } from "../summary.js";
import { countAs } from "./count-as.js";
import { judgeEnding } from "./deprecation.js";
import { createGlob } from "./glob.js";
import type { ReviewSettings, Severity } from "../../../settings/review-settings.js";

/** @param today as 2026-12-31 */
export function adjustReview(review: Review, settings: ReviewSettings, today: string): Review {
  const matchers = settings.severity.map((entry) => ({ entry, matches: createMatcher(entry) }));
  const adjust = (change: Change): Change => {
    const found = matchers.findLast(({ matches }) => matches(change));
    const counted = found === undefined ? change : applySeverity(change, found.entry);
    return settings.deprecation === undefined ? counted : judgeEnding(counted, settings.deprecation, today);
  };
  return summarize(review.changes.map(adjust).toSorted(byWeight), review.notJudged);
}

function createMatcher({ path, rule }: Severity): (change: Change) => boolean {
  const [isPath, isRule] = [path, rule].map((glob) => (glob === undefined ? () => true : createGlob(glob)));
  return ({ id, endpoints = [] }) =>
    isRule?.(readRule(id)) === true &&
    (path === undefined || (endpoints.length > 0 && endpoints.every((endpoint) => isPath?.(endpoint.path))));
}

/** An entry without a rule says what whole operations are worth, and only lowers. */
function applySeverity(change: Change, { path, rule, level, reason }: Severity): Change {
  if (rule === undefined && levels.indexOf(level) > levels.indexOf(change.level)) return change;
  const matched = [
    ...(path === undefined ? [] : [`path ${path}`]),
    ...(rule === undefined ? [] : [`rule ${rule}`]),
  ];
  return countAs(change, level, `${matched.join(", ")}${reason === undefined ? "" : `: ${reason}`}`);
}
