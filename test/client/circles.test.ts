import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

/** The files of src/, each with those that it imports, types included. */
const IMPORTS = new Map(
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [name, readImports(name)]),
);

function readImports(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(posix.join("src", file), "utf8"));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => posix.join(posix.dirname(file), fileName).replace(/\.js$/, ".ts"));
}

/** Whatever a file needs, directly or not. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  for (const next of IMPORTS.get(file) ?? []) {
    if (seen.has(next)) continue;
    seen.add(next);
    reach(next, seen);
  }
  return seen;
}

it("reads the imports of both rooms, those of types among them", () => {
  expect(IMPORTS.get("transport/layer.ts")).toEqual(["call/call.ts"]);
  expect(reach("index.ts").size).toBeGreaterThan(25);
});

it.each([...IMPORTS.keys()])("src/%s does not need itself, not even for a type", (file) => {
  expect([...reach(file)]).not.toContain(file);
});
