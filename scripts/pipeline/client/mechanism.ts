// The code of src/ that sends a call of any API, as it is copied beside what is generated.

import { readdir, readFile } from "node:fs/promises";
import { posix } from "node:path";

const SOURCES = new URL("../../../src/", import.meta.url);

/** What of src/ belongs to this package's own client. */
const OWN = new Set(["index.ts", "jetemail.ts", "version.ts", "client-name.ts"]);

/** What operations use of it is copied by their table already, into a folder of its own. */
const WIRE = "wire/";

export type Mechanism = {
  /** The files by their place in the output. */
  readonly files: ReadonlyMap<string, string>;
  /** The modules of src/wire that they import. */
  readonly wire: readonly string[];
};

/** Its imports lead from `client/` to what is generated. */
export async function readMechanism(): Promise<Mechanism> {
  const names = (await readdir(SOURCES, { recursive: true })).map((name) => name.replaceAll("\\", "/"));
  const files = names.filter((name) => name.endsWith(".ts") && !OWN.has(name) && !name.startsWith(WIRE));
  const read = await Promise.all(
    files.toSorted().map(async (file) => {
      const text = (await readFile(new URL(file, SOURCES), "utf8")).replaceAll("\r\n", "\n");
      return [placeOf(file), moveImports(text, file)] as const;
    }),
  );
  const texts = read.map(([, text]) => [...text.matchAll(/ from "[./]*\/wire\/(.*)\.js";$/gm)]);
  return { files: new Map(read), wire: [...new Set(texts.flat().map(([, module = ""]) => module))] };
}

/** Where a file of src/, or of generated/ beside it, stands in the output. */
export function placeOf(file: string): string {
  if (file.startsWith("../generated/")) return file.slice("../generated/".length);
  return file.startsWith(WIRE) ? file : `client/${file}`;
}

function moveImports(text: string, file: string): string {
  const folder = posix.dirname(placeOf(file));
  return text.replaceAll(/ from "(\..*)";$/gm, (_, path: string) => {
    const moved = posix.relative(folder, placeOf(posix.join(posix.dirname(file), path)));
    return ` from "${moved.startsWith(".") ? moved : `./${moved}`}";`;
  });
}
