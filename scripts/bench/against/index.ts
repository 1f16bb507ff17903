import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { measureCalls } from "../client/processes.js";
import { measureDiff, measureGenerate } from "../command.js";
import { listDocuments } from "../pipeline/documents.js";
import { EDITS, writeEdited } from "../review/edits.js";
import { writeLargeDocuments } from "../review/large-document.js";
import { withCheckout } from "./checkout.js";
import { driftOf, judge, ratioOf, type Comparison } from "./comparison.js";
import { inTurns, type Measure, type Projects } from "./in-turns.js";
import { compareValidators } from "./validators.js";

export { isRevision } from "./checkout.js";

type Settings = { readonly quick: boolean; readonly print: (text: string) => void };

const SPEC = resolve("openapi/openapi.yaml");

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
      for (const measure of [...validators, ...compareProcesses(projects, folder, quick)]) {
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

async function measureSteadily(measure: Measure): Promise<Comparison> {
  let comparison = await measure();
  for (let i = 1; i < TRIES && judge(comparison) === "drifted"; i++) comparison = await measure();
  return comparison;
}

/** Costs of whole processes: CPU seconds of commands, CPU microseconds of a call. */
function compareProcesses(projects: Projects, folder: string, quick: boolean): readonly Measure[] {
  return [
    ...listDocuments(quick).map(({ name, file }) =>
      inTurns(
        `generate, ${name}`,
        projects,
        5,
        (project) => measureGenerate(project, file, join(folder, "out")).cpuSeconds,
      ),
    ),
    ...EDITS.map(([title, edit]) => {
      const head = writeEdited(SPEC, edit, mkdtempSync(join(folder, "edit-")));
      return inTurns(
        `review, ${title}`,
        projects,
        5,
        (project) => measureDiff(project, SPEC, head).cpuSeconds,
      );
    }),
    ...(quick ? [] : [compareLargeReviews(projects, folder)]),
    ...(["ours", "http"] as const).map((name) =>
      inTurns(
        `a call, ${name === "http" ? "http.PATCH" : "a method"}`,
        projects,
        5,
        async (project) => (await measureCalls(project, folder, quick ? 3 : 7))[name],
      ),
    ),
  ];
}

function compareLargeReviews(projects: Projects, folder: string): Measure {
  const [base, head] = writeLargeDocuments(1000, 1000, folder);
  return inTurns(
    "review, 1000 operations",
    projects,
    3,
    (project) => measureDiff(project, base, head).cpuSeconds,
  );
}
