import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { runNpm } from "../../test/package/pack.js";

/** They are read, not run: which Node they want does not matter. */
const QUIET = ["--no-audit", "--no-fund", "--ignore-scripts", "--engine-strict=false", "--loglevel=error"];

/** Installs packages that ship documents in a folder of the cache, where they are not there; gives their `node_modules`. */
export function installPackages(name: string, dependencies: Readonly<Record<string, string>>): string {
  const folder = resolve("node_modules/.cache", name);
  const text = JSON.stringify({ private: true, dependencies }, null, 2);
  const manifest = join(folder, "package.json");
  const modules = join(folder, "node_modules");
  const stamp = join(modules, ".installed");
  if (!existsSync(stamp) || readFileSync(manifest, "utf8") !== text) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(manifest, text);
    runNpm(["install", ...QUIET], folder);
    writeFileSync(stamp, "");
  }
  return modules;
}
