import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { getLineColLocation, lint, loadConfig } from "@redocly/openapi-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileDocument, sourceOnDisk } from "../../scripts/pipeline/run.js";

// What a schema says to nobody, as rules of Redocly: `lint` runs them as `npx redocly lint` and an editor do.

const RULES = ["satisfiable-schema", "exclusive-alternative", "valid-example"].map(
  (rule) => `openapi-proof/${rule}`,
);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "contradictions-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Files = Readonly<Record<string, string>>;

function write(files: Files, settings: string): { readonly configFile: string; readonly entry: string } {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const configFile = join(folder, "redocly.yaml");
  const plugin = resolve("scripts/redocly/plugin.mjs");
  writeFileSync(configFile, `plugins: [${JSON.stringify(plugin)}]\nrules: ${settings}\n`);
  return { configFile, entry: join(folder, Object.keys(files)[0] ?? "") };
}

/** Each finding as `file:line severity rule: message`. */
async function lintFiles(files: Files): Promise<readonly string[]> {
  const { configFile, entry } = write(files, `{ ${RULES.map((rule) => `${rule}: warn`).join(", ")} }`);
  const config = await loadConfig({ configPath: configFile });
  const problems = await lint({ ref: entry, config });
  return problems.map(({ ruleId, severity, message, location: [place] }) => {
    if (place === undefined) return message;
    const { source, start } = getLineColLocation(place);
    return `${relative(folder, source.absoluteRef)}:${start.line} ${severity} ${ruleId}: ${message}`;
  });
}

/** A document whose component schema `X` is the given YAML, on its line 6. */
const documentWith = (schema: string, openapi = "3.1.0"): string => `openapi: ${openapi}
info: { title: t, version: "1" }
paths: {}
components:
  schemas:
    X: ${schema}
`;

const EMPTY = "warn openapi-proof/satisfiable-schema: No value satisfies this schema";
const COVERED =
  "warn openapi-proof/exclusive-alternative: This alternative of `oneOf` is never the only one: `oneOf/1` takes all that it takes";
const REFUSED = "warn openapi-proof/valid-example: This value is refused by the schema that it stands beside";

describe("in one file", () => {
  test.each<[claim: string, document: string, findings: readonly string[]]>([
    [
      "a schema that no value satisfies",
      documentWith("{ type: string, maxLength: 1, pattern: ^ab }"),
      [`a.yaml:6 ${EMPTY}`],
    ],
    ["a schema that one value satisfies", documentWith("{ type: string, maxLength: 2, pattern: ^ab }"), []],
    [
      "what stands beside a reference, which narrows it to nothing",
      documentWith(`
      allOf:
        - { $ref: "#/components/schemas/Y", type: integer }
    Y: { type: string }`),
      [`a.yaml:8 ${EMPTY}`],
    ],
    [
      "an alternative that another one takes in",
      documentWith("\n      oneOf:\n        - type: integer\n        - type: number"),
      [`a.yaml:8 ${COVERED}`],
    ],
    ["alternatives that share some values", documentWith("{ oneOf: [{ minimum: 1 }, { maximum: 2 }] }"), []],
    [
      "a default and an example that are refused",
      documentWith("\n      type: string\n      default: 1\n      examples:\n        - a\n        - 2"),
      [`a.yaml:8 ${REFUSED}`, `a.yaml:11 ${REFUSED}`],
    ],
    [
      "an example beside a pattern on which a validator hangs",
      documentWith(`{ type: string, pattern: ^(a+)+$, example: ${"a".repeat(50)}b }`),
      [`a.yaml:6 ${REFUSED}`],
    ],
    [
      "an example without what a direction leaves out",
      documentWith("{ required: [a], properties: { a: { readOnly: true } }, example: {} }"),
      [],
    ],
    ["null beside `nullable` of OpenAPI 3.0", documentWith("{ type: string, nullable: true, example: null }", "3.0.3"), []],
    ["null beside `nullable` of no other version", documentWith("{ type: string, nullable: true, example: null }"), [`a.yaml:6 ${REFUSED}`]],
  ])("%s", async (_claim, document, findings) => {
    expect(await lintFiles({ "a.yaml": document })).toEqual(findings);
  }); // prettier-ignore
});

describe("in several files", () => {
  const entry = documentWith('{ $ref: "sub/names.yaml#/Count" }').replace(
    "paths: {}",
    'paths: { /a: { $ref: "sub/paths.yaml#/a" } }',
  );
  const path = `a:
  get:
    parameters:
      - { name: q, in: query, schema: { $ref: "names.yaml#/Count" }, example: b }
      - { name: r, in: query, schema: { $ref: "names.yaml#/Count" }, example: 1 }
    responses: { "200": { description: ok } }
`;
  // A reference to a reference, to a file whose name a URI writes otherwise.
  const names = 'Count: { $ref: "#/Other" }\nOther: { $ref: "the number.yaml" }\n';

  test.each<[claim: string, number: string, findings: readonly string[]]>([
    ["an example is held to a schema two files further", "type: integer\n", [`sub/paths.yaml:4 ${REFUSED}`]],
    [
      "what is wrong is told in its own file",
      "type: integer\nproperties:\n  x: { type: string, enum: [1] }\ndefault: a\n",
      [`sub/paths.yaml:4 ${REFUSED}`, `sub/the number.yaml:3 ${EMPTY}`, `sub/the number.yaml:4 ${REFUSED}`],
    ],
  ])("%s", async (_claim, text, findings) => {
    const files = { "sub/paths.yaml": path, "sub/names.yaml": names, "sub/the number.yaml": text };
    const found = await lintFiles({ "a.yaml": entry, ...files });
    expect(found.toSorted()).toEqual(findings);
  });
});

describe("generate tells it once", () => {
  const document = documentWith("\n      type: string\n      default: 1");

  test.each<[claim: string, settings: string, findings: readonly string[]]>([
    ["where the configuration is silent", "{ struct: error }", ["8 warning openapi-proof/valid-example"]],
    ["as a warning", "{ openapi-proof/valid-example: warn }", ["8 warning openapi-proof/valid-example"]],
    ["as an error", "{ openapi-proof/valid-example: error }", ["8 error openapi-proof/valid-example"]],
    ["and not at all where the rule is off", "{ openapi-proof/valid-example: off }", []],
  ])("%s", async (_claim, settings, findings) => {
    const { configFile, entry } = write({ "a.yaml": document }, settings);
    const { problems } = await compileDocument(sourceOnDisk(entry), {
      formats: "annotate",
      configFile,
      style: "enforce",
    });
    expect(problems.map(({ line, severity, rule }) => `${line} ${severity} ${rule}`)).toEqual(findings);
  });

  test("without a configuration as well", async () => {
    const { entry } = write({ "a.yaml": document }, "{}");
    const { problems } = await compileDocument(sourceOnDisk(entry), { formats: "annotate" });
    expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual(["8 openapi-proof/valid-example"]);
  });
});
