import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
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
    const changed = waitForChange([file, part], Date.now() + 1000, new AbortController().signal);
    await setTimeout(20);
    change();
    expect(await changed).toBe(true);
  });

  test("when a file was saved before the watch began, and after the run before it", async () => {
    expect(await waitForChange([file], Date.now() - 1000, new AbortController().signal)).toBe(true);
  });
});

test("other files of the folder are nothing to it, and an abort ends it", async () => {
  const stop = new AbortController();
  const changed = waitForChange([file], Date.now() + 1000, stop.signal);
  await setTimeout(20);
  writeFileSync(join(root, "other.yaml"), "1");
  await setTimeout(150);
  stop.abort();
  expect(await changed).toBe(false);
});

test("an abort before the watch ends it at once", async () => {
  expect(await waitForChange([file], Date.now() + 1000, AbortSignal.abort())).toBe(false);
});
