import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, relative } from "node:path";
import type { DocumentSource } from "../../pipeline/run.js";
import { isBundledOutput, OPENAPI_EXTENDED, saysOpenApi } from "../../spec/document-mark.js";
import type { Sides } from "./document.js";
import { findCommit, findFile, findSource, listFilesAt, RevisionError, searchFilesAt } from "./revision.js";

/** One document; a side is missing where it is new or gone. */
export type DocumentPair = { readonly path: string } & Sides<DocumentSource | undefined>;

/** A side as it was named: a file, a folder of documents, or a commit with the documents of a folder. */
type Named =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "commit"; readonly ref: string; readonly commit: string };

/**
 * The OpenAPI documents of two sides, paired by their path. A commit beside a file or a folder has what it has there.
 * @throws RevisionError for what names none, or for a file beside a folder.
 */
export function pairDocuments(
  { base, head }: Sides<string>,
  isWanted: (path: string) => boolean,
): readonly DocumentPair[] {
  const sides = [readName(base), readName(head)] as const;
  const file = sides.find(({ kind }) => kind === "file");
  if (file !== undefined) return [pairFiles(...sides)];
  const [left, right] = sides;
  const folder = right.kind === "folder" ? right.path : left.kind === "folder" ? left.path : ".";
  const [old, now] = [listDocuments(left, folder, isWanted), listDocuments(right, folder, isWanted)];
  const paths = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return paths.map((path) => ({ path: posix.join(folder, path), base: old.get(path), head: now.get(path) }));
}

/** A file or folder may have the name of a branch, and is meant where it is there: `./main` is never a branch. */
function readName(text: string): Named {
  const found = statSync(text, { throwIfNoEntry: false });
  // From here, however it was named: settings and ids of changes are by that path.
  const path = relative("", text).replaceAll("\\", "/") || ".";
  if (found?.isFile() === true) return { kind: "file", path };
  const commit = findCommit(text);
  if (commit !== undefined) return { kind: "commit", ref: text, commit };
  if (found?.isDirectory() === true) return { kind: "folder", path };
  throw new RevisionError(`${text} is neither a file, a folder nor a commit`);
}

function pairFiles(base: Named, head: Named): DocumentPair {
  const path = head.kind === "file" ? head.path : base.kind === "file" ? base.path : "";
  const open = (side: Named): DocumentSource => {
    if (side.kind === "folder") throw new RevisionError(`${side.path} is a folder, and ${path} is a file`);
    return side.kind === "file" ? findFile(side.path) : findSource(side.ref, path);
  };
  return { path, base: open(base), head: open(head) };
}

/** Documents by their path in the folder. */
function listDocuments(
  side: Named,
  folder: string,
  isWanted: (path: string) => boolean,
): ReadonlyMap<string, DocumentSource> {
  const all = new Set(listAllFiles(side, folder));
  const isCandidate = (path: string): boolean =>
    /\.(?:ya?ml|json)$/.test(path) && isWanted(path) && !isBundledOutput(path, (other) => all.has(other));
  if (side.kind === "commit") {
    const paths = searchFilesAt(side.commit, folder, OPENAPI_EXTENDED).filter(isCandidate);
    return new Map(paths.map((path) => [posix.relative(folder, path), findSource(side.ref, path)]));
  }
  const documents = [...all].filter((file) => isCandidate(file) && saysOpenApi(readFileSync(file, "utf8")));
  return new Map(documents.map((file) => [posix.relative(side.path, file), findFile(file)]));
}

/** By their path from here. */
function listAllFiles(side: Named, folder: string): readonly string[] {
  if (side.kind === "commit") return listFilesAt(side.commit, folder);
  return listFiles(side.path).map((path) => posix.join(side.path, path));
}

/** What is hidden, or installed, is nobody's document. */
function listFiles(folder: string, inner: string = ""): readonly string[] {
  return readdirSync(join(folder, inner), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(inner, entry.name);
    if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
    if (entry.isDirectory()) return listFiles(folder, path);
    return entry.isFile() ? [path] : [];
  });
}
