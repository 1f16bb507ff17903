import { renderTypes } from "../pipeline/types.js";
import { sourceOnDisk, type DocumentSource } from "../pipeline/run.js";
import { compareDocuments } from "./delta.js";
import { SchemaError } from "./compile-schemas.js";
import { judge } from "./judge.js";
import { createLocator } from "./location.js";
import { toChanges, type Change } from "./report.js";
import { worst, type Level, type Levels } from "./rules.js";
import { BrokenSide, readSide, type Side } from "./side.js";

export type Review = { readonly level: Level; readonly levels: Levels; readonly changes: readonly Change[] };

/**
 * Reviews the change from one document to another, each a file name or a source.
 * @throws BrokenSide when one of them cannot be read or is not valid.
 */
export async function review(base: string | DocumentSource, head: string | DocumentSource): Promise<Review> {
  const [old, now] = await Promise.all([readSide("base", toSource(base)), readSide("head", toSource(head))]);
  if (old.text === now.text) return { level: "none", levels: { wire: "none", types: "none" }, changes: [] };
  const delta = compareDocuments(old.doc, now.doc);
  const types = () => [old, now].map(({ text }) => renderTypes(text).text) as [string, string]; // two sides, two texts
  const findings = await judge(delta, { before: old.doc, after: now.doc, types }).catch(explain(old, now));
  return summarize(toChanges(findings, createLocator(old, now)));
}

function toSource(side: string | DocumentSource): DocumentSource {
  return typeof side === "string" ? sourceOnDisk(side) : side;
}

export function summarize(changes: readonly Change[]): Review {
  const counted = changes.filter(({ accepted }) => accepted === undefined);
  const wire = worst(["patch", ...counted.map(({ levels }) => levels.wire)]);
  const types = worst(["patch", ...counted.map(({ levels }) => levels.types)]);
  return { level: worst([wire, types]), levels: { wire, types }, changes };
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
