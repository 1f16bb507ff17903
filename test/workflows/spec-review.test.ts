import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { run as specReview } from "../../scripts/commands/spec-review.js";
import { runCommand } from "../commands/run-command.js";

const home = process.cwd();
const repository = mkdtempSync(join(tmpdir(), "spec-review-"));

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function git(...args: readonly string[]): void {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...identity, ...args], { cwd: repository, stdio: "ignore" });
}

function commit(message: string): void {
  git("add", "--all");
  git("commit", "--quiet", "--message", message);
}

/** A document with one operation, whose `n` is at most that. */
const api = (maximum: number, path = "/items") => `openapi: 3.1.0
info: { title: Small, version: 1.0.0 }
paths:
  ${path}:
    get:
      operationId: list
      parameters:
        - { name: n, in: query, schema: { type: integer, maximum: ${maximum} } }
      responses: { "200": { description: ok } }
`;

/** Documents of three folders, one of them with a part that is none; the working tree changes each in its way. */
beforeAll(() => {
  process.chdir(repository);
  write("package.json", '{ "version": "1.2.3" }');
  write("apis/narrower.yaml", api(9));
  write("apis/wider.json", JSON.stringify(parse(api(9))));
  write("apis/parts/schema.yaml", "type: object\n");
  write("old/gone.yaml", api(9));
  write("internal/hidden.yaml", api(9));
  write("notes.yaml", "text: see openapi\n");
  // What an earlier run has generated is no document, nor are its parts one by themselves.
  const made = ["validators.ts", "operations.ts"].map((name) => `made/api/${name}`);
  for (const file of made) write(file, "");
  write("made/api/openapi.json", JSON.stringify(parse(api(9))));
  git("init", "--quiet", "--initial-branch=main");
  commit("first");
  write("apis/narrower.yaml", api(8));
  write("apis/wider.json", JSON.stringify(parse(api(10)), undefined, 2));
  write("apis/fresh.yaml", api(1));
  rmSync("old/gone.yaml");
  write("internal/hidden.yaml", api(1));
  write("made/api/openapi.json", JSON.stringify(parse(api(1))));
  write("node_modules/x/openapi.yaml", api(1));
});
beforeEach(() => ["summary.md", "output.txt", "report.md"].forEach((name) => rmSync(name, { force: true })));
afterAll(() => {
  process.chdir(home);
  rmSync(repository, { recursive: true, force: true });
});

const env = { GITHUB_STEP_SUMMARY: "summary.md", GITHUB_OUTPUT: "output.txt" };

async function review(...args: readonly string[]) {
  const ended = await runCommand(specReview, ["--base", "main", "--format", "json", ...args], { env });
  const ids = ended.stdout === "" ? [] : (JSON.parse(ended.stdout) as { changes: { id: string; location: { file: string } }[] }).changes.map(({ id, location }) => `${location.file} ${id.split("@")[0]}`); // prettier-ignore
  return { ...ended, ids: ids.toSorted() };
}

const NARROWER = "apis/narrower.yaml maximum-narrower";
const WIDER = "apis/wider.json maximum-wider";
const FRESH = "apis/fresh.yaml document-added";
const GONE = "old/gone.yaml document-removed";
const HIDDEN = "internal/hidden.yaml maximum-narrower";

describe("which documents are reviewed", () => {
  test.each<readonly [claim: string, args: readonly string[], ids: readonly string[], status: number]>([
    ["all of a commit and the working tree", [], [FRESH, NARROWER, WIDER, HIDDEN, GONE], 1],
    ["those that are included", ["--include", "apis/*.yaml\n\n  old/**\n"], [FRESH, NARROWER, GONE], 1],
    ["but those that are excluded", ["--exclude", "old/**", "--exclude", "internal/**"], [FRESH, NARROWER, WIDER], 1],
    ["no break, no failure", ["--include", "apis/*", "--exclude", "**/narrower.yaml"], [FRESH, WIDER], 0],
    ["news, where they fail", ["--include", "apis/wider.json", "--fail-on", "minor"], [WIDER], 1],
    ["those of a folder, beside the same of the commit", ["--head", "apis"], [FRESH, NARROWER, WIDER], 1],
    ["those of a folder, by its whole path", ["--head", join(repository, "apis"), "--include", "apis\\**"], [FRESH, NARROWER, WIDER], 1],
    ["a file, beside the same of the commit", ["--head", "apis/narrower.yaml", "--fail-on", "none"], [NARROWER], 0],
    ["a file beside another", ["--base", "apis/wider.json", "--head", "apis/narrower.yaml"], ["apis/narrower.yaml maximum-narrower"], 1],
    ["two commits that are the same", ["--head", "HEAD"], [], 0],
    ["the folder of what is generated, which is none", ["--base", "made", "--head", "apis", "--fail-on", "none"], [FRESH, "apis/narrower.yaml document-added", "apis/wider.json document-added"], 0],
    ["a bundled document that is named as a file", ["--head", "made/api/openapi.json"], ["made/api/openapi.json maximum-narrower"], 1],
  ])("%s", async (_claim, args, ids, status) => {
    const found = await review(...args);
    expect({ ids: found.ids, status: found.status, stderr: found.stderr }).toEqual({ ids, status, stderr: "" });
  }); // prettier-ignore

  test("two folders are compared by the paths inside", async () => {
    renameSync("apis", "after");
    write("before/narrower.yaml", api(9));
    const { ids } = await review("--base", "before", "--head", "after");
    renameSync("after", "apis");
    rmSync("before", { recursive: true });
    expect(ids).toContain("after/narrower.yaml maximum-narrower");
    expect(ids).not.toContain("after/narrower.yaml document-added");
  });
});

describe("what it leaves where GitHub runs it", () => {
  test("annotations, a summary, a report and outputs", async () => {
    const { stdout, status } = await runCommand(specReview, ["--base", "main", "--report", "report.md"], {
      env,
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=apis\/narrower\.yaml,line=8,col=\d+,title=Breaks callers::/m);
    expect(stdout).toMatch(/^::error file=old\/gone\.yaml,.*Document `old\/gone.yaml` is removed/m);
    expect(readFileSync("summary.md", "utf8")).toMatch(/^### 🔴 Breaks callers/);
    expect(readFileSync("report.md", "utf8")).toBe(readFileSync("summary.md", "utf8"));
    expect(readFileSync("output.txt", "utf8")).toBe("level=major\nnext-version=2.0.0\n");
  });

  test("why a side cannot be read", async () => {
    write("apis/broken.yaml", "openapi: 3.1.0\ninfo: [\n");
    const { status, stderr } = await review("--head", "apis/broken.yaml", "--base", "apis/narrower.yaml", "--report", "report.md"); // prettier-ignore
    rmSync("apis/broken.yaml");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The head \(apis\/broken\.yaml\) cannot be reviewed\.\n/);
    expect(readFileSync("report.md", "utf8")).toMatch(
      /^### 🔴 The head .*\n\n- `apis\/broken\.yaml:\d+:\d+` \w/,
    );
    expect(readFileSync("output.txt", "utf8")).toBe("level=\nnext-version=\n");
  });

  test("nothing elsewhere", async () => {
    const { status } = await runCommand(specReview, ["--base", "main", "--head", "HEAD"]);
    expect(status).toBe(0);
    expect(() => readFileSync("output.txt")).toThrow("ENOENT");
  });
});

describe("what a project says of its reviews", () => {
  test("is read for each document", async () => {
    const entries = `hidden: { root: internal/hidden.yaml, x-openapi-proof: { review: { failOn: none, severity: [{ path: /**, level: none, reason: ours }] } } }
  wider: { root: apis/fresh.yaml, x-openapi-proof: { review: { failOn: minor } } }`;
    write("redocly.yaml", `apis:\n  ${entries}\n`);
    const hidden = await review("--include", "internal/**");
    const both = await review("--include", "internal/**\napis/wider.json");
    const strict = await review("--include", "internal/**\napis/wider.json\napis/fresh.yaml");
    rmSync("redocly.yaml");
    expect(hidden).toMatchObject({ status: 0, ids: [HIDDEN] });
    expect(hidden.stdout).toContain("path /**: ours");
    expect([both.status, strict.status]).toEqual([0, 1]);
  });

  test("and what it has accepted, in the file that is named", async () => {
    const { stdout } = await review("--include", "old/**");
    const [change] = (JSON.parse(stdout) as { changes: { id: string }[] }).changes;
    write("accepted.yaml", `- { id: "${change?.id}", reason: nobody calls it, until: 2999-12-31 }\n`);
    const accepted = await review("--include", "old/**", "--accepted", "accepted.yaml");
    rmSync("accepted.yaml");
    expect(accepted).toMatchObject({ status: 0, ids: [GONE] });
    expect(accepted.stdout).toContain("nobody calls it");
  });
});

describe("of two documents with equal findings", () => {
  const sides = ["--base", "twins/before", "--head", "twins/after"];
  beforeAll(() => {
    for (const name of ["a", "b"]) {
      write(`twins/before/${name}.yaml`, api(9));
      write(`twins/after/${name}.yaml`, api(8));
    }
  });
  afterAll(() => rmSync("twins", { recursive: true }));

  const list = async (...args: readonly string[]) => {
    const { stdout } = await runCommand(specReview, [...sides, "--format", "json", ...args]);
    return (JSON.parse(stdout) as { changes: { id: string }[] }).changes.map(({ id }) => id);
  };
  const accept = async (id: string | undefined, ...args: readonly string[]) => {
    write("accepted.yaml", `- { id: "${id}", reason: ours, until: 2999-12-31 }\n`);
    const options = [...sides, "--accepted", "accepted.yaml", "--format", "text", ...args];
    const { status, stdout } = await runCommand(specReview, options);
    rmSync("accepted.yaml");
    return { status, accepted: stdout.match(/Accepted until/g)?.length ?? 0, stdout };
  };
  const ONE = ["--include", "twins/*/b.yaml"];

  test("the ids say which is which, and one is accepted without the other", async () => {
    const [first, second] = await list();
    expect(first).toMatch(/^maximum-narrower@twins\/after\/a\.yaml:.+#[0-9a-f]{6}$/);
    expect(second).toBe(first?.replace("a.yaml", "b.yaml"));
    expect(await accept(second)).toMatchObject({ status: 1, accepted: 1 });
    expect(await accept(second, ...ONE)).toMatchObject({ status: 0, accepted: 1 });
    expect(await accept(first, ...ONE)).toMatchObject({ status: 1, accepted: 0 });
  });

  test("an id without the file counts where one document alone has it", async () => {
    const [plain] = await list(...ONE);
    expect(plain).toMatch(/^maximum-narrower@list/);
    expect(await accept(plain, ...ONE)).toMatchObject({ status: 0, accepted: 1 });
    const both = await accept(plain);
    expect(both).toMatchObject({ status: 1, accepted: 0 });
    const named = ["a", "b"].map((name) => plain?.replace("@", `@twins/after/${name}.yaml:`));
    expect(both.stdout).toContain(
      `${plain} is accepted and is of several documents, so it counts for none: accept ${named.join(" or ")}\n`,
    );
    write("twins/after/a.yaml", api(9));
    const changed = await accept(plain);
    write("twins/after/a.yaml", api(8));
    expect(changed).toMatchObject({ status: 0, accepted: 1 });
  });
});

test.each([
  [["--base", "nowhere"], 1, "nowhere is neither a file, a folder nor a commit\n"],
  [["--base", "apis", "--head", "notes.yaml"], 1, "apis is a folder, and notes.yaml is a file\n"],
  [["--include", "nothing/**"], 1, "no OpenAPI document that is asked for is in main or .\n"],
  [["--accepted", "nowhere.yaml"], 1, "nowhere.yaml: there is no such file or folder\n"],
])("%j ends with %i", async (args, status, stderr) => {
  expect(await review(...args)).toMatchObject({ status, stderr, stdout: "" });
});

type Action = {
  readonly runs: { readonly steps: readonly { readonly id?: string; readonly run?: string }[] };
};

// A shell as GitHub's runners have it; elsewhere the command alone is tested.
test.skipIf(process.platform === "win32")("the action's own script reviews, with and without its options", () => {
  const action = parse(readFileSync(join(home, ".github/actions/spec-review/action.yml"), "utf8")) as Action;
  const script = action.runs.steps.find(({ id }) => id === "review")?.run ?? "";
  const start = (inputs: Readonly<Record<string, string>>) => {
    const defaults = { BASE: "main", HEAD: ".", INCLUDE: "apis/*", EXCLUDE: "", ACCEPTED: "", STRIP_PREFIX: "", FAIL_ON: "" };
    const own = { REPORT: join(repository, "report.md"), GITHUB_ACTION_PATH: join(home, ".github/actions/spec-review") };
    const all = { ...process.env, ...defaults, ...own, GITHUB_OUTPUT: "output.txt", GITHUB_STEP_SUMMARY: "summary.md", ...inputs };
    return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], { cwd: repository, encoding: "utf8", env: all });
  };
  expect(start({}).status).toBe(1);
  expect(readFileSync("output.txt", "utf8")).toBe(`report=${join(repository, "report.md")}\nlevel=major\nnext-version=2.0.0\n`);
  expect(start({ FAIL_ON: "none", STRIP_PREFIX: "/v1" })).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("without the prefix /v1 in base") as string });
  expect(start({ EXCLUDE: "**/narrower.yaml" }).status).toBe(0);
  expect(start({ BASE: "$(touch pwned)" }).stderr).toContain("$(touch pwned) is neither");
  expect(() => readFileSync("pwned")).toThrow("ENOENT");
}); // prettier-ignore
