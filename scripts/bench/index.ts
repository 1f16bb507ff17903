// `npm run bench`: our numbers beside those of named peers. No part of the product.

import { createCommand, UsageError } from "../commands/terminal/args.js";
import { print, type Terminal } from "../commands/terminal/terminal.js";

const PARTS = ["validators", "pipeline", "review", "inclusion", "client", "first-minutes"] as const;
type Part = (typeof PARTS)[number];

const HELP = `Usage: npm run bench -- [PART] [options]

Measures, on the CPU clock, and prints what was measured beside what is aimed at.

  validators    the generated validators beside those of other libraries: speed, size, start, memory
  pipeline      the whole command beside openapi-typescript's on published documents, and a save that is watched
  review        the review of a change beside redocly diff: breaks, false alarms, proofs, time
  inclusion     whether schemas include each other: what hard questions cost, and random ones against validators
  client        10,000 calls that wait: memory, lag; the CPU time of a call beside fetch and openapi-fetch
  first-minutes four tools from an empty folder to an answered call; it writes the table of scripts/README.md

  --quick       fewer rounds: about a minute a part, and less exact
  --seconds N   how long the calls of client wait (default 20; a block of the provider lasts 300)
  --help        show this text

Without a part, all but first-minutes. A row whose control drifts is measured again, and refused after the third time.

Exit code: 0 measured, 1 a row was refused, 2 wrong usage.
`;

export const run = createCommand(
  {
    script: "bench",
    help: HELP,
    options: { quick: { type: "boolean", default: false }, seconds: { type: "string", default: "20" } },
    takesWords: true,
  },
  async ({ quick, seconds }, terminal, words) =>
    await measure(readParts(words), { quick, seconds: readSeconds(seconds) }, terminal),
);

/** @throws UsageError for a word that names no part. */
function readParts(words: readonly string[]): readonly Part[] {
  const unknown = words.find((word) => !PARTS.some((part) => part === word));
  if (unknown !== undefined) throw new UsageError(`there is no part ${unknown}: ${PARTS.join(", ")}`);
  return PARTS.filter((part) => (words.length === 0 ? part !== "first-minutes" : words.includes(part)));
}

/** @throws UsageError for what is no time that a block may take. */
function readSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds >= 1 && seconds <= 3000)) throw new UsageError("--seconds is a number from 1 to 3000");
  return seconds;
}

type Effort = { readonly quick: boolean; readonly seconds: number };

/** Loads a part only when it is asked for. */
async function measure(parts: readonly Part[], effort: Effort, terminal: Terminal): Promise<number> {
  const settings = { ...effort, print: (text: string) => void print(terminal, text) };
  let exitCode = 0;
  if (parts.includes("validators")) {
    const { benchValidators } = await import("./validators/index.js");
    exitCode = await benchValidators(settings);
  }
  if (parts.includes("pipeline")) {
    const { benchPipeline } = await import("./pipeline/index.js");
    await benchPipeline(settings);
  }
  if (parts.includes("review")) {
    const { benchReview } = await import("./review/index.js");
    await benchReview(settings);
  }
  if (parts.includes("inclusion")) {
    const { benchInclusion } = await import("./inclusion/index.js");
    exitCode = Math.max(exitCode, await benchInclusion(settings));
  }
  if (parts.includes("client")) {
    const { benchClient } = await import("./client/index.js");
    await benchClient(settings);
  }
  if (parts.includes("first-minutes"))
    await (await import("./first-minutes/index.js")).benchFirstMinutes(settings);
  return exitCode;
}
