// `npm run bench`: our numbers beside those of named peers. No part of the product.

import { readFile, writeFile } from "node:fs/promises";
import { format, resolveConfig } from "prettier";
import { createCommand, UsageError } from "../commands/terminal/args.js";
import { print, type Terminal } from "../commands/terminal/terminal.js";
import { describeMachine, renderFigures, replaceFigures } from "./readme.js";

const PARTS = ["validators", "pipeline", "review", "inclusion", "client", "first-minutes"] as const;
type Part = (typeof PARTS)[number];

const HELP = `Usage: npm run bench -- [PART] [options]

Measures, on the CPU clock, prints what was measured beside what is aimed at, and writes it into
scripts/bench/README.md.

  validators    the generated validators beside those of other libraries: speed, size, start, memory
  pipeline      the whole command beside openapi-typescript's on published documents, and a save that is watched
  review        the review of a change beside redocly diff: breaks, false alarms, proofs, time
  inclusion     whether schemas include each other: what hard questions cost, and random ones against validators
  client        10,000 calls that wait: memory, lag; the CPU time of a call beside fetch and openapi-fetch
  first-minutes four tools from an empty folder to an answered call; it writes the table of scripts/README.md

  --against REF measure the code of another revision in turns with today's, and nothing else
  --quick       fewer rounds: about a minute a part, and less exact; writes nothing
  --seconds N   how long the calls of client wait (default 20; a block of the provider lasts 300)
  --help        show this text

Without a part, all but first-minutes. A row whose control drifts is measured again, and refused after the third time.

Exit code: 0 measured, 1 a row was refused or costs over 10 % more than in the other revision, 2 wrong usage.
`;

export const run = createCommand(
  {
    script: "bench",
    help: HELP,
    options: {
      against: { type: "string" },
      quick: { type: "boolean", default: false },
      seconds: { type: "string", default: "20" },
    },
    takesWords: true,
  },
  async ({ against, quick, seconds }, terminal, words) => {
    const parts = readParts(words);
    const effort = { quick, seconds: readSeconds(seconds) };
    if (against === undefined) return await measure(parts, effort, terminal);
    if (words.length > 0) throw new UsageError("--against measures no part alone");
    const { benchAgainst, isRevision } = await import("./against/index.js");
    if (!isRevision(against)) throw new UsageError(`--against ${against}: git knows no such revision`);
    return await benchAgainst(against, { quick, print: (text) => void print(terminal, text) });
  },
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

const PAGE = new URL("README.md", import.meta.url);

/** A part that was refused leaves the page as it is. */
async function measure(parts: readonly Part[], effort: Effort, terminal: Terminal): Promise<number> {
  let exitCode = 0;
  for (const part of parts) {
    const printed: string[] = [];
    const code = await BENCHES[part]({
      ...effort,
      print(text) {
        printed.push(text);
        print(terminal, text);
      },
    });
    exitCode = Math.max(exitCode, code ?? 0);
    if (!effort.quick && !code && part !== "first-minutes") await writePage(part, printed.join(""));
  }
  return exitCode;
}

async function writePage(part: Part, printed: string): Promise<void> {
  const figures = renderFigures(printed, new Date().toISOString().slice(0, 10), describeMachine());
  const page = replaceFigures(await readFile(PAGE, "utf8"), part, figures);
  await writeFile(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: "markdown" }));
}

type Bench = (settings: Effort & { readonly print: (text: string) => void }) => Promise<number | void>;

/** Each is loaded only when it is asked for. */
const BENCHES: Readonly<Record<Part, Bench>> = {
  validators: async (settings) => (await import("./validators/index.js")).benchValidators(settings),
  pipeline: async (settings) => (await import("./pipeline/index.js")).benchPipeline(settings),
  review: async (settings) => (await import("./review/index.js")).benchReview(settings),
  inclusion: async (settings) => (await import("./inclusion/index.js")).benchInclusion(settings),
  "first-minutes": async (settings) => (await import("./first-minutes/index.js")).benchFirstMinutes(settings),
  client: async (settings) => (await import("./client/index.js")).benchClient(settings),
};
