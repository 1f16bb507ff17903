import fs, { writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { syncBuiltinESMExports } from "node:module";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** What one file of tests reaches: the functions that it calls, by file, and the files that it reads as text. */
export type Reach = {
  readonly called: Readonly<Record<string, readonly string[]>>;
  readonly read: readonly string[];
};

const output = process.env["MUTANTS_REACH"];

if (output !== undefined) {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  const read = watchReads();
  afterAll(() => {
    session.post("Profiler.takePreciseCoverage", (_error, { result }) => {
      const called: Record<string, readonly string[]> = {};
      for (const { url, functions } of result) {
        const file = toFile(url);
        if (file === undefined) continue;
        const names = functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0);
        called[file] = [
          ...new Set([...(called[file] ?? []), ...names.map(({ functionName }) => functionName)]),
        ];
      }
      const reach: Reach = { called, read: [...read] };
      writeFileSync(output, JSON.stringify(reach));
    });
  });
}

/** A file under test, seen from the root of the tree; undefined for what belongs to others. */
function toFile(address: string): string | undefined {
  const file = relative(process.cwd(), address.startsWith("file:") ? fileURLToPath(address) : address);
  return /^(?:src|scripts)[\\/].*\.ts$/.test(file) ? file.replaceAll("\\", "/") : undefined;
}

function watchReads(): ReadonlySet<string> {
  const read = new Set<string>();
  const note = (path: unknown): void => {
    const file = typeof path === "string" || path instanceof URL ? toFile(String(path)) : undefined;
    if (file !== undefined) read.add(file);
  };
  const { readFileSync } = fs;
  const readFile = fs.promises.readFile;
  Object.assign(fs, {
    readFileSync: (...args: Parameters<typeof readFileSync>) => (note(args[0]), readFileSync(...args)),
  });
  Object.assign(fs.promises, {
    readFile: (...args: Parameters<typeof readFile>) => (note(args[0]), readFile(...args)),
  });
  syncBuiltinESMExports();
  return read;
}
