import { readFileSync } from "node:fs";
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
export function readWire(modules: Iterable<string>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const read = (module: string): void => {
    if (texts.has(module)) return;
    const text = readFileSync(new URL(`${module}.ts`, SOURCES), "utf8").replaceAll("\r\n", "\n");
    texts.set(module, text);
    for (const [, path = ""] of text.matchAll(/ from "(\..*)\.js";$/gm))
      read(posix.join(posix.dirname(module), path));
  };
  for (const module of modules) read(module);
  return new Map([...texts].toSorted().map(([module, text]) => [`wire/${module}.ts`, text]));
}
