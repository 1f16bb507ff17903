import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { createCompiler, drawMutants, ROOMS } from "./draw.js";
import { isEquivalent, readEquivalents } from "./equivalent.js";
import type { Mutant } from "./operators.js";
import { findReaching, measureTests, type TestFile } from "./reaching.js";
import { Tree } from "./tree.js";

/** Killed shares that a room must reach, in percent of the mutants that are not equivalent. */
const GOALS: Readonly<Record<string, number>> = { src: 90 };
const OTHER_GOAL = 85;

const USAGE = `npm run test:mutants -- [--rooms ${Object.keys(ROOMS).join(",")}] [--sample 300] [--seed N] [--workers N]
Puts small faults into the code, one at a time, and runs the tests that reach them. The sample is shared out evenly among the rooms.`;

type Result = {
  readonly room: string;
  readonly mutant: Mutant;
  readonly outcome: "killed" | "survived" | "hung" | "unreached" | "equivalent";
};

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptions();
  if (options === undefined) return 2;
  const { rooms, sample, seed, workers } = options;
  console.log(`seed ${seed}, ${sample} mutants of ${rooms.join(", ")}`);
  // What is read here is not changed by an editor that is open meanwhile.
  const snapshot = new Tree();
  process.chdir(snapshot.root);
  const trees = Array.from({ length: workers }, () => new Tree());
  try {
    const tests = await measureTests(
      trees,
      rooms.map((room) => ROOMS[room] ?? room),
      console.log,
    );
    console.log(`${tests.length} files of tests`);
    const results: Result[] = [];
    const waiting = drawSample(rooms, sample, seed);
    const work = async (tree: Tree): Promise<void> => {
      for (const { room, mutant } of waiting) {
        const outcome = await judge(tree, mutant, tests);
        results.push({ room, mutant, outcome });
        if (outcome === "survived" || outcome === "unreached") console.log(describe(mutant, outcome));
      }
    };
    await Promise.all(trees.map(work));
    return report(rooms, results);
  } finally {
    for (const tree of trees) tree.close();
  }
}

type Options = {
  readonly rooms: readonly string[];
  readonly sample: number;
  readonly seed: number;
  readonly workers: number;
};

function option(value: string) {
  return { type: "string", default: value } as const;
}

/** `undefined`, with a word on how it is meant, for what is no option. */
function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        rooms: option(Object.keys(ROOMS).join(",")),
        sample: option("300"),
        seed: option(String(Date.now() % 1_000_000)),
        workers: option(String(availableParallelism())),
      },
    });
    const rooms = values.rooms.split(",");
    const options = {
      sample: Number(values.sample),
      seed: Number(values.seed),
      workers: Number(values.workers),
    };
    const isWhole = Object.values(options).every(Number.isSafeInteger);
    if (isWhole && rooms.every((room) => Object.hasOwn(ROOMS, room))) return { rooms, ...options };
    console.error(USAGE);
  } catch (error) {
    console.error(error instanceof Error ? `${error.message}\n${USAGE}` : USAGE);
  }
  return undefined;
}

/** Room after room in turn, so that an early end has seen each of them. */
function* drawSample(rooms: readonly string[], sample: number, seed: number) {
  const doesCompile = createCompiler();
  const open = rooms.map((room) => ({ room, mutants: drawMutants(room, seed, doesCompile) }));
  let left = sample;
  while (left > 0 && open.length > 0) {
    const next = open.shift();
    const mutant = next?.mutants.next().value;
    if (!next || !mutant) continue;
    left -= 1;
    yield { room: next.room, mutant };
    open.push(next);
  }
}

async function judge(tree: Tree, mutant: Mutant, tests: readonly TestFile[]): Promise<Result["outcome"]> {
  const text = readFileSync(mutant.file, "utf8");
  if (isEquivalent(readEquivalents(), mutant, text)) return "equivalent";
  const reaching = findReaching(tests, mutant, text);
  for (const { test, milliseconds } of reaching) {
    const outcome = await tree.run(test, mutant, 10_000 + 4 * milliseconds);
    if (outcome === undefined) return "hung";
    if (!outcome.isGreen) return "killed";
  }
  return reaching.length > 0 ? "survived" : "unreached";
}

function describe({ file, start, end, replacement, operator }: Mutant, outcome: string): string {
  const text = readFileSync(file, "utf8");
  const before = text.slice(0, start).split("\n");
  const place = `${file}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
  const was = text.slice(start, end).replaceAll(/\s+/g, " ");
  return `${place} ${operator}: ${was} → ${replacement.replaceAll(/\s+/g, " ")}${outcome === "unreached" ? " (no test reaches it)" : ""}`;
}

function report(rooms: readonly string[], results: readonly Result[]): number {
  let isUnder = false;
  for (const room of rooms) {
    const here = results.filter((result) => result.room === room);
    const count = (...outcomes: readonly string[]) =>
      here.filter(({ outcome }) => outcomes.includes(outcome)).length;
    const [killed, survived] = [count("killed", "hung"), count("survived", "unreached")];
    const share = (100 * killed) / (killed + survived || 1);
    const goal = GOALS[room] ?? OTHER_GOAL;
    isUnder ||= share < goal;
    console.log(
      `${room}: ${killed} killed (${count("hung")} by their time limit), ${survived} survived (${count("unreached")} reached by no test), ${count("equivalent")} equivalent: ${share.toFixed(0)} % of ${goal}`,
    );
  }
  return isUnder ? 1 : 0;
}
