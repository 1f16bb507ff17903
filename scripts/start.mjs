// Starts a command: `node scripts/start.mjs generate --check` runs commands/generate.ts, whose `run` gives the exit code. A loader that looks at every module of
// every package costs more than the whole work of the pipeline, so the command is bundled first (about 0.1 s). No other file touches the process.
import { mkdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";

/** What the thread of `createAnnouncer` runs: it prints the last line that it was sent, once its time has come. */
const ANNOUNCER = `let timer;
require("node:worker_threads").parentPort.on("message", ([line, milliseconds]) => {
  clearTimeout(timer);
  if (line) timer = setTimeout(() => require("node:fs").writeSync(2, line), milliseconds);
});`;

const [, , command = "", ...rest] = process.argv;
const entry = fileURLToPath(new URL(`commands/${command}.ts`, import.meta.url));
// A folder of its own, because the same command may run twice at once.
const outdir = fileURLToPath(new URL(`../node_modules/.cache/scripts/${process.pid}`, import.meta.url));
process.once("exit", () => rmSync(outdir, { recursive: true, force: true }));
try {
  mkdirSync(outdir, { recursive: true });
} catch (error) {
  process.stderr.write(
    `${outdir} cannot be written (${error.code}), and commands are bundled there: the checkout must be writable.\n`,
  );
  process.exit(1);
}

await build({
  entryPoints: [entry],
  outdir,
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node20",
  outExtension: { ".js": ".mjs" },
  logLevel: "error",
  plugins: [{ name: "own-address", setup: keepAddresses }],
});

// The reader of a pipe may leave early, as head(1) does. Files are written all the same.
process.stdout.on("error", () => undefined);
const { run } = await import(pathToFileURL(`${outdir}/${command}.mjs`).href);
process.exitCode = await run(rest, {
  readStdin: () => buffer(process.stdin),
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  node: process.execPath,
  now: Date.now,
  announceLater: createAnnouncer(),
  onInterrupt,
});

/** The codes of a shell: 128 and the number of the signal. Asked twice, the process ends at once. */
function onInterrupt(listener) {
  process.once("SIGINT", () => listener(130));
  process.once("SIGTERM", () => listener(143));
}

/** A thread of its own prints the line: no timer of this one fires while a stage is at work. */
function createAnnouncer() {
  let thread;
  return (line, milliseconds) => {
    thread ??= new Worker(ANNOUNCER, { eval: true });
    thread.unref();
    thread.postMessage([`${line}\n`, milliseconds], []);
    return () => thread.postMessage([], []);
  };
}

/** A bundled module still finds the files beside its source. */
function keepAddresses({ onLoad }) {
  onLoad({ filter: /[\\/]scripts[\\/].*\.ts$/ }, async ({ path }) => {
    const text = await readFile(path, "utf8");
    return {
      loader: "ts",
      contents: text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
    };
  });
}
