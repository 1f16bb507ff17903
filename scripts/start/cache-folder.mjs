// Files that only save time. Each has one name for good, so that the folder does not grow, and says in its first line
// what it was made from. Where the folder cannot be written, all works without it.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/scripts", import.meta.url));
const DRAFT = ".draft";
const HOUR_MILLISECONDS = 3_600_000;

export function pathInCache(name) {
  return join(FOLDER, name);
}

/** @returns the header and the body; undefined when there is none, or not the whole of it. */
export function readCacheFile(name) {
  try {
    const content = readFileSync(pathInCache(name));
    const end = content.indexOf("\n");
    const { length, ...header } = JSON.parse(content.toString("utf8", 0, end));
    const body = content.subarray(end + 1);
    return body.length === length ? { header, body } : undefined;
  } catch {
    return undefined;
  }
}

/** Another process may read or write the same file at this moment: it appears whole or not at all. */
export function writeCacheFile(name, header, body) {
  const draft = pathInCache(`${name}.${process.pid}${DRAFT}`);
  const line = Buffer.from(`${JSON.stringify({ ...header, length: body.length })}\n`);
  try {
    mkdirSync(FOLDER, { recursive: true });
    removeOldDrafts();
    writeFileSync(draft, Buffer.concat([line, body]));
    renameSync(draft, pathInCache(name));
  } catch {
    // A draft that is left is swept away later.
  }
}

/** What a process that was killed has left. */
function removeOldDrafts() {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(DRAFT))) {
    const { mtimeMs = Infinity } = statSync(pathInCache(name), { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < Date.now() - HOUR_MILLISECONDS) rmSync(pathInCache(name), { force: true });
  }
}
