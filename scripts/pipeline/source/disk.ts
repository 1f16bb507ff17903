import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { DocumentSource } from "./load.js";

/** A document on the disk; paths are relative to the working directory. */
export function sourceOnDisk(file: string): DocumentSource {
  return { name: file, entry: file, read: readTextFile };
}

/** The project's own document and the rules for it, relative to the working directory. */
const OWN = { document: "openapi/openapi.yaml", config: "redocly.yaml" };

/**
 * The redocly.yaml beside the document or in the nearest folder above it. The search ends at the root of the
 * package or repository that the document belongs to: what lies outside has no say. The project's own is for its own
 * document alone.
 */
export function findLintConfig(file: string): string | undefined {
  const found = findNearestConfig(resolve(file));
  const isOwn = found === resolve(OWN.config);
  return isOwn && resolve(file) !== resolve(OWN.document) ? undefined : found;
}

function findNearestConfig(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const candidate = join(folder, "redocly.yaml");
    if (existsSync(candidate)) return candidate;
    const isRoot = ROOT_MARKS.some((mark) => existsSync(join(folder, mark)));
    if (isRoot || folder === dirname(folder)) return undefined;
  }
}

const ROOT_MARKS = ["package.json", ".git"];

async function readTextFile(path: string): Promise<string> {
  try {
    if ((await stat(path)).isDirectory()) throw new Error(`${path} is a folder, and a file is needed`);
    return await readFile(path, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const reason = error.code === "ENOENT" ? "does not exist" : `cannot be read (${String(error.code)})`;
    throw new Error(`${path} ${reason}`, { cause: error });
  }
}
