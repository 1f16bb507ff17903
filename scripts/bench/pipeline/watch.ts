import { spawn } from "node:child_process";
import { on, once } from "node:events";
import { copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../validators/runner.js";

/** Saves before the process is warm. */
const FIRST = 2;

/** Milliseconds on the wall's clock from a save of the document until the file of its validators is written. */
export async function measureWatch(document: string, folder: string, rounds: number): Promise<number> {
  const spec = join(folder, "watched.yaml");
  const out = join(folder, "watched");
  copyFileSync(document, spec);
  const args = ["scripts/start.mjs", "generate", "--spec", spec, "--out", out, "--watch"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  const times: number[] = [];
  try {
    await untilWaiting(child.stdout);
    for (let i = 0; i < FIRST + rounds; i++) {
      // It is to be waiting by then, and not to take the save for one that came during its work.
      await sleep(200);
      const before = stampOf(out);
      const text = readFileSync(spec, "utf8");
      const again = untilWaiting(child.stdout);
      const start = performance.now();
      writeFileSync(
        spec,
        text.replace(/maximum: (\d+)/u, (_, maximum) => `maximum: ${Number(maximum) + 1}`),
      );
      while (stampOf(out) === before) await sleep(1);
      times.push(performance.now() - start);
      await again;
    }
  } finally {
    child.kill();
    await once(child, "exit");
  }
  return median(times.slice(FIRST));
}

function stampOf(out: string): number {
  return statSync(join(out, "validators.ts"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Until the command says that it waits for a save. */
async function untilWaiting(stdout: Readable): Promise<void> {
  for await (const [text] of on(stdout, "data")) if (String(text).includes("Watching")) return;
}
