import { join, relative } from "node:path";
import {
  chooseStyle,
  renderFile,
  renderProblems,
  renderProgress,
  renderStage,
  type Style,
} from "../pipeline/report.js";
import {
  decodeText,
  generate,
  openMemory,
  OutputError,
  sourceOfText,
  sourceOnDisk,
  STAGES,
  type DocumentSource,
  type FileState,
  type Memory,
  type Observe,
} from "../pipeline/run.js";
import { waitForChange } from "../pipeline/watch.js";
import { FORMATS } from "../settings/entries.js";
import { CommandError, createCommand, readChoice, UsageError } from "./terminal/args.js";
import { chooseDocuments } from "./inputs/documents.js";
import { chooseLintConfig } from "./inputs/lint-config.js";
import { CLIENT_PACKAGE, hasClientPackage } from "./inputs/client-package.js";
import { locatePath } from "./inputs/locate-path.js";
import { complain, print, readClock, type Terminal } from "./terminal/terminal.js";

const HELP = `Usage: npm run generate -- [DOCUMENT] [options]

Makes schema.ts, validators.ts, operations.ts, the runtime they need and openapi.json from an OpenAPI document; with
--client also a client that stands by itself. Without DOCUMENT it does so for each document that redocly.yaml lists
under "apis" with x-openapi-proof: { output, client, formats }.

  DOCUMENT, --spec FILE       OpenAPI 3.0, 3.1 or 3.2, JSON or YAML, or the name of its entry; - is what is piped in
                              (default: those of redocly.yaml, else openapi/openapi.yaml)
  --out DIR                   folder of the generated files (default: as redocly.yaml has it, else generated)
  --client                    write a client too: index.ts, client/ (it needs openapi-fetch alone), and policy.ts,
                              which is yours: it is written where it is missing, and never over
  --formats annotate|assert   whether "format" only describes a value or also refuses it (default: annotate)
  --lint none|FILE            rules of a redocly.yaml, or none, instead of those that are found
  --allow-outside             references may name files outside the document's own folder or package
  --check                     write nothing; end with 1 when a file is not what the document gives
  --watch                     generate again whenever a file of the document is saved; Ctrl-C ends it
  --help                      show this text

The lint follows the redocly.yaml beside the document or in the nearest folder above it, up to the root of its
package, with what it has under "apis" for this document; its decorators count too. Its rules of taste are warnings,
and errors with --check. Without one only what no later stage can do right is an error. References are read from files,
never from a network.

All files are written or none. Files in DIR that an earlier run wrote and that are no longer needed are
removed; other files are left alone.

Exit code: 0 done, 1 the document or the output is at fault, 2 wrong usage.
`;

type Settings = {
  readonly spec: string;
  readonly out: string;
  readonly formats: "annotate" | "assert";
  /** "none", or the path of a redocly.yaml; undefined looks for one. */
  readonly lint?: string | undefined;
  readonly allowOutside: boolean;
  readonly client: boolean;
  readonly check: boolean;
  readonly watch: boolean;
};

/** Shown only when the work takes longer than this. */
const PROGRESS_AFTER_MILLISECONDS = 1000;

/** Where no line can be overwritten, a stage is named once it takes longer than this. */
const ANNOUNCE_AFTER_MILLISECONDS = 5000;

/** Takes the progress bar away (ECMA-48 §8.3.41, Erase in Line). */
const CLEAR_LINE = "\u001B[2K";

export const run = createCommand(
  {
    script: "generate",
    help: HELP,
    takesWords: true,
    options: {
      spec: { type: "string" },
      out: { type: "string" },
      formats: { type: "string" },
      lint: { type: "string" },
      "allow-outside": { type: "boolean", default: false },
      client: { type: "boolean" },
      check: { type: "boolean", default: false },
      watch: { type: "boolean", default: false },
    },
  },
  async (values, terminal, words) => {
    if (values.check && values.watch) throw new UsageError("--check and --watch cannot be given together");
    const all = listSettings({ ...values, words }, terminal);
    if (values.watch && all.some(({ spec }) => spec === STDIN))
      throw new UsageError("what is piped in cannot be watched");
    if (values.watch) return await watchDocuments(all, terminal);
    return (await runAll(all, terminal)).exitCode;
  },
);

/** In place of a file: what is piped in. */
const STDIN = "-";

type Values = {
  readonly words: readonly string[];
  readonly spec?: string | undefined;
  readonly out?: string | undefined;
  readonly formats?: string | undefined;
  readonly lint?: string | undefined;
  readonly "allow-outside": boolean;
  readonly client?: boolean | undefined;
  readonly check: boolean;
  readonly watch: boolean;
};

/** What is said on the command line counts for every document. */
function listSettings(values: Values, terminal: Terminal): readonly Settings[] {
  const { words, spec, "allow-outside": allowOutside, check, watch } = values;
  const [named, ...others] = spec === undefined ? words : [spec, ...words];
  if (others.length > 0) throw new UsageError(`one document is named at most, and ${others[0]} is another`);
  const formats = values.formats && readChoice("--formats", values.formats, FORMATS);
  const locate = (path: string | undefined) => locatePath(path, "generate", terminal);
  const chosen = chooseDocuments(named === STDIN ? named : locate(named), terminal);
  if (values.out !== undefined && chosen.length > 1)
    throw new UsageError("--out is for one document, and redocly.yaml lists several: name one of them");
  return chosen.map((entry) => ({
    spec: entry.document,
    out: locate(values.out) ?? entry.output,
    formats: formats || entry.formats,
    client: values.client ?? entry.client,
    lint: values.lint === "none" ? values.lint : locate(values.lint),
    allowOutside,
    check,
    watch,
  }));
}

/** One run after another until Ctrl-C; a run that fails leaves the last good output. */
async function watchDocuments(all: readonly Settings[], terminal: Terminal): Promise<never> {
  terminal.setLastWords({ stream: "stdout", text: "Stopped.", exitCode: 0 });
  return await watchNext(all, terminal, await openMemory());
}

async function watchNext(all: readonly Settings[], terminal: Terminal, memory: Memory): Promise<never> {
  const start = terminal.now();
  const { exitCode, files } = await runAll(all, terminal, memory);
  memory.endRun();
  const watched = files.length === 1 ? (all[0]?.spec ?? "") : `${files.length} files`;
  const outcome = exitCode === 0 ? "ok" : `failed, ${listFolders(all)} is as it was`;
  print(terminal, `${readClock(terminal)} ${outcome}. Watching ${watched}. Ctrl-C ends it.\n`);
  await waitForChange(files, start);
  print(terminal, "\n");
  return await watchNext(all, terminal, memory);
}

function listFolders(all: readonly Settings[]): string {
  return all.map(({ out }) => out).join(", ");
}

type Ended = {
  readonly exitCode: number;
  /** A change of one of them asks for another run. */
  readonly files: readonly string[];
};

/** One document after the other; one that fails keeps no other from being read. */
async function runAll(all: readonly Settings[], terminal: Terminal, memory?: Memory): Promise<Ended> {
  const nothing: Ended = { exitCode: 0, files: [] };
  return await all.reduce(async (earlier, settings) => {
    const before = await earlier;
    if (all.length > 1) print(terminal, `${before === nothing ? "" : "\n"}${settings.spec}\n`);
    if (!settings.watch)
      terminal.setLastWords({ stream: "stderr", text: `Interrupted. ${settings.out} is as it was.` });
    const { exitCode, files } = await runPipeline(settings, terminal, memory);
    return { exitCode: Math.max(before.exitCode, exitCode), files: [...before.files, ...files] };
  }, Promise.resolve(nothing));
}

async function runPipeline(settings: Settings, terminal: Terminal, memory?: Memory): Promise<Ended> {
  const configFile = chooseLintConfig(settings, terminal);
  if (configFile !== undefined) print(terminal, `rules: ${relative("", configFile).replaceAll("\\", "/")}\n`);
  const watched = configFile === undefined ? [] : [configFile];
  try {
    const observe = showStages(terminal);
    const source = await openSource(settings, terminal);
    const result = await generate(source, {
      ...settings,
      configFile,
      observe,
      memory,
      withoutInterrupt: (write) => writeForGood(write, settings, terminal),
    });
    const style = chooseStyle(terminal.stderr, terminal.env);
    if (result.problems.length > 0) complain(terminal, renderProblems(result.problems, style));
    const exitCode = result.ok ? showStates(result.states, settings, terminal) : 1;
    if (result.ok && settings.client && !hasClientPackage(settings.out))
      print(terminal, `The client needs ${CLIENT_PACKAGE}: npm install ${CLIENT_PACKAGE}\n`);
    return { exitCode, files: [...result.files, ...watched] };
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    return { exitCode: complain(terminal, error.message), files: [settings.spec, ...watched] };
  }
}

/** From here on the files are no longer as they were. */
function writeForGood<T>(write: () => T, { out, watch }: Settings, terminal: Terminal): T {
  return terminal.withoutInterrupt(() => {
    const states = write();
    if (!watch) terminal.setLastWords({ stream: "stderr", text: `Interrupted. ${out} is up to date.` });
    return states;
  });
}

async function openSource({ spec, allowOutside }: Settings, terminal: Terminal): Promise<DocumentSource> {
  if (spec !== STDIN) return sourceOnDisk(spec, { allowOutside });
  try {
    return sourceOfText("stdin", decodeText("stdin", await terminal.readStdin()), { allowOutside });
  } catch (error) {
    throw error instanceof Error ? new CommandError(error.message) : error;
  }
}

function showStages(terminal: Terminal): Observe {
  const start = terminal.now();
  const { isTTY = false } = terminal.stdout;
  const style = chooseStyle(terminal.stdout, terminal.env);
  let callOff: (() => void) | undefined;
  return (stage, milliseconds) => {
    callOff?.();
    callOff = undefined;
    if (milliseconds !== undefined)
      return void print(terminal, `${isTTY ? CLEAR_LINE : ""}${renderStage(stage, milliseconds, style)}`);
    const spent = terminal.now() - start;
    const done = stage === "check" ? STAGES.length - 1 : STAGES.indexOf(stage);
    if (isTTY && spent > PROGRESS_AFTER_MILLISECONDS)
      print(terminal, `${renderProgress(stage, done, STAGES.length)}\r`);
    if (!isTTY) callOff = terminal.announceLater(`${stage} is still at work`, ANNOUNCE_AFTER_MILLISECONDS);
  };
}

function showStates(
  states: readonly FileState[],
  { check, out, spec }: Settings,
  terminal: Terminal,
): number {
  const style = chooseStyle(terminal.stdout, terminal.env);
  for (const state of states) {
    const path = join(out, state.file).replaceAll("\\", "/");
    print(terminal, check ? renderCheck(path, state, style) : renderFile(path, DEEDS[state.state], style));
  }
  if (!check || states.every(({ state }) => state === "unchanged")) return 0;
  return complain(terminal, `${out} is not what ${spec} gives; the same command without --check updates it`);
}

const DEEDS = { unchanged: "unchanged", missing: "written", stale: "written", extra: "removed" } as const;

function renderCheck(path: string, state: FileState, style: Style): string {
  if (state.state !== "stale") return renderFile(path, state.state, style);
  const { line, expected, found } = state.difference;
  const sides = `  expected: ${expected ?? "(end of the file)"}\n  found:    ${found ?? "(end of the file)"}\n`;
  return `${renderFile(`${path}:${line}`, state.state, style)}${sides}`;
}
