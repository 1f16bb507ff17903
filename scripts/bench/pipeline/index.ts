import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { measureCommand, measureGenerate, type Cost } from "../command.js";
import { median } from "../validators/runner.js";
import { listDocuments, OWN, type Measured } from "./documents.js";
import { measureWatch } from "./watch.js";

type Settings = { readonly quick: boolean; readonly print: (text: string) => void };

const PEER = resolve("node_modules/openapi-typescript/bin/cli.js");
const ROUNDS = 3;

/** The whole command beside openapi-typescript's own on the same document, in turns, and the time from save to files. */
export async function benchPipeline({ quick, print }: Settings): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-pipeline-"));
  try {
    print(
      "| document | MB | ours, CPU s | openapi-typescript, CPU s | ratio | goal | ours, MB of memory | theirs |\n",
    );
    print("|---|---|---|---|---|---|---|---|\n");
    for (const document of listDocuments(quick))
      print(renderRow(document, measureDocument(document, folder)));
    // The second is large, and written in YAML as the first is.
    for (const document of listDocuments(quick).slice(0, 2))
      print(await renderWatch(document, folder, quick ? 5 : 15));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Pair = { readonly ours: readonly Cost[]; readonly theirs: readonly Cost[] };

function measureDocument({ file }: Measured, folder: string): Pair {
  const ours: Cost[] = [];
  const theirs: Cost[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    ours.push(measureGenerate(resolve("."), file, join(folder, "ours")));
    // Here a configuration of the linter would tell it other documents.
    theirs.push(measureCommand([PEER, file, "--output", join(folder, "schema.ts")], folder));
  }
  return { ours, theirs };
}

async function renderWatch({ name, file }: Measured, folder: string, rounds: number): Promise<string> {
  const milliseconds = await measureWatch(file, folder, rounds);
  const goal = file === OWN.file ? ", the goal is 100" : "";
  return `\n\`generate --watch\`, from a save of ${name}'s document to its files: ${milliseconds.toFixed(0)} ms${goal}\n`;
}

export function medianOf(costs: readonly Cost[], of: keyof Cost): number {
  return median(costs.map((cost) => cost[of]));
}

function renderRow({ name, file, goal, megabytes }: Measured, { ours, theirs }: Pair): string {
  const [own, peer] = [medianOf(ours, "cpuSeconds"), medianOf(theirs, "cpuSeconds")];
  const limit = megabytes === undefined ? "" : ` (the goal is ${megabytes})`;
  const cells = [
    name,
    (statSync(file).size / 1e6).toFixed(2),
    own.toFixed(2),
    peer.toFixed(2),
    (own / peer).toFixed(2),
    `≤ ${goal}`,
    medianOf(ours, "megabytes").toFixed(0) + limit,
    medianOf(theirs, "megabytes").toFixed(0),
  ];
  return `| ${cells.join(" | ")} |\n`;
}
