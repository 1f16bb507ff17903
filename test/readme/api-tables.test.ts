import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { makeApiTables, replaceTables } from "./api-tables.js";

const tables = makeApiTables("src/index.ts");

describe("a table that is made of docstrings", () => {
  test.each([
    ["errors", "README.md"],
    ["options", "src/README.md"],
  ])("%s stands in %s", async (name, file) => {
    const readme = readFileSync(file, "utf8");
    expect(readme).toContain(`<!-- table: ${name} -->\n`);
    // `npx vitest run test/readme -u` writes it.
    await expect(replaceTables(readme, tables)).toMatchFileSnapshot(resolve(file));
  });

  test.each(Object.entries(tables))("%s has words in every cell", (_, table) => {
    expect(table.split("\n").length).toBeGreaterThan(5);
    expect(table).not.toMatch(/\| +\|/);
  });
});
