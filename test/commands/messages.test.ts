import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run as bench } from "../../scripts/bench/index.js";
import type { Run } from "../../scripts/commands/terminal/args.js";
import type { Terminal } from "../../scripts/commands/terminal/terminal.js";
import { run as build } from "../../scripts/commands/build.js";
import { run as docs } from "../../scripts/commands/docs.js";
import { run as fetchUpstream } from "../../scripts/commands/fetch-upstream.js";
import { run as generate } from "../../scripts/commands/generate.js";
import { run as githubPost } from "../../scripts/commands/github-post.js";
import { run as releaseCheck } from "../../scripts/commands/release-check.js";
import { run as specDiff } from "../../scripts/commands/spec-diff.js";
import { run as specReview } from "../../scripts/commands/spec-review.js";
import { run as specUpstream } from "../../scripts/commands/spec-upstream.js";
import { run as testBase } from "../../scripts/commands/test-base.js";
import { run as writeVersion } from "../../scripts/commands/write-version.js";
import { describeSystemError } from "../../scripts/system-error.js";
import { runCommand } from "./run-command.js";

// What a person reads who calls a command wrongly, or whose files are not as they should be. Messages of the document's
// problems are in test/problems, those of a release in test/release, those of a provider in test/workflows.

const home = process.cwd();
let folder = "";

const DOCUMENT = `openapi: 3.1.0
info: { title: Small, version: 1.0.0 }
paths: {}
`;

/** A repository with a document and one commit. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "messages-"));
  process.chdir(folder);
  mkdirSync("openapi");
  writeFileSync("openapi/openapi.yaml", DOCUMENT);
  writeFileSync("package.json", '{ "version": "1.2.3" }');
  writeFileSync("broken.yaml", "openapi: 3.1.0\ninfo: [\n");
  writeFileSync("a-file", "");
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "first");
});

afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: readonly string[]): void {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...identity, ...args], { cwd: folder, stdio: "ignore" });
}

type Row = readonly [situation: string, run: Run, argv: readonly string[], text: string];

describe("wrong usage: one sentence, the way to the help, and 2", () => {
  test.each<Row>([
    ["an option that does not exist", generate, ["--bogus"], "Unknown option '--bogus'"],
    ["an option without its value", generate, ["--spec"], "Option '--spec <value>' argument missing"],
    ["an empty value", generate, ["--out", ""], "--out needs a value"],
    ["a value where none is taken", generate, ["--check=1"], "Option '--check' does not take an argument"],
    ["a word where none is taken", releaseCheck, ["now"], "Unexpected argument 'now'"],
    ["a second document", generate, ["api.yaml", "other.yaml"], "one document is named at most, and other.yaml is another"],
    ["a third side", specDiff, ["a", "b", "c"], "BASE and HEAD are two sides, and a third is named"],
    ["a value that is none of the choices", generate, ["--formats", "maybe"], "--formats must be one of: annotate, assert"],
    ["two modes", generate, ["--check", "--watch"], "--check and --watch cannot be given together"],
    ["an unknown format of a review", specDiff, ["--format", "xml"], "--format must be one of: text, markdown, json, html, github, junit, sarif, gitlab, changelog"],
    ["an unknown level", specDiff, ["--fail-on", "patch"], "--fail-on must be one of: major, minor, none"],
    ["a prefix that is no path", specDiff, ["--strip-prefix", "v1"], "--strip-prefix must be a path such as /v1, or two: /v1=/v2"],
    ["two prefixes, one of them no path", specDiff, ["--strip-prefix", "/v1=v2"], "--strip-prefix must be a path such as /v1, or two: /v1=/v2"],
    ["a prefix that is no path, of many documents", specReview, ["--strip-prefix", "v1"], "--strip-prefix must be a path such as /v1, or two: /v1=/v2"],
    ["no file to compare with", specUpstream, [], "exactly one FILE is required"],
    ["two files to compare with", specUpstream, ["a", "b"], "exactly one FILE is required"],
    ["a part of the benchmark that does not exist", bench, ["clients"], "there is no part clients: validators, pipeline, review, inclusion, client, first-minutes"],
    ["less than a second of calls that wait", bench, ["--seconds", "0.5"], "--seconds is a number from 1 to 3000"],
    ["more seconds than ten blocks last", bench, ["--seconds", "3001"], "--seconds is a number from 1 to 3000"],
    ["seconds that are no number", bench, ["--seconds", "many"], "--seconds is a number from 1 to 3000"],
    ["an option that the benchmark does not have", bench, ["--fast"], "Unknown option '--fast'"],
    ["an option of a command without options", build, ["--fast"], "Unknown option '--fast'"],
    ["no file to save to", fetchUpstream, [], "--out is missing"],
    ["an address that is none", fetchUpstream, ["--url", "nowhere", "--out", "x"], "--url must be an http or https URL"],
    ["an address of a file", fetchUpstream, ["--url", "file:///x", "--out", "x"], "--url must be an http or https URL"],
    ["no text to post", githubPost, [], "--file is missing"],
    ["nobody to post as", githubPost, ["--file", "a-file"], "GITHUB_TOKEN and GITHUB_REPOSITORY must be set in the environment"],
    ["a tag and no tag", releaseCheck, ["--tag", "v1.2.3", "--dry-run"], "--tag and --dry-run cannot be given together"],
    ["a commit that does not exist", testBase, ["--base", "nowhere"], "--base: there is no commit nowhere"],
    ["a version that npm does not give", writeVersion, [], "npm_package_version is not set; run this through npm version"],
  ])("%s", async (_situation, run, argv, text) => {
    const { status, stdout, stderr } = await runCommand(run, argv);
    const help = await runCommand(run, ["--help"]);
    const script = /^Usage: npm (?:run )?([\w:]+)/.exec(help.stdout)?.[1];
    expect(stderr).toBe(`${text}\nSee: npm run ${script} -- --help\n`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  }); // prettier-ignore
});

describe("what a person can put right: one message, no stack, and 1", () => {
  test.each<Row>([
    ["a folder that is a file", generate, ["--out", "a-file"], "a-file: a file stands where a folder is needed. Nothing was changed."],
    ["a revision that is none", specDiff, ["--base", "nowhere"], "nowhere is neither a file nor a commit"],
    ["a side that is none", specReview, ["--base", "nowhere"], "nowhere is neither a file, a folder nor a commit"],
    ["a folder beside a file", specReview, ["--base", "openapi", "--head", "a-file"], "openapi is a folder, and a-file is a file"],
    ["no document that is asked for", specReview, ["--base", "main", "--include", "nothing"], "no OpenAPI document that is asked for is in main or ."],
    ["a file of the provider that is not there", specUpstream, ["nowhere.json"], "nowhere.json does not exist"],
    ["a text to post that is not there", githubPost, ["--file", "nowhere.md"], "nowhere.md: there is no such file or folder"],
    ["a commit without the client's tests", testBase, ["--base", "main"], "main has neither test/client nor test/types"],
    [
      "a side that is broken",
      specDiff,
      ["--base", "main", "--head", "broken.yaml"],
      `The head (broken.yaml) cannot be reviewed.
broken.yaml:3:1 error syntax
  deficient indentation
  1 | openapi: 3.1.0
  2 | info: [
  3 |
    | ^

1 error`,
    ],
    [
      "no document to make a page of",
      docs,
      [],
      `openapi/openapi.yaml:1:1 error load
  openapi/openapi.yaml does not exist

1 error`,
    ],
  ])("%s", async (_situation, run, argv, text) => {
    if (run === docs) rmSync("openapi/openapi.yaml");
    const env = { GITHUB_TOKEN: "a-token", GITHUB_REPOSITORY: "someone/something" };
    const { status, stderr } = await runCommand(run, argv, { env });
    writeFileSync("openapi/openapi.yaml", DOCUMENT);
    expect({ status, stderr }).toEqual({ status: 1, stderr: `${text}\n` });
  }); // prettier-ignore

  test("a list of accepted changes that is none", async () => {
    writeFileSync("openapi/accepted-changes.yaml", "id: x\n");
    const { status, stderr } = await runCommand(specDiff, ["--base", "main"]);
    rmSync("openapi/accepted-changes.yaml");
    expect(stderr).toBe(
      "openapi/accepted-changes.yaml:1:1 error settings\n  the file must be a list of { id, reason, until }\n\n1 error\n",
    );
    expect(status).toBe(1);
  });

  test.each([
    ["accepted changes that are no YAML", "openapi/accepted-changes.yaml", "- [\n", /^openapi\/accepted-changes\.yaml:2:1 error syntax\n {2}Flow sequence .+\n\n1 error\n$/],
    ["a setting that does not exist", "redocly.yaml", "apis: { a: { root: openapi/openapi.yaml, x-openapi-proof: { review: { level: x } } } }", /^redocly\.yaml:1:71 error settings\n {2}`review` has no setting `level`, but: severity, stripPrefix, deprecation, failOn\n\n1 error\n$/],
  ])("%s", async (_claim, file, text, message) => {
    writeFileSync(file, text);
    const { status, stderr } = await runCommand(specDiff, ["--base", "main"]);
    rmSync(file);
    expect(stderr).toMatch(message);
    expect(status).toBe(1);
  }); // prettier-ignore

  test("an output that is not what the document gives", async () => {
    const argv = ["--out", "out"];
    expect((await runCommand(generate, argv)).stderr).toBe("");
    writeFileSync("out/operations.ts", "changed\n");
    const { status, stdout, stderr } = await runCommand(generate, [...argv, "--check"]);
    expect(stdout).toContain("\nout/operations.ts:1  stale\n  expected: // Written by");
    expect(stderr).toBe(
      "out is not what openapi/openapi.yaml gives; the same command without --check updates it\n",
    );
    expect(status).toBe(1);
  });
});

test("what a signal makes generate say changes in the moment in which the files do", async () => {
  const said: string[] = [];
  const given: Partial<Terminal> = {
    setLastWords: ({ text, stream }) => said.push(`${stream}: ${text}`),
    withoutInterrupt(work) {
      said.push(`begins, ${existsSync("fresh") ? "written" : "not written"}`);
      const result = work();
      said.push(`ends, ${existsSync("fresh") ? "written" : "not written"}`);
      return result;
    },
  };
  expect(await runCommand(generate, ["--out", "fresh"], given)).toMatchObject({ status: 0 });
  expect(said).toEqual([
    "stderr: Interrupted. fresh is as it was.",
    "begins, not written",
    "stderr: Interrupted. fresh is up to date.",
    "ends, written",
  ]);
});

test("each stage is named in five seconds, where no line can be overwritten", async () => {
  const said: string[] = [];
  const { status } = await runCommand(generate, ["--out", "slow"], {
    announceLater: (line, milliseconds) => {
      said.push(`${line} after ${milliseconds}`);
      return () => void said.push("called off");
    },
  });
  expect(status).toBe(0);
  expect(said.slice(0, 3)).toEqual([
    "load is still at work after 5000",
    "called off",
    "lint is still at work after 5000",
  ]);
  expect(said.at(-1)).toBe("called off");
});

test("a fault of the program is not dressed up as one of the user", async () => {
  const env = new Proxy({}, {
    get() {
      throw new RangeError("a bug");
    },
  }); // prettier-ignore
  await expect(runCommand(writeVersion, [], { env })).rejects.toThrow(RangeError);
});

test.each([
  ["EACCES", "x: permission is missing"],
  ["EISDIR", "x: a folder stands where a file is needed"],
  ["ENOENT", "x: there is no such file or folder"],
  ["ENOSPC", "x: the disk is full"],
  ["EROFS", "x: the file system can only be read"],
  ["EBUSY", "x: EBUSY"],
])("%s of the system is told as %s", (code, text) => {
  expect(describeSystemError(Object.assign(new Error(code), { code, syscall: "open", path: "x" }))).toBe(
    text,
  );
});

test("an error of another kind is no error of the system", () => {
  expect(describeSystemError(Object.assign(new Error("x"), { code: "ERR_X" }))).toBeUndefined();
});

describe("the help", () => {
  const commands = { bench, build, docs, fetchUpstream, generate, githubPost, releaseCheck, specDiff, specReview, specUpstream, testBase, writeVersion }; // prettier-ignore
  test.each(Object.entries(commands))("of %s says how it is called and how it ends", async (_name, run) => {
    const { status, stdout, stderr } = await runCommand(run, ["--bogus", "--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: npm .+\n\n[^]+\n\nExit code: 0 .+, 1 .+, 2 .+\.\n$/);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test.each([
    ["spec:diff", specDiff, "text"],
    ["spec:review", specReview, "github"],
    ["spec:upstream", specUpstream, "text"],
  ] as const)("of %s names its own default format", async (_script, run, format) => {
    const { stdout } = await runCommand(run, ["--help"]);
    expect(/how the review is written \(default: (\w+)\)/.exec(stdout)?.[1]).toBe(format);
  });
});
