import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { follow, placeAt } from "../../scripts/json/place.js";
import type { Compiled } from "../../scripts/pipeline/run.js";
import type { ValidationIssue } from "../../scripts/jsonschema/runtime/runtime.js";
import { findExamples } from "./examples.js";

const run = promisify(execFile);

/** What `tsc --strict` says of the files generated into a folder, or into the folders below it. */
export async function typecheck(folder: string): Promise<readonly string[]> {
  const config = `${folder}/tsconfig.json`;
  const compilerOptions = { strict: true, noEmit: true, target: "es2022", module: "nodenext", types: [] };
  writeFileSync(config, JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  const command = [resolve("node_modules/typescript/bin/tsc"), "--project", config];
  const printed = await run(process.execPath, command, { cwd: folder, maxBuffer: 1e8 }).catch(
    // execFile fails with what was printed when there are findings; without any the compiler itself fell over.
    (error: unknown) => {
      const failed = error as { readonly stdout: string };
      if (failed.stdout === "") throw error;
      return failed;
    },
  );
  return printed.stdout.split("\n").filter((line) => line !== "");
}

export type Findings = { readonly checked: number; readonly findings: readonly string[] };

/** What the generated validators say of the document's own examples. */
export async function checkExamples(compiled: Compiled, folder: string): Promise<Findings> {
  const validators = await loadValidators(folder);
  const results = findExamples(compiled.bundled).flatMap(({ pointer, schema, direction, value }) => {
    const validate = validators[`validate${nameOf(compiled, schema, direction)}`];
    return validate ? [{ pointer, issues: validate(value) }] : [];
  });
  const findings = results.flatMap(({ pointer, issues: [first, ...others] }) => {
    if (first === undefined) return [];
    return [
      `${pointer}: /${first.path.join("/")} ${first.message}${others.length > 0 ? `, and ${others.length} more` : ""}`,
    ];
  });
  return { checked: results.length, findings };
}

function nameOf(compiled: Compiled, pointer: string, direction: "request" | "response"): string | undefined {
  const { bundled, validators } = compiled;
  return (
    validators.nameOf(pointer, direction) ??
    validators.nameOf(follow(placeAt({ root: bundled }, pointer)).pointer, direction)
  );
}

type Validate = (value: unknown) => readonly ValidationIssue[];

export async function loadValidators(
  folder: string,
): Promise<Readonly<Record<string, Validate | undefined>>> {
  const outfile = `${folder}.validators.mjs`;
  await build({
    entryPoints: [`${folder}/validators.ts`],
    outfile,
    bundle: true,
    format: "esm",
    logLevel: "error",
  });
  try {
    // The module was generated a moment ago: every `validateX` of it is such a function.
    return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Record<string, Validate>;
  } finally {
    rmSync(outfile);
  }
}
