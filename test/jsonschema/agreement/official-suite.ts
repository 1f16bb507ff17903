import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export type SuiteCase = { readonly description: string; readonly data: unknown; readonly valid: boolean };
export type SuiteGroup = {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly SuiteCase[];
};
/** Made-up keywords of the suite, which the compiler would otherwise refuse: nothing unknown is skipped in silence. */
export const MADE_UP = ["unknown-keyword", "unknown/keyword", "array_of_schemas", "object_of_schemas"];

export type SuiteFile = { readonly name: string; readonly groups: readonly SuiteGroup[] };

/** The suite as it was published; its README says where and when. */
const ROOT = fileURLToPath(new URL("../../json-schema-test-suite", import.meta.url));

/** The files of draft 2020-12, by a name such as `optional/format/email`. */
export function readSuite(): readonly SuiteFile[] {
  const folder = join(ROOT, "draft2020-12");
  return jsonFiles(folder).map((file) => ({
    name: relative(folder, file)
      .replaceAll("\\", "/")
      .replace(/\.json$/, ""),
    // The suite's files have one shape.
    groups: readJson(file) as readonly SuiteGroup[],
  }));
}

/** Documents that the suite's schemas refer to, by the address that they give them, with the meta-schemas. */
export function readRemotes(): ReadonlyMap<string, unknown> {
  const folder = join(ROOT, "remotes");
  const remotes = jsonFiles(folder).map(
    (file) =>
      [`http://localhost:1234/${relative(folder, file).replaceAll("\\", "/")}`, readJson(file)] as const,
  );
  return new Map([...remotes, ...metaSchemas()]);
}

/** The meta-schemas of 2020-12, as ajv ships them. */
function metaSchemas(): readonly (readonly [string, unknown])[] {
  const folder = join(
    createRequire(import.meta.url).resolve("ajv/dist/refs/json-schema-2020-12/schema.json"),
    "..",
  );
  return jsonFiles(folder).map((file) => {
    const schema = readJson(file) as { readonly $id: string };
    return [schema.$id, schema] as const;
  });
}

function jsonFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
