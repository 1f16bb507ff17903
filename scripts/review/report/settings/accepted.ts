import { isNamedForm, listIds } from "../document-ids.js";
import type { Review } from "../summary.js";
import type { Problem } from "../../../pipeline/problem.js";
import { openYaml } from "../../../settings/open-yaml.js";
import { readList, readMembers, readText, reportMissing, type Part } from "../../../settings/part.js";

/** A finding that a maintainer has accepted. */
export type AcceptedChange = { readonly id: string; readonly reason: string; readonly until: string };

/** A remark on the list of accepted findings itself, as a sentence. */
export type Remark = string;

/** What is wrong stands in `problems`, each with its place; nothing is accepted then. */
export type AcceptedList = {
  readonly accepted: readonly AcceptedChange[];
  readonly problems: readonly Problem[];
};

/**
 * Reads a list of `{ id, reason, until }`, where `until` is the last day on which it counts (2026-12-31).
 * @param file as messages call it.
 */
export function readAccepted(text: string, file: string): AcceptedList {
  const { root, problems } = openYaml(text, file, "failsafe");
  const isEmpty = root.value === null || root.value === undefined || root.value === "";
  const accepted = isEmpty ? [] : readList(root, "a list of { id, reason, until }").map(readEntry);
  return { accepted: problems.length > 0 ? [] : accepted, problems };
}

function readEntry(part: Part): AcceptedChange {
  const { id, reason, until } = readMembers(part, ["id", "reason", "until"]);
  if (id === undefined || reason === undefined || until === undefined)
    reportMissing(part, "an `id`, a `reason` and `until`");
  return {
    id: id === undefined ? "" : readText(id, "the id of a change"),
    reason: reason === undefined ? "" : readText(reason, "a text"),
    until: until === undefined ? "" : readText(until, "a day such as 2026-12-31", /^\d{4}-\d\d-\d\d$/),
  };
}

/** Marks what was accepted; an entry that is over or matches nothing leaves a remark. */
export function applyAccepted(
  review: Review,
  accepted: readonly AcceptedChange[],
  today: string,
): { readonly review: Review; readonly remarks: readonly Remark[] } {
  const valid = new Map(accepted.filter(({ until }) => until >= today).map((entry) => [entry.id, entry]));
  const ids = new Set(review.changes.flatMap(listIds));
  const changes = review.changes.map((change) => {
    const entry = listIds(change).flatMap((id) => valid.get(id) ?? [])[0];
    return entry ? { ...change, accepted: { reason: entry.reason, until: entry.until } } : change;
  });
  const remarks = accepted.flatMap(({ id, until }) => {
    if (!ids.has(id)) return [sayUnmatched(id, review)];
    return until < today ? [`${id} was accepted until ${until} and counts again`] : [];
  });
  return { review: { ...review, changes }, remarks };
}

function sayUnmatched(id: string, { changes }: Review): Remark {
  const named = changes.map((change) => change.id).filter((each) => isNamedForm(each, id));
  return named.length > 0
    ? `${id} is accepted and is of several documents, so it counts for none: accept ${named.join(" or ")}`
    : `${id} is accepted and matches nothing any more: take it off the list`;
}
