import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderProblems } from "../../scripts/pipeline/report.js";
import { compileDocument, findLintConfig, sourceOnDisk } from "../../scripts/pipeline/run.js";

/** One folder a way to be broken, with what the command prints of it. */
const folders = readdirSync("test/problems", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe("a broken document is refused with its places", () => {
  test.each(folders)("%s", async (name) => {
    const file = findEntry(`test/problems/${name}`);
    const result = await compileDocument(sourceOnDisk(file), {
      formats: "annotate",
      configFile: findLintConfig(file),
    });
    expect(result.ok).toBe(false);
    expect(result.problems.filter(({ severity }) => severity === "error")).not.toEqual([]);
    const text = renderProblems(result.problems, { color: false });
    await expect(`${text}\n`).toMatchFileSnapshot(`../problems/${name}/expected.txt`);
  });
});

function findEntry(folder: string): string {
  const json = join(folder, "openapi.json");
  return existsSync(json) ? json : `${folder}/openapi.yaml`;
}
