import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { runNpm } from "../package/pack.js";
import root from "../../package.json" with { type: "json" };
import { install, makeProject, start, startFile } from "./project.js";

// What of the tool goes with Redocly's own command: the reference page, and the rules.

let project: string;
const REDOCLY = "node_modules/@redocly/cli/bin/cli.js";

beforeAll(() => {
  project = makeProject({ "openapi.yaml": "test/tool/shop.yaml" });
  install(project, inject("tarball"));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("docs", () => {
  test("says what it needs where that is not installed", async () => {
    const { status, stdout, stderr } = await start(project, "docs", "openapi.yaml");
    expect(stderr).toBe(
      "The page is made by @redocly/cli, which is not installed: npm install --save-dev @redocly/cli\n",
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  });

  test("makes a page of one file with it", async () => {
    const cli = `@redocly/cli@${root.devDependencies["@redocly/cli"]}`;
    runNpm(["install", "--no-audit", "--no-fund", "--loglevel=error", "--save-dev", cli], project);
    const { status, stdout, stderr } = await start(project, "docs", "openapi.yaml", "--out", "page");
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^page\/index\.html {2}written, \d+ kB\n$/);
    expect(status).toBe(0);
    const page = readFileSync(join(project, "page/index.html"), "utf8");
    expect(page).toContain("Corner Shop");
    // Samples are for what was generated, under the names that this package has for itself.
    expect(page).toContain("createOrder");
    expect(page).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="https?:/);
  });
});

describe("the rules, from the path that the README names", () => {
  const [, plugin = ""] = /plugin `(\.\/node_modules\/\S+)`/.exec(readFileSync("scripts/README.md", "utf8")) ?? [];

  beforeAll(() => {
    const rules = ["linear-pattern", "valid-example"].map((rule) => `openapi-proof/${rule}: error`);
    writeFileSync(join(project, "redocly.yaml"), `plugins: [${plugin}]\nrules: { ${rules.join(", ")} }\n`);
    const text = readFileSync(join(project, "openapi.yaml"), "utf8");
    const pattern = "^[A-Z]{2}[0-9]{4}$";
    writeFileSync(join(project, "linear-pattern.yaml"), text.replace(pattern, "^(a+)+$"));
    writeFileSync(join(project, "valid-example.yaml"), text.replace(pattern, `${pattern}", default: "a`));
  });

  describe.each([
    ["openapi-proof", "node_modules/openapi-proof/dist/openapi-proof.mjs"],
    ["redocly", REDOCLY],
  ])("%s lint", (_name, file) => {
    test.each(["linear-pattern", "valid-example"])("finds by %s what breaks it, and nothing else", async (rule) => {
      const broken = await startFile(project, file, "lint", `${rule}.yaml`);
      expect(broken.stdout + broken.stderr).toContain(`openapi-proof/${rule}`);
      expect(broken.status).toBe(1);
      const right = await startFile(project, file, "lint", "openapi.yaml");
      expect(right.stdout + right.stderr).not.toContain("openapi-proof/");
      expect(right.status).toBe(0);
    });
  });
}); // prettier-ignore
