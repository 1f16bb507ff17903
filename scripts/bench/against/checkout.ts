import { execFileSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The sources of another revision in a folder of their own, with the packages that are installed here. */
export async function withCheckout<T>(ref: string, work: (folder: string) => Promise<T>): Promise<T> {
  const parent = mkdtempSync(join(tmpdir(), "bench-against-"));
  const folder = join(parent, "sources");
  git("worktree", "add", "--quiet", "--detach", folder, ref);
  try {
    linkPackages(resolve("node_modules"), join(folder, "node_modules"));
    return await work(folder);
  } finally {
    git("worktree", "remove", "--force", folder);
    rmSync(parent, { recursive: true, force: true });
  }
}

/** A cache of its own: in one that both share, each would make anew what the other has made. */
function linkPackages(installed: string, own: string): void {
  mkdirSync(own);
  for (const name of readdirSync(installed).filter((entry) => entry !== ".cache")) {
    const path = join(installed, name);
    // A workspace is a link by itself, to the sources beside it.
    symlinkSync(lstatSync(path).isSymbolicLink() ? readlinkSync(path) : path, join(own, name));
  }
}

/** Whether git knows a revision of that name. */
export function isRevision(ref: string): boolean {
  try {
    git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
    return true;
  } catch {
    return false;
  }
}

function git(...args: readonly string[]): void {
  execFileSync("git", args, { stdio: ["ignore", "ignore", "pipe"] });
}
