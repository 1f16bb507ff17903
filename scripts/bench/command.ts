import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";

/** What a whole process takes, with the start of Node. */
export type Cost = {
  /** On the processor's clock, which other processes do not turn. */
  readonly cpuSeconds: number;
  /** On the wall's clock. */
  readonly seconds: number;
  readonly megabytes: number;
};

/** Prints the most memory that the process has held, in KiB, and its processor time, as the last line of what it says. */
const WITNESS = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\n"+u.maxRSS+" "+(u.userCPUTime+u.systemCPUTime))})`;

/** @throws Error when the process fails: its cost would mean nothing. */
export function measureCommand(
  args: readonly string[],
  cwd: string,
): Cost & { /** What it printed. */ readonly output: string } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", WITNESS, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  const [kibibytes = NaN, microseconds = NaN] = stderr
    .slice(stderr.lastIndexOf("\n"))
    .trim()
    .split(" ")
    .map(Number);
  return { seconds, cpuSeconds: microseconds / 1e6, megabytes: kibibytes / 1024, output: stdout };
}

/** `npm run generate` of the sources in a folder; the files are absolute. */
export function measureGenerate(project: string, file: string, out: string): Cost {
  rmSync(out, { recursive: true, force: true });
  return measureCommand(["scripts/start.mjs", "generate", "--spec", file, "--out", out], project);
}

/** `npm run spec:diff` of the sources in a folder. */
export function measureDiff(
  project: string,
  base: string,
  head: string,
  ...options: readonly string[]
): ReturnType<typeof measureCommand> {
  const args = ["scripts/start.mjs", "spec-diff", "--base", base, "--head", head, "--fail-on", "none"];
  return measureCommand([...args, ...options], project);
}
