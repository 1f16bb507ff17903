import { renderTypes } from "../pipeline/types.js";
import type { DocumentSource } from "../pipeline/run.js";
import { compareDocuments } from "./differ/delta.js";
import { SchemaError } from "./decide/compile-schemas.js";
import type { Finding } from "./judge/findings.js";
import { judge } from "./judge/judge.js";
import { changedLines, everyLine, type CompareLines } from "./report/line-diff.js";
import { createLocator } from "./report/location.js";
import { keepOperations } from "./document/own-operations.js";
import { readOperations } from "./document/operations.js";
import { toChanges, type Change } from "./report/report.js";
import { summarize, type Review } from "./report/summary.js";
import { findFile } from "./document/revision.js";
import { BrokenSide, readSide, type Side } from "./document/side.js";

export { AcceptedError, readAccepted } from "./report/accepted.js";
export { answerReview } from "./report/command.js";
export { findMergeBase, findSource, RevisionError } from "./document/revision.js";
export { BrokenSide } from "./document/side.js";
export type { Review } from "./report/summary.js";

/**
 * Reviews the change from one document to another, each a file name or a source.
 * @throws BrokenSide when one of them cannot be read or is not valid.
 */
export async function review(base: string | DocumentSource, head: string | DocumentSource): Promise<Review> {
  const sides = await Promise.all([readSide("base", toSource(base)), readSide("head", toSource(head))]);
  return summarize(await findChanges(...sides, { isWanted: () => true, compareLines: changedLines }));
}

/** The same for the operations of the base alone: whatever else the head describes is not even read. */
export async function reviewOwnOperations(base: DocumentSource, head: DocumentSource): Promise<Review> {
  const old = await readSide("base", base);
  const keys = new Set(readOperations(old.doc).keys());
  const now = await readSide("head", head, (root) => keepOperations(root, keys));
  return summarize(await findChanges(old, now, { isWanted: isOfBase, compareLines: everyLine }));
}

/** Titles, tags and names of components are each author's own. */
function isOfBase({ pairs }: Finding): boolean {
  return pairs.some(({ before }) => before !== undefined);
}

type Scope = { readonly isWanted: (finding: Finding) => boolean; readonly compareLines: CompareLines };

async function findChanges(
  old: Side,
  now: Side,
  { isWanted, compareLines }: Scope,
): Promise<readonly Change[] | undefined> {
  if (old.text === now.text) return undefined;
  const delta = compareDocuments(old.doc, now.doc);
  const types = () => [old, now].map(({ text }) => renderTypes(text).text) as [string, string]; // two sides, two texts
  const findings = await judge(delta, { before: old.doc, after: now.doc, types }).catch(explain(old, now));
  return toChanges(findings.filter(isWanted), createLocator(old, now, compareLines));
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
