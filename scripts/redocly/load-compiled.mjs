import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const SCRIPTS = fileURLToPath(new URL("..", import.meta.url));
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/redocly", import.meta.url));

/**
 * The compiler's own verdict on a pattern, which is exact.
 *
 * @returns {(pattern: string) => import("../pattern/judge.js").PatternVerdict}
 */
export function loadJudge() {
  return load("pattern/judge.ts", ["json", "pattern"]).judgePattern;
}

/** @returns {typeof import("../pipeline/checks/files.js").findInFiles} */
export function loadFinder() {
  const rooms = ["json", "spec", "pattern", "jsonschema/schema", "inclusion", "pipeline/checks"];
  return load("pipeline/checks/files.ts", rooms).findInFiles;
}

/**
 * It is TypeScript, and Redocly loads plain JavaScript without waiting: so it is bundled once, and again when one of the
 * files has changed that it is made of, all of which stand in `rooms`.
 */
function load(entry, rooms) {
  const file = join(CACHE, `${hashSources(entry, rooms)}.cjs`);
  if (!existsSync(file)) bundle(entry, file);
  return require(file);
}

function hashSources(entry, rooms) {
  const hash = createHash("sha256").update(entry);
  for (const room of rooms) {
    const files = readdirSync(join(SCRIPTS, room), { recursive: true }).filter((name) =>
      name.endsWith(".ts"),
    );
    for (const name of files.toSorted()) hash.update(name).update(readFileSync(join(SCRIPTS, room, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

/** Moved into place when it is complete, because another process may load it at this moment. */
function bundle(entry, file) {
  const draft = `${file}.${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  require("esbuild").buildSync({
    absWorkingDir: SCRIPTS,
    entryPoints: [join(SCRIPTS, entry)],
    outfile: draft,
    bundle: true,
    packages: "external",
    format: "cjs",
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
  renameSync(draft, file);
}
