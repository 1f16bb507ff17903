import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findLintConfig } from "../../scripts/pipeline/source/disk.js";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "disk-"));
  mkdirSync(join(root, "package", "openapi"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (text: string) => writeFileSync(join(root, "package", "redocly.yaml"), text);
const touch = (...path: string[]) => writeFileSync(join(root, ...path), "");
const find = () => findLintConfig(join(root, "package", "openapi", "openapi.yaml"));

test("the lint's configuration is the nearest at or above the document", async () => {
  touch("redocly.yaml");
  expect(await find()).toBe(join(root, "redocly.yaml"));
  touch("package", "redocly.yaml");
  expect(await find()).toBe(join(root, "package", "redocly.yaml"));
  touch("package", "openapi", "redocly.yaml");
  expect(await find()).toBe(join(root, "package", "openapi", "redocly.yaml"));
});

test.each(["package.json", ".git"])("what lies outside the root that %s marks has no say", async (mark) => {
  touch("redocly.yaml");
  touch("package", mark);
  expect(await find()).toBeUndefined();
});

test.each([
  ["that lists the document counts", "apis: { a: { root: ./openapi/openapi.yaml } }", true],
  ["that lists another one does not", "apis: { a: { root: openapi/other.yaml } }", false],
  ["that cannot be read is left to the lint to report", "apis: [", true],
])("a configuration %s", async (_, text, counts) => {
  write(text);
  expect((await find()) !== undefined).toBe(counts);
});
