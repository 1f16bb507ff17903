import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { enclosingFunctions, type Mutant } from "./operators.js";
import type { Reach } from "./reach.js";
import type { Tree } from "./tree.js";

/** A file of tests that passes on the code as it is, how long it takes and what it reaches. */
export type TestFile = Reach & { readonly test: string; readonly milliseconds: number };

const CACHE = "node_modules/.cache/mutants";
const MEASURED = ["src", "scripts", "test", "generated", "openapi", "package-lock.json"];
const LONGEST = 300_000;

/** Runs every file of tests that imports one of the rooms once, or reads what an earlier run found for the same files. */
export async function measureTests(
  trees: readonly Tree[],
  folders: readonly string[],
  report: (line: string) => void,
): Promise<readonly TestFile[]> {
  const cache = join(process.cwd(), CACHE, hashOfProject());
  // Those of other states of the project are of no use any more.
  if (!existsSync(cache)) rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const waiting = listFilesUnder("test").filter(
    (file) => file.endsWith(".test.ts") && imports(file, folders),
  );
  const measured: TestFile[] = [];
  const work = async (tree: Tree): Promise<void> => {
    for (let test = waiting.shift(); test !== undefined; test = waiting.shift()) {
      const found = await measureTest(tree, test, cache);
      if (found) measured.push(found);
      else report(`${test} fails on the code as it is, and kills nothing`);
    }
  };
  await Promise.all(trees.map(work));
  return measured;
}

async function measureTest(tree: Tree, test: string, cache: string): Promise<TestFile | undefined> {
  const name = join(cache, hashFiles([test]));
  const read = (extension: string): unknown => JSON.parse(readFileSync(name + extension, "utf8"));
  if (!existsSync(`${name}.time`)) {
    const outcome = await tree.run(test, undefined, LONGEST, `${name}.reach`);
    if (!outcome?.isGreen || !existsSync(`${name}.reach`)) return undefined;
    writeFileSync(`${name}.time`, String(outcome.milliseconds));
  }
  // The one is what reach.ts writes, the other what is written above.
  return { test, milliseconds: read(".time") as number, ...(read(".reach") as Reach) };
}

/** Whether a file imports something of the folders, itself or through others. */
function imports(file: string, folders: readonly string[], seen = new Set<string>()): boolean {
  if (seen.has(file) || !existsSync(file)) return false;
  seen.add(file);
  if (folders.some((folder) => file.startsWith(`${folder}/`))) return true;
  return ts
    .preProcessFile(readFileSync(file, "utf8"))
    .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
    .some(({ fileName }) => imports(join(dirname(file), fileName.replace(/\.js$/, ".ts")), folders, seen));
}

/** In which order the files of tests are run against a mutant. */
export type Order = {
  readonly list: (mutant: Mutant, text: string) => readonly TestFile[];
  /** Told of each run whether the file of tests has failed. */
  readonly learn: (test: TestFile, isKilled: boolean) => void;
};

/** What is believed of a file of tests before it has run: those of the mutant's own room kill more often. */
const [OWN_ROOM, OTHER_ROOM] = [0.5, 0.1];

/**
 * The files that call the mutated function, load the mutated table or read the mutated file. First comes what is
 * likely to kill and quick: the least time is lost where files go by their chance to kill in a second.
 */
export function createOrder(tests: readonly TestFile[]): Order {
  const runs = new Map<TestFile, { readonly killed: number; readonly count: number }>();
  const rate = (test: TestFile, room: string): number => {
    const { killed, count } = runs.get(test) ?? { killed: 0, count: 0 };
    const expected = test.test.startsWith(room) ? OWN_ROOM : OTHER_ROOM;
    return (killed + expected) / (count + 1) / test.milliseconds;
  };
  return {
    list: (mutant, text) => {
      const room = `test/${mutant.file.startsWith("src/") ? "client" : mutant.file.split("/")[1]}/`;
      return listReaching(tests, mutant, text).toSorted((a, b) => rate(b, room) - rate(a, room));
    },
    learn: (test, isKilled) => {
      const { killed, count } = runs.get(test) ?? { killed: 0, count: 0 };
      runs.set(test, { killed: killed + Number(isKilled), count: count + 1 });
    },
  };
}

function listReaching(
  tests: readonly TestFile[],
  { file, start }: Mutant,
  text: string,
): readonly TestFile[] {
  const [name] = enclosingFunctions(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true), start);
  return tests.filter(({ called, read }) => {
    const names = called[file];
    return read.includes(file) || (names !== undefined && (name === undefined || names.includes(name)));
  });
}

/** Of all that a file of tests may use: no others of its kind, and nothing of this folder. */
function hashOfProject(): string {
  const files = MEASURED.flatMap(listFilesUnder);
  return hashFiles(files.filter((file) => !/^test\/mutants\/|\.test\.ts$/.test(file)));
}

function hashFiles(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function listFilesUnder(path: string): readonly string[] {
  if (path.includes(".")) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
    .toSorted();
}
