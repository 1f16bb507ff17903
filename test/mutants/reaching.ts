import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { enclosingFunctions, type Mutant } from "./operators.js";
import type { Reach } from "./reach.js";
import type { Tree } from "./tree.js";

/** A file of tests that passes on the code as it is, how long it takes and what it reaches. */
export type TestFile = Reach & { readonly test: string; readonly milliseconds: number };

const CACHE = "node_modules/.cache/mutants";
const MEASURED = ["src", "scripts", "test", "generated", "openapi", "package-lock.json"];
const LONGEST = 300_000;

/** Runs every file of tests once, or reads what an earlier run found for the same files. */
export async function measureTests(
  trees: readonly Tree[],
  report: (line: string) => void,
): Promise<readonly TestFile[]> {
  const cache = join(CACHE, `${hashOfProject()}.json`);
  // Written below.
  if (existsSync(cache)) return JSON.parse(readFileSync(cache, "utf8")) as readonly TestFile[];
  rmSync(CACHE, { recursive: true, force: true });
  const folder = join(process.cwd(), CACHE, "reach");
  mkdirSync(folder, { recursive: true });
  const waiting = listFilesUnder("test").filter((file) => file.endsWith(".test.ts"));
  const measured: TestFile[] = [];
  const work = async (tree: Tree): Promise<void> => {
    for (let test = waiting.shift(); test !== undefined; test = waiting.shift()) {
      const outcome = await tree.run(test, undefined, LONGEST, folder);
      const file = join(folder, `${test.replaceAll("/", "+")}.json`);
      // Its form is the one that reach.ts writes.
      if (outcome?.isGreen && existsSync(file)) {
        const reach = JSON.parse(readFileSync(file, "utf8")) as Reach;
        measured.push({ test, milliseconds: outcome.milliseconds, ...reach });
      } else report(`${test} fails on the code as it is, and kills nothing`);
    }
  };
  await Promise.all(trees.map(work));
  writeFileSync(cache, JSON.stringify(measured));
  return measured;
}

/** The files of tests that call the mutated function, load the mutated table or read the mutated file; the quickest first. */
export function findReaching(
  tests: readonly TestFile[],
  { file, start }: Mutant,
  text: string,
): readonly TestFile[] {
  const [name] = enclosingFunctions(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true), start);
  return tests
    .filter(({ called, read }) => {
      const names = called[file];
      return read.includes(file) || (names !== undefined && (name === undefined || names.includes(name)));
    })
    .toSorted((a, b) => a.milliseconds - b.milliseconds);
}

function hashOfProject(): string {
  const hash = createHash("sha256");
  for (const file of MEASURED.flatMap(listFilesUnder)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function listFilesUnder(path: string): readonly string[] {
  if (path.includes(".")) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
    .toSorted();
}
