import { readdirSync } from "node:fs";
import { posix } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { writerOfStyle } from "../../../scripts/pipeline/operations/media-entries.js";
import { moduleOf, readWire } from "../../../scripts/pipeline/wire.js";
import { PATH_STYLES, QUERY_STYLES } from "../../../src/wire/parameter/styles.js";

/** The modules whose file is called after the function that operations.ts imports. */
const modules = readdirSync("src/wire", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/").replace(/\.ts$/, ""))
  .filter((module) => /\/(?:write|read|match|choose)-/.test(module));

const nameOf = (module: string): string =>
  posix.basename(module).replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

describe("a function of src/wire is found by its name", () => {
  it.each(modules)("%s", async (module) => {
    expect(moduleOf(nameOf(module))).toBe(module);
    // The path is that of a file that has just been listed.
    const exported = (await import(
      /* @vite-ignore */ pathToFileURL(`src/wire/${module}.ts`).href
    )) as Readonly<Record<string, unknown>>;
    expect(exported[nameOf(module)]).toBeTypeOf("function");
  });

  it.each(Object.entries({ ...PATH_STYLES, ...QUERY_STYLES }))("style %s", async (style, write) => {
    const name = `write${style.charAt(0).toUpperCase()}${style.slice(1)}`;
    const exported = (await import(
      /* @vite-ignore */ pathToFileURL(`src/wire/${moduleOf(name)}.ts`).href
    )) as Readonly<Record<string, unknown>>;
    expect(exported[name]).toBe(write);
  });

  it.each(Object.keys(QUERY_STYLES))("the pipeline names the same for style %s", (style) => {
    expect(writerOfStyle(style)).toBe(`write${style.charAt(0).toUpperCase()}${style.slice(1)}`);
  });
});

describe("what is copied", () => {
  it("is the modules that are named and what they import, and no more", async () => {
    expect([...readWire(["readBlob", "writeForm"].map(moduleOf)).keys()]).toEqual([
      "wire/bytes.ts",
      "wire/escape.ts",
      "wire/parameter/list-pairs.ts",
      "wire/parameter/parameter.ts",
      "wire/parameter/write-form.ts",
      "wire/platform.ts",
      "wire/response/read-blob.ts",
      "wire/value.ts",
    ]);
    expect(readWire([]).size).toBe(0);
  });

  it("imports nothing but itself", async () => {
    const copied = readWire(modules);
    const imported = [...copied].flatMap(([file, text]) =>
      ts
        .preProcessFile(text)
        .importedFiles.map(({ fileName }) =>
          posix.join(posix.dirname(file), fileName.replace(/\.js$/, ".ts")),
        ),
    );
    expect(imported.filter((file) => !copied.has(file))).toEqual([]);
  });
});
