import type { DocumentSource } from "../../scripts/pipeline/run.js";

/** A document of texts by path; the first is the entry. */
export function sourceInMemory(files: Readonly<Record<string, string>>): DocumentSource {
  const entry = Object.keys(files)[0] ?? "";
  return {
    name: entry,
    entry,
    read: (path) => {
      const text = files[path];
      if (text === undefined) throw new Error(`${path} does not exist`);
      return text;
    },
  };
}
