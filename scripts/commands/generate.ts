import { join } from "node:path";
import { readChoice, readOptions, UsageError } from "./args.js";
import { chooseStyle, renderFile, renderProblems, renderProgress, renderStage } from "../pipeline/report.js";
import {
  findLintConfig,
  generate,
  OutputError,
  sourceOnDisk,
  STAGES,
  type FileState,
  type Observe,
} from "../pipeline/run.js";
import { waitForChange } from "../pipeline/watch.js";

const HELP = `Usage: npm run generate -- [options]

Makes schema.ts, validators.ts, operations.ts, the runtime they need and openapi.json from an OpenAPI document.

  --spec FILE                 OpenAPI 3.0 or 3.1, JSON or YAML (default: openapi/openapi.yaml)
  --out DIR                   folder of the generated files (default: generated)
  --formats annotate|assert   whether "format" only describes a value or also refuses it (default: annotate)
  --check                     write nothing; end with 1 when a file is not what the document gives
  --watch                     generate again whenever a file of the document is saved; Ctrl-C ends it
  --help                      show this text

The lint follows the redocly.yaml beside the document or in the nearest folder above it, up to the root of its
package. Without one only what makes the document invalid is reported. References are read from files, never
from a network.

All files are written or none. Files in DIR that an earlier run wrote and that are no longer needed are
removed; other files are left alone.

Exit code: 0 done, 1 the document or the output is at fault, 2 wrong usage.
`;

type Settings = {
  readonly spec: string;
  readonly out: string;
  readonly formats: "annotate" | "assert";
  readonly check: boolean;
};

/** Shown only when the work takes longer than this. */
const PROGRESS_AFTER_MILLISECONDS = 1000;

/** Takes the progress bar away (ECMA-48 §8.3.41, Erase in Line). */
const CLEAR_LINE = "\u001B[2K";

const outStyle = chooseStyle(process.stdout.isTTY, process.env);
const errorStyle = chooseStyle(process.stderr.isTTY, process.env);

export async function run(argv: readonly string[]): Promise<number> {
  try {
    const values = readOptions(argv, {
      spec: { type: "string", default: "openapi/openapi.yaml" },
      out: { type: "string", default: "generated" },
      formats: { type: "string", default: "annotate" },
      check: { type: "boolean", default: false },
      watch: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    });
    if (values.help) return say(HELP);
    const formats = readChoice("--formats", values.formats, ["annotate", "assert"]);
    if (values.check && values.watch) throw new UsageError("--check and --watch exclude each other");
    if (values.spec === "" || values.out === "") throw new UsageError("--spec and --out need a value");
    const settings = { ...values, formats };
    return values.watch ? await watchDocument(settings) : await runOnce(settings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nSee: npm run generate -- --help\n`);
    return 2;
  }
}

async function runOnce(settings: Settings): Promise<number> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      complain(`Interrupted. ${settings.out} is as it was.`);
      process.exit(signal === "SIGINT" ? 130 : 143);
    });
  }
  const { code } = await runPipeline(settings);
  return code;
}

/** One run after another until Ctrl-C; a run that fails leaves the last good output. */
async function watchDocument(settings: Settings): Promise<number> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return await watchNext(settings, stop.signal);
}

async function watchNext(settings: Settings, stop: AbortSignal): Promise<number> {
  const start = Date.now();
  const { files } = await runPipeline(settings);
  say(`Watching ${files.length === 1 ? settings.spec : `${files.length} files`}. Ctrl-C ends it.\n`);
  if (!(await waitForChange(files, start, stop))) return say("Stopped.\n");
  say("\n");
  return await watchNext(settings, stop);
}

/** @returns the exit code, and the files whose change asks for another run. */
async function runPipeline(settings: Settings): Promise<{ code: number; files: readonly string[] }> {
  const configFile = findLintConfig(settings.spec);
  const watched = configFile === undefined ? [] : [configFile];
  try {
    const result = await generate(sourceOnDisk(settings.spec), {
      ...settings,
      configFile,
      observe: showStages(),
    });
    if (result.problems.length > 0) complain(renderProblems(result.problems, errorStyle));
    const code = result.ok ? showStates(result.states, settings) : 1;
    return { code, files: [...result.files, ...watched] };
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    complain(error.message);
    return { code: 1, files: [settings.spec, ...watched] };
  }
}

function showStages(): Observe {
  const start = performance.now();
  const { isTTY } = process.stdout;
  return (stage, milliseconds) => {
    if (milliseconds !== undefined)
      say(`${isTTY ? CLEAR_LINE : ""}${renderStage(stage, milliseconds, outStyle)}\n`);
    else if (isTTY && performance.now() - start > PROGRESS_AFTER_MILLISECONDS) {
      const done = stage === "check" ? STAGES.length - 1 : STAGES.indexOf(stage);
      say(`${renderProgress(stage, done, STAGES.length)}\r`);
    }
  };
}

function showStates(states: readonly FileState[], { check, out, spec }: Settings): number {
  for (const state of states) {
    const path = join(out, state.file).replaceAll("\\", "/");
    say(check ? renderCheck(path, state) : `${renderFile(path, DEEDS[state.state], outStyle)}\n`);
  }
  if (!check || states.every(({ state }) => state === "unchanged")) return 0;
  complain(`${out} is not what ${spec} gives: npm run generate brings it up to date.`);
  return 1;
}

const DEEDS = { unchanged: "unchanged", missing: "written", stale: "written", extra: "removed" } as const;

function renderCheck(path: string, state: FileState): string {
  if (state.state !== "stale") return `${renderFile(path, state.state, outStyle)}\n`;
  const { line, expected, found } = state.difference;
  const sides = `  expected: ${expected ?? "(end of the file)"}\n  found:    ${found ?? "(end of the file)"}\n`;
  return `${renderFile(`${path}:${line}`, state.state, outStyle)}\n${sides}`;
}

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
