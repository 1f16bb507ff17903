// A command with the sources that it is made of, and each package that it imports, are one script each: Node spends more
// on finding and compiling a thousand modules than a command on its work. A script is kept with the list of what it was
// made from, and made anew when any of that has changed.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { pathInCache, readCacheFile, writeCacheFile } from "./cache-folder.mjs";

const require = createRequire(import.meta.url);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a program of its own, which it finds beside itself. */
export const UNBUNDLED = ["esbuild"];

/** Packages of packages, of which there must be one alone. */
export const SHARED = ["typescript"];

/** What every script depends on: how it is made, and with which packages. */
const RECIPE = ["scripts/start/bundle.mjs", "tsconfig.json", "node_modules/.package-lock.json"];

/** What the function around a script takes. A script out of V8's cache cannot import by itself. */
const PARAMETERS = "exports, require, module, __filename, __dirname, __import";

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  metafile: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  // One byte a character.
  charset: "ascii",
  legalComments: "none",
  logLevel: "error",
  banner: { js: `(function (${PARAMETERS}) {` },
  footer: { js: "})" },
};

/**
 * @typedef {{ readonly name: string, readonly file: string, readonly folder: string, readonly fingerprint: string,
 *   readonly text: string }} Bundle a function expression, and the fingerprint of what it was made from.
 */

/** @returns {Promise<Bundle>} the sources of commands/NAME.ts. They change often: their content counts. */
export async function bundleCommand(command) {
  const name = `command-${command}`;
  const kept = readBundle(name, hashContent);
  if (kept !== undefined) return kept;
  const start = Date.now();
  const built = await require("esbuild").build({
    ...OPTIONS,
    entryPoints: [`scripts/commands/${command}.ts`],
    packages: "external",
    plugins: [{ name: "own-address", setup: keepAddresses }],
  });
  return keepBundle(name, hashContent, { ...built, start });
}

/** @returns {Bundle} a package with all that it imports. It is large and changes rarely: the times of its files count. */
export function bundlePackage(specifier) {
  const name = specifier.replaceAll(/[^\w.-]/g, "-");
  const kept = readBundle(name, hashTimes);
  if (kept !== undefined) return kept;
  const start = Date.now();
  const built = require("esbuild").buildSync({
    ...OPTIONS,
    entryPoints: [specifier],
    external: [...SHARED, ...UNBUNDLED].filter((shared) => shared !== specifier),
  });
  return keepBundle(name, hashTimes, { ...built, start });
}

function readBundle(name, hash) {
  const kept = readCacheFile(fileOf(name));
  if (kept === undefined || hash(kept.header.inputs) !== kept.header.fingerprint) return undefined;
  return toBundle(name, kept.header.fingerprint, kept.body);
}

function keepBundle(name, hash, { outputFiles: [output], metafile, start }) {
  const inputs = [...RECIPE, ...Object.keys(metafile.inputs)];
  const fingerprint = hash(inputs);
  // The mark of an import that is meant for the running program, and not for who bundles.
  const text = output.text.replaceAll(/\bimport\((?=\s*\/\* webpackIgnore: true \*\/)/g, "__import(");
  const body = Buffer.from(text.replaceAll(/[^\0-\u00ff]/g, escapeCharacter), "latin1");
  // What was saved meanwhile may have been read before or after.
  const isCertain = inputs.every((input) => !(readTimes(input).mtimeMs >= start));
  if (isCertain) writeCacheFile(fileOf(name), { fingerprint, inputs }, body);
  return toBundle(name, fingerprint, body);
}

/** What esbuild leaves as it is: it does not look into regular expressions. */
function escapeCharacter(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function fileOf(name) {
  return `${name}.cjs`;
}

function toBundle(name, fingerprint, body) {
  const file = pathInCache(fileOf(name));
  return { name, file, folder: dirname(file), fingerprint, text: body.toString("latin1") };
}

/** A checkout elsewhere that shares the packages has paths of its own. */
function hashContent(inputs) {
  const hash = createHash("sha256").update(ROOT);
  for (const input of inputs) hash.update(`\n${input}\n`).update(readIfThere(resolve(ROOT, input)));
  return hash.digest("hex");
}

function hashTimes(inputs) {
  const hash = createHash("sha256");
  for (const input of inputs.slice(0, RECIPE.length)) hash.update(readIfThere(resolve(ROOT, input)));
  for (const input of inputs.slice(RECIPE.length)) {
    const { size, mtimeMs } = readTimes(input);
    hash.update(`\n${input} ${size} ${mtimeMs}`);
  }
  return hash.digest("hex");
}

function readTimes(input) {
  return statSync(resolve(ROOT, input), { throwIfNoEntry: false }) ?? {};
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return "";
  }
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
