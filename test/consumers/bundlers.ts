import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";

const run = promisify(execFile);

/** Makes one program of `entry`. @returns the program's file. */
export type MakeBundle = (project: string, tools: string, entry: string) => Promise<string>;

/** As a user starts each of them; what they take for granted is part of the claim. */
export const bundlers: Readonly<Record<string, MakeBundle>> = {
  esbuild: async (project, _tools, entry) => {
    const outfile = join(project, "out-esbuild", "app.mjs");
    await build({
      entryPoints: [join(project, entry)],
      outfile,
      bundle: true,
      minify: true,
      format: "esm",
      logLevel: "silent",
    });
    return outfile;
  },
  vite: async (project, tools, entry) => {
    const vite = join(tools, "node_modules/vite/bin/vite.js");
    const config = {
      logLevel: "warn",
      build: {
        outDir: "out-vite",
        rollupOptions: { input: entry, output: { entryFileNames: "app.mjs", format: "es" } },
      },
    };
    writeFileSync(join(project, "vite.config.mjs"), `export default ${JSON.stringify(config)};`);
    await run(process.execPath, [vite, "build"], { cwd: project });
    return join(project, "out-vite", "app.mjs");
  },
  webpack: async (project, tools, entry) => {
    // webpack's own command is a further package; its function is the same thing.
    const webpack: unknown = createRequire(join(tools, "package.json"))("webpack");
    if (typeof webpack !== "function") throw new TypeError("webpack is not a function");
    const output = { path: join(project, "out-webpack"), filename: "app.cjs" };
    const options = { mode: "production", target: "web", context: project, entry: `./${entry}`, output };
    await new Promise<void>((resolve, reject) => {
      webpack(options, (error: Error | null, stats: { hasErrors(): boolean; toString(): string }) => {
        if (error !== null) reject(error);
        else if (stats.hasErrors()) reject(new Error(stats.toString()));
        else resolve();
      });
    });
    return join(output.path, output.filename);
  },
};
