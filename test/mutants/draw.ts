import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { findMutants, OPERATORS, type Mutant } from "./operators.js";

/** The parts of the code that are mutated, each with its folder. */
export const ROOMS: Readonly<Record<string, string>> = {
  src: "src",
  jsonschema: "scripts/jsonschema",
  pattern: "scripts/pattern",
  spec: "scripts/spec",
  review: "scripts/review",
};

export function listFiles(room: string): readonly string[] {
  const folder = ROOMS[room] ?? "";
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .toSorted();
}

export function applyMutant({ start, end, replacement }: Mutant, text: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/**
 * Draws mutants of a room that compile: an operator first, then one of its mutants, so that what is rare in the code is
 * not rare in the sample. The same seed draws the same mutants from the same code.
 */
export function* drawMutants(room: string, seed: number, doesCompile: (mutant: Mutant) => boolean) {
  const random = createRandom(seed);
  const mutants = listFiles(room).flatMap((file) => findMutants(file, readFileSync(file, "utf8")));
  const families = Object.keys(OPERATORS)
    .map((name) => mutants.filter(({ operator }) => operator === name))
    .filter((family) => family.length > 0);
  while (families.length > 0) {
    const at = Math.floor(random() * families.length);
    const family = families[at] ?? [];
    const [mutant] = family.splice(Math.floor(random() * family.length), 1);
    if (family.length === 0) families.splice(at, 1);
    if (mutant && doesCompile(mutant)) yield mutant;
  }
}

/** Every mutant that begins in a line of a file, or in any of them, and compiles. */
export function* listMutantsAt(place: string, doesCompile: (mutant: Mutant) => boolean) {
  const [file = "", line] = place.split(":");
  const text = readFileSync(file, "utf8");
  for (const mutant of findMutants(file, text)) {
    const isThere = line === undefined || text.slice(0, mutant.start).split("\n").length === Number(line);
    if (isThere && doesCompile(mutant)) yield mutant;
  }
}

/** The room of a file, or of a line in it; an empty text when it is in none of them. */
export function findRoom(place: string): string {
  const [file = ""] = place.split(":");
  return Object.keys(ROOMS).find((room) => listFiles(room).includes(file)) ?? "";
}

/** A generator of numbers from 0 to 1 that a seed decides (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Asks the compiler about the mutated file alone: a fault that it finds needs no test. */
export function createCompiler(): (mutant: Mutant) => boolean {
  const config = ts.getParsedCommandLineOfConfigFile(
    "tsconfig.json",
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  );
  if (!config) throw new Error("tsconfig.json cannot be read");
  const texts = new Map<string, { readonly version: number; readonly text: string }>();
  const files = config.fileNames.filter((file) => !file.includes("/test/"));
  const readText = (file: string): string | undefined => texts.get(file)?.text ?? ts.sys.readFile(file);
  const service = ts.createLanguageService({
    ...ts.sys,
    getCompilationSettings: () => ({ ...config.options, incremental: false }),
    getScriptFileNames: () => files,
    getScriptVersion: (file) => String(texts.get(file)?.version ?? 0),
    getScriptSnapshot: (file) => {
      const text = readText(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    readFile: readText,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  });
  let version = 0;
  return (mutant) => {
    const file = resolve(mutant.file).replaceAll("\\", "/");
    const text = ts.sys.readFile(file) ?? "";
    texts.set(file, { version: ++version, text: applyMutant(mutant, text) });
    const faults = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
    texts.set(file, { version: ++version, text });
    return faults.length === 0;
  };
}
