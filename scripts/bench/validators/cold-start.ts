import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { Built } from "./candidates.js";
import { dataOf } from "./data.js";
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
