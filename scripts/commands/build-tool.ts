// The second package: the commands as JavaScript, and beside them what they copy to their output.

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { createCommand } from "./terminal/args.js";
import { runProgram } from "./terminal/run-program.js";
import type { Terminal } from "./terminal/terminal.js";

const HELP = `Usage: npm run build:tool

Makes scripts/dist/, which is what openapi-proof publishes: the commands with the sources that they are made of, each
foreign library left to its package; the declarations of the library; the plugin for Redocly; and the files that a
command copies to its output.

Exit code: 0 done, 1 the sources do not compile, 2 wrong usage.
`;

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OUT = join(ROOT, "scripts/dist");

/** What is read while a command runs, where its source finds it: the folder mirrors this repository. */
const COPIED = ["src", "scripts/jsonschema/runtime", "scripts/docs/redocly.yaml", "LICENSE"];

/** JetEmail's own page, and what exports it. */
const LEFT_OUT = /[\\/]src[\\/](?:jetemail|index|version|client-name)\.ts$|README\.md$/;

const ENTRIES = {
  "openapi-proof": "scripts/tool/bin.mjs",
  thread: "scripts/tool/thread.mjs",
  index: "scripts/tool/index.ts",
};

export const run = createCommand(
  { script: "build:tool", help: HELP, options: {} },
  async (_values, terminal) => {
    rmSync(OUT, { recursive: true, force: true });
    await bundle({ entryPoints: ENTRIES, splitting: true, plugins: [OWN_ADDRESS] });
    await bundle({
      entryPoints: { "scripts/redocly/plugin": "scripts/redocly/plugin.mjs" },
      plugins: [READY_ROOMS],
    });
    for (const path of COPIED)
      cpSync(join(ROOT, path), join(OUT, path), { recursive: true, filter: (file) => !LEFT_OUT.test(file) });
    return (await writeDeclarations(terminal)) ? 0 : 1;
  },
);

async function bundle(options: {
  readonly entryPoints: Readonly<Record<string, string>>;
  readonly splitting?: boolean;
  readonly plugins: Plugin[];
}): Promise<void> {
  await build({
    ...options,
    absWorkingDir: ROOT,
    outdir: OUT,
    chunkNames: "[name]-[hash]",
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    outExtension: { ".js": ".mjs" },
    legalComments: "none",
    logLevel: "warning",
  });
}

/** In parts, because it would be replaced here as well. */
const ADDRESS = ["import", "meta", "url"].join(".");

/** A bundled module still finds the files beside its source: in the copy of them, from the folder of the bundles. */
const OWN_ADDRESS: Plugin = {
  name: "own-address",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]scripts[\\/].*\.ts$/ }, ({ path }) => {
      const place = toAddress(ROOT, path);
      const address = `new URL(${JSON.stringify(place)}, ${ADDRESS}).href`;
      return { loader: "ts", contents: readFileSync(path, "utf8").replaceAll(ADDRESS, address) };
    });
  },
};

/** The path of a file from a folder that holds it, as part of a URL; on Windows too. */
export function toAddress(root: string, path: string): string {
  const [from, to] = [root, path].map((text) => text.replaceAll("\\", "/"));
  return `./${posix.relative(from ?? "", to ?? "")}`;
}

/** In the repository the rooms that rules ask are bundled when they are asked; here they are parts of the plugin. */
const READY_ROOMS: Plugin = {
  name: "ready-rooms",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]redocly[\\/]load-compiled\.mjs$/ }, () => ({
      contents: `import { judgePattern } from "../pattern/judge.ts"; export const loadJudge = () => judgePattern;
import { findInFiles } from "../pipeline/checks/files.ts"; export const loadFinder = () => findInFiles;`,
      resolveDir: join(ROOT, "scripts/redocly"),
    }));
  },
};

const LIBRARY = "scripts/tool/index.d.ts";

/** Of the library's entry and of what its types name, and of nothing else. */
async function writeDeclarations(terminal: Terminal): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "openapi-proof-types-"));
  try {
    const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    const config = join(ROOT, "scripts/tsconfig.build.json");
    if (!(await runProgram(terminal, compiler, ["-p", config, "--outDir", folder]))) return false;
    for (const file of listDeclarations(folder, LIBRARY)) {
      mkdirSync(dirname(join(OUT, "types", file)), { recursive: true });
      cpSync(join(folder, file), join(OUT, "types", file));
    }
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function listDeclarations(folder: string, file: string, known: Set<string> = new Set()): ReadonlySet<string> {
  if (known.has(file) || !existsSync(join(folder, file))) return known;
  known.add(file);
  const text = readFileSync(join(folder, file), "utf8");
  for (const [, path = ""] of text.matchAll(/(?:from |import\()"(\..*?)\.js"/g))
    listDeclarations(folder, posix.join(posix.dirname(file), `${path}.d.ts`), known);
  return known;
}
