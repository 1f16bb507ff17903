import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";

const elsewhere = mkdtempSync(join(tmpdir(), "docs-"));
afterAll(() => rmSync(elsewhere, { recursive: true }));

it.each([
  ["ends with 0 and says where the page goes", ["--help"], 0, /Makes a reference page, index\.html/],
  [
    "ends with 2 for an option that it does not know",
    ["--open"],
    2,
    /^Unknown option '--open'\nSee: npm run docs -- --help\n$/,
  ],
  ["ends with 1 without a document", [], 1, /^openapi\/openapi\.yaml:1:1 error .+\n.+does not exist\n/],
])("npm run docs %s", (_, args, code, said) => {
  const command = [resolve("scripts/start.mjs"), "docs", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: elsewhere,
    encoding: "utf8",
  });
  expect({ status, said: `${stdout}${stderr}` }).toEqual({ status: code, said: expect.stringMatching(said) });
});
