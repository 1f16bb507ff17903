import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { sourceOnDisk, type DocumentSource } from "../../pipeline/run.js";

/** There is no such file, commit or base; the message is for the person who asked. */
export class RevisionError extends Error {
  override readonly name = "RevisionError";
}

/** A file on the disk, under a path that is the same on every machine. */
export function findFile(file: string): DocumentSource {
  return sourceOnDisk(relative("", file).replaceAll("\\", "/"));
}

/** A file as it is, or else the project's document as it was at a commit. */
export function findSource(text: string, spec: string): DocumentSource {
  const file = toPath(text);
  // A folder may have the name of a branch.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === true) return findFile(file);
  const commit = findCommit(text);
  if (commit === undefined) throw new RevisionError(`${text} is neither a file nor a commit`);
  const name = shortenHash(text);
  return { name: `${spec} at ${name}`, entry: spec, read: (path) => readAt(commit, name, path) };
}

/** Its hash; undefined for what names none. */
export function findCommit(text: string): string | undefined {
  return git("rev-parse", "--verify", "--quiet", "--end-of-options", `${text}^{commit}`);
}

/** Files of a commit below a folder, by their path from here. */
export function listFilesAt(commit: string, folder: string): readonly string[] {
  const found = git("ls-tree", "-r", "--name-only", "-z", commit, "--", folder === "." ? "." : `${folder}/`);
  return (found ?? "").split("\0").filter((path) => path !== "");
}

/** Those of them that match a regular expression (POSIX, extended). */
export function searchFilesAt(commit: string, folder: string, pattern: string): readonly string[] {
  // Each as `COMMIT:PATH`.
  const found = git("grep", "-l", "-z", "-E", "-e", pattern, commit, "--", folder) ?? "";
  return found.split("\0").flatMap((line) => (line === "" ? [] : [line.slice(commit.length + 1)]));
}

/** A commit's whole hash as far as people compare it; any other name as it is. */
function shortenHash(text: string): string {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text.slice(0, 9) : text;
}

/** The path of a `file:` URL; any other text, one that only looks like such a URL too, is taken as it is. */
function toPath(text: string): string {
  if (!text.startsWith("file:")) return text;
  try {
    return fileURLToPath(text);
  } catch {
    return text;
  }
}

/** Where this branch left the default branch: `origin/HEAD`, or `main` where there is none. */
export function findMergeBase(): string {
  if (git("rev-parse", "--git-dir") === undefined)
    throw new RevisionError(
      "This folder is in no repository of git, so there is nothing to compare with: name a file",
    );
  const branch = git("rev-parse", "--abbrev-ref", "origin/HEAD") ?? "main";
  const base = git("merge-base", "HEAD", branch);
  if (base === undefined)
    throw new RevisionError(`HEAD and ${branch} have no commit in common: name one by --base`);
  return base;
}

function readAt(commit: string, name: string, path: string): string {
  // `./` counts from this folder, which need not be the root of the repository.
  const text = git("show", `${commit}:./${path.replaceAll("\\", "/")}`);
  if (text === undefined) throw new RevisionError(`${path} does not exist at ${name}`);
  return text;
}

/** Its output, or `undefined` when it fails, as it does outside of a repository. */
function git(...args: readonly string[]): string | undefined {
  try {
    const output = execFileSync("git", args, {
      encoding: "utf8",
      maxBuffer: Infinity,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return args[0] === "show" ? output : output.trim();
  } catch {
    return undefined;
  }
}
