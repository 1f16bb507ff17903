import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { run as specDiff } from "../../scripts/commands/spec-diff.js";
import { run as specUpstream } from "../../scripts/commands/spec-upstream.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "./run-command.js";

const document = readFileSync("openapi/openapi.yaml", "utf8");
// Of this schema and no other, whatever else the document describes.
const quota = /(TransactionalKeySettingsUpdate:\n[^]*?maximum: )1000000/;
const wider = document.replace(quota, "$12000000");
const narrower = document.replace(quota, "$1999999");

const home = process.cwd();
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
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

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

type Result = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** As a person starts it. */
function spawn(command: string, ...args: readonly string[]): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, command, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const START = resolve("scripts/start.mjs");
const COMMANDS = { "spec-diff": specDiff, "spec-upstream": specUpstream } as const;

/** The same within this process: a bundle and a start less. */
async function run(command: keyof typeof COMMANDS, ...args: readonly string[]): Promise<Result> {
  return await runCommand(COMMANDS[command], args);
}

describe("a command that is started", () => {
  test.each<readonly [command: keyof typeof COMMANDS, args: readonly string[], status: number]>([
    ["spec-diff", ["--base", "main", "--format", "json"], 1],
    ["spec-diff", ["--format", "xml"], 2],
    ["spec-upstream", ["openapi/openapi.yaml"], 0],
  ])("%s %j ends with %i and says what it says within a process", async (command, args, status) => {
    const started = spawn(command, ...args);
    expect(started.status).toBe(status);
    expect(started).toEqual(await run(command, ...args));
  });
});

describe("spec:diff", () => {
  test("compares with the commit where the branch left main, proves the break and names the next version", async () => {
    const { status, stdout, stderr } = await run("spec-diff");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toMatch(
      /^Breaks callers: 1 breaking change .*\. The next version is 2\.0\.0 \(now 1\.2\.3\)\.\n\nbase: openapi\/openapi\.yaml at [0-9a-f]{9} /,
    );
    expect(stdout).toMatch(/^ {2}openapi\/openapi\.yaml:\d+:\d+$/m);
    expect(stdout).toContain("`quota` must be at most 999999");
    expect(stdout).toMatch(/^ {6}curl -X PATCH '.*"quota":1000000\}'$/m);
  });

  test("--format json has the shape that others read", async () => {
    const { status, stdout } = await run(
      "spec-diff",
      "--base",
      "main",
      "--format",
      "json",
      "--fail-on",
      "none",
    );
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

  test("--format markdown is a line, a table and folded payloads", async () => {
    const { stdout } = await run("spec-diff", "--base", "main", "--format", "markdown", "--fail-on", "none");
    expect(stdout).toMatch(/^### 🔴 Breaks callers: 1 breaking change/);
    expect(stdout).toContain(
      "| effect | place | change | how it is known |\n|---|---|---|---|\n| 🔴 breaks callers | `openapi/openapi.yaml:",
    );
    expect(stdout).toContain("<details><summary>Request that worked and is now refused: `quota` must be");
  });

  test.each([
    ["html", /^<!doctype html>[^]*<\/html>\n$/],
    [
      "github",
      /^Breaks callers: .*\n::error file=openapi\/openapi\.yaml,line=\d+,col=\d+,title=Breaks callers::/,
    ],
  ])("--format %s", async (format, text) => {
    const { status, stdout } = await run("spec-diff", "--base", "main", "--format", format);
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringMatching(text) as string });
  });

  test("a change that only widens is minor and ends with 0, or with 1 where that is asked for", async () => {
    write("wider.yaml", wider);
    const args = ["--base", "main", "--head", "wider.yaml"] as const;
    const { status, stdout } = await run("spec-diff", ...args);
    expect(status).toBe(0);
    expect(stdout).toContain("Breaks no caller: 1 compatible change.");
    expect((await run("spec-diff", ...args, "--fail-on", "minor")).status).toBe(1);
  });

  test("a break that was accepted shows and does not count", async () => {
    const { id } = JSON.parse((await run("spec-diff", "--format", "json")).stdout).changes[0] as {
      id: string;
    };
    write(
      "openapi/accepted-changes.yaml",
      `- id: "${id}"\n  reason: nobody has so many\n  until: 2999-12-31\n`,
    );
    const { status, stdout } = await run("spec-diff");
    rmSync(join(folder, "openapi/accepted-changes.yaml"));
    expect(status).toBe(0);
    expect(stdout).toContain("Accepted until 2999-12-31: nobody has so many");
  });

  test.each([
    ["1.2.3", "The next version is 2.0.0 (now 1.2.3)."],
    ["0.3.1", "The next version is 0.4.0 (now 0.3.1)."],
    ["2.0.0-rc.1", "in requests or responses.\n"],
  ])("from %s a break leads to: %s", async (version, words) => {
    write("package.json", JSON.stringify({ version }));
    const { stdout } = await run("spec-diff");
    write("package.json", '{ "version": "1.2.3" }');
    expect(stdout).toContain(words);
  });

  test("the configuration and --strip-prefix count, and the report says so", async () => {
    const entry = "{ root: openapi/openapi.yaml, x-openapi-proof: { review: { failOn: none, stripPrefix: { head: /b } } } }";
    write("redocly.yaml", `apis: { main: ${entry} }`);
    const configured = await run("spec-diff");
    const asked = await run("spec-diff", "--strip-prefix", "/a", "--fail-on", "major");
    rmSync(join(folder, "redocly.yaml"));
    expect(configured.status).toBe(0);
    expect(configured.stdout).toContain("\nnote: Operations are compared without the prefix /b in head.\n");
    expect(asked.status).toBe(1);
    expect(asked.stdout).toContain("\nnote: Operations are compared without the prefix /a in base and /a in head.\n");
  }); // prettier-ignore

  test("a document that is as it was needs no release", async () => {
    const { status, stdout } = await run("spec-diff", "--base", "change");
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `No change in meaning. No release is needed.

base: openapi/openapi.yaml at change (what callers have)
head: openapi/openapi.yaml (what they will have)
`,
    });
  });

  test("a side that is broken is named, with the place", async () => {
    write("broken.yaml", "openapi: 3.1.0\ninfo: [\n");
    const { status, stdout, stderr } = await run("spec-diff", "--base", "main", "--head", "broken.yaml");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^The head \(broken\.yaml\) cannot be reviewed\.\nbroken\.yaml:\d+:\d+ error/);
  });

  test.each([
    [["--base", "nowhere"], 1, "nowhere is neither a file nor a commit\n"],
    [
      ["--format", "xml"],
      2,
      "--format must be one of: text, markdown, json, html, github, junit, sarif, gitlab, changelog\nSee: npm run spec:diff -- --help\n",
    ],
    [
      ["--fail-on", "patch"],
      2,
      "--fail-on must be one of: major, minor, none\nSee: npm run spec:diff -- --help\n",
    ],
    [["--bse", "main"], 2, "Unknown option '--bse'\nSee: npm run spec:diff -- --help\n"],
  ] as const)("%j ends with %i", async (args, status, stderr) => {
    expect(await run("spec-diff", ...args)).toEqual({ status, stdout: "", stderr });
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

  test("speaks of our operations alone, and fails only where it is asked to", async () => {
    write("theirs.json", JSON.stringify(theirs, undefined, 2));
    const all = await run("spec-upstream", "theirs.json", "--format", "json");
    expect({ status: all.status, stderr: all.stderr }).toEqual({ status: 0, stderr: "" });
    const { changes } = JSON.parse(all.stdout) as { changes: readonly { readonly id: string }[] };
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.filter(({ id }) => /^(operation|component)-added/.test(id))).toEqual([]);
    expect((await run("spec-upstream", "theirs.json", "--fail-on", "minor")).status).toBe(1);
  });

  test("what the provider says elsewhere is not read, and ours is found in the provider's file", async () => {
    const keys = theirs.paths["/outbound/transactional-keys"];
    const patch = { ...keys.patch, requestBody: { $ref: "#/components/requestBodies/Update" } };
    const free = ["get", "put", "post", "delete"].find((method) => !Object.hasOwn(keys, method)) ?? "trace";
    const broken = { responses: { "200": { description: "ok", content: { "text/plain": { schema: 7 } } } } };
    const body = { content: { "application/json": { schema: { $ref: "#/components/schemas/Update" } } } };
    const published = {
      ...theirs,
      paths: {
        "/elsewhere": { get: broken, post: { ...broken, operationId: "updateTransactionalKey" } },
        "/outbound/transactional-keys": { [free]: broken, patch },
      },
      components: {
        schemas: { Foreign: { type: 7 }, Update: { type: "object", required: ["theirs"] } },
        requestBodies: { Foreign: 7, Update: body },
      },
    };
    const text = JSON.stringify(published, undefined, 2);
    write("foreign.json", text);
    const { status, stdout, stderr } = await run("spec-upstream", "foreign.json", "--format", "json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const { changes } = JSON.parse(stdout) as {
      changes: readonly {
        readonly id: string;
        readonly location: { readonly file: string; readonly line: number };
      }[];
    };
    const required = changes.find(({ id }) => id.startsWith("required-narrower"));
    expect(required?.location).toMatchObject({ file: "foreign.json" });
    expect(
      text
        .split("\n")
        .slice((required?.location.line ?? 0) - 1)
        .join("\n"),
    ).toMatch(/^ *"(?:required|theirs)"/);
  });

  test.each([
    [[], 2, "exactly one FILE is required\nSee: npm run spec:upstream -- --help\n"],
    [["a", "b"], 2, "exactly one FILE is required\nSee: npm run spec:upstream -- --help\n"],
    [["nowhere.json"], 1, "nowhere.json does not exist\n"],
  ] as const)("%j ends with %i", async (args, status, stderr) => {
    expect(await run("spec-upstream", ...args)).toEqual({ status, stdout: "", stderr });
  });
});
