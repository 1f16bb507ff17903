import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";

// The job of the README, in a shell as GitLab's runners start it. The repository is cloned from here and not from a host.

type Job = { readonly spec: { readonly script: readonly string[] } };

function readJob(): readonly string[] {
  const readme = readFileSync("scripts/README.md", "utf8");
  const [, text = ""] = /```yaml\n(spec:\n[^]*?)```/.exec(readme) ?? [];
  // Each line is held below to what it does.
  return (parse(text) as Job).spec.script;
}

/** What GitLab reads of an entry of a code quality report; it drops the whole report for one that is wrong. */
const REPORT = {
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: String.raw`^[^./\\][^\\]*$` },
          lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
        },
      },
    },
  },
} as const; // prettier-ignore

type Entry = {
  readonly check_name: string;
  readonly severity: string;
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
};

const api = (maximum: number) => `openapi: 3.1.0
info: { title: Small, version: 1.0.0 }
paths:
  /items:
    get:
      operationId: list
      parameters:
        - { name: n, in: query, schema: { type: integer, maximum: ${maximum} } }
      responses: { "200": { description: ok } }
`;

const folder = mkdtempSync(join(tmpdir(), "openapi-proof-gitlab-"));
const project = join(folder, "project");

function git(...args: readonly string[]): string {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...identity, ...args], { cwd: project, encoding: "utf8" }).trim();
}

function change(maximum: number, message: string): string {
  for (const name of ["a.yaml", "b.yaml"]) writeFileSync(join(project, "apis", name), api(maximum));
  git("add", "--all");
  git("commit", "--quiet", "--message", message);
  return git("rev-parse", "HEAD");
}

const here = process.cwd();
const commit = execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).trim();

/** What GitLab gives a job of a merge request; git finds the repository where it is. */
function runScript(lines: readonly string[], base: string) {
  const env = {
    ...process.env,
    CI_PIPELINE_SOURCE: "merge_request_event",
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `url.${here}.insteadOf`,
    GIT_CONFIG_VALUE_0: "https://github.com/OWNER/jetemail-client",
  };
  const script = lines.join("\n").replaceAll("COMMIT", commit);
  return spawnSync("bash", ["-eo", "pipefail", "-c", script], { cwd: project, env, encoding: "utf8" });
}

function readReport(): readonly Entry[] {
  const report: unknown = JSON.parse(readFileSync(join(project, "quality.json"), "utf8"));
  const validate = new Ajv2020().compile(REPORT);
  expect(validate(report) ? [] : validate.errors).toEqual([]);
  return report as readonly Entry[];
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A shell as GitLab's runners have it; elsewhere the command alone is tested.
describe.skipIf(process.platform === "win32")("the job of the README", () => {
  const script = readJob();
  let base: string;

  beforeAll(() => {
    mkdirSync(join(project, "apis"), { recursive: true });
    git("init", "--quiet", "--initial-branch=main");
    base = change(9, "first");
    git("checkout", "--quiet", "--detach");
  });

  test("fails at a break, with a report that GitLab shows", () => {
    change(8, "narrower");
    const { status, stderr } = runScript(script, base);
    expect(stderr).not.toMatch(/\bat \S+:\d+/);
    expect(status).toBe(1);
    const entries = readReport();
    expect(entries).toEqual(
      ["apis/a.yaml", "apis/b.yaml"].map((path) => ({
        description: expect.stringContaining("`n`") as string,
        check_name: "maximum-narrower",
        severity: "critical",
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        location: { path, lines: { begin: 8 } },
      })),
    );
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test("is content with what breaks nothing", () => {
    change(10, "wider");
    // Another job would clone again; the review is what may differ.
    const { status, stderr } = runScript(script.slice(-1), base);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readReport().map(({ severity }) => severity)).toEqual(["minor", "minor"]);
  });
});
