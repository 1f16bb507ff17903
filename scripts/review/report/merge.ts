import { createHash } from "node:crypto";
import { byWeight, type Change } from "./changes.js";
import { listIds, ofDocument, withDocument } from "./document-ids.js";
import { summarize, type Review } from "./summary.js";

/** A review with the path of its document. */
export type DocumentReview = { readonly path: string; readonly review: Review };

/** The reviews of several documents as one. */
export function mergeReviews(all: readonly DocumentReview[]): Review {
  const ids = all.map(({ review }) => new Set(review.changes.flatMap(listIds)));
  const changes = all.flatMap(({ path, review }, own) => {
    const others = new Set(ids.flatMap((each, index) => (index === own ? [] : [...each])));
    return review.changes.map((change) =>
      all.length === 1 ? withDocument(change, path) : ofDocument(change, path, others),
    );
  });
  const reviews = all.map(({ review }) => review);
  const notJudged = reviews.flatMap((review) => review.notJudged ?? []);
  return summarize(changes.toSorted(byWeight), notJudged);
}

/** The review of a document that is new, or gone. */
export function reviewWholeDocument(path: string, event: "added" | "removed"): Review {
  const level = event === "removed" ? "major" : "minor";
  const hash = createHash("sha256").update(`${event} ${path}`).digest("hex").slice(0, 6);
  const change = {
    id: `document-${event}@${path}#${hash}`,
    level,
    levels: { wire: level, types: level },
    direction: "both",
    keyword: event,
    operationId: "",
    location: { side: event === "removed" ? "base" : "head", file: path, line: 1, column: 1 },
    message: `Document \`${path}\` is ${event === "removed" ? "removed, with all its operations" : "new"}.`,
    verdict: event === "removed" ? "undecided" : "compatible",
    ...(event === "removed" && { reason: "what it described was not read" }),
  } as const satisfies Change;
  return summarize([change]);
}
