import { readFile } from "node:fs/promises";
import { posix } from "node:path";

const SOURCES = new URL("../../src/wire/", import.meta.url);

/** Which part of a message a function of src/wire writes or reads, by its name: the first that fits counts. */
const FOLDERS: readonly (readonly [name: RegExp, folder: string])[] = [
  // What no function is, is a type.
  [/^[A-Z]/, "method"],
  [/^write(?:Basic|Bearer|\w+Key)$/, "credential"],
  [/^(?:choose|write\w+Body$)/, "body"],
  [/^(?:match|read)/, "response"],
  [/^/, "parameter"],
];

/** The module that exports a function or a type of src/wire: each stands in a file of its name. */
export function moduleOf(name: string): string {
  const [, folder] = FOLDERS.find(([pattern]) => pattern.test(name)) ?? [];
  return `${folder}/${name.replaceAll(/(?<!^)[A-Z]/g, "-$&").toLowerCase()}`;
}

/** Some modules of src/wire and what they import, by their place in the output. They are copied as they are. */
export async function readWire(modules: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const read = async (module: string): Promise<void> => {
    if (texts.has(module)) return;
    texts.set(module, "");
    const text = (await readFile(new URL(`${module}.ts`, SOURCES), "utf8")).replaceAll("\r\n", "\n");
    texts.set(module, text);
    const imported = [...text.matchAll(/ from "(\..*)\.js";$/gm)];
    await Promise.all(imported.map(([, path = ""]) => read(posix.join(posix.dirname(module), path))));
  };
  await Promise.all([...modules].map(read));
  return new Map([...texts].toSorted().map(([module, text]) => [`wire/${module}.ts`, text]));
}
