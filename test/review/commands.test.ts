import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const document = readFileSync("openapi/openapi.yaml", "utf8");
const wider = document.replace("maximum: 1000000", "maximum: 2000000");
const narrower = document.replace("maximum: 1000000", "maximum: 999999");

let folder = "";

/** A repository with the document on main, and a branch on which it takes less. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
  mkdirSync(join(folder, "openapi"));
  write("openapi/openapi.yaml", document);
  write("package.json", '{ "version": "1.2.3" }');
  git("init", "--quiet", "--initial-branch=main");
  commit("first");
  git("switch", "--quiet", "--create", "change");
  write("openapi/openapi.yaml", narrower);
  commit("second");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

function git(...args: readonly string[]): void {
  const identity = [
    "-c",
    "user.name=test",
    "-c",
    "user.email=test@example.com",
    "-c",
    "commit.gpgsign=false",
  ];
  execFileSync("git", [...identity, ...args], { cwd: folder, stdio: "ignore" });
}

function commit(message: string): void {
  git("add", "--all");
  git("commit", "--quiet", "--message", message);
}

function run(command: string, ...args: readonly string[]) {
  const start = resolve("scripts/start.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, command, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("spec:diff", () => {
  test("compares with the commit where the branch left main, proves the break and names the next version", () => {
    const { status, stdout, stderr } = run("spec-diff");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toMatch(/^openapi\/openapi\.yaml at [0-9a-f]{40} → openapi\/openapi\.yaml\n/);
    expect(stdout).toContain("major: 1 change. 1 breaks callers, 1 proved. Wire major");
    expect(stdout).toContain("next version 2.0.0 (now 1.2.3)");
    expect(stdout).toMatch(/^major openapi\/openapi\.yaml:\d+:\d+ {2}request, proved$/m);
    expect(stdout).toContain("/quota must be at most 999999");
    expect(stdout).toContain('"quota":1000000');
  });

  test("--format json has the shape that others read", () => {
    const { status, stdout } = run("spec-diff", "--base", "main", "--format", "json", "--fail-on", "none");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      level: "major",
      levels: { wire: "major", types: "patch" },
      changes: [
        {
          level: "major",
          direction: "request",
          keyword: "maximum",
          operationId: "updateTransactionalKey",
          location: { side: "head", file: "openapi/openapi.yaml" },
          verdict: "proved",
          counterexample: {
            request: { method: "PATCH", path: "/outbound/transactional-keys", body: { quota: 1_000_000 } },
            refusedBy: "head",
            issues: [{ path: ["quota"] }],
          },
        },
      ],
    });
  });

  test("--format markdown is a line, a table and folded payloads", () => {
    const { stdout } = run("spec-diff", "--base", "main", "--format", "markdown", "--fail-on", "none");
    expect(stdout).toMatch(/^### 🔴 major: 1 change/);
    expect(stdout).toContain(
      "| level | place | change | verdict |\n|---|---|---|---|\n| 🔴 major | `openapi/openapi.yaml:",
    );
    expect(stdout).toContain(
      "<details><summary>A request that base accepts and head refuses: /quota must be",
    );
  });

  test("a change that only widens is minor and ends with 0, or with 1 where that is asked for", () => {
    write("wider.yaml", wider);
    const args = ["--base", "main", "--head", "wider.yaml"] as const;
    const { status, stdout } = run("spec-diff", ...args);
    expect(status).toBe(0);
    expect(stdout).toContain("minor: 1 change. Nothing breaks.");
    expect(run("spec-diff", ...args, "--fail-on", "minor").status).toBe(1);
  });

  test("a break that was accepted shows and does not count", () => {
    const { id } = JSON.parse(run("spec-diff", "--format", "json").stdout).changes[0] as { id: string };
    write(
      "openapi/accepted-changes.yaml",
      `- id: "${id}"\n  reason: nobody has so many\n  until: 2999-12-31\n`,
    );
    const { status, stdout } = run("spec-diff");
    rmSync(join(folder, "openapi/accepted-changes.yaml"));
    expect(status).toBe(0);
    expect(stdout).toContain("accepted until 2999-12-31: nobody has so many");
  });

  test("a side that is broken is named, with the place", () => {
    write("broken.yaml", "openapi: 3.1.0\ninfo: [\n");
    const { status, stdout, stderr } = run("spec-diff", "--base", "main", "--head", "broken.yaml");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^The head \(broken\.yaml\) cannot be reviewed\.\nbroken\.yaml:\d+:\d+ error/);
  });

  test.each([
    [["--base", "nowhere"], 1, "nowhere is neither a file nor a commit\n"],
    [
      ["--format", "xml"],
      2,
      "--format must be one of: text, markdown, json\nSee: npm run spec:diff -- --help\n",
    ],
    [
      ["--fail-on", "patch"],
      2,
      "--fail-on must be one of: major, minor, none\nSee: npm run spec:diff -- --help\n",
    ],
    [["--bse", "main"], 2, "Unknown option '--bse'\nSee: npm run spec:diff -- --help\n"],
  ] as const)("%j ends with %i", (args, status, stderr) => {
    expect(run("spec-diff", ...args)).toEqual({ status, stdout: "", stderr });
  });
});

describe("spec:upstream", () => {
  const theirs = {
    openapi: "3.0.0",
    info: { title: "x", version: "1" },
    servers: [{ url: "https://api.jetemail.com" }],
    paths: {
      "/outbound/transactional-keys": {
        patch: {
          requestBody: {
            content: {
              "application/json": {
                schema: { type: "object", properties: { api_token: { type: "string" } } },
              },
            },
          },
          responses: { "200": { description: "ok" } },
        },
        get: { responses: { "200": { description: "ok" } } },
      },
    },
  };

  test("speaks of our operations alone, and fails only where it is asked to", () => {
    write("theirs.json", JSON.stringify(theirs, undefined, 2));
    const all = run("spec-upstream", "theirs.json", "--format", "json");
    expect({ status: all.status, stderr: all.stderr }).toEqual({ status: 0, stderr: "" });
    const { changes } = JSON.parse(all.stdout) as { changes: readonly { readonly id: string }[] };
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.filter(({ id }) => /^(operation|component)-added/.test(id))).toEqual([]);
    expect(run("spec-upstream", "theirs.json", "--fail-on", "minor").status).toBe(1);
  });

  test.each([
    [[], 2, "one FILE is needed\nSee: npm run spec:upstream -- --help\n"],
    [["a", "b"], 2, "one FILE is needed\nSee: npm run spec:upstream -- --help\n"],
    [["nowhere.json"], 1, "nowhere.json does not exist\n"],
  ] as const)("%j ends with %i", (args, status, stderr) => {
    expect(run("spec-upstream", ...args)).toEqual({ status, stdout: "", stderr });
  });
});
