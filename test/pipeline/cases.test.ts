import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findLintConfig, generate, sourceOnDisk } from "../../scripts/pipeline/run.js";

/** One folder a document, with what it gives. The validators are held to what they do, elsewhere. */
const cases = readdirSync("test/cases", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const GOLDENS = ["schema.ts", "operations.ts", "openapi.json"];

let root = "";

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "cases-"));
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  await Promise.all(cases.map(generateCase));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function generateCase(name: string): Promise<void> {
  const spec = `test/cases/${name}/openapi.yaml`;
  const options = { formats: "annotate", out: join(root, name), check: false } as const;
  const result = await generate(sourceOnDisk(spec), { ...options, configFile: findLintConfig(spec) });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
}

const files = cases.flatMap((name) => GOLDENS.map((file) => ({ name, file })));

test.each(files)("the document $name gives this $file", async ({ name, file }) => {
  const text = readFileSync(join(root, name, file), "utf8");
  await expect(text).toMatchFileSnapshot(`../cases/${name}/expected/${file}`);
});

test("the strictest compiler takes what any of them gives", () => {
  const { config } = ts.readConfigFile("tsconfig.json", (path) => readFileSync(path, "utf8"));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const names = cases.map((name) => join(root, name, "operations.ts"));
  const program = ts.createProgram(names, { ...options, incremental: false, skipLibCheck: true });
  const messages = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
  expect(messages).toEqual([]);
});

type Validator = { isHostile: (value: unknown) => boolean };

describe("names that look like code stay names", () => {
  const valid =
    '{ "\\"];evil()//": "`${evil()}`", "line\\nbreak": "</script>", "__proto__": "a", "constructor": "b" }';
  test.each([
    ["all of them", valid, true],
    ["a value of the enum with another quote", valid.replace("`${evil()}`", "`${evil()}'"), false],
    ["a key of every object with the wrong type", valid.replace('"a"', "1"), false],
    ["a name that is missing", valid.replace("line\\nbreak", "linebreak"), false],
  ])("%s", async (_claim, json, expected) => {
    // The document of this case gives the function.
    const { isHostile } = (await import(join(root, "hostile-names", "validators.ts"))) as Validator;
    expect(isHostile(JSON.parse(json))).toBe(expected);
  });
});
