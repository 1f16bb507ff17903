import { spawnSync } from "node:child_process";

export type Run = { readonly seconds: number; readonly megabytes: number };

/** Prints the most memory that the process has held, in KiB, as the last line of what it says. */
const WITNESS = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))`;

/** Wall time of the whole command, with the start of Node, and the most memory that it held. */
export function runDiff(base: string, head: string): Run {
  const start = performance.now();
  const args = ["scripts/start.mjs", "spec-diff", "--base", base, "--head", head, "--fail-on", "none"];
  const { status, stderr } = spawnSync(process.execPath, ["--import", WITNESS, ...args], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`npm run spec:diff ended with ${status}: ${stderr}`);
  return { seconds, megabytes: Number(stderr.slice(stderr.lastIndexOf("\n"))) / 1024 };
}
