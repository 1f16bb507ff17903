import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { explainCode } from "../system-error.js";

/** File name in the output folder → its text. */
export type OutputFiles = ReadonlyMap<string, string>;

/** The first line in which a file differs; a side is undefined where its text has ended. */
type Difference = {
  readonly line: number;
  readonly expected: string | undefined;
  readonly found: string | undefined;
};

export type FileState =
  | { readonly file: string; readonly state: "unchanged" }
  | { readonly file: string; readonly state: "missing" }
  | { readonly file: string; readonly state: "stale"; readonly difference: Difference }
  /** Written by an earlier run, and no longer what the document gives. */
  | { readonly file: string; readonly state: "extra" };

/** The first line of every TypeScript file that is written here, and so the sign that a file may be removed. */
export const MARK =
  "// Written by openapi-proof from the OpenAPI document. Change the document, not this file.\n";

/** The folders inside it that are this pipeline's too. */
const INNER = ["client", "wire"];

/** The output folder cannot be read or written; nothing in it was changed. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/**
 * Compares without writing. Files of the folder that carry no mark are not ours and are left out.
 * @throws OutputError when the folder or a file of it cannot be read.
 */
export function compareOutput(files: OutputFiles, folder: string): FileState[] {
  return explainErrors(folder, () => [
    ...[...files].map(([file, text]) => compareFile(file, text, readIfThere(join(folder, file)))),
    ...listMarkedFiles(folder)
      .filter((file) => !files.has(file))
      .map((file) => ({ file, state: "extra" }) as const),
  ]);
}

/**
 * Makes the folder hold these files: all of them or, on any failure, none. New texts are completed in a folder
 * inside it, or beside it where there is none yet, and moved in by rename; what an earlier run left over is removed; files without the mark stay.
 * It runs without a pause, so that no signal can come between.
 * @returns what each file's state was before.
 * @throws OutputError with the folder as it was.
 */
export function writeOutput(files: OutputFiles, folder: string): FileState[] {
  const states = compareOutput(files, folder);
  if (states.every(({ state }) => state === "unchanged")) return states;
  return explainErrors(folder, () => {
    const target = resolve(folder);
    mkdirSync(dirname(target), { recursive: true });
    // What is mounted there is another file system than what is beside it, and its parent may be read-only.
    const home = existsSync(target) ? target : dirname(target);
    const staging = mkdtempSync(join(home, `.${basename(target)}-`));
    try {
      moveIn(files, states, target, staging);
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
    return states;
  });
}

/**
 * Refuses a folder that cannot be written, and to replace what no earlier run has written or what the document was read
 * from. A JSON file can carry no mark: it is ours where a marked validators.ts stands beside it.
 * @throws OutputError that names the folder or the file.
 */
export function protectFiles(names: Iterable<string>, folder: string, sources: readonly string[]): void {
  explainErrors(folder, () => {
    refuseFolder(folder);
    refuseForeign(names, folder, sources);
  });
}

function refuseFolder(folder: string): void {
  let nearest = resolve(folder);
  while (!existsSync(nearest)) nearest = dirname(nearest);
  if (/^\/(?:dev|proc|sys)(?:\/|$)/.test(realpathSync(nearest)))
    throw new OutputError(`${folder} is a folder of the system. Nothing was changed.`);
  if (!statSync(nearest).isDirectory())
    throw new OutputError(`${folder}: ${explainCode("ENOTDIR")}. Nothing was changed.`);
  accessSync(nearest, constants.W_OK);
}

function refuseForeign(names: Iterable<string>, folder: string, sources: readonly string[]): void {
  const read = new Set(sources.map((file) => resolve(file)));
  for (const name of names) {
    const path = join(folder, name);
    if (!isFile(path)) continue;
    if (read.has(resolve(path)))
      throw new OutputError(`${path} is a file of the document. Nothing was changed.`);
    if (isMarked(join(folder, name.endsWith(".ts") ? name : "validators.ts"))) continue;
    const advice = "move it away, or choose another folder with --out";
    throw new OutputError(`${path} was not written by an earlier run: ${advice}. Nothing was changed.`);
  }
}

function moveIn(files: OutputFiles, states: readonly FileState[], target: string, staging: string): void {
  const fresh = join(staging, "new");
  const old = join(staging, "old");
  mkdirSync(fresh);
  mkdirSync(old);
  const changed = states.filter(({ state }) => state !== "unchanged");
  for (const { file, state } of changed) {
    for (const side of [fresh, old]) mkdirSync(dirname(join(side, file)), { recursive: true });
    if (state !== "extra") writeFileSync(join(fresh, file), files.get(file) ?? "");
  }
  if (!existsSync(target)) return renameSync(fresh, target);
  const undo: (() => void)[] = [];
  try {
    for (const { file, state } of changed) {
      if (state !== "missing") moveFile(join(target, file), join(old, file), undo);
      if (state !== "extra") moveFile(join(fresh, file), join(target, file), undo);
    }
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw error;
  } finally {
    for (const inner of INNER) removeIfEmpty(join(target, inner));
  }
}

function removeIfEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeIfEmpty(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

function moveFile(from: string, to: string, undo: (() => void)[]): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
  undo.push(() => renameSync(to, from));
}

function compareFile(file: string, text: string, found: string | undefined): FileState {
  if (found === undefined) return { file, state: "missing" };
  if (found === text) return { file, state: "unchanged" };
  return { file, state: "stale", difference: findDifference(text, found) };
}

function findDifference(expected: string, found: string): Difference {
  const [want, have] = [expected.split("\n"), found.split("\n")];
  const differs = (_line: string | undefined, index: number): boolean => want[index] !== have[index];
  const index = (want.length >= have.length ? want : have).findIndex(differs);
  return { line: index + 1, expected: want[index], found: have[index] };
}

function listMarkedFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const inner = INNER.filter((name) => existsSync(join(folder, name))).flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, encoding: "utf8" }).map((file) =>
      join(name, file).replaceAll("\\", "/"),
    ),
  );
  const names = [...readdirSync(folder), ...inner];
  const modules = names.filter((name) => name.endsWith(".ts"));
  return modules.filter((name) => isMarked(join(folder, name))).toSorted();
}

/** Of a file that may have megabytes no more is read. */
function isMarked(path: string): boolean {
  if (!isFile(path)) return false;
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(Buffer.byteLength(MARK));
    readSync(file, start);
    return start.toString() === MARK;
  } finally {
    closeSync(file);
  }
}

function readIfThere(path: string): string | undefined {
  return isFile(path) ? readFileSync(path, "utf8") : undefined;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function explainErrors<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const reason = explainCode(String(error.code));
    throw new OutputError(`${folder}: ${reason}. Nothing was changed.`, { cause: error });
  }
}
