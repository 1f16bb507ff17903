import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CommandError, createCommand, UsageError } from "./terminal/args.js";
import { runProgram } from "./terminal/run-program.js";
import type { Terminal } from "./terminal/terminal.js";

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

export const run = createCommand(
  { script: "test:base", help: HELP, options: { base: { type: "string", default: "main" } } },
  async ({ base }, terminal) => {
    const commit = readCommit(base);
    const present = PUBLIC_TESTS.filter((path) => git("cat-file", "-e", `${commit}:${path}`).status === 0);
    if (present.length === 0) throw new CommandError(`${base} has neither ${PUBLIC_TESTS.join(" nor ")}`);
    const folder = mkdtempSync(join(tmpdir(), "jetemail-client-base-"));
    try {
      fill(folder, commit, present);
      const compiles = await runTool(terminal, folder, "typescript/bin/tsc", "-p", CONFIG);
      const passes = await runTool(terminal, folder, "vitest/vitest.mjs", "run");
      return compiles && passes ? 0 : 1;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

/** @throws UsageError when there is no such commit. */
function readCommit(ref: string): string {
  const { status, stdout } = git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  if (status !== 0) throw new UsageError(`--base: there is no commit ${ref}`);
  return stdout.trim();
}

const CONFIG = "tsconfig.base.json";

/** The code of the working tree with the tests of the commit. */
function fill(folder: string, commit: string, tests: readonly string[]): void {
  for (const name of SUBJECT) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  execFileSync("git", ["archive", "--output", join(folder, "tests.tar"), commit, "--", ...tests]);
  execFileSync("tar", ["-xf", "tests.tar"], { cwd: folder });
  const config = {
    extends: "./tsconfig.json",
    compilerOptions: { incremental: false, tsBuildInfoFile: null },
    include: ["src", "generated/*.ts", ...tests],
  };
  writeFileSync(join(folder, CONFIG), JSON.stringify(config));
}

async function runTool(terminal: Terminal, folder: string, tool: string, ...args: readonly string[]) {
  return await runProgram(terminal, join(folder, "node_modules", tool), args, folder);
}

function git(...args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  return spawnSync("git", args, { encoding: "utf8" });
}
