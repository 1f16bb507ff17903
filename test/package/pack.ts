import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What a build reads, so that one can be made apart from the working tree. */
const INPUTS = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "SECURITY.md",
  "generated",
  "package-lock.json",
  "package.json",
  "scripts/commands",
  "scripts/start",
  "scripts/start.mjs",
  "scripts/system-error.ts",
  "src",
  "tsconfig.build.json",
  "tsconfig.json",
];

/**
 * The tarball as `npm publish` would make it, `prepack` included. It is made in a folder of its own, so that tests
 * which run at the same time never see half a `dist`, and kept for as long as its inputs stay as they are.
 */
export function packPackage(): string {
  const inputs = INPUTS.filter((name) => existsSync(name));
  const kept = resolve("node_modules/.cache/package", `${hashOf(inputs)}.tgz`);
  if (existsSync(kept)) return kept;
  const stage = mkdtempSync(join(tmpdir(), "jetemail-client-pack-"));
  try {
    for (const name of inputs) cpSync(name, join(stage, name), { recursive: true });
    // A junction needs no right that an ordinary Windows user lacks.
    symlinkSync(resolve("node_modules"), join(stage, "node_modules"), "junction");
    runNpm(["pack", "--silent"], stage);
    const made = readdirSync(stage).find((name) => name.endsWith(".tgz"));
    if (made === undefined) throw new Error("npm pack made no tarball");
    mkdirSync(join(kept, ".."), { recursive: true });
    // Another test may be about to read the same file: it appears whole or not at all.
    cpSync(join(stage, made), `${kept}.${process.pid}`);
    renameSync(`${kept}.${process.pid}`, kept);
    return kept;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Unpacks the tarball below `project/node_modules`, its one dependency beside it as it is installed here. */
export function unpackInto(project: string, tarball: string): string {
  const folder = join(project, "node_modules", "jetemail-client");
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", folder]);
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    cpSync(join("node_modules", name), join(project, "node_modules", name), { recursive: true });
  }
  return folder;
}

export function runNpm(args: readonly string[], cwd: string): string {
  // The notice about newer versions would ask the registry.
  const env = { ...process.env, npm_config_update_notifier: "false" };
  // npm is a script on Windows, which only a shell can start.
  return execFileSync("npm", args, {
    cwd,
    env,
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: "pipe",
  });
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(listFiles)) hash.update(`${path}\0`).update(readFileSync(path));
  return hash.digest("hex").slice(0, 16);
}

function listFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => listFiles(join(path, name)));
}
