import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isBundledOutput, OPENAPI_EXTENDED, saysOpenApi } from "../../scripts/spec/document-mark.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mark-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["openapi: 3.1.0\n", true],
  ["# ours\n'openapi': '3.0.4'\n", true],
  ['{"info":{},"openapi":"3.1.0"}', true],
  ['{\n  "openapi" : "3.2.0"\n}', true],
  ["swagger: '2.0'\n", false],
  ["openapi: 2.0\n", false],
  ["x-openapi: 3.1.0\n", false],
  ["description: openapi: 3.1.0\n", false],
  ["type: object\n", false],
])("of the text %j, read or searched: %s", (text, expected) => {
  writeFileSync(join(folder, "text"), text);
  const { status } = spawnSync("git", ["grep", "--no-index", "-qE", OPENAPI_EXTENDED, "--", "."], {
    cwd: folder,
  });
  expect([saysOpenApi(text), status === 0]).toEqual([expected, expected]);
});

test.each([
  ["api/openapi.json", ["api/operations.ts", "api/validators.ts"], true],
  ["openapi.json", ["operations.ts", "validators.ts"], true],
  ["api/openapi.json", ["api/operations.ts"], false],
  ["api/openapi.json", ["operations.ts", "validators.ts"], false],
  ["api/openapi.yaml", ["api/operations.ts", "api/validators.ts"], false],
  ["api/my-openapi.json", ["api/operations.ts", "api/validators.ts"], false],
])("%s beside %j is what was generated: %s", (path, files, isOutput) => {
  expect(isBundledOutput(path, (file) => files.includes(file))).toBe(isOutput);
});
