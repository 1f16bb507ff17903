import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { Built } from "./candidates.js";
import { ATTACK, dataOf } from "./data.js";
import { median } from "./runner.js";

const run = promisify(execFile);

/** CPU milliseconds that a new process takes to import a bundle and to check the first valid value both ways. */
export async function measureStarts(built: readonly Built[], rounds: number): Promise<readonly number[]> {
  const scripts = await Promise.all(built.map(writeScript));
  const times = scripts.map(() => [] as number[]);
  for (let i = 0; i < rounds; i++) {
    for (const [s, script] of scripts.entries()) {
      const { stdout } = await run(process.execPath, [script]);
      times[s]?.push(Number(stdout));
    }
  }
  return times.map(median);
}

/** How long a new process may take for its first answer before it is stopped. */
const PATIENCE_MS = 1000;

/** CPU milliseconds of the first call, with a value that is made to hang it; Infinity when there is no answer. */
export async function measureAttack({ module }: Built, rounds: number): Promise<number> {
  const script = `${dirname(module)}/attack.js`;
  await writeFile(
    script,
    `const { is } = await import("./bundle.js");
const start = process.cpuUsage();
if (is(${JSON.stringify(ATTACK)})) throw new Error("wrong verdict");
const { user, system } = process.cpuUsage(start);
process.stdout.write(String((user + system) / 1000));
`,
  );
  const times: number[] = [];
  try {
    for (let i = 0; i < rounds; i++) {
      const { stdout } = await run(process.execPath, [script], { timeout: PATIENCE_MS });
      times.push(Number(stdout));
    }
    return median(times);
  } catch (error) {
    // Only one that was stopped in time has given no answer; one that failed is a fault of the benchmark.
    if (Object(error).killed === true) return Infinity;
    throw error;
  }
}

async function writeScript({ module, subject }: Built): Promise<string> {
  const script = `${dirname(module)}/start.js`;
  const value = JSON.stringify(dataOf(subject, "valid")[0]);
  await writeFile(
    script,
    `const value = ${value};
const start = process.cpuUsage();
const { is, all } = await import("./bundle.js");
if (!is(value) || all(value).length > 0) throw new Error("wrong verdict");
const { user, system } = process.cpuUsage(start);
process.stdout.write(String((user + system) / 1000));
`,
  );
  return script;
}
