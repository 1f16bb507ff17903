import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findLintConfig } from "../../scripts/pipeline/source/disk.js";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "disk-"));
  mkdirSync(join(root, "package", "openapi"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const touch = (...path: string[]) => writeFileSync(join(root, ...path), "");
const find = () => findLintConfig(join(root, "package", "openapi", "openapi.yaml"));

test("the lint's configuration is the nearest at or above the document", () => {
  touch("redocly.yaml");
  expect(find()).toBe(join(root, "redocly.yaml"));
  touch("package", "redocly.yaml");
  expect(find()).toBe(join(root, "package", "redocly.yaml"));
  touch("package", "openapi", "redocly.yaml");
  expect(find()).toBe(join(root, "package", "openapi", "redocly.yaml"));
});

test.each(["package.json", ".git"])("what lies outside the root that %s marks has no say", (mark) => {
  touch("redocly.yaml");
  touch("package", mark);
  expect(find()).toBeUndefined();
});

test.each([
  ["openapi/openapi.yaml", resolve("redocly.yaml")],
  ["openapi/other.yaml", undefined],
  ["other.yaml", undefined],
])("the project's own rules count for its own document alone: %s", (file, config) => {
  expect(findLintConfig(file)).toBe(config);
});
