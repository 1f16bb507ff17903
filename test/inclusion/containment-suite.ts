import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One question of the suite, whether every value of `a` is a value of `b`, and its answer. */
export type SuiteQuestion = {
  /** File, number and direction: `universal/anchor 4 b in a`. */
  readonly name: string;
  readonly a: unknown;
  readonly b: unknown;
  readonly expected: boolean;
};

type Group = {
  readonly id: number;
  readonly schema1: unknown;
  readonly schema2: unknown;
  readonly tests: { readonly s1SubsetEqOfs2?: boolean; readonly s2SubsetEqOfs1?: boolean };
};

const ROOT = fileURLToPath(new URL("../json-schema-containment-test-suite/draft2020-12", import.meta.url));

export function readQuestions(): readonly SuiteQuestion[] {
  return jsonFiles(ROOT).flatMap((file) => {
    const name = file.replaceAll("\\", "/").replace(/\.json$/, "");
    // The suite's files have one shape.
    const groups = readJson(join(ROOT, file)) as readonly Group[];
    return groups.flatMap((group) => questionsOf(name, group));
  });
}

function questionsOf(file: string, { id, schema1, schema2, tests }: Group): readonly SuiteQuestion[] {
  const forth = { name: `${file} ${id} a in b`, a: schema1, b: schema2, expected: tests.s1SubsetEqOfs2 };
  const back = { name: `${file} ${id} b in a`, a: schema2, b: schema1, expected: tests.s2SubsetEqOfs1 };
  return [forth, back].flatMap(({ expected, ...rest }) =>
    expected === undefined ? [] : [{ ...rest, expected }],
  );
}

/** The documents that a question refers to: the meta-schemas of 2020-12, as ajv ships them, or none. */
export function createDocuments(): (question: SuiteQuestion) => ReadonlyMap<string, unknown> {
  const require = createRequire(import.meta.url);
  const folder = join(require.resolve("ajv/dist/refs/json-schema-2020-12/schema.json"), "..");
  const metaSchemas = new Map(
    jsonFiles(folder).map((file) => {
      const schema = readJson(join(folder, file)) as { readonly $id: string };
      return [schema.$id, schema] as const;
    }),
  );
  const none = new Map<string, unknown>();
  return ({ a, b }) =>
    JSON.stringify([a, b]).includes("https://json-schema.org/draft/") ? metaSchemas : none;
}

function jsonFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .toSorted();
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
