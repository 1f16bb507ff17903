import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { makeApiTables, replaceTables } from "./api-tables.js";

const tables = makeApiTables("src/index.ts");
const readme = readFileSync("README.md", "utf8");

describe("the tables of the README", () => {
  // `npx vitest run test/readme -u` writes them.
  test("are what the docstrings say", async () => {
    await expect(replaceTables(readme, tables)).toMatchFileSnapshot(resolve("README.md"));
  });

  test.each(Object.keys(tables))("%s is one of them", (name) => {
    expect(readme).toContain(`<!-- table: ${name} -->\n`);
  });

  test.each(Object.entries(tables))("%s has words in every cell", (_, table) => {
    expect(table.split("\n").length).toBeGreaterThan(5);
    expect(table).not.toMatch(/\| +\|/);
  });
});
