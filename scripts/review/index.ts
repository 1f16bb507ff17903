/** The review of a change of a document: does it break callers, and what shows it? */
import type { DocumentSource } from "../pipeline/run.js";
import type { Problem } from "../pipeline/problem.js";
import { renderTypes } from "../pipeline/types.js";
import { SchemaError } from "./decide/compile-schemas.js";
import { decideUses } from "./decide/decide-uses.js";
import { compareDocuments } from "./differ/index.js";
import { mapSides, type Sides } from "./document/document.js";
import { readOperations } from "./document/operations.js";
import { keepOperations } from "./document/own-operations.js";
import { findBrokenParts } from "./document/broken-parts.js";
import { findFile } from "./document/revision.js";
import { BrokenSide } from "./document/broken-side.js";
import { readSide, type Side } from "./document/side.js";
import type { Finding } from "./judge/findings.js";
import { judge } from "./judge/index.js";
import { toChanges } from "./report/changes.js";
import { changedLines, everyLine, type CompareLines } from "./report/line-diff.js";
import type { StripPrefix } from "../settings/review-settings.js";
import { createLocator } from "./report/location.js";
import { createBodySampler } from "./sample-body.js";
import { summarize, type NotJudged, type Review } from "./report/summary.js";
import { compareTypes, excerptDocument } from "./types/index.js";

export { readAccepted } from "./report/settings/accepted.js";
export { adjustReview } from "./report/settings/adjust.js";
export { createFileGlob } from "./report/settings/glob.js";
export { mergeReviews, reviewWholeDocument } from "./report/merge.js";
export { formatBroken } from "./report/formats/broken.js";
export { renderReview } from "./report/index.js";
export { pairDocuments, type DocumentPair } from "./document/find-documents.js";
export { findMergeBase, findSource, RevisionError } from "./document/revision.js";
export { BrokenSide } from "./document/broken-side.js";
export type { Review } from "./report/summary.js";

/**
 * Reviews the change from one document to another, each a file name or a source. Operations whose paths differ in the
 * prefixes alone are the same.
 * @throws BrokenSide when one of them cannot be read, or head has errors that base has not.
 */
export async function review(
  base: string | DocumentSource,
  head: string | DocumentSource,
  prefixes: StripPrefix = {},
): Promise<Review> {
  const read = [
    readSide("base", toSource(base), { prefix: prefixes.base }),
    readSide("head", toSource(head), { prefix: prefixes.head }),
  ] as const;
  const sides = await Promise.all(read);
  return reviewSides(
    { base: sides[0], head: sides[1] },
    { isWanted: () => true, compareLines: changedLines },
  );
}

/** The same for the operations of base alone: whatever else head describes is not even read. */
export async function reviewOwnOperations(base: DocumentSource, head: DocumentSource): Promise<Review> {
  const own = await readSide("base", base);
  const keys = new Set(readOperations(own.document).keys());
  const theirs = await readSide("head", head, { keep: (root) => keepOperations(root, keys) });
  return reviewSides({ base: own, head: theirs }, { isWanted: isOfBase, compareLines: everyLine });
}

/** Titles, tags and names of components are each author's own. */
function isOfBase({ operations }: Finding): boolean {
  return operations.some(({ base }) => base !== undefined);
}

type Scope = { readonly isWanted: (finding: Finding) => boolean; readonly compareLines: CompareLines };

/** Differ, decide, types, judge, report: each room knows those before it. */
async function reviewSides(sides: Sides<Side>, { isWanted, compareLines }: Scope): Promise<Review> {
  const { base, head } = sides;
  const broken = findBrokenParts(sides);
  if (base.text === head.text) return summarize([], broken.map(toNotJudged));
  const delta = compareDocuments({ base: base.document, head: head.document });
  const documents = { base: base.document, head: head.document };
  const { schemas, outcomes, unread } = await decideUses(delta.schemas, documents).catch(blameHead(head));
  const types = await compareTypes({ facts: delta.facts, schemas }, (asked) =>
    mapSides(sides, ({ document }) => renderTypes(JSON.stringify(excerptDocument(document, asked))).text),
  );
  const findings = judge({ ...delta, schemas }, { outcomes, types }).filter(isWanted);
  // What keeps a schema from being compiled is mostly what the lint has told already.
  const others = unread.map(({ message, pointer }) => ({ message, ...base.locate(pointer) }));
  const notJudged = broken.length > 0 ? broken : others;
  return summarize(
    toChanges(findings, createLocator(sides, compareLines), createBodySampler()),
    notJudged.map(toNotJudged),
  );
}

function toNotJudged({ message, file, line, column }: Omit<Problem, "rule" | "severity">): NotJudged {
  return { message, location: { side: "base", file, line, column } };
}

function toSource(side: string | DocumentSource): DocumentSource {
  return typeof side === "string" ? findFile(side) : side;
}

/** A schema of head that no validator can be made of breaks it. */
function blameHead({ name, entry, locate }: Side): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof SchemaError)) throw error;
    const problem = { severity: "error", rule: "schema", message: error.message } as const;
    throw new BrokenSide(name, entry, [{ ...problem, ...locate(error.pointer) }]);
  };
}
