import { readFileSync, writeFileSync } from "node:fs";
import { releaseChangelog } from "../release/changelog.js";

/**
 * Run by `npm version`, after it has written package.json and before it commits: gives the new version to the source
 * and to what stands under Unreleased in the changelog.
 */
export function run(): number {
  const version = process.env["npm_package_version"];
  if (version === undefined) throw new Error("npm sets npm_package_version: run this through npm version");
  const date = new Date().toISOString().slice(0, 10);
  rewrite("src/version.ts", (text) => text.replace(/version = ".*"/, `version = "${version}"`));
  rewrite("CHANGELOG.md", (text) => releaseChangelog(text, version, date));
  return 0;
}

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
