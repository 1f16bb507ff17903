import { createRequire, isBuiltin } from "node:module";
import { Script } from "node:vm";
import { bundleCommand, bundlePackage, SHARED, UNBUNDLED } from "./bundle.mjs";
import { readCodeCache, writeCodeCache } from "./code-cache.mjs";

const requireInstalled = createRequire(import.meta.url);

/**
 * Loads commands/NAME.ts. Packages are loaded when they are asked for, each once.
 * @returns its `run`, and a function that keeps the compiled code for the next start where any was missing.
 */
export async function loadCommand(command) {
  const kept = readCodeCache(command);
  const scripts = [];
  const packages = new Map();

  function evaluate(bundle, require) {
    const cachedData = kept.find(bundle);
    const script = new Script(bundle.text, { filename: bundle.file, cachedData });
    const isNew = cachedData === undefined || script.cachedDataRejected === true;
    scripts.push({ ...bundle, script, isNew });
    const module = { exports: {} };
    script.runInThisContext()(module.exports, require, module, bundle.file, bundle.folder, importModule);
    return module.exports;
  }

  function requirePackage(specifier) {
    if (isBuiltin(specifier) || UNBUNDLED.includes(specifier)) return requireInstalled(specifier);
    if (!packages.has(specifier))
      packages.set(specifier, evaluate(bundlePackage(specifier), requireFromPackage));
    return packages.get(specifier);
  }

  /** What is left unbundled in a package is shared, or looked for only where it happens to be installed. */
  function requireFromPackage(specifier) {
    return SHARED.includes(specifier) ? requirePackage(specifier) : requireInstalled(specifier);
  }

  const { run } = evaluate(await bundleCommand(command), requirePackage);
  const keep = () => {
    if (scripts.some(({ isNew }) => isNew)) writeCodeCache(command, scripts);
  };
  return { run, keep };
}

/** A script out of V8's cache has no `import` of its own. */
const importModule = (specifier) => import(specifier);
