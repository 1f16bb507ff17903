// `npm run bench`: our numbers beside those of named peers. No part of the product.

import { createCommand, UsageError } from "../commands/args.js";
import { print, type Terminal } from "../commands/terminal.js";

const PARTS = ["validators", "review"] as const;
type Part = (typeof PARTS)[number];

const HELP = `Usage: npm run bench -- [PART] [options]

Measures, on the CPU clock, and prints what was measured beside what is aimed at.

  validators    the generated validators beside those of other libraries: speed, size, start, memory
  review        the review of a change beside redocly diff: breaks, false alarms, proofs, time

  --quick       fewer rounds: about a minute a part, and less exact
  --help        show this text

Without a part, both. A row whose control drifts is measured again, and refused after the third time.

Exit code: 0 measured, 1 a row was refused, 2 wrong usage.
`;

const run = createCommand(
  {
    script: "bench",
    help: HELP,
    options: { quick: { type: "boolean", default: false } },
    takesWords: true,
  },
  async ({ quick }, terminal, words) => await measure(readParts(words), quick, terminal),
);

/** @throws UsageError for a word that names no part. */
function readParts(words: readonly string[]): readonly Part[] {
  const unknown = words.find((word) => !PARTS.some((part) => part === word));
  if (unknown !== undefined) throw new UsageError(`there is no part ${unknown}: ${PARTS.join(", ")}`);
  return PARTS.filter((part) => words.length === 0 || words.includes(part));
}

/** Loads a part only when it is asked for. */
async function measure(parts: readonly Part[], quick: boolean, terminal: Terminal): Promise<number> {
  const settings = { quick, print: (text: string) => void print(terminal, text) };
  let exitCode = 0;
  if (parts.includes("validators")) {
    const { benchValidators } = await import("./validators/index.js");
    exitCode = await benchValidators(settings);
  }
  if (parts.includes("review")) {
    const { benchReview } = await import("./review/index.js");
    await benchReview(settings);
  }
  return exitCode;
}

const { stdout, stderr, env, execPath } = process;
const terminal: Terminal = {
  stdout,
  stderr,
  env,
  node: execPath,
  now: Date.now,
  onInterrupt: () => undefined,
};
process.exitCode = await run(process.argv.slice(2), terminal);
