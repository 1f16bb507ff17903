import { readFile } from "node:fs/promises";

const SOURCES = new URL("../jsonschema/runtime/", import.meta.url);

/** The files that generated code imports, by name. They are plain TypeScript, and are copied as it is. */
export async function readRuntime(formats: "annotate" | "assert"): Promise<ReadonlyMap<string, string>> {
  const base = await joinParts("runtime.ts");
  if (formats === "annotate") return new Map([["runtime.ts", base]]);
  return new Map([
    ["runtime.ts", `${base}\nexport * from "./runtime-formats.js";\n`],
    ["runtime-formats.ts", await readSource("runtime-formats.ts")],
    ["runtime-idn.ts", await readSource("runtime-idn.ts")],
  ]);
}

/** The modules that a list exports as one module, in the order of the list. */
async function joinParts(list: string): Promise<string> {
  const names = [...(await readSource(list)).matchAll(/^export \* from "\.\/(.*)\.js";$/gm)];
  const parts = await Promise.all(names.map(([, name]) => readSource(`${name}.ts`)));
  return parts.map((part) => part.replaceAll(/^import [^;]* from "\.\/.*";\n+/gm, "")).join("\n");
}

async function readSource(file: string): Promise<string> {
  return (await readFile(new URL(file, SOURCES), "utf8")).replaceAll("\r\n", "\n");
}
