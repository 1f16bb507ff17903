import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { countLines, DOCUMENT, type Candidate } from "./candidates.js";
import { listCases, type Case, type Exchange } from "./cases.js";
import type { Server } from "./server.js";

export type Figures = {
  /** The packages with their versions. */
  readonly name: string;
  readonly commands: number;
  readonly lines: number;
  readonly seconds: { readonly install: number; readonly generate: number; readonly call: number };
  readonly packages: number;
  readonly megabytes: number;
  /** Whether a right request with a right answer is taken, without which a refusal tells nothing. */
  readonly isRightTaken: boolean;
  /** Of the document's own examples, each a call with its answer. */
  readonly examples: readonly boolean[];
  readonly refused: readonly (Pick<Case, "name" | "wrong"> & { readonly isRefused: boolean })[];
  readonly gzipBytes: number;
};

type World = {
  /** Where the candidate's folder, and an empty cache of npm's, are made. */
  readonly folder: string;
  /** Path of the Node that runs everything. */
  readonly node: string;
  readonly document: string;
  /** As the document has them. */
  readonly examples: readonly Exchange[];
  readonly right: Exchange;
  readonly server: Server;
};

const TAKEN = "taken\n";

/** From an empty folder to an answered call, then the calls that should not be. */
export async function measureCandidate(candidate: Candidate, world: World): Promise<Figures> {
  const project = join(world.folder, candidate.name.replaceAll(/\W+/g, "-"));
  writeProject(project, candidate, world.document);
  const run = createRun(project, world);
  const seconds = { install: 0, generate: 0, call: 0 };
  world.server.answerWith(world.right.answer);
  let outcome = "";
  for (const { step, program, args } of candidate.commands) {
    const start = performance.now();
    outcome = await run(program, args, world.right);
    seconds[step] += (performance.now() - start) / 1000;
  }
  const isRightTaken = outcome === TAKEN;
  const call = (each: Exchange) => run("npx", ["tsx", "app.ts"], each);
  const refused = await tryCases(listCases(world.right), world.server, call);
  const examples = await tryExamples(world, call);
  return {
    name: candidate.shown.map((name) => `${name} ${readVersion(project, name)}`).join(" + "),
    commands: candidate.commands.length,
    lines: countLines(candidate),
    seconds,
    ...measureFolder(join(project, "node_modules")),
    isRightTaken,
    examples,
    refused,
    gzipBytes: await measureBundle(project, candidate),
  };
}

function writeProject(project: string, { files, setup, call }: Candidate, document: string): void {
  mkdirSync(project, { recursive: true });
  const program = `${setup}
const { bookingId, body } = JSON.parse(process.env.EXCHANGE ?? "");
const outcome = ${call}.then(() => "taken", (error: unknown) => "refused: " + String(error));
console.log(await outcome);
`;
  const entry = `${setup}\nexport const pay = (bookingId: string, body: any) => ${call};\n`;
  const all = { ...files, [DOCUMENT]: document, "app.ts": program, "page.ts": entry };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(project, name), text);
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
}

type Run = (program: "npm" | "npx", args: readonly string[], exchange: Exchange) => Promise<string>;

/** Everybody downloads everything: the cache of npm is the candidate's own. */
function createRun(project: string, { node }: World): Run {
  return async (program, args, exchange) => {
    const env = {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env["PATH"] ?? ""}`,
      EXCHANGE: JSON.stringify(exchange),
      npm_config_cache: join(project, ".npm"),
      npm_config_audit: "false",
      npm_config_fund: "false",
      npm_config_update_notifier: "false",
    };
    const { stdout } = await promisify(execFile)(program, args, { cwd: project, env, maxBuffer: 2 ** 26 });
    return stdout;
  };
}

type Call = (exchange: Exchange) => Promise<string>;

async function tryExamples({ examples, server }: World, call: Call): Promise<readonly boolean[]> {
  const tried = [];
  for (const example of examples) {
    server.answerWith(example.answer);
    tried.push((await call(example)) === TAKEN);
  }
  return tried;
}

async function tryCases(cases: readonly Case[], server: Server, call: Call) {
  const tried = [];
  for (const each of cases) {
    server.answerWith(each.answer);
    const outcome = await call(each);
    const isKept = each.wrong === "answer" || server.countReceived() === 0;
    tried.push({ name: each.name, wrong: each.wrong, isRefused: outcome.startsWith("refused") && isKept });
  }
  return tried;
}

function readVersion(project: string, name: string): string {
  const manifest = readFileSync(join(project, "node_modules", name, "package.json"), "utf8");
  // npm keeps the form of its manifest.
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

function measureFolder(folder: string): { readonly packages: number; readonly megabytes: number } {
  // So does it keep that of its lock file.
  const lock = JSON.parse(readFileSync(join(folder, ".package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, unknown>>;
  };
  return { packages: Object.keys(lock.packages).length, megabytes: sumBytes(folder) / 1_000_000 };
}

function sumBytes(folder: string): number {
  const sizes = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sumBytes(path);
    return entry.isFile() ? statSync(path).size : 0;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What a page loads for the one call. */
async function measureBundle(project: string, { call }: Candidate): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [join(project, "page.ts")],
    absWorkingDir: project,
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "error",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`no bundle was made of ${call}`);
  return gzipSync(file.contents).byteLength;
}
