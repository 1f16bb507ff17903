import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import root from "../../package.json" with { type: "json" };
import manifest from "../../scripts/package.json" with { type: "json" };
import { toAddress } from "../../scripts/commands/build-tool.js";
import { run } from "../../scripts/tool/main.js";
import { runCommand } from "../commands/run-command.js";

// `npx openapi-proof`, in a folder of somebody else's.

const home = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "openapi-proof-"));
  process.chdir(folder);
  writeFileSync("package.json", "{}");
  writeFileSync("api.yaml", "openapi: 3.1.0\ninfo: { title: Small, version: 1.0.0 }\npaths: {}\n");
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

const tool = (...argv: readonly string[]) => runCommand(run, argv);

describe("its help", () => {
  test.each(["generate", "check", "watch", "lint", "diff", "docs", "init"])(
    "of %s names it as it is called",
    async (name) => {
      const { status, stdout, stderr } = await tool(name, "--help");
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toMatch(
        new RegExp(`^Usage: npx openapi-proof ${name} \\[[^]*\\nExit code: 0 .+, 1 .+, 2 .+\\.\\n$`),
      );
      expect(stdout).not.toContain("npm run");
      expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
    },
  );

  test.each([
    ["generate", "-h"],
    ["help", "generate"],
  ])("is shown by %s %s too", async (...argv) => {
    expect(await tool(...argv)).toEqual(await tool("generate", "--help"));
  });

  test("lists the commands", async () => {
    const { status, stdout } = await tool("--help");
    expect(stdout.match(/^ {2}(\w+)(?= {2,})/gm)).toHaveLength(7);
    expect(status).toBe(0);
  });
});

test.each([["--version"], ["-v"], ["generate", "--version"]])("%s tells the version", async (...argv) => {
  expect(await tool(...argv)).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

test.each([
  ["no command", [], /^Usage: npx openapi-proof COMMAND/],
  [
    "one that does not exist",
    ["chek"],
    /^There is no command chek\. Did you mean check\?\nSee: npx openapi-proof --help\n$/,
  ],
  ["a member of every object", ["constructor"], /^There is no command constructor\./],
  [
    "an option where a command is",
    ["--verbose"],
    /^Unknown option '--verbose'\nSee: npx openapi-proof --help\n$/,
  ],
  ["an empty argument", ["generate", ""], /^an argument is empty\nSee: npx openapi-proof generate --help\n$/],
  ["a folder for a document", ["init", "."], /^\. is a folder, and a file is needed\nSee: /],
  [
    "nothing to generate",
    ["generate"],
    /^no document is named, and redocly\.yaml lists none; npx openapi-proof init writes/,
  ],
  [
    "a document that does not exist",
    ["init", "no.yaml"],
    /^no\.yaml does not exist\nSee: npx openapi-proof init --help/,
  ],
])("%s is wrong usage", async (_name, argv, text) => {
  const { status, stdout, stderr } = await tool(...argv);
  expect(stderr).toMatch(text);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
});

describe("init", () => {
  test("finds the one document, and the entry that it writes is enough for the others", async () => {
    mkdirSync("src");
    expect((await tool("init")).stdout).toContain("redocly.yaml  written: api.yaml → src/api\n");
    expect(await tool("generate")).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync("src/api/index.ts", "utf8")).toContain("createClient");
    expect(await tool("check")).toMatchObject({ status: 0, stderr: "" });
    expect(await tool("lint")).toEqual({ status: 0, stdout: "api.yaml: no problem\n", stderr: "" });
    expect((await tool("init")).stdout).toBe("redocly.yaml has settings for api.yaml and stays as it is\n");
  });

  test("finds none where there is none", async () => {
    rmSync("api.yaml");
    const { status, stderr } = await tool("init");
    expect(stderr).toMatch(/^There is no OpenAPI document here/);
    expect(status).toBe(1);
  });

  test.each([
    ["package.json", "{}"],
    ["old.json", '{ "swagger": "2.0" }'],
  ])("takes %s for no document", async (file, text) => {
    writeFileSync(file, text);
    const { status, stderr } = await tool("init", file);
    expect(stderr).toBe(`${file} is no OpenAPI document: it does not say \`openapi: 3.…\`\n`);
    expect(status).toBe(1);
    expect(existsSync("redocly.yaml")).toBe(false);
  });

  test("gives no two documents one folder", async () => {
    writeFileSync("b.yaml", readFileSync("api.yaml"));
    expect((await tool("init", "api.yaml")).status).toBe(0);
    const { status, stderr } = await tool("init", "b.yaml");
    expect(stderr).toMatch(/^api is the output of main: name another folder by --out\nSee: /);
    expect(status).toBe(2);
    expect((await tool("init", "b.yaml", "--out", "b")).status).toBe(0);
  });

  test("changes nothing of a file that is no YAML, and says where", async () => {
    writeFileSync("redocly.yaml", "rules: [\n");
    const { status, stderr } = await tool("init");
    expect(stderr).toMatch(/^redocly\.yaml:2:1 error syntax\n/);
    expect(status).toBe(1);
    expect(readFileSync("redocly.yaml", "utf8")).toBe("rules: [\n");
  });
});

test("a document may be named by the address of its file", async () => {
  const { status, stdout } = await tool("lint", pathToFileURL("api.yaml").href);
  expect({ status, stdout }).toEqual({ status: 0, stdout: "api.yaml: no problem\n" });
  expect((await tool("lint", "file://elsewhere/api.yaml")).stderr).toMatch(
    process.platform === "win32"
      ? /does not exist/
      : /^file:\/\/elsewhere\/api\.yaml is no address of a file here\n/,
  );
});

test("each document that redocly.yaml lists is generated, and one at fault keeps no other from it", async () => {
  writeFileSync("bad.yaml", "openapi: [\n");
  writeFileSync(
    "redocly.yaml",
    `apis:\n  bad: { root: bad.yaml, x-openapi-proof: { output: out/bad } }\n  good: { root: api.yaml, x-openapi-proof: { output: out/good } }\n`,
  );
  const { status, stdout, stderr } = await tool("generate");
  expect(stderr).toMatch(/^bad\.yaml:2:1 error syntax\n/);
  expect(stdout).toContain("out/good/schema.ts  written\n");
  expect(status).toBe(1);
  expect((await tool("generate", "--out", "x")).stderr).toMatch(/^--out is for one document/);
});

test("whoever lacks what the client needs is told so, once there is a client", async () => {
  const words = "The client needs openapi-fetch: npm install openapi-fetch\n";
  expect((await tool("generate", "api.yaml", "--out", "a")).stdout).not.toContain(words);
  expect((await tool("generate", "api.yaml", "--out", "a", "--client")).stdout).toContain(words);
  mkdirSync("node_modules/openapi-fetch", { recursive: true });
  writeFileSync("node_modules/openapi-fetch/package.json", '{ "main": "index.js" }');
  writeFileSync("node_modules/openapi-fetch/index.js", "");
  expect((await tool("generate", "api.yaml", "--out", "a", "--client")).stdout).not.toContain(words);
});

test("where there is no repository, diff says what it compares", async () => {
  const { status, stderr } = await tool("diff", "--spec", "api.yaml");
  expect(stderr).toBe(
    "This folder is in no repository of git, so there is nothing to compare with: name a file\n",
  );
  expect(status).toBe(1);
});

test("the rules of a redocly.yaml beside the document count for it", async () => {
  writeFileSync("redocly.yaml", "rules:\n  info-license: error\n");
  expect((await tool("lint", "api.yaml")).status).toBe(1);
  expect((await tool("lint", "api.yaml", "--lint", "none")).status).toBe(0);
});

test("asks for what it needs, in the versions that this repository tests", () => {
  const tested: Readonly<Record<string, string>> = root.devDependencies;
  const both = Object.entries(manifest.dependencies).filter(([name]) => Object.hasOwn(tested, name));
  expect(both.length).toBeGreaterThan(3);
  expect(Object.fromEntries(both)).toEqual(Object.fromEntries(both.map(([name]) => [name, tested[name]])));
  expect([manifest.version, manifest.license, manifest.engines]).toEqual([
    root.version,
    root.license,
    root.engines,
  ]);
});

test.each([
  ["/repo/", "/repo/scripts/docs/build-page.ts"],
  ["C:\\repo\\", "C:\\repo\\scripts\\docs\\build-page.ts"],
])("from %s the address of a source is the same on every system", (from, path) => {
  expect(toAddress(from, path)).toBe("./scripts/docs/build-page.ts");
});
