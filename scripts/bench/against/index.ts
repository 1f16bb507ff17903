import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { listDocuments } from "../pipeline/documents.js";
import { measureGenerate } from "../pipeline/index.js";
import { withCheckout } from "./checkout.js";
import { driftOf, judge, ratioOf, type Comparison } from "./comparison.js";
import { compareValidators } from "./validators.js";

export { isRevision } from "./checkout.js";

type Settings = { readonly quick: boolean; readonly print: (text: string) => void };

type Projects = { readonly now: string; readonly before: string };

/** How often a row whose control drifts is measured. */
const TRIES = 3;

/**
 * Measures the sources of another revision in turns with today's.
 * @returns 1 when something costs over a tenth more than it did, or a row could not be measured.
 */
export async function benchAgainst(ref: string, { quick, print }: Settings): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "bench-now-"));
  try {
    return await withCheckout(ref, async (before) => {
      const projects = { now: resolve("."), before };
      print(`Costs beside those of ${ref}; over 1.10 is a regression\n`);
      const effort = quick ? { warm: 70, round: 2, rounds: 15 } : { warm: 110, round: 3, rounds: 45 };
      const validators = await compareValidators(projects, folder, effort);
      let exitCode = 0;
      for (const measure of [...validators, ...comparePipelines(projects, folder, quick)]) {
        const comparison = await measureSteadily(measure);
        const verdict = judge(comparison);
        if (verdict === "regression" || verdict === "drifted") exitCode = 1;
        print(
          `  ${comparison.title.padEnd(40)}${ratioOf(comparison).toFixed(2)}  control ${driftOf(comparison).toFixed(2)}  ${verdict}\n`,
        );
      }
      return exitCode;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureSteadily(measure: () => Promise<Comparison>): Promise<Comparison> {
  let comparison = await measure();
  for (let i = 1; i < TRIES && judge(comparison) === "drifted"; i++) comparison = await measure();
  return comparison;
}

function comparePipelines(
  { now, before }: Projects,
  folder: string,
  quick: boolean,
): readonly (() => Promise<Comparison>)[] {
  return listDocuments(quick).map(({ name, file }) => async () => {
    const costs = { now: [] as number[], before: [] as number[], control: [] as number[] };
    for (let i = 0; i < 5; i++) {
      for (const [key, project] of [
        ["now", now],
        ["before", before],
        ["control", now],
      ] as const) {
        costs[key].push(measureGenerate(project, file, join(folder, "out")).cpuSeconds);
      }
    }
    return { title: `generate, ${name}`, ...costs };
  });
}
