// V8's code of the scripts that a command has loaded, so that the next start compiles nothing. One file a command.
import { readCacheFile, writeCacheFile } from "./cache-folder.mjs";

/** V8 itself refuses what another version of it has written; that the text is the same is for the fingerprint to say. */
export function readCodeCache(command) {
  const { header, body } = readCacheFile(fileOf(command)) ?? { header: { scripts: [] } };
  const entries = new Map();
  let start = 0;
  for (const { name, fingerprint, length } of header.scripts) {
    entries.set(name, { fingerprint, data: body.subarray(start, start + length) });
    start += length;
  }
  return {
    find({ name, fingerprint }) {
      const entry = entries.get(name);
      return entry?.fingerprint === fingerprint ? entry.data : undefined;
    },
  };
}

/** Made after the run, when what was needed has been compiled. */
export function writeCodeCache(command, loaded) {
  const parts = loaded.map(({ script }) => script.createCachedData());
  const scripts = loaded.map(({ name, fingerprint }, index) => ({
    name,
    fingerprint,
    length: parts[index].length,
  }));
  writeCacheFile(fileOf(command), { scripts }, Buffer.concat(parts));
}

function fileOf(command) {
  return `${command}.code`;
}
