import type { Review } from "../summary.js";
import { parseYaml } from "./parse-yaml.js";

/** A finding that a maintainer has accepted. */
export type AcceptedChange = { readonly id: string; readonly reason: string; readonly until: string };

/** A remark on the list of accepted findings itself, as a sentence. */
export type Remark = string;

/** The file cannot be read as such a list. */
export class AcceptedError extends Error {
  override readonly name = "AcceptedError";
}

/** Reads a list of `{ id, reason, until }`, where `until` is the last day on which it counts (2026-12-31). */
export function readAccepted(text: string): readonly AcceptedChange[] {
  const { value, error } = parseYaml(text, "failsafe");
  if (error !== undefined) throw new AcceptedError(`is no YAML: ${error.message} (${error.place})`);
  const list = value ?? [];
  if (!Array.isArray(list)) throw new AcceptedError("must be a list of { id, reason, until }");
  return list.map((entry: Readonly<Record<string, unknown>> | null, i) => {
    const { id, reason, until } = entry ?? {};
    if (typeof id !== "string" || typeof reason !== "string" || typeof until !== "string") {
      throw new AcceptedError(`entry ${i + 1} needs an id, a reason and until`);
    }
    if (!/^\d{4}-\d\d-\d\d$/.test(until))
      throw new AcceptedError(`entry ${i + 1}: until is no date such as 2026-12-31`);
    return { id, reason, until };
  });
}

/** Marks what was accepted; an entry that is over or matches nothing leaves a remark. */
export function applyAccepted(
  review: Review,
  accepted: readonly AcceptedChange[],
  today: string,
): { readonly review: Review; readonly remarks: readonly Remark[] } {
  const valid = new Map(accepted.filter(({ until }) => until >= today).map((entry) => [entry.id, entry]));
  const ids = new Set(review.changes.flatMap(idsOf));
  const changes = review.changes.map((change) => {
    const entry = idsOf(change).flatMap((id) => valid.get(id) ?? [])[0];
    return entry ? { ...change, accepted: { reason: entry.reason, until: entry.until } } : change;
  });
  const remarks = accepted.flatMap(({ id, until }) => {
    if (!ids.has(id)) return [`${id} is accepted and matches nothing any more: take it off the list`];
    return until < today ? [`${id} was accepted until ${until} and counts again`] : [];
  });
  return { review: { ...review, changes }, remarks };
}

function idsOf({ id, aliases = [] }: Review["changes"][number]): readonly string[] {
  return [id, ...aliases];
}
