import { readOptions, UsageError } from "../commands/args.js";

const PARTS = ["validators", "review", "inclusion"] as const;
type Part = (typeof PARTS)[number];

const HELP = `Usage: npm run bench -- [PART] [options]

Measures, on the CPU clock, and prints what was measured beside what is aimed at.

  validators    the generated validators beside those of other libraries: speed, size, start, memory
  review        the review of a change beside redocly diff: breaks, false alarms, proofs, time
  inclusion     whether schemas include each other: what hard questions cost, and random ones against validators

  --quick       fewer rounds: about a minute a part, and less exact
  --help        show this text

Without a part, all. A row whose control drifts is measured again, and refused after the third time.

Exit code: 0 measured, 1 a row was refused, 2 wrong usage.
`;

async function main(argv: readonly string[]): Promise<number> {
  try {
    const words = argv.filter((word) => !word.startsWith("-"));
    const values = readOptions(
      argv.filter((word) => word.startsWith("-")),
      { quick: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
    );
    const parts = readParts(words);
    if (values.help) return print(HELP, 0);
    return await measure(parts, values.quick);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nSee: npm run bench -- --help\n`);
    return 2;
  }
}

/** @throws UsageError for a word that names no part. */
function readParts(words: readonly string[]): readonly Part[] {
  const unknown = words.find((word) => !PARTS.some((part) => part === word));
  if (unknown !== undefined) throw new UsageError(`there is no part ${unknown}: ${PARTS.join(", ")}`);
  return PARTS.filter((part) => words.length === 0 || words.includes(part));
}

/** Loads a part only when it is asked for. */
async function measure(parts: readonly Part[], quick: boolean): Promise<number> {
  let code = 0;
  if (parts.includes("validators")) {
    const { benchValidators } = await import("./validators/index.js");
    code = await benchValidators({ quick, print: (text) => void print(text, 0) });
  }
  if (parts.includes("review")) {
    const { benchReview } = await import("./review/index.js");
    await benchReview({ quick, print: (text) => void print(text, 0) });
  }
  if (parts.includes("inclusion")) {
    const { benchInclusion } = await import("./inclusion/index.js");
    code = Math.max(code, await benchInclusion({ quick, print: (text) => void print(text, 0) }));
  }
  return code;
}

function print(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
