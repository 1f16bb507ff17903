import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../../scripts/tool/main.js";
import { runCommand } from "../commands/run-command.js";

// A redocly.yaml means to `npx openapi-proof` what it means to `npx redocly`.

const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
const home = process.cwd();
let folder: string;

const DOCUMENT = `openapi: 3.1.0
info: { title: a, version: 1.0.0 }
paths:
  /a:
    get:
      operationId: a
      responses: { "200": { description: ok } }
  /b:
    x-internal: true
    get:
      operationId: b
      summary: b
      responses: { "200": { description: ok } }
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "openapi-proof-rules-"));
  process.chdir(folder);
  mkdirSync("apis");
  writeFileSync("apis/a.yaml", DOCUMENT);
  writeFileSync("package.json", "{}");
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

/** Rules with their places, as Redocly's own command finds them. */
async function askRedocly(document: string): Promise<readonly string[]> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [redocly, "lint", document, "--format=json"], { env }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  const { problems } = JSON.parse(output) as {
    readonly problems: readonly {
      readonly ruleId: string;
      readonly severity: string;
      readonly location: readonly { readonly start: { readonly line: number; readonly col: number } }[];
    }[];
  };
  return problems.map(({ ruleId, severity, location: [place] }) => {
    const { line, col } = place?.start ?? {};
    return `apis/a.yaml:${line}:${col} ${severity === "warn" ? "warning" : severity} ${ruleId}`;
  });
}

describe("the rules of a document are those that Redocly has for it", () => {
  test.each([
    ["of the file", "rules: { info-license: error, operation-summary: warn }"],
    [
      "of its entry, over those of the file",
      "apis: { x: { root: apis/a.yaml, rules: { info-license: off, operation-summary: error } } }\nrules: { info-license: error, tag-description: warn }",
    ],
    [
      "of what its entry extends",
      "extends: [recommended]\napis: { x: { root: ./apis/a.yaml, extends: [minimal] } }",
    ],
    ["of no entry of another", "apis: { x: { root: apis/b.yaml, rules: { info-license: error } } }\nrules: { operation-summary: warn }"],
  ])("%s", async (_name, settings) => {
    writeFileSync("redocly.yaml", settings);
    const expected = await askRedocly("apis/a.yaml");
    expect(expected).not.toEqual([]);
    const { status, stderr } = await runCommand(run, ["lint", "apis/a.yaml"]);
    expect(stderr.match(/^\S+:\d+:\d+ \w+ \S+$/gm)?.toSorted()).toEqual(expected.toSorted());
    expect(status).toBe(expected.some((line) => line.includes(" error ")) ? 1 : 0);
  }); // prettier-ignore

  test("but for what its own list leaves out", async () => {
    writeFileSync("redocly.yaml", "rules: { info-license: error, operation-summary: error }\n");
    writeFileSync(".redocly.lint-ignore.yaml", "apis/a.yaml:\n  info-license:\n    - '#/info'\n");
    const { stderr } = await runCommand(run, ["lint", "apis/a.yaml"]);
    expect(stderr.match(/ error \S+$/gm)).toEqual([" error operation-summary"]);
  });

  test("and what makes a document invalid is left out by no list", async () => {
    writeFileSync("apis/a.yaml", DOCUMENT.replace("title: a", "title: 7"));
    writeFileSync("redocly.yaml", "rules: { struct: error }\n");
    writeFileSync(".redocly.lint-ignore.yaml", "apis/a.yaml:\n  struct:\n    - '#/info/title'\n");
    expect((await runCommand(run, ["lint", "apis/a.yaml"])).stderr).toContain(" error struct\n");
  });
});

describe("what is generated is what Redocly would bundle", () => {
  test.each([
    ["the decorators of the entry", "apis: { x: { root: apis/a.yaml, decorators: { remove-x-internal: on } } }", ["/a"]],
    ["the decorators of the file", "decorators: { remove-x-internal: on }", ["/a"]],
    ["no decorators", "rules: { info-license: warn }", ["/a", "/b"]],
  ])("with %s", async (_name, settings, paths) => {
    writeFileSync("redocly.yaml", settings);
    const { status } = await runCommand(run, ["generate", "apis/a.yaml", "--out", "out"]);
    expect(status).toBe(0);
    const { paths: bundled } = JSON.parse(readFileSync("out/openapi.json", "utf8")) as { paths: object };
    expect(Object.keys(bundled)).toEqual(paths);
  }); // prettier-ignore
});

test("a document may be called as its entry is", async () => {
  const entry = "{ root: apis/a.yaml, x-openapi-proof: { output: out } }";
  writeFileSync("redocly.yaml", `apis: { shop@v1: ${entry}, other: { root: b.yaml } }\n`);
  expect((await runCommand(run, ["generate", "shop@v1"])).stdout).toContain("out/schema.ts  written\n");
});
