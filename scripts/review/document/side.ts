import { bundleDocument, type Locate } from "../../pipeline/bundle.js";
import { isRecord, type JsonRecord } from "../../json/pointer.js";
import { lintDocument } from "../../pipeline/lint.js";
import { loadDocument, type DocumentSource } from "../../pipeline/source/load.js";
import { hasErrors, sortProblems, type Problem } from "../../pipeline/problem.js";
import { readDoc, type Doc } from "./document.js";

export type SideName = "base" | "head";

/** A document that is fit to be reviewed. */
export type Side = {
  readonly name: SideName;
  readonly doc: Doc;
  /** The bundled document as JSON text. */
  readonly text: string;
  readonly locate: Locate;
  /** The text of every file that was read, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly entry: string;
};

/** One side cannot be read or is not valid. */
export class BrokenSide extends Error {
  override readonly name = "BrokenSide";
  readonly problems: readonly Problem[];

  constructor(side: SideName, source: string, problems: readonly Problem[]) {
    super(`The ${side} (${source}) cannot be reviewed.`);
    this.problems = sortProblems(problems.filter(({ severity }) => severity === "error"));
  }
}

/**
 * Reads one side, or what `keep` leaves of its first file, and holds it to what makes a document valid; how it is written is the lint's business.
 * @throws BrokenSide
 */
export async function readSide(
  name: SideName,
  source: DocumentSource,
  keep = (root: JsonRecord): JsonRecord => root,
): Promise<Side> {
  const files = new Map<string, string>();
  const read = async (path: string): Promise<string> => {
    const text = await source.read(path);
    files.set(path, text);
    return text;
  };
  const loaded = await loadDocument({ ...source, read });
  if ("severity" in loaded) throw new BrokenSide(name, source.name, [loaded]);
  const { entry } = loaded;
  if (isRecord(entry.parsed)) entry.parsed = keep(entry.parsed);
  const problems = await lintDocument(loaded);
  if (hasErrors(problems)) throw new BrokenSide(name, source.name, problems);
  const bundle = await bundleDocument(loaded);
  if (hasErrors(bundle.problems)) throw new BrokenSide(name, source.name, bundle.problems);
  return {
    name,
    doc: readDoc(bundle.document, name),
    text: bundle.text,
    locate: bundle.locate,
    files,
    entry: source.entry,
  };
}
