import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readChangelog } from "./changelog.js";
import { listRelativeLinks } from "./links.js";
import type { Facts } from "./judge-release.js";
import { levels, type Level } from "../version.js";

/** Reads the working tree and its history. @param tag what is released; undefined for a dry run. */
export function readFacts(tag: string | undefined): Facts {
  const others = tag === undefined ? [] : ["--exclude", tag];
  const lastTag = git("describe", "--tags", "--abbrev=0", "--match", "v*.*.*", ...others, "HEAD");
  const manifest = readJson("package.json");
  const tool = readJson(TOOL);
  return {
    tag,
    lastTag: lastTag === "" ? undefined : lastTag,
    versions: {
      "package.json": readText(manifest, "version"),
      "package-lock.json": readText(readJson("package-lock.json"), "version"),
      ...(hasTool() ? { [TOOL]: readText(tool, "version") } : {}),
      "src/version.ts": /version = "(.*)"/.exec(read("src/version.ts"))?.[1] ?? "",
    },
    changelog: readChangelog(read("CHANGELOG.md")),
    level: lastTag === "" ? undefined : reviewSince(lastTag),
    repository: readRepository(),
    missing: ["homepage", "bugs", "author"].filter((field) => manifest[field] === undefined),
    differing: (hasTool() ? SHARED_FIELDS : []).filter(
      (field) => JSON.stringify(tool[field]) !== JSON.stringify(manifest[field]),
    ),
    relativeLinks: listRelativeLinks(read("README.md")),
    isOwnerMissing: /@OWNER\b/.test(read(".github/CODEOWNERS")),
  };
}

/** The address in package.json, whichever of npm's two forms it has. */
export function readRepository(): string | undefined {
  const { repository } = readJson("package.json");
  return (typeof repository === "string" ? repository : readText(repository, "url")) || undefined;
}

export type Run = { readonly passed: boolean; readonly stdout: string; readonly stderr: string };

/** Runs one of this package's scripts. */
export function runScript(name: string, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", name, "--", ...args], {
    encoding: "utf8",
    // npm is a script on Windows, which only a shell can start.
    shell: process.platform === "win32",
    maxBuffer: 2 ** 28,
  });
  return { passed: status === 0, stdout, stderr };
}

function reviewSince(tag: string): Level | undefined {
  const { passed, stdout } = runScript("spec:diff", "--base", tag, "--format", "json", "--fail-on", "none");
  if (!passed) return undefined;
  const level = readText(JSON.parse(stdout), "level");
  return levels.find((known) => known === level);
}

/** @returns its output, empty when it fails, as where there is no repository. */
function git(...args: readonly string[]): string {
  const { status, stdout } = spawnSync("git", args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : "";
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** The manifest of the second package. */
export const TOOL = "scripts/package.json";

export function hasTool(): boolean {
  return existsSync(TOOL);
}

/** What both packages say of themselves in the same words. */
export const SHARED_FIELDS: readonly string[] = [
  "license",
  "engines",
  "repository",
  "homepage",
  "bugs",
  "author",
];

export function readJson(path: string): Record<string, unknown> {
  return parseJson(read(path) || "{}");
}

export function parseJson(text: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(JSON.parse(text)));
}

/** As npm writes it. */
export function writeJson(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function readText(value: unknown, name: string): string {
  if (typeof value !== "object" || value === null) return "";
  const text: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof text === "string" ? text : "";
}
