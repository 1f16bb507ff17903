import { renderTypes } from "../pipeline/types.js";
import type { DocumentSource } from "../pipeline/run.js";
import { compareDocuments } from "./delta.js";
import { SchemaError } from "./compile-schemas.js";
import type { Finding } from "./findings.js";
import { judge } from "./judge.js";
import { createLocator } from "./location.js";
import { toChanges } from "./report.js";
import { summarize, type Review } from "./summary.js";
import { findFile } from "./revision.js";
import { BrokenSide, readSide, type Side } from "./side.js";

export { AcceptedError, readAccepted } from "./accepted.js";
export { answerReview } from "./command.js";
export { findMergeBase, findSource, RevisionError } from "./revision.js";
export { BrokenSide } from "./side.js";
export type { Review } from "./summary.js";

/**
 * Reviews the change from one document to another, each a file name or a source.
 * @throws BrokenSide when one of them cannot be read or is not valid.
 */
export async function review(base: string | DocumentSource, head: string | DocumentSource): Promise<Review> {
  return reviewFindings(base, head, () => true);
}

/** The same for the operations of the base alone, whatever else the head describes. */
export async function reviewOwnOperations(base: DocumentSource, head: DocumentSource): Promise<Review> {
  return reviewFindings(base, head, ({ pairs }) => pairs.some(({ before }) => before !== undefined));
}

async function reviewFindings(
  base: string | DocumentSource,
  head: string | DocumentSource,
  isWanted: (finding: Finding) => boolean,
): Promise<Review> {
  const [old, now] = await Promise.all([readSide("base", toSource(base)), readSide("head", toSource(head))]);
  if (old.text === now.text) return { level: "none", levels: { wire: "none", types: "none" }, changes: [] };
  const delta = compareDocuments(old.doc, now.doc);
  const types = () => [old, now].map(({ text }) => renderTypes(text).text) as [string, string]; // two sides, two texts
  const findings = await judge(delta, { before: old.doc, after: now.doc, types }).catch(explain(old, now));
  return summarize(toChanges(findings.filter(isWanted), createLocator(old, now)));
}

function toSource(side: string | DocumentSource): DocumentSource {
  return typeof side === "string" ? findFile(side) : side;
}

/** A schema that no validator can be made of breaks its side. */
function explain(...sides: readonly Side[]): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof SchemaError)) throw error;
    const side = sides.find(({ doc }) => doc === error.doc) ?? sides[0];
    if (side === undefined) throw error;
    const problem = { severity: "error", rule: "schema", message: error.message } as const;
    throw new BrokenSide(side.name, side.entry, [{ ...problem, ...side.locate(error.pointer) }]);
  };
}
