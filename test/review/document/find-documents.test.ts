import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pairDocuments } from "../../../scripts/review/document/find-documents.js";

const root = realpathSync(mkdtempSync(join(tmpdir(), "documents-")));
const OPENAPI = "openapi: 3.1.0\n";

const FILES: Readonly<Record<string, string>> = {
  "old/a.yaml": OPENAPI,
  "old/gone.yml": OPENAPI,
  "old/deep/c.json": '{ "openapi": "3.0.3" }',
  "new/a.yaml": OPENAPI,
  "new/deep/c.json": '{ "openapi": "3.1.0" }',
  "new/b.yaml": OPENAPI,
  "new/schema.yaml": "type: object\n",
  "new/notes.md": OPENAPI,
  "new/yaml": OPENAPI,
  "new/.hidden/d.yaml": OPENAPI,
  "new/.e.yaml": OPENAPI,
  "new/node_modules/f/f.yaml": OPENAPI,
};

beforeAll(() => {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

const everything = (): boolean => true;
/** Each document by its path below the folder, with the files of its sides. */
const pair = (base: string, head: string, isWanted: (path: string) => boolean = everything) =>
  pairDocuments({ base: join(root, base), head: join(root, head) }, isWanted).map((found) => [
    relative(root, found.path),
    ...[found.base, found.head].map((side) => side && relative(root, side.name)),
  ]);

describe("documents are paired", () => {
  test("by their paths in two folders, whatever else stands there", () => {
    expect(pair("old", "new")).toEqual([
      ["new/a.yaml", "old/a.yaml", "new/a.yaml"],
      ["new/b.yaml", undefined, "new/b.yaml"],
      ["new/deep/c.json", "old/deep/c.json", "new/deep/c.json"],
      ["new/gone.yml", "old/gone.yml", undefined],
    ]);
  });

  test("as far as they are wanted", () => {
    expect(pair("old", "new", (path) => path.endsWith("a.yaml"))).toEqual([
      ["new/a.yaml", "old/a.yaml", "new/a.yaml"],
    ]);
  });

  test("a file with a file, whatever they are called and hold", () => {
    expect(pair("old/a.yaml", "new/notes.md", () => false)).toEqual([
      ["new/notes.md", "old/a.yaml", "new/notes.md"],
    ]);
  });
});

/** As it is told: from the folder in which the review runs. */
const told = (path: string): string => relative("", join(root, path)).replaceAll("\\", "/");

test.each([
  ["a folder beside a file", "old", "new/a.yaml"],
  ["a file beside a folder", "new/a.yaml", "old"],
])("%s is refused", (_, base, head) => {
  expect(() => pair(base, head)).toThrow(`${told("old")} is a folder, and ${told("new/a.yaml")} is a file`);
});

test("what is not there is refused", () => {
  expect(() => pair("old", "none")).toThrow(`${join(root, "none")} is neither a file, a folder nor a commit`);
});
