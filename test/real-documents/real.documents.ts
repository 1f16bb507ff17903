import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { generate, sourceOnDisk } from "../../scripts/pipeline/run.js";
import { checkExamples, typecheck } from "./generated.js";
import { installDocuments, listDocuments } from "./packages.js";
import { large, oasExamples, readmeFindings, warned } from "./rows.js";

const packages = join(installDocuments(), "node_modules");
const out = mkdtempSync(join(tmpdir(), "jetemail-client-documents-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const small = ["3.0", "3.1"].flatMap((version) =>
  listDocuments(join(packages, oasExamples, version, "json")).map((file) => ({
    name: `readme/${version}/${file.replace(".json", "")}`,
    spec: join(packages, oasExamples, version, "json", file),
  })),
);
const rows = [...large.map(({ file, ...row }) => ({ ...row, spec: join(packages, file) })), ...small];

const run = (spec: string, name: string, check: boolean) =>
  generate(sourceOnDisk(spec), { formats: "annotate", out: join(out, name), check });

describe("every schema compiles", () => {
  test.each(rows)("$name", async ({ spec, name }) => {
    expect(await run(spec, name, false)).toMatchObject({ ok: true });
  });

  test.each(large)("$name has $schemas validators", ({ name, schemas }) => {
    const text = readFileSync(join(out, name, "validators.ts"), "utf8");
    expect(text.match(/^export function validate/gm)).toHaveLength(schemas);
  });
});

test.each(Object.entries(warned))("%s is generated, with a warning of what it means", async (name, said) => {
  const { spec } = small.find((row) => row.name === name) ?? { spec: "" };
  const { problems } = await run(spec, name, true);
  const warnings = problems.filter(({ severity }) => severity === "warning").map(({ message }) => message);
  expect(warnings.filter((message) => said.test(message))).not.toEqual([]);
});

test.each([...large.map(({ name }) => name), "readme"])("tsc --strict finds nothing in %s", async (name) => {
  expect(await typecheck(join(out, name))).toEqual([]);
});

describe("the document's own examples are valid, or listed", () => {
  test.each(large)("$name", async ({ name, file, examples, findings }) => {
    const result = await checkExamples(join(packages, file), join(out, name));
    expect(result).toEqual({ checked: examples, findings });
  });

  test.each(small)("$name", async ({ name, spec }) => {
    const { findings } = await checkExamples(spec, join(out, name));
    expect(findings).toEqual(readmeFindings[name] ?? []);
  });
});

describe("a second run, after other documents, writes the same bytes", () => {
  test.each(rows)("$name", async ({ spec, name }) => {
    const result = await run(spec, name, true);
    const states = result.ok ? result.states.map(({ state }) => state) : [];
    expect(states.length).toBeGreaterThanOrEqual(5);
    expect(new Set(states)).toEqual(new Set(["unchanged"]));
  });
});
