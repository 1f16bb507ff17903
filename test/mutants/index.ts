import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { createCompiler, drawMutants, findRoom, listMutantsAt, ROOMS } from "./draw.js";
import { isEquivalent, readEquivalents } from "./equivalent.js";
import { OPERATORS, type Mutant } from "./operators.js";
import { createOrder, measureTests, type Order } from "./reaching.js";
import { describeResult, hasSurvived, isUnderGoal, scoreRoom, writeTable } from "./results.js";
import type { Outcome, Result } from "./results.js";
import { Tree } from "./tree.js";

const USAGE = `npm run test:mutants -- [--rooms ${Object.keys(ROOMS).join(",")}] [--sample 300] [--seed N] [--workers N] [--at FILE[:LINE],…]
  [--operators ${Object.keys(OPERATORS).join(",")}] [--longest 300]
Puts small faults into the code, one at a time, and runs the tests that reach them. The sample is shared out evenly among the rooms.
With --at, every mutant that begins in those files or lines instead of a sample; with --operators, those of these kinds alone. With
--longest, without the files of tests that take more seconds than that: a quick look, which finds some survivors that are none.`;

process.exitCode = await main();

async function main(): Promise<number> {
  if (process.argv.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const options = readOptions();
  if (options === undefined) return 2;
  const { rooms, workers, at, sample, longest } = options;
  console.log(
    at ? `mutants of ${at.join(", ")}` : `seed ${options.seed}, ${sample} mutants of ${rooms.join(", ")}`,
  );
  const results: Result[] = [];
  const stop = (exitCode: number): void => {
    console.log(writeTable(rooms, results));
    process.exit(exitCode);
  };
  // Heard for as long as the process lives: a second signal does not end it before the trees are gone.
  process.on("SIGINT", () => stop(130)).on("SIGTERM", () => stop(143));
  // What is read here is not changed by an editor that is open meanwhile.
  const snapshot = new Tree();
  process.chdir(snapshot.root);
  const trees = Array.from({ length: workers }, () => new Tree());
  try {
    const folders = rooms.map((room) => ROOMS[room] ?? room);
    const measured = await measureTests(trees, folders, console.log);
    const tests = measured.filter(({ milliseconds }) => milliseconds <= longest * 1000);
    console.log(`${tests.length} of ${measured.length} files of tests`);
    const order = createOrder(tests);
    const waiting = at ? listAll(at, options) : drawSample(options);
    const work = async (tree: Tree): Promise<void> => {
      for (const { room, mutant } of waiting) {
        const result = { room, mutant, outcome: await judge(tree, mutant, order) };
        results.push(result);
        const progress = at ? String(results.length) : `${results.length}/${sample}`;
        if (hasSurvived(result)) console.log(`${progress} ${describeResult(result)}`);
        else if (results.length % 10 === 0) console.log(progress);
      }
    };
    await Promise.all(trees.map(work));
    console.log(writeTable(rooms, results));
    return rooms.some((room) => isUnderGoal(scoreRoom(room, results))) ? 1 : 0;
  } finally {
    for (const tree of trees) tree.close();
  }
}

type Options = {
  readonly rooms: readonly string[];
  readonly sample: number;
  readonly seed: number;
  readonly workers: number;
  /** In seconds. */
  readonly longest: number;
  /** Files, or lines of them. */
  readonly at: readonly string[] | undefined;
  readonly operators: readonly string[];
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
        at: { type: "string" },
        operators: option(Object.keys(OPERATORS).join(",")),
        longest: option("300"),
      },
    });
    const at = values.at?.split(",");
    const rooms = at ? [...new Set(at.map(findRoom))] : values.rooms.split(",");
    const numbers = {
      sample: Number(values.sample),
      seed: Number(values.seed),
      workers: Number(values.workers),
      longest: Number(values.longest),
    };
    const operators = values.operators.split(",");
    const isKnown =
      rooms.every((room) => Object.hasOwn(ROOMS, room)) &&
      operators.every((operator) => Object.hasOwn(OPERATORS, operator));
    if (isKnown && Object.values(numbers).every(Number.isSafeInteger))
      return { rooms, at, operators, ...numbers };
    console.error(USAGE);
  } catch (error) {
    console.error(error instanceof Error ? `${error.message}\n${USAGE}` : USAGE);
  }
  return undefined;
}

/** Room after room in turn, so that an early end has seen each of them. */
function* drawSample({ rooms, sample, seed, operators }: Options) {
  const isWanted = createFilter(operators);
  const open = rooms.map((room) => ({ room, mutants: drawMutants(room, seed, isWanted) }));
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

function* listAll(places: readonly string[], { operators }: Options) {
  const isWanted = createFilter(operators);
  for (const place of places) {
    for (const mutant of listMutantsAt(place, isWanted)) yield { room: findRoom(place), mutant };
  }
}

function createFilter(operators: readonly string[]): (mutant: Mutant) => boolean {
  const doesCompile = createCompiler();
  return (mutant) => operators.includes(mutant.operator) && doesCompile(mutant);
}

/** Runs the files of tests that reach the mutant, one after the other, until one of them fails. */
async function judge(tree: Tree, mutant: Mutant, order: Order): Promise<Outcome> {
  const text = readFileSync(mutant.file, "utf8");
  if (isEquivalent(readEquivalents(), mutant, text)) return "equivalent";
  const reaching = order.list(mutant, text);
  for (const test of reaching) {
    const outcome = await tree.run(test.test, mutant, 10_000 + 4 * test.milliseconds);
    order.learn(test, outcome?.isGreen !== true);
    if (outcome === undefined) return "hung";
    if (!outcome.isGreen) return "killed";
  }
  return reaching.length > 0 ? "survived" : "unreached";
}
