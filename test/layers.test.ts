import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/**
 * Who may import whom: file or folder → files, folders and packages. The most exact row counts, and a room may import
 * itself. What a row does not list is forbidden, for types too.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  "scripts/json/": [],
  "scripts/spec/": ["scripts/json/"],

  // Regular languages. The verdict stands above its parts.
  "scripts/pattern/at.ts": [],
  "scripts/pattern/syntax/": ["scripts/pattern/at.ts"],
  "scripts/pattern/automaton/": ["scripts/pattern/at.ts", "scripts/pattern/syntax/"],
  "scripts/pattern/backtracking/": [
    "scripts/pattern/at.ts",
    "scripts/pattern/syntax/",
    "scripts/pattern/automaton/",
  ],
  "scripts/pattern/table/": ["scripts/pattern/at.ts", "scripts/pattern/automaton/", "node:zlib"],
  "scripts/pattern/language/": [
    "scripts/pattern/at.ts",
    "scripts/pattern/syntax/",
    "scripts/pattern/automaton/",
    "scripts/pattern/backtracking/lookaround-cost.ts",
  ],
  // Patterns of other engines: texts alone.
  "scripts/pattern/foreign/": [],
  "scripts/pattern/": ["scripts/pattern/"],

  // The compiler: keyword → plan → two printers.
  "scripts/jsonschema/code/": [],
  "scripts/jsonschema/problem.ts": [],
  "scripts/jsonschema/wording.ts": ["scripts/json/"],
  "scripts/jsonschema/schema/": ["scripts/json/"],
  "scripts/jsonschema/plan/": ["scripts/json/", "scripts/jsonschema/code/"],
  "scripts/jsonschema/keywords/": [
    "scripts/json/",
    "scripts/jsonschema/code/",
    "scripts/jsonschema/wording.ts",
    "scripts/jsonschema/plan/plan.ts",
    "scripts/jsonschema/schema/vocabularies.ts",
  ],
  "scripts/jsonschema/target.ts": [
    "scripts/json/",
    "scripts/jsonschema/schema/",
    "scripts/jsonschema/plan/plan.ts",
  ],
  "scripts/jsonschema/print/": [
    "scripts/json/",
    "scripts/pattern/judge.ts",
    "scripts/jsonschema/code/",
    "scripts/jsonschema/wording.ts",
    "scripts/jsonschema/plan/",
    "scripts/jsonschema/schema/root.ts",
    "scripts/jsonschema/target.ts",
  ],
  // Copied to the output: it may count on nothing.
  "scripts/jsonschema/runtime/": [],
  "scripts/jsonschema/lower.ts": [
    "scripts/json/",
    "scripts/jsonschema/problem.ts",
    "scripts/jsonschema/schema/",
    "scripts/jsonschema/plan/plan.ts",
    "scripts/jsonschema/keywords/keyword.ts",
    "scripts/jsonschema/target.ts",
  ],
  "scripts/jsonschema/share.ts": ["scripts/jsonschema/target.ts", "scripts/jsonschema/plan/"],
  "scripts/jsonschema/pattern-problems.ts": [
    "scripts/json/",
    "scripts/pattern/judge.ts",
    "scripts/jsonschema/problem.ts",
    "scripts/jsonschema/schema/registry.ts",
  ],
  "scripts/jsonschema/index.ts": ["scripts/json/", "scripts/pattern/judge.ts", "scripts/jsonschema/"],

  // From a document to generated/. One foreign library, one file.
  "scripts/pipeline/problem.ts": [],
  "scripts/pipeline/source/": ["scripts/json/", "scripts/spec/", "scripts/pipeline/problem.ts"],
  "scripts/pipeline/source/redocly.ts": [
    "scripts/json/",
    "scripts/pipeline/source/",
    "scripts/pipeline/problem.ts",
    "@redocly/openapi-core",
    "node:path",
  ],
  "scripts/pipeline/source/file-references.ts": ["node:path"],
  "scripts/pipeline/source/lint-config.ts": ["scripts/json/", "node:path"],
  "scripts/pipeline/source/disk.ts": [
    "scripts/pipeline/source/load.ts",
    "scripts/pipeline/source/text-file.ts",
    "node:",
  ],
  "scripts/pipeline/source/text-file.ts": ["node:fs/promises"],
  "scripts/pipeline/source/schema-references.ts": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/jsonschema/schema/registry.ts",
  ],
  // What the bundled document means otherwise than it looks, and what is read otherwise than it is written.
  "scripts/pipeline/checks/": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/pattern/language/index.ts",
    "scripts/pipeline/problem.ts",
  ],
  "scripts/pipeline/checks/contradictions.ts": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/jsonschema/schema/registry.ts",
    "scripts/inclusion/index.ts",
    "scripts/pattern/language/index.ts",
    "scripts/pipeline/checks/check.ts",
  ],
  "scripts/pipeline/repair/": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/pattern/foreign/index.ts",
    "scripts/pipeline/source/schema-references.ts",
    "scripts/pipeline/problem.ts",
  ],
  "scripts/pipeline/": ["scripts/json/", "scripts/spec/", "scripts/pipeline/problem.ts"],
  "scripts/pipeline/followers.ts": [
    "scripts/json/",
    "scripts/jsonschema/runtime/names.ts",
    "scripts/pipeline/source/",
  ],
  "scripts/pipeline/lint.ts": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/pattern/judge.ts",
    "scripts/pipeline/source/",
    "scripts/pipeline/followers.ts",
    "scripts/pipeline/tolerance.ts",
    "scripts/pipeline/problem.ts",
  ],
  "scripts/pipeline/bundle.ts": [
    "scripts/json/",
    "scripts/pipeline/source/",
    "scripts/pipeline/repair/",
    "scripts/pipeline/problem.ts",
  ],
  // The document in the words of openapi-typescript, which itself stands in the file above.
  "scripts/pipeline/types/": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/pipeline/source/schema-references.ts",
  ],
  "scripts/pipeline/types/library.d.ts": ["openapi-typescript"],
  "scripts/pipeline/types.ts": ["scripts/json/", "scripts/pipeline/types/", "openapi-typescript"],
  "scripts/pipeline/emit.ts": ["scripts/jsonschema/index.ts", "scripts/morph.ts"],
  "scripts/pipeline/validators.ts": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/jsonschema/index.ts",
    "scripts/pipeline/schema-places.ts",
    "scripts/pipeline/emit.ts",
    "scripts/pipeline/lint.ts",
    "scripts/pipeline/problem.ts",
    "scripts/pipeline/runtime.ts",
  ],
  "scripts/pipeline/runtime.ts": ["node:fs"],
  "scripts/pipeline/source-text.ts": [],
  "scripts/pipeline/operations/methods-text.ts": [
    "scripts/json/naming.ts",
    "scripts/pipeline/source-text.ts",
  ],
  "scripts/pipeline/wire.ts": ["node:fs", "node:path"],
  // The texts of a client that stands by itself. What a policy may say, src/ knows.
  "scripts/pipeline/client/": ["scripts/pipeline/source-text.ts"],
  "scripts/pipeline/client/mechanism.ts": ["node:fs/promises", "node:path"],
  "scripts/pipeline/client/policy-text.ts": [
    "scripts/pipeline/source-text.ts",
    "src/policy.ts",
    "node:fs/promises",
  ],
  "scripts/pipeline/operations/client-limits.ts": [
    "scripts/spec/media-type.ts",
    "scripts/pipeline/operations/operations-text.ts",
    "scripts/pipeline/problem.ts",
  ],
  "scripts/pipeline/operations.ts": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/pipeline/bundle.ts",
    "scripts/pipeline/operations/",
    "scripts/pipeline/problem.ts",
    "scripts/pipeline/wire.ts",
  ],
  "scripts/pipeline/format.ts": ["scripts/pipeline/memory/memo.ts", "prettier"],
  // The verdicts on patterns are shared by two stages and by run after run.
  "scripts/pipeline/memory/": ["scripts/pattern/judge.ts", "scripts/pattern/language/index.ts"],
  "scripts/pipeline/output.ts": ["scripts/system-error.ts", "node:fs", "node:path"],
  "scripts/pipeline/watch.ts": ["node:"],
  "scripts/pipeline/run.ts": [
    "scripts/json/",
    "scripts/pattern/language/index.ts",
    "scripts/pipeline/",
    "node:fs",
    "node:path",
  ],

  // Inclusion: expressions, what they say of values, how schemas become expressions, how a value of one is found.
  "scripts/inclusion/node/": ["scripts/json/", "scripts/inclusion/node/"],
  "scripts/inclusion/atoms/": ["scripts/json/", "scripts/inclusion/node/", "scripts/inclusion/atoms/"],
  "scripts/inclusion/algebra/": [
    "scripts/json/",
    "scripts/inclusion/node/",
    "scripts/inclusion/atoms/",
    "scripts/inclusion/algebra/",
  ],
  "scripts/inclusion/compile/": [
    "scripts/json/",
    "scripts/jsonschema/schema/",
    "scripts/inclusion/node/",
    "scripts/inclusion/atoms/",
    "scripts/inclusion/algebra/",
    "scripts/inclusion/compile/",
  ],
  "scripts/inclusion/solve/": [
    "scripts/json/",
    "scripts/pattern/language/",
    "scripts/inclusion/node/",
    "scripts/inclusion/atoms/",
    "scripts/inclusion/algebra/",
    "scripts/inclusion/solve/",
  ],
  "scripts/inclusion/": ["scripts/json/", "scripts/jsonschema/schema/", "scripts/inclusion/"],
  "scripts/inclusion/session.ts": [
    "scripts/jsonschema/schema/",
    "scripts/pattern/language/index.ts",
    "scripts/inclusion/",
  ],

  // The review: facts, decisions, opinions, words. Each room knows those before it.
  "scripts/review/document/": ["scripts/json/", "scripts/spec/"],
  "scripts/review/document/side.ts": [
    "scripts/json/",
    "scripts/review/document/",
    "scripts/pipeline/source/document-source.ts",
    "scripts/pipeline/source/load.ts",
    "scripts/pipeline/lint.ts",
    "scripts/pipeline/bundle.ts",
    "scripts/pipeline/problem.ts",
  ],
  "scripts/review/document/broken-side.ts": ["scripts/review/document/", "scripts/pipeline/problem.ts"],
  "scripts/review/document/broken-parts.ts": ["scripts/review/document/", "scripts/pipeline/problem.ts"],
  "scripts/review/document/revision.ts": ["scripts/pipeline/run.ts", "node:"],
  "scripts/review/document/find-documents.ts": [
    "scripts/spec/document-mark.ts",
    "scripts/review/document/",
    "scripts/pipeline/run.ts",
    "node:",
  ],
  "scripts/review/schema/": ["scripts/json/", "scripts/spec/", "scripts/review/document/"],
  // What the review must know of each keyword.
  "scripts/review/keywords/": ["scripts/json/", "scripts/pattern/language/"],
  "scripts/review/differ/": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/review/document/",
    "scripts/review/keywords/",
    "scripts/review/schema/",
  ],
  "scripts/review/decide/": [
    "scripts/json/",
    "scripts/inclusion/index.ts",
    "scripts/review/document/",
    "scripts/review/keywords/",
    "scripts/review/schema/",
    "scripts/review/differ/",
  ],
  "scripts/review/decide/compile-schemas.ts": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/pattern/judge.ts",
    "scripts/jsonschema/index.ts",
    "scripts/jsonschema/runtime/",
    "scripts/review/document/",
    "scripts/review/decide/",
    "node:vm",
  ],
  "scripts/review/decide/formats.ts": [
    "scripts/inclusion/index.ts",
    "scripts/jsonschema/keywords/format.ts",
    "scripts/jsonschema/runtime/runtime-formats.ts",
    "scripts/review/decide/",
  ],
  // What the client sends of a parameter is what a proof shows.
  "scripts/review/decide/write-message.ts": [
    "scripts/json/",
    "scripts/spec/style.ts",
    "scripts/review/differ/",
    "scripts/review/decide/",
    "src/wire/",
  ],
  "scripts/review/decide/transpile.ts": ["esbuild"],
  "scripts/review/types/": [
    "scripts/json/",
    "scripts/morph.ts",
    "scripts/spec/",
    "scripts/review/document/",
    "scripts/review/keywords/",
    "scripts/review/differ/",
  ],
  "scripts/review/judge/": [
    "scripts/json/",
    "scripts/spec/media-type.ts",
    "scripts/version.ts",
    "scripts/review/document/",
    "scripts/review/keywords/",
    "scripts/review/differ/",
    "scripts/review/decide/",
    "scripts/review/types/",
  ],
  "scripts/review/report/": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/version.ts",
    "scripts/pipeline/problem.ts",
    // What the settings say of reviews, and how such files are read.
    "scripts/settings/review-settings.ts",
    "scripts/settings/open-yaml.ts",
    "scripts/settings/part.ts",
    "scripts/review/document/",
    "scripts/review/differ/",
    "scripts/review/judge/",
    "node:crypto",
  ],
  // What a parameter takes that a proof is not about.
  "scripts/review/report/proof/sample-text.ts": [
    "scripts/json/",
    "scripts/inclusion/",
    "scripts/review/document/",
    "scripts/review/decide/formats.ts",
  ],
  "scripts/review/report/settings/glob.ts": ["minimatch"],
  "scripts/review/report/line-diff.ts": ["diff"],
  // A request that has to have a body is sent with the one that the reference page shows.
  "scripts/review/sample-body.ts": [
    "scripts/json/",
    "scripts/docs/samples/",
    "scripts/review/document/",
    "scripts/review/report/proof/curl.ts",
  ],
  // A review needs neither the printed validators nor the operations: it takes the stages and not the whole run.
  "scripts/review/index.ts": [
    "scripts/review/",
    "scripts/settings/review-settings.ts",
    "scripts/pipeline/run.ts",
    "scripts/pipeline/types.ts",
    "scripts/pipeline/problem.ts",
  ],

  // Plain JavaScript that Redocly's own command loads; the rooms that its rules ask are bundled for it.
  "scripts/redocly/": ["node:"],
  "scripts/redocly/load-compiled.mjs": ["esbuild", "node:"],
  "scripts/release/": ["scripts/version.ts", "scripts/review/index.ts", "scripts/pipeline/run.ts", "node:"],
  "scripts/docs/": ["scripts/json/", "scripts/spec/", "scripts/docs/", "node:"],
  // Samples are what the client would send, and what the document's schemas accept.
  "scripts/docs/samples/": [
    "scripts/json/",
    "scripts/spec/",
    "scripts/inclusion/index.ts",
    "scripts/docs/samples/",
    "src/wire/",
  ],
  "scripts/morph.ts": ["ts-morph"],
  "scripts/version.ts": [],
  "scripts/system-error.ts": [],

  // What redocly.yaml says of documents.
  "scripts/settings/": [
    "scripts/json/",
    "scripts/version.ts",
    "scripts/jsonschema/runtime/names.ts",
    "scripts/pipeline/problem.ts",
    "scripts/settings/",
  ],
  "scripts/settings/open-yaml.ts": ["scripts/settings/", "scripts/pipeline/problem.ts", "yaml"],
  "scripts/settings/add-entry.ts": ["scripts/settings/", "scripts/pipeline/problem.ts", "yaml"],

  // Only these print and exit.
  "scripts/commands/": [
    "scripts/settings/",
    "scripts/review/index.ts",
    "scripts/pipeline/run.ts",
    "scripts/pipeline/report.ts",
    "scripts/pipeline/watch.ts",
    "scripts/docs/",
    "scripts/release/",
    "scripts/system-error.ts",
    "node:",
  ],
  // What a command is made of and what it reads know no command.
  "scripts/commands/terminal/": [
    "scripts/review/index.ts",
    "scripts/pipeline/report.ts",
    "scripts/system-error.ts",
    "node:",
  ],
  "scripts/commands/inputs/": [
    "scripts/commands/terminal/",
    "scripts/settings/",
    "scripts/review/index.ts",
    "scripts/pipeline/run.ts",
    "scripts/pipeline/report.ts",
    "node:",
  ],
  "scripts/commands/build.ts": ["scripts/commands/", "esbuild", "node:"],
  "scripts/commands/build-tool.ts": ["scripts/commands/", "esbuild", "node:"],
  // The package that others install: the commands that are for any document, and the library.
  "scripts/tool/": [
    "scripts/commands/",
    "scripts/settings/",
    "scripts/pipeline/run.ts",
    "scripts/pipeline/report.ts",
    "scripts/jsonschema/runtime/names.ts",
    "scripts/spec/document-mark.ts",
    // Its own manifest.
    "openapi-proof",
    "node:",
  ],
  "scripts/tool/index.ts": [
    "scripts/pipeline/run.ts",
    "scripts/pipeline/output.ts",
    "scripts/pipeline/problem.ts",
    "scripts/review/",
  ],
  "scripts/tool/bin.mjs": ["scripts/start/main-thread.mjs"],
  "scripts/tool/thread.mjs": [
    "scripts/start/optimize-late.mjs",
    "scripts/start/thread-terminal.mjs",
    "scripts/tool/main.ts",
    "node:",
  ],
  // Before any other file of a command can be there.
  "scripts/start/": ["esbuild", "node:"],
  "scripts/start.mjs": ["scripts/start/main-thread.mjs"],
  "scripts/bench/": [""],

  // What both rooms of the client speak of stands beside them and knows neither.
  "src/version.ts": [],
  "src/client-name.ts": [],
  "src/or-undefined.ts": [],
  "src/rate-limit.ts": [],
  "src/policy.ts": [],
  "src/base-url.ts": ["src/or-undefined.ts"],
  "src/servers.ts": ["src/base-url.ts", "src/or-undefined.ts"],
  "src/nearest-name.ts": [],
  "src/create-request.ts": [],
  // Text in, text out: what is a secret and how it is found.
  "src/secrets/": ["src/secrets/", "src/or-undefined.ts", "src/policy.ts"],
  "src/errors.ts": ["src/client-name.ts", "generated/runtime.ts"],
  "src/hooks.ts": ["src/errors.ts"],
  "src/options.ts": [
    "src/wire/method/",
    "src/hooks.ts",
    "src/policy.ts",
    "src/rate-limit.ts",
    "src/or-undefined.ts",
    "src/nearest-name.ts",
    "src/secrets/secrets.ts",
    "src/transport/timer.ts",
    "src/wire/credential/credential.ts",
  ],
  "src/credentials.ts": ["src/options.ts", "src/policy.ts", "src/wire/credential/credential.ts"],
  "src/call/call.ts": [
    "src/wire/method/",
    "src/policy.ts",
    "src/wire/credential/credential.ts",
    "src/errors.ts",
    "src/hooks.ts",
    "src/options.ts",
    "src/secrets/secrets.ts",
    "src/create-request.ts",
    "src/transport/lifetime.ts",
  ],
  "src/call/failure.ts": [
    "src/call/call.ts",
    "src/errors.ts",
    "src/or-undefined.ts",
    "src/secrets/secrets.ts",
    "generated/runtime.ts",
  ],
  "src/call/refusal.ts": [
    "src/call/call.ts",
    "src/call/failure.ts",
    "src/call/media-type.ts",
    "src/transport/moment.ts",
    "src/errors.ts",
  ],
  "src/call/media-type.ts": [],
  // Copied to the output, beside operations.ts: it may count on nothing.
  "src/wire/": [],
  "src/call/operation.ts": ["src/wire/", "generated/runtime.ts"],
  "src/call/request.ts": [
    "src/call/operation.ts",
    "src/create-request.ts",
    "src/nearest-name.ts",
    "src/or-undefined.ts",
    "src/wire/body/body.ts",
    "generated/runtime.ts",
    "openapi-fetch",
  ],
  "src/call/content.ts": ["src/wire/", "openapi-fetch"],
  "src/call/answer.ts": ["src/call/", "src/errors.ts", "src/or-undefined.ts", "src/transport/layer.ts"],
  "src/call/method.ts": [
    "src/wire/method/",
    "src/call/",
    "src/policy.ts",
    "src/errors.ts",
    "src/options.ts",
    "src/transport/body.ts",
    "src/transport/layer.ts",
    "generated/runtime.ts",
    "openapi-fetch",
  ],
  "src/transport/timer.ts": [],
  "src/transport/lifetime.ts": ["src/transport/timer.ts"],
  "src/transport/moment.ts": [],
  "src/transport/retry-after.ts": ["src/transport/timer.ts"],
  "src/transport/layer.ts": ["src/call/call.ts", "src/create-request.ts"],
  "src/transport/auth.ts": [
    "src/transport/layer.ts",
    "src/call/",
    "src/credentials.ts",
    "src/errors.ts",
    "src/wire/credential/credential.ts",
  ],
  // A layer knows what a call carries and nothing of its request's schema or of its response's.
  "src/transport/": [
    "src/transport/",
    "src/credentials.ts",
    "src/policy.ts",
    "src/call/call.ts",
    "src/call/failure.ts",
    "src/errors.ts",
    "src/hooks.ts",
    "src/rate-limit.ts",
    "src/or-undefined.ts",
    "src/create-request.ts",
  ],
  "src/http.ts": [
    "src/wire/method/",
    "src/call/call.ts",
    "src/call/failure.ts",
    "src/call/method.ts",
    "src/policy.ts",
    "src/call/operation.ts",
    "src/create-request.ts",
    "src/errors.ts",
    "src/options.ts",
    "src/or-undefined.ts",
    "src/transport/body.ts",
    "src/transport/draft.ts",
    "src/transport/layer.ts",
    "openapi-fetch",
  ],
  "src/client.ts": ["src/", "openapi-fetch"],
  "src/mechanism.ts": ["src/", "generated/runtime.ts"],
  // The one page that knows whose API it is.
  "src/jetemail.ts": ["src/", "generated/"],
  "src/index.ts": ["src/"],
};

/** What no row above can say: these rows take away again. */
const WALLS: readonly { readonly from: RegExp; readonly to: RegExp; readonly because: string }[] = [
  {
    from: /^scripts\/jsonschema\/keywords\//,
    to: /\/print\//,
    because: "no keyword knows which output is printed",
  },
  {
    from: /^scripts\/jsonschema\/print\//,
    to: /\/keywords\//,
    because: "printers know node kinds and no keyword",
  },
];

/** Packages that two files may import, with the reason. */
const SHARED_PACKAGES: Readonly<Record<string, string>> = {
  esbuild:
    "start/ bundles a command before any other file of it can be there; build bundles the client, build-tool the tool, and the lint rule its judge",
  yaml: "redocly.yaml is read and added to, and the list of accepted changes is read",
  "openapi-typescript":
    "the parts of it that are loaded have their declarations beside the one file that loads them",
  "openapi-fetch":
    "what it exports to make a client, to write a URL and to merge headers has three places in src/",
};

type Import = { readonly from: string; readonly to: string; readonly isType: boolean };

const files = ["scripts", "src"].flatMap(listFiles);
const sources = files.map((file) => ({ file, source: parse(file) }));
const imports = sources.flatMap(({ file, source }) => readImports(file, source));

describe("data flows one way", () => {
  test.each(files)("%s imports only what its layer may", (file) => {
    const row = findRow(file);
    expect(row, "a row of the table").toBeDefined();
    const allowed = [...(LAYERS[row ?? ""] ?? []), ...(row?.endsWith("/") ? [row] : [])];
    const forbidden = imports.filter(
      ({ from, to }) => from === file && !allowed.some((target) => to.startsWith(target)),
    );
    expect(forbidden.map(({ to }) => to)).toEqual([]);
  });

  test.each(WALLS)("$because", ({ from, to }) => {
    expect(imports.filter((found) => from.test(found.from) && to.test(found.to))).toEqual([]);
  });

  test("every row of the table that names a file has its file", () => {
    const named = Object.keys(LAYERS).filter((row) => !row.endsWith("/"));
    expect(named.filter((row) => !files.includes(row))).toEqual([]);
  });

  test.each(["scripts/", "src/"])("no circle of imports in %s, types included", (folder) => {
    const arrows = new Map(
      files
        .filter((file) => file.startsWith(folder))
        .map((file) => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]),
    );
    // What imports nothing that is left goes, again and again; a circle stays.
    for (let size = -1; size !== arrows.size;) {
      size = arrows.size;
      for (const [file, targets] of arrows) if (!targets.some((to) => arrows.has(to))) arrows.delete(file);
    }
    expect([...arrows.keys()]).toEqual([]);
  });

  test.each(sources.filter(({ file }) => posix.dirname(file) === "scripts/commands"))(
    "$file is a command",
    ({ source }) => {
      expect(source.text).toMatch(/^export const run = createCommand\(/m);
    },
  );

  test("one foreign library has one file", () => {
    const owners = new Map<string, Set<string>>();
    for (const { from, to, isType } of imports) {
      // A benchmark is about other people's libraries.
      if (isType || from.startsWith("scripts/bench/")) continue;
      if (/^(?:node:|scripts\/|src\/|generated\/)/.test(to)) continue;
      owners.set(to, (owners.get(to) ?? new Set()).add(from));
    }
    const shared = [...owners].filter(
      ([name, users]) => users.size > 1 && !Object.hasOwn(SHARED_PACKAGES, name),
    );
    expect(shared.map(([name, users]) => [name, ...users])).toEqual([]);
  });
});

/** Its table is shared by the process on purpose: all clients of one account wait at one gate. */
const STATEFUL = new Set(["src/transport/gate/gates.ts"]);

describe("no state and no output below the commands", () => {
  // A command speaks to the terminal that it is given, so that a test can give it one.
  test.each(sources.filter(({ file }) => file.startsWith("scripts/commands/")))(
    "$file knows no process",
    ({ source }) => {
      expect(source.text.match(/\bprocess\.|node:process/g)).toBeNull();
    },
  );

  test.each(sources.filter(({ file }) => !STATEFUL.has(file)))(
    "$file has no variable of the module",
    ({ source }) => {
      const variables = source.statements.filter(ts.isVariableStatement);
      const mutable = variables.filter(
        ({ declarationList }) => (declarationList.flags & ts.NodeFlags.Const) === 0,
      );
      expect(mutable.map((statement) => statement.getText(source))).toEqual([]);
    },
  );

  const commands = /^scripts\/(?:start\.mjs|(?:start|commands|bench)\/.*|tool\/bin\.mjs)$/;
  test.each(sources.filter(({ file }) => !commands.test(file)))(
    "$file neither prints nor exits",
    ({ source }) => {
      expect(findOutput(source)).toEqual([]);
    },
  );
});

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((name) => /\.m?ts$|\.mjs$/.test(name) && !name.startsWith("scripts/dist/"))
    .toSorted();
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

function findRow(file: string): string | undefined {
  const rows = Object.keys(LAYERS).filter((row) => (row.endsWith("/") ? file.startsWith(row) : file === row));
  return rows.toSorted((a, b) => b.length - a.length)[0];
}

function readImports(file: string, source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = readSpecifier(node);
    if (specifier !== undefined)
      found.push({ from: file, to: resolve(file, specifier), isType: isTypeOnly(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function readSpecifier(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return readText(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? readText(node.argument.literal) : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    /^(?:require|createRequire\(.*\))$/.test(expression.getText());
  return loads ? readText(node.arguments[0]) : undefined;
}

function readText(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** A path from the root of the project, or the name of a package. */
function resolve(file: string, specifier: string): string {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(file), specifier).replace(/\.js$/, ".ts");
  if (specifier.startsWith("node:")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function findOutput(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const text = node.getText();
      if (/^(?:console\.\w+|process\.(?:exit|exitCode|stdout|stderr|abort|kill))$/.test(text))
        found.push(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
