import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { waitForChange } from "../../scripts/pipeline/watch.js";

let root = "";
let file = "";
let part = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "watch-"));
  file = join(root, "api.yaml");
  part = join(root, "parts", "deep", "thing.yaml");
  writeFileSync(file, "1");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a change is noticed", () => {
  test.each([
    ["when a file is saved", () => writeFileSync(file, "2")],
    [
      "when an editor puts a new file in its place",
      () => (writeFileSync(join(root, "x"), "2"), renameSync(join(root, "x"), file)),
    ],
    ["when a file goes", () => rmSync(file)],
    ["when a folder comes in which a file is missing", () => mkdirSync(join(root, "parts"))],
  ])("%s", async (_claim, change) => {
    const changed = waitForChange([file, part], Infinity);
    change();
    expect(await changed).toBeUndefined();
  });

  test("when a file was saved before the watch began, and after the run before it", async () => {
    const { mtimeMs } = statSync(file);
    expect(await waitForChange([file], mtimeMs - 1)).toBeUndefined();
  });
});

test("other files of the folder are nothing to it", async () => {
  const other = join(root, "other.yaml");
  const noticed: string[] = [];
  const first = waitForChange([file], Infinity).then(() => noticed.push("file"));
  const second = waitForChange([other], Infinity).then(() => noticed.push("other"));
  writeFileSync(other, "1");
  // Both watch the same folder: what the second has noticed, the first has been told before.
  await second;
  writeFileSync(file, "2");
  await first;
  expect(noticed).toEqual(["other", "file"]);
});
