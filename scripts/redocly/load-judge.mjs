import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const SCRIPTS = fileURLToPath(new URL("..", import.meta.url));
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/redocly", import.meta.url));

/** The rooms whose files the verdict is made of. */
const ROOMS = ["json", "pattern"];

/**
 * The compiler's own verdict on a pattern, which is exact. It is TypeScript, and Redocly loads plain JavaScript
 * without waiting: so it is bundled once, and again when one of its files has changed.
 *
 * @returns {(pattern: string) => import("../pattern/judge.js").PatternVerdict}
 */
export function loadJudge() {
  const file = join(CACHE, `${hashSources()}.cjs`);
  if (!existsSync(file)) bundleJudge(file);
  return require(file).judgePattern;
}

function hashSources() {
  const hash = createHash("sha256");
  for (const room of ROOMS) {
    const files = readdirSync(join(SCRIPTS, room), { recursive: true }).filter((name) =>
      name.endsWith(".ts"),
    );
    for (const name of files.toSorted()) hash.update(name).update(readFileSync(join(SCRIPTS, room, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

/** Moved into place when it is complete, because another process may load it at this moment. */
function bundleJudge(file) {
  const draft = `${file}.${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  require("esbuild").buildSync({
    entryPoints: [join(SCRIPTS, "pattern/judge.ts")],
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
