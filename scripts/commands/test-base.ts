import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readOptions, UsageError } from "./args.js";

const HELP = `Usage: npm run test:base -- [--base REF]

Compiles and runs the client's tests of another commit against the code of the working tree. What they were
written against is what users wrote against: where they fail, source compatibility is broken.

  --base REF   the commit whose tests are taken (default: main)
  --help       show this text

Exit code: 0 they compile and pass, 1 they do not, 2 wrong usage.
`;

/** What users can reach. Tests of the scripts change with the scripts. */
const PUBLIC_TESTS = ["test/client", "test/types"];

/** What those tests are compiled and run with. */
const SUBJECT = ["generated", "package.json", "src", "tsconfig.json", "vitest.config.ts"];

export function run(argv: readonly string[]): number {
  try {
    const { base, help } = readOptions(argv, {
      base: { type: "string", default: "main" },
      help: { type: "boolean", default: false },
    });
    if (help) return say(HELP);
    return testBase(readCommit(base));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** @throws UsageError when there is no such commit. */
function readCommit(ref: string): string {
  const { status, stdout } = git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  if (status !== 0) throw new UsageError(`--base: no commit is named ${ref}`);
  return stdout.trim();
}

function testBase(commit: string): number {
  const present = PUBLIC_TESTS.filter((path) => git("cat-file", "-e", `${commit}:${path}`).status === 0);
  if (present.length === 0) {
    process.stderr.write(`${commit} has none of ${PUBLIC_TESTS.join(", ")}\n`);
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), "jetemail-client-base-"));
  try {
    for (const name of SUBJECT) cpSync(name, join(folder, name), { recursive: true });
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
    execFileSync("git", ["archive", "--output", join(folder, "tests.tar"), commit, "--", ...present]);
    execFileSync("tar", ["-xf", "tests.tar"], { cwd: folder });
    writeFileSync(
      join(folder, "tsconfig.base.json"),
      JSON.stringify({
        extends: "./tsconfig.json",
        compilerOptions: { incremental: false, tsBuildInfoFile: null },
        include: ["src", "generated/*.ts", ...present],
      }),
    );
    const compiles = runProgram(folder, "typescript/bin/tsc", "-p", "tsconfig.base.json");
    const passes = runProgram(folder, "vitest/vitest.mjs", "run");
    return compiles && passes ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns whether it ended well; its output is shown. */
function runProgram(folder: string, program: string, ...args: readonly string[]): boolean {
  const path = join(folder, "node_modules", program);
  return spawnSync(process.execPath, [path, ...args], { cwd: folder, stdio: "inherit" }).status === 0;
}

function git(...args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  return spawnSync("git", args, { encoding: "utf8" });
}

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}
