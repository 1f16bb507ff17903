import { spawnSync } from "node:child_process";

/** What a whole process takes, with the start of Node. */
export type Cost = {
  /** On the processor's clock, which other processes do not turn. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
};

/** Prints the most memory that the process has held, in KiB, and its processor time, as the last line of what it says. */
const WITNESS = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\n"+u.maxRSS+" "+(u.userCPUTime+u.systemCPUTime))})`;

/** @throws Error when the process fails: its cost would mean nothing. */
export function measureCommand(args: readonly string[], cwd: string): Cost {
  const { status, stderr } = spawnSync(process.execPath, ["--import", WITNESS, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  const [kibibytes = NaN, microseconds = NaN] = stderr
    .slice(stderr.lastIndexOf("\n"))
    .trim()
    .split(" ")
    .map(Number);
  return { cpuSeconds: microseconds / 1e6, megabytes: kibibytes / 1024 };
}
