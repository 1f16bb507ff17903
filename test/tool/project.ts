import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNpm } from "../package/pack.js";

/** The tarball of the tool as `npm publish` would make it, `prepack` included. */
export function packTool(): string {
  const folder = mkdtempSync(join(tmpdir(), "openapi-proof-pack-"));
  runNpm(["pack", "--silent", "--workspace", "openapi-proof", "--pack-destination", folder], ".");
  const made = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (made === undefined) throw new Error("npm pack made no tarball");
  return join(folder, made);
}

const QUIET = ["--no-audit", "--no-fund", "--loglevel=error"];

/** The strictest settings that a user may have, with the module system of Node. */
const TSCONFIG = {
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    outDir: "out",
    rootDir: ".",
  },
  include: ["src", "*.ts"],
};

/** A project of somebody else: empty, but for the documents. */
export function makeProject(documents: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "openapi-proof-project-"));
  mkdirSync(join(folder, "src"));
  for (const [name, file] of Object.entries(documents)) cpSync(file, join(folder, name));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(TSCONFIG));
  return folder;
}

export function install(folder: string, tarball: string): void {
  runNpm(["install", ...QUIET, "--save-dev", tarball, "typescript@5.9.3"], folder);
  runNpm(["install", ...QUIET, "openapi-fetch@0.17.0"], folder);
}

export type Ended = { readonly status: number; readonly stdout: string; readonly stderr: string };

/** What `npx openapi-proof` does, without npx's own start. */
export function start(folder: string, ...args: readonly string[]): Promise<Ended> {
  return startFile(folder, "node_modules/openapi-proof/dist/openapi-proof.mjs", ...args);
}

export function startFile(folder: string, file: string, ...args: readonly string[]): Promise<Ended> {
  return startOn(process.execPath, folder, file, ...args);
}

/** Redocly looks for a newer version of itself, and reports its use, unless told not to. */
const SILENCE = { REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off" };

/** @param node the path of the Node that runs it. */
export function startOn(
  node: string,
  folder: string,
  file: string,
  ...args: readonly string[]
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      node,
      [file, ...args],
      { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26, env: { ...process.env, ...SILENCE } },
      (error, stdout, stderr) => {
        const status = error === null ? 0 : Number(error.code ?? 1);
        resolve({ status, stdout, stderr });
      },
    );
  });
}

export function npx(folder: string, ...args: readonly string[]): string {
  return execFileSync("npx", args, {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
}
