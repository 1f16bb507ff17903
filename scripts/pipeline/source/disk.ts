import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { DocumentSource } from "./load.js";
import { readTextFile } from "./text-file.js";

export type DiskOptions = {
  /** References may name files outside the document's package, or of its folder where it belongs to none. */
  readonly allowOutside?: boolean | undefined;
};

/** A document on the disk; paths are relative to the working directory. */
export function sourceOnDisk(file: string, { allowOutside = false }: DiskOptions = {}): DocumentSource {
  const root = findRoot(file) ?? dirname(resolve(file));
  const read = async (path: string): Promise<string> => {
    if (resolve(path) !== resolve(file) && !allowOutside) await refuseOutside(path, root);
    return await readTextFile(path);
  };
  return { name: file, entry: file, read };
}

/** A document that was handed over as text; its references start from the working directory. */
export function sourceOfText(name: string, text: string, options: DiskOptions = {}): DocumentSource {
  const { read } = sourceOnDisk(name, options);
  return { name, entry: name, read: (path) => (path === name ? text : read(path)) };
}

/** @throws with a sentence for the reader, of a path that leads out of the folder, also by a link. */
async function refuseOutside(path: string, root: string): Promise<void> {
  const real = await realpath(path).catch(() => resolve(path));
  const folder = await realpath(root).catch(() => root);
  if (`${real}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)) return;
  throw new Error(`${path} lies outside of the document's own folder or package; --allow-outside reads it`);
}

/** The root of the package or repository that a file belongs to; undefined where it belongs to none. */
function findRoot(file: string): string | undefined {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The project's own document and the rules for it, relative to the working directory. */
const OWN = { document: "openapi/openapi.yaml", config: "redocly.yaml" };

/** The nearest redocly.yaml, but that the project's own is for its own document alone. */
export function findLintConfig(file: string): string | undefined {
  const found = findNearestConfig(file);
  const isOwn = found === resolve(OWN.config);
  return isOwn && resolve(file) !== resolve(OWN.document) ? undefined : found;
}

/**
 * The redocly.yaml beside the document or in the nearest folder above it. The search ends at the root of the
 * package or repository that the document belongs to: what lies outside has no say.
 */
export function findNearestConfig(file: string): string | undefined {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const candidate = join(folder, "redocly.yaml");
    if (existsSync(candidate)) return candidate;
    if (isRoot(folder) || folder === dirname(folder)) return undefined;
  }
}

function isRoot(folder: string): boolean {
  return ["package.json", ".git"].some((mark) => existsSync(join(folder, mark)));
}
