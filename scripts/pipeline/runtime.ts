import { readFileSync } from "node:fs";

const SOURCES = new URL("../jsonschema/runtime/", import.meta.url);

/** The files that generated code imports, by name. They are plain TypeScript, and are copied as it is. */
export function readRuntime(formats: "annotate" | "assert"): ReadonlyMap<string, string> {
  const base = joinParts("runtime.ts");
  if (formats === "annotate") return new Map([["runtime.ts", base]]);
  return new Map([
    ["runtime.ts", `${base}\nexport * from "./runtime-formats.js";\n`],
    ["runtime-formats.ts", readSource("runtime-formats.ts")],
    ["runtime-idn.ts", readSource("runtime-idn.ts")],
  ]);
}

/** The modules that a list exports as one module, in the order of the list. */
function joinParts(list: string): string {
  const names = [...readSource(list).matchAll(/^export \* from "\.\/(.*)\.js";$/gm)];
  const parts = names.map(([, name]) => readSource(`${name}.ts`));
  return parts.map((part) => part.replaceAll(/^import [^;]* from "\.\/.*";\n+/gm, "")).join("\n");
}

function readSource(file: string): string {
  return readFileSync(new URL(file, SOURCES), "utf8").replaceAll("\r\n", "\n");
}
