import { spawnSync } from "node:child_process";

export type Run = {
  /** On the wall's clock, from the start of Node to its end. */
  readonly seconds: number;
  /** On the processor's clock, which other processes do not turn. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly output: string;
};

/** Prints the most memory that the process has held, in KiB, and its processor time, as the last line of what it says. */
const WITNESS = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\n"+u.maxRSS+" "+(u.userCPUTime+u.systemCPUTime))})`;

/** The whole command, with the start of Node. */
export function runDiff(base: string, head: string, ...options: readonly string[]): Run {
  const start = performance.now();
  const args = ["scripts/start.mjs", "spec-diff", "--base", base, "--head", head, "--fail-on", "none"];
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", WITNESS, ...args, ...options], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`npm run spec:diff ended with ${status}: ${stderr}`);
  const [kibibytes = NaN, microseconds = NaN] = stderr
    .slice(stderr.lastIndexOf("\n"))
    .trim()
    .split(" ")
    .map(Number);
  return { seconds, cpuSeconds: microseconds / 1e6, megabytes: kibibytes / 1024, output: stdout };
}
