import { readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { createCommand } from "./terminal/args.js";
import { runProgram } from "./terminal/run-program.js";

const HELP = `Usage: npm run build

Makes dist/, which is what the package publishes: JavaScript, declarations and source maps from src/ and generated/.

Exit code: 0 done, 1 the sources do not compile, 2 wrong usage.
`;

const OUT = "dist";
const CLIENT = `${OUT}/src`;

/** The modules of src/ that stay files of their own: the entry point, and what a bundler can leave out of it. */
const MODULES = ["index", "jetemail", "client", "errors"];

export const run = createCommand({ script: "build", help: HELP, options: {} }, async (_values, terminal) => {
  rmSync(OUT, { recursive: true, force: true });
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  if (!(await runProgram(terminal, compiler, ["-p", "tsconfig.build.json"]))) return 1;
  await Promise.all(MODULES.map(bundleModule));
  removeBundled();
  return 0;
});

/** The rest of src/ goes into those that import it, because each module costs its time when it is loaded. */
async function bundleModule(name: string): Promise<void> {
  const others = MODULES.filter((other) => other !== name);
  await build({
    entryPoints: [`${CLIENT}/${name}.js`],
    outfile: `${CLIENT}/${name}.js`,
    allowOverwrite: true,
    bundle: true,
    format: "esm",
    packages: "external",
    external: ["../generated/*", ...others.map((other) => `./${CLIENT}/${other}.js`)],
    sourcemap: true,
    sourcesContent: false,
    logLevel: "warning",
  });
}

/** Declarations stay: they name each other. */
function removeBundled(): void {
  const kept = new Set(MODULES.flatMap((name) => [`${name}.js`, `${name}.js.map`]));
  for (const file of readdirSync(CLIENT, { recursive: true, encoding: "utf8" })) {
    if (/\.js(?:\.map)?$/.test(file) && !kept.has(file)) rmSync(join(CLIENT, file));
  }
}
