// From an OpenAPI document to generated/: the list of stages, each a function from a named input to a named output.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { readPointer } from "../json/pointer.js";
import type { Bundle, BundledDocument, Locate } from "./bundle.js";
import type { DocumentSource } from "./source/load.js";
import {
  compareOutput,
  MARK,
  protectFiles,
  writeOutput,
  type FileState,
  type OutputFiles,
} from "./output.js";
import { hasErrors, placeProblem, sortProblems, type PointedProblem, type Problem } from "./problem.js";
import { openMemory, type Memory } from "./memory/index.js";
import type { Validators } from "./validators.js";
import type { ClientFiles } from "./client/index.js";

export type { BundledDocument, Locate } from "./bundle.js";
export { findLintConfig, findNearestConfig, sourceOfText, sourceOnDisk } from "./source/disk.js";
export { isUrl } from "./source/file-references.js";
export { decodeText } from "./source/text-file.js";
export type { DocumentSource } from "./source/load.js";
export { openMemory, type Memory } from "./memory/index.js";
export { OutputError, writeOutput, type FileState } from "./output.js";

/** The stages in the order in which they run. */
export const STAGES = [
  "load",
  "lint",
  "bundle",
  "types",
  "validators",
  "operations",
  "format",
  "write",
] as const;

/** A check takes the place of the last stage. */
type Stage = (typeof STAGES)[number] | "check";

/** Called when a stage starts, and again with its time in milliseconds when it has ended. */
export type Observe = (stage: Stage, milliseconds?: number) => void;

export type CompileOptions = {
  /** Whether `format` refuses values, or only describes them as JSON Schema 2020-12 has it. */
  readonly formats: "annotate" | "assert";
  /** Path of a redocly.yaml with the lint's rules; without it only what makes the document invalid is reported. */
  readonly configFile?: string | undefined;
  /** Whether rules of taste keep a document from being read. Default: as the configuration has it. */
  readonly style?: "enforce" | "warn" | undefined;
  readonly observe?: Observe | undefined;
  /** What earlier runs in the same process have found. Default: nothing. */
  readonly memory?: Memory | undefined;
};

/** Problems are sorted. `files` are all that were read or looked for, as the source names them. */
export type Refused = {
  readonly ok: false;
  readonly problems: readonly Problem[];
  readonly files: readonly string[];
};

export type Compiled = {
  readonly ok: true;
  /** Warnings alone. */
  readonly problems: readonly Problem[];
  readonly files: readonly string[];
  readonly bundled: BundledDocument;
  /** The text of openapi.json. */
  readonly bundledText: string;
  /** The text of schema.ts, not yet formatted. */
  readonly schemaText: string;
  readonly validators: Validators;
  /** The text of operations.ts, not yet formatted. */
  readonly operationsText: string;
  /** The modules that it imports, copied beside it. */
  readonly wire: ReadonlyMap<string, string>;
  /** It exports the type `Methods`. */
  readonly hasMethods: boolean;
  /** The place in the document's own files that a JSON Pointer into `bundled` comes from. */
  readonly locate: Locate;
};

/** From the source to the texts of the generated files. Reads through the source alone and writes nothing. */
export async function compileDocument(
  source: DocumentSource,
  options: CompileOptions,
): Promise<Compiled | Refused> {
  const timed = timeStages(options);
  const { memory = await openMemory() } = options;
  const loaded = await timed("load", async () => (await import("./source/load.js")).loadDocument(source));
  if ("severity" in loaded) return { ok: false, problems: [loaded], files: [source.entry] };

  const { problems: found, configured } = await timed("lint", async () => {
    const { configFile, style } = options;
    const ruleOptions = configFile === undefined ? {} : await readRuleOptions(memory);
    return (await import("./lint.js")).lintDocument(loaded, {
      configFile,
      judge: memory.judge,
      style,
      ruleOptions,
    });
  });
  const files = [...loaded.resolver.getFiles()];
  if (hasErrors(found)) return { ok: false, problems: sortProblems(found), files };

  const bundle = await timed("bundle", async () =>
    (await import("./bundle.js")).bundleDocument(loaded, options.configFile),
  );
  const { checkDocument } = await import("./checks/index.js");
  const checked = checkDocument(bundle.document, configured, memory.readLanguage).map(
    placeProblem(bundle.locate),
  );
  const problems = sortProblems([...found, ...bundle.problems, ...checked]);
  if (hasErrors(problems)) return { ok: false, problems, files };

  const { faults, ...compiled } = await compileBundle(bundle, { ...options, memory }, timed);
  const all = sortProblems(tellOnce(problems, faults.map(placeProblem(bundle.locate))));
  return hasErrors(all)
    ? { ok: false, problems: all, files }
    : { ok: true, problems: all, files, ...compiled };
}

/** The linter and the compiler both know the keywords of a schema: of one place the graver word counts, else the first. */
function tellOnce(linted: readonly Problem[], compiled: readonly Problem[]): Problem[] {
  const structural = new Set(linted.filter(({ rule }) => rule === "struct").map(placeOf));
  const fresh = compiled.filter(
    (problem) => problem.severity === "error" || !structural.has(placeOf(problem)),
  );
  const graver = new Set(fresh.filter(({ severity }) => severity === "error").map(placeOf));
  return [
    ...linted.filter((problem) => problem.rule !== "struct" || !graver.has(placeOf(problem))),
    ...fresh,
  ];
}

function placeOf({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`;
}

/** What rules of the plugin would load by themselves, and is here already. */
async function readRuleOptions({ judge, readLanguage }: Memory): Promise<Readonly<Record<string, object>>> {
  const { listRuleOptions } = await import("./checks/index.js");
  return { "openapi-proof/linear-pattern": { judge }, ...listRuleOptions(readLanguage) };
}

type Timed = <T>(stage: Stage, work: () => T | Promise<T>) => Promise<T>;

async function compileBundle(
  bundle: Bundle,
  { formats, memory }: CompileOptions & { readonly memory: Memory },
  timed: Timed,
) {
  const { document, text, locate } = bundle;
  const types = await timed("types", async () => (await import("./types.js")).renderTypes(text));
  const validators = await timed("validators", async () => {
    return (await import("./validators.js")).generateValidators(document, {
      formats,
      judge: memory.judge,
      variants: types.variants,
    });
  });
  const operations = await timed("operations", async () => {
    const { wire, ...rendered } = (await import("./operations.js")).renderOperations(
      document,
      validators.nameOf,
    );
    return { ...rendered, wire: (await import("./wire.js")).readWire(wire) };
  });
  const known = [...validators.problems, ...operations.problems];
  // What keeps a schema from being compiled is what openapi-typescript stumbles over, and has a place.
  const faults = hasErrors(known) ? known : [...describeTypesFault(types.fault), ...known];
  const texts = {
    bundledText: text,
    schemaText: types.text,
    operationsText: operations.text,
    wire: operations.wire,
    hasMethods: operations.hasMethods,
  };
  return { bundled: document, ...texts, validators, locate, faults };
}

function describeTypesFault(fault: string | undefined): PointedProblem[] {
  if (fault === undefined) return [];
  const message = `openapi-typescript finds no types for this document: ${fault}`;
  return [{ severity: "error", rule: "types", message, pointer: "" }];
}

const FILES = ["schema.ts", "validators.ts", "operations.ts", "openapi.json", "runtime.ts"];
const FORMAT_FILES = ["runtime-formats.ts", "runtime-idn.ts"];

export type GenerateOptions = CompileOptions & {
  /** The folder of the generated files. */
  readonly out: string;
  /** Compare only. */
  readonly check: boolean;
  /** A client beside it that stands by itself, with a policy.ts that is written where it is missing. Default: none. */
  readonly client?: boolean | undefined;
  /** Does the last step, in which files are moved: nothing may end the process in its midst. */
  readonly withoutInterrupt?: (<T>(work: () => T) => T) | undefined;
};

export type Generated = Pick<Compiled, "ok" | "problems" | "files"> & {
  /** What each file was before it was written, or is when nothing is written. */
  readonly states: readonly FileState[];
};

/**
 * The whole pipeline: compiles, formats, and writes or compares.
 * @throws OutputError when the folder cannot be read or written, or holds files of others; it is then as it was.
 */
export async function generate(
  source: DocumentSource,
  options: GenerateOptions,
): Promise<Generated | Refused> {
  const names = listNames(options);
  // What must not be written is told before a minute's work.
  const { withoutInterrupt = (work) => work() } = options;
  if (!options.check) protectFiles(names, options.out, [source.entry]);
  // While somebody writes, taste can wait; what is committed has it.
  const style = options.check ? "enforce" : "warn";
  const { memory = await openMemory() } = options;
  const compiled = await compileDocument(source, { ...options, memory, style });
  if (!compiled.ok) return compiled;
  const timed = timeStages(options);
  const texts = await timed("format", () => formatFiles(compiled, { ...options, memory }));
  if (!options.check) protectFiles(texts.keys(), options.out, compiled.files);
  const states = options.check
    ? await timed("check", () => compareOutput(texts, options.out))
    : await timed("write", () => withoutInterrupt(() => writeOutput(texts, options.out)));
  return { ok: true, problems: compiled.problems, files: compiled.files, states };
}

/** What is surely written, so that it can be told early that something else stands there. */
function listNames({ formats, client = false }: GenerateOptions): readonly string[] {
  return [...FILES, ...(formats === "assert" ? FORMAT_FILES : []), ...(client ? ["index.ts"] : [])];
}

async function formatFiles(
  compiled: Compiled,
  options: GenerateOptions & { readonly memory: Memory },
): Promise<OutputFiles> {
  const { formatTypeScript } = await import("./format.js");
  const client = options.client === true ? await makeClient(compiled, options.out) : NO_CLIENT;
  const texts = [
    ["schema.ts", compiled.schemaText],
    ["validators.ts", compiled.validators.text],
    ["operations.ts", compiled.operationsText],
  ] as const;
  const formatted = await Promise.all(
    texts.map(
      async ([file, text]) => [file, await formatTypeScript(text, options.memory.statements)] as const,
    ),
  );
  // What is copied is source of this project and stands formatted as it is.
  const marked = [...formatted, ...compiled.validators.runtime, ...compiled.wire, ...client.files].map(
    ([file, text]) => [file, MARK + text] as const,
  );
  return new Map([...marked, ...client.drafts, ["openapi.json", compiled.bundledText]]);
}

type Client = Pick<ClientFiles, "files" | "drafts">;

const NO_CLIENT: Client = { files: new Map(), drafts: new Map() };

async function makeClient({ bundled, hasMethods }: Compiled, out: string): Promise<Client> {
  const { renderClient } = await import("./client/index.js");
  const title = String(readPointer(bundled, "/info/title") ?? "");
  const { files, wire, drafts } = await renderClient({ title, hasMethods });
  const { readWire } = await import("./wire.js");
  return {
    files: new Map([...files, ...readWire(wire)]),
    drafts: new Map([...drafts].filter(([file]) => !existsSync(join(out, file)))),
  };
}

function timeStages({ observe }: CompileOptions): Timed {
  return async (stage, work) => {
    observe?.(stage);
    const start = performance.now();
    const result = await work();
    observe?.(stage, performance.now() - start);
    return result;
  };
}
