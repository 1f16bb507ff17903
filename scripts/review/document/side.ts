import { bundleDocument } from "../../pipeline/bundle.js";
import { isRecord, type JsonRecord } from "../../json/pointer.js";
import { lintDocument } from "../../pipeline/lint.js";
import type { DocumentSource } from "../../pipeline/source/document-source.js";
import { loadDocument } from "../../pipeline/source/load.js";
import { hasErrors, sortProblems, type Locate, type Problem } from "../../pipeline/problem.js";
import { BrokenSide } from "./broken-side.js";
import { readDocument, type Document, type SideName } from "./document.js";

/** A document that is fit to be reviewed. */
export type Side = {
  readonly name: SideName;
  readonly document: Document;
  /** The bundled document as JSON text. */
  readonly text: string;
  readonly locate: Locate;
  /** The text of every file that was read, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly entry: string;
  /** What it is called in messages. */
  readonly source: string;
  /** Errors in parts of it; what stands beside them is read all the same. */
  readonly problems: readonly Problem[];
};

type Reading = {
  readonly keep?: ((root: JsonRecord) => JsonRecord) | undefined;
  /** Left out of paths where operations are compared. */
  readonly prefix?: string | undefined;
};

/**
 * Reads one side, or what `keep` leaves of its first file, and holds it to what makes a document valid; how it is
 * written is the lint's business.
 * @throws BrokenSide when nothing of it can be read.
 */
export async function readSide(
  name: SideName,
  source: DocumentSource,
  { keep = (root: JsonRecord): JsonRecord => root, prefix }: Reading = {},
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
  const { problems } = await lintDocument(loaded);
  const isUsable = isRecord(entry.parsed) && typeof entry.parsed["openapi"] === "string";
  if (!isUsable) throw new BrokenSide(name, source.name, problems);
  const bundle = await bundleDocument(loaded).catch((error: unknown) => {
    // What the lint has found keeps the rest from being read.
    if (hasErrors(problems)) throw new BrokenSide(name, source.name, problems);
    throw error;
  });
  const errors = (hasErrors(problems) ? problems : bundle.problems).filter(
    ({ severity }) => severity === "error",
  );
  return {
    name,
    document: readDocument(bundle.document, name, prefix),
    text: bundle.text,
    locate: bundle.locate,
    files,
    entry: source.entry,
    source: source.name,
    problems: sortProblems(errors),
  };
}
