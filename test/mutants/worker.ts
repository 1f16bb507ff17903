import { join } from "node:path";
import { createVitest } from "vitest/node";

/** One file of tests to run, and what has changed on disk since the last one. */
export type Job = {
  readonly test: string;
  readonly changed: readonly string[];
  readonly reach: string | undefined;
};
export type Outcome = { readonly isGreen: boolean; readonly milliseconds: number };

// Kept warm for as long as the tree lives: only a mutated file is transformed again. Each file of tests has a process of
// its own all the same, so that nothing of a mutant lives on.
const root = process.cwd();
const vitest = await createVitest("test", {
  root,
  config: "test/mutants/vitest.config.ts",
  watch: false,
  bail: 1,
  update: false,
  pool: "forks",
  maxWorkers: 1,
  // The time limit is the parent's: it knows how long the tests take on the code as it is, on this machine, today.
  testTimeout: 0,
  hookTimeout: 0,
  reporters: [{}],
});
await vitest.standalone();
const specifications = await vitest.globTestSpecifications();

process.on("message", (job: Job) => {
  void run(job).then((outcome) => process.send?.(outcome));
});
process.once("disconnect", () => process.exit());
process.send?.("ready");

async function run({ test, changed, reach }: Job): Promise<Outcome> {
  for (const file of changed) vitest.invalidateFile(join(root, file));
  if (reach === undefined) delete process.env["MUTANTS_REACH"];
  else process.env["MUTANTS_REACH"] = reach;
  const path = join(root, test);
  const start = performance.now();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    specifications.filter(({ moduleId }) => moduleId === path),
  );
  const isGreen = testModules.some((module) => module.moduleId === path && module.state() === "passed");
  return { isGreen: isGreen && unhandledErrors.length === 0, milliseconds: performance.now() - start };
}
