import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compileDocument, generate, sourceOnDisk, type Compiled } from "../../scripts/pipeline/run.js";
import { findClaims, type Claim } from "./claims.js";
import { checkExamples, typecheck } from "./generated.js";
import { installDocuments, listDocuments } from "./packages.js";
import { large, oasExamples, readmeFindings, warned } from "./rows.js";
import { findContradictions } from "./verdicts.js";

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

const compiled = new Map<string, Promise<Compiled>>();

/** Once for all tests that ask for it. */
function compile(spec: string): Promise<Compiled> {
  const made = compiled.get(spec) ?? compileSound(spec);
  compiled.set(spec, made);
  return made;
}

async function compileSound(spec: string): Promise<Compiled> {
  const result = await compileDocument(sourceOnDisk(spec), { formats: "annotate" });
  if (!result.ok) throw new Error(`${spec} is refused`);
  return result;
}

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
    const result = await checkExamples(await compile(join(packages, file)), join(out, name));
    expect(result).toEqual({ checked: examples, findings });
  });

  test.each(small)("$name", async ({ name, spec }) => {
    const { findings } = await checkExamples(await compile(spec), join(out, name));
    expect(findings).toEqual(readmeFindings[name] ?? []);
  });
});

test("what a validator accepts compiles; what it refuses for what types can say does not", async () => {
  // The JSON and the YAML of one document have the same schemas.
  const sampled = rows.filter(({ name }) => name !== "gitbook-yaml");
  const claims = new Map<string, readonly Claim[]>();
  for (const { name, spec } of sampled) {
    const folder = join(out, name);
    // One after the other: there is no memory for all at once.
    // oxlint-disable-next-line no-await-in-loop
    claims.set(folder, await findClaims(await compile(spec), folder, SAMPLE));
  }
  const all = [...claims.values()].flat();
  expect(all.filter(({ isValue }) => isValue).length).toBeGreaterThan(2000);
  expect(all.filter(({ isValue }) => !isValue).length).toBeGreaterThan(2000);
  expect(findContradictions(claims)).toEqual([]);
}, 600_000);

/** The same schemas and values on every run. */
const SAMPLE = { seed: 20_260_105, schemas: 30, values: 5 };

describe("a second run, after other documents, writes the same bytes", () => {
  test.each(rows)("$name", async ({ spec, name }) => {
    const result = await run(spec, name, true);
    const states = result.ok ? result.states.map(({ state }) => state) : [];
    expect(states.length).toBeGreaterThanOrEqual(5);
    expect(new Set(states)).toEqual(new Set(["unchanged"]));
  });
});
