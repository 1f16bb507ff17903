import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate, openMemory, sourceOnDisk, type Memory } from "../../../scripts/pipeline/run.js";

// A document as it is written: after each save, what one process that remembers the runs before gives, beside what is
// given by one that remembers nothing.

let root = "";
let memory: Memory;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "memory-"));
  memory = await openMemory();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NAME = "{ type: string, pattern: '^[a-z]+$', default: a }";

function entry({ max = 1, name = NAME, more = "" } = {}): string {
  return `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /things:
    get:
      operationId: readThings
      responses:
        "200":
          description: Fine
          content: { application/json: { schema: { $ref: "#/components/schemas/Things" } } }
components:
  schemas:
    Things: { type: array, maxItems: ${max}, items: { $ref: parts/thing.yaml } }
    Name: ${name}
${more}`;
}

function thing(properties: string): string {
  return `type: object\nproperties:\n${properties}`;
}

type Save = readonly [
  claim: string,
  files: Readonly<Record<string, string | undefined>>,
  told: readonly string[],
];

const SAVES: readonly Save[] = [
  ["the first run", { "api.yaml": entry(), "parts/thing.yaml": thing("  a: { type: string }\n") }, []],
  ["a number changes", { "api.yaml": entry({ max: 2 }) }, []],
  ["a schema is added", { "api.yaml": entry({ max: 2, more: "    More: { type: boolean }\n" }) }, []],
  ["the file breaks", { "api.yaml": "openapi: 3.1.0\ninfo: [\n" }, ["syntax"]],
  ["and is as it was", { "api.yaml": entry({ max: 2, more: "    More: { type: boolean }\n" }) }, []],
  ["a schema goes", { "api.yaml": entry({ max: 2 }) }, []],
  ["a default no longer matches", { "api.yaml": entry({ name: "{ type: string, pattern: '^[a-z]+$', default: A }" }) }, ["openapi-proof/valid-example"]], // prettier-ignore
  [
    "the pattern takes it again",
    { "api.yaml": entry({ name: "{ type: string, pattern: '^[A-Z]+$', default: A }" }) },
    [],
  ],
  ["rules are set", { "redocly.yaml": "rules: { info-contact: error }\n" }, ["info-contact"]],
  ["rules change", { "redocly.yaml": "rules: { info-license: error }\n" }, ["info-license"]],
  ["rules go", { "redocly.yaml": undefined }, []],
  ["a file that is referred to changes", { "parts/thing.yaml": thing("  a: { type: number }\n") }, []],
  ["and refers to a new one, which is not there", { "parts/thing.yaml": thing("  a: { $ref: a.yaml }\n") }, ["no-unresolved-refs"]], // prettier-ignore
  ["which comes", { "parts/a.yaml": "{ type: integer, description: New }\n" }, []],
  ["and goes", { "parts/a.yaml": undefined }, ["no-unresolved-refs"]],
  ["with the reference", { "parts/thing.yaml": thing("  b: { type: number }\n") }, []],
];

test.each(SAVES)("%s: the same is told and written as by a first run", async (_claim, files, told) => {
  for (const [file, text] of Object.entries(files)) save(join(root, file), text);
  const known = await run("remembered", memory);
  memory.endRun();
  const fresh = await run("fresh", undefined);
  expect(known).toEqual(fresh);
  expect(known.problems.map(({ rule }) => rule)).toEqual(told);
});

function save(file: string, text: string | undefined): void {
  if (text === undefined) return rmSync(file);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
}

async function run(name: string, own: Memory | undefined) {
  const out = join(root, name);
  const config = join(root, "redocly.yaml");
  const configFile = readdirSync(root).includes("redocly.yaml") ? config : undefined;
  const source = sourceOnDisk(join(root, "api.yaml"));
  const { problems } = await generate(source, {
    formats: "annotate",
    out,
    check: false,
    configFile,
    memory: own,
  });
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => /\.\w+$/.test(file));
  return { problems, files: files.toSorted().map((file) => [file, readFileSync(join(out, file), "utf8")]) };
}
