import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runNpm } from "../package/pack.js";
import { commonjs, scripts, tests, typescript } from "./programs.js";

/** Every compiler from the oldest that is supported to the newest that installs. */
export const compilers = {
  "5.4": "5.4.5",
  "5.5": "5.5.4",
  "5.6": "5.6.3",
  "5.7": "5.7.3",
  "5.8": "5.8.3",
  "5.9": "5.9.3",
  "6.0": "6.0.3",
  "7.0": "7.0.2",
} as const;

export type Compiler = keyof typeof compilers;

const tools: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(compilers).map(([name, version]) => [`typescript-${name}`, `npm:typescript@${version}`]),
  ),
  vite: "8.3.8",
  webpack: "5.112.2",
};

const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--engine-strict=false", "--loglevel=error"];

/** The folder of the compilers and bundlers, installed when it is not what the table above says. */
export function installTools(): string {
  const folder = resolve("node_modules/.cache/consumers");
  const text = JSON.stringify({ private: true, type: "module", dependencies: tools }, null, 2);
  const manifest = join(folder, "package.json");
  const stamp = join(folder, "node_modules", ".installed");
  if (existsSync(stamp) && readFileSync(manifest, "utf8") === text) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, text);
  runNpm(["install", ...quiet], folder);
  writeFileSync(stamp, "");
  return folder;
}

/**
 * A project of somebody else, with the tarball in it as npm installs it. It stands outside of this repository,
 * whose own `node_modules/@types` a compiler would find otherwise.
 */
export function makeProject(tarball: string, packages: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "jetemail-client-consumer-"));
  const files = {
    "package.json": JSON.stringify({ private: true, type: "module" }),
    "app.ts": typescript,
    "app.cts": commonjs,
    ...scripts,
    ...tests,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  runNpm(["install", ...quiet, tarball, ...packages], folder);
  return folder;
}
