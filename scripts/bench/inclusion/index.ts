import { HARD_QUESTIONS } from "../../../test/inclusion/hard-questions.js";
import { checkRandomQuestions } from "../../../test/inclusion/random-questions.js";
import { openSession } from "../../inclusion/index.js";

type Options = { readonly quick: boolean; readonly print: (text: string) => void };

/** Random pairs of schemas, and values that each inclusion is held to. */
const RUNS = { runs: 20_000, values: 200, seed: 1 };
const QUICK_RUNS = { runs: 2000, values: 50, seed: 1 };

const A = "schema:///a";
const B = "schema:///b";

/** Prints what the hard questions cost, and how many random answers other validators refute: 1 when there is any. */
export async function benchInclusion({ quick, print }: Options): Promise<number> {
  print("inclusion: hard questions\n\n");
  for (const { name, a, b } of HARD_QUESTIONS) print(`${measureQuestion(name, a, b)}\n`);
  const runs = quick ? QUICK_RUNS : RUNS;
  print(`\ninclusion: ${runs.runs} random questions, each inclusion against ${runs.values} values\n\n`);
  const { counts, wrong } = await checkRandomQuestions(runs);
  print(`included ${counts.included} · witness ${counts.witness} · undecided ${counts.undecided}\n`);
  print(`refuted by another validator: ${wrong.length}\n`);
  for (const answer of wrong) print(`  ${JSON.stringify(answer)}\n`);
  return wrong.length === 0 ? 0 : 1;
}

function measureQuestion(name: string, a: unknown, b: unknown): string {
  const start = process.cpuUsage();
  const session = openSession([{ documents: new Map([[A, a]]) }, { documents: new Map([[B, b]]) }]);
  const { kind } = session.ask({ document: A, pointer: "" }, { document: B, pointer: "" });
  const { user, system } = process.cpuUsage(start);
  const milliseconds = Math.round((user + system) / 1000);
  return `${name.padEnd(62)} ${kind.padEnd(10)} ${Math.round(session.spent())} steps, ${milliseconds} ms`;
}
