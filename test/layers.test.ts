import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/**
 * Who may import whom: file or folder → files, folders and packages. The most exact row counts. What a row does
 * not list is forbidden; every file of a folder may import its own row's `self`.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  "scripts/generate.ts": [
    "scripts/args.ts",
    "scripts/pipeline/run.ts",
    "scripts/pipeline/report.ts",
    "scripts/pipeline/watch.ts",
    "node:",
  ],
  "scripts/spec-diff.ts": ["scripts/commands/spec-diff.ts"],
  "scripts/spec-upstream.ts": ["scripts/commands/spec-upstream.ts"],
  // Commands that are also run within a process, with a terminal of its own.
  "scripts/commands/": [
    "scripts/commands/terminal.ts",
    "scripts/args.ts",
    "scripts/review/index.ts",
    "scripts/pipeline/report.ts",
    "node:",
  ],
  "scripts/commands/terminal.ts": [],
  "scripts/args.ts": ["node:util"],
  "scripts/morph.ts": ["ts-morph"],
  // Bundles a command before it runs.
  "scripts/start.mjs": ["esbuild", "node:"],
  // Further commands, each thin.
  "scripts/": [
    "scripts/args.ts",
    "scripts/review/index.ts",
    "scripts/pipeline/run.ts",
    "scripts/pipeline/report.ts",
    "scripts/docs/",
    "scripts/release/",
    "scripts/bench/",
    "node:",
  ],
  "scripts/docs/": ["scripts/docs/", "scripts/pipeline/", "node:"],
  "scripts/version.ts": [],
  "scripts/release/": [
    "scripts/version.ts",
    "scripts/release/",
    "scripts/review/index.ts",
    "scripts/pipeline/run.ts",
    "node:",
  ],
  "scripts/bench/": [""],
  "scripts/redocly/": ["scripts/redocly/", "node:", "recheck"],

  // The verdicts on patterns are shared by two stages, so the file that knows the stages makes them.
  "scripts/pipeline/run.ts": [
    "scripts/pipeline/",
    "scripts/jsonschema/index.ts",
    "scripts/jsonschema/pattern.ts",
    "node:timers/promises",
  ],
  "scripts/pipeline/problem.ts": [],
  "scripts/pipeline/json-pointer.ts": [],
  "scripts/pipeline/extent.ts": [],
  "scripts/pipeline/json-text.ts": [],
  "scripts/pipeline/snippet.ts": [],
  "scripts/pipeline/naming.ts": [],
  "scripts/pipeline/dialect.ts": ["scripts/pipeline/json-pointer.ts"],
  "scripts/pipeline/operations-text.ts": [],
  "scripts/pipeline/report.ts": ["scripts/pipeline/problem.ts"],
  "scripts/pipeline/redocly.ts": [
    "scripts/pipeline/problem.ts",
    "scripts/pipeline/snippet.ts",
    "scripts/pipeline/extent.ts",
    "scripts/pipeline/json-text.ts",
    "@redocly/openapi-core",
    "node:path",
  ],
  "scripts/pipeline/reference-cycles.ts": ["scripts/pipeline/redocly.ts", "scripts/pipeline/json-pointer.ts"],
  "scripts/pipeline/load.ts": [
    "scripts/pipeline/redocly.ts",
    "scripts/pipeline/problem.ts",
    "scripts/pipeline/json-pointer.ts",
  ],
  "scripts/pipeline/lint.ts": [
    "scripts/pipeline/redocly.ts",
    "scripts/pipeline/reference-cycles.ts",
    "scripts/pipeline/problem.ts",
    "scripts/pipeline/json-pointer.ts",
  ],
  "scripts/pipeline/linear-pattern.ts": ["scripts/jsonschema/pattern.ts"],
  "scripts/pipeline/bundle.ts": [
    "scripts/pipeline/redocly.ts",
    "scripts/pipeline/problem.ts",
    "scripts/pipeline/json-pointer.ts",
  ],
  "scripts/pipeline/types.ts": [
    "scripts/pipeline/deep-references.ts",
    "scripts/pipeline/json-pointer.ts",
    "openapi-typescript",
    "node:module",
  ],
  "scripts/pipeline/deep-references.ts": ["scripts/pipeline/json-pointer.ts", "scripts/pipeline/naming.ts"],
  "scripts/pipeline/schema-places.ts": ["scripts/pipeline/naming.ts", "scripts/pipeline/json-pointer.ts"],
  "scripts/pipeline/validators.ts": [
    "scripts/pipeline/schema-places.ts",
    "scripts/pipeline/naming.ts",
    "scripts/pipeline/emit.ts",
    "scripts/pipeline/dialect.ts",
    "scripts/pipeline/problem.ts",
    "scripts/pipeline/bundle.ts",
    "scripts/pipeline/json-pointer.ts",
    "scripts/jsonschema/index.ts",
    "scripts/jsonschema/pattern.ts",
    "node:",
  ],
  "scripts/pipeline/operations.ts": [
    "scripts/pipeline/naming.ts",
    "scripts/pipeline/operations-text.ts",
    "scripts/pipeline/client-limits.ts",
    "scripts/pipeline/problem.ts",
    "scripts/pipeline/bundle.ts",
    "scripts/pipeline/json-pointer.ts",
  ],
  "scripts/pipeline/client-limits.ts": ["scripts/pipeline/operations-text.ts", "scripts/pipeline/problem.ts"],
  "scripts/pipeline/emit.ts": ["scripts/jsonschema/index.ts", "scripts/morph.ts"],
  "scripts/pipeline/format.ts": ["prettier"],
  "scripts/pipeline/output.ts": ["node:fs", "node:path"],
  "scripts/pipeline/disk.ts": ["scripts/pipeline/load.ts", "node:"],
  "scripts/pipeline/watch.ts": ["node:"],

  "scripts/jsonschema/": ["scripts/jsonschema/"],
  "scripts/jsonschema/runtime.ts": ["scripts/jsonschema/runtime"],
  // A keyword knows the plan and not how a plan is printed.
  "scripts/jsonschema/keywords/": ["scripts/jsonschema/"],
  "scripts/jsonschema/pattern/": ["scripts/jsonschema/pattern/", "node:zlib"],
  "scripts/jsonschema/pattern/recheck.ts": ["scripts/jsonschema/pattern/", "recheck", "node:module"],

  "scripts/review/": [
    "scripts/review/",
    "scripts/pipeline/problem.ts",
    "scripts/pipeline/json-pointer.ts",
    "scripts/pipeline/naming.ts",
    "scripts/version.ts",
    "scripts/jsonschema/pattern-language.ts",
    "node:crypto",
  ],
  // A review needs neither the printed validators nor the operations: it takes the stages and not the whole run.
  "scripts/review/index.ts": [
    "scripts/review/",
    "scripts/pipeline/run.ts",
    "scripts/pipeline/types.ts",
    "scripts/pipeline/problem.ts",
  ],
  "scripts/review/side.ts": [
    "scripts/review/document.ts",
    "scripts/pipeline/load.ts",
    "scripts/pipeline/lint.ts",
    "scripts/pipeline/bundle.ts",
    "scripts/pipeline/problem.ts",
    "scripts/pipeline/json-pointer.ts",
  ],
  "scripts/review/revision.ts": ["scripts/pipeline/run.ts", "node:"],
  "scripts/review/accepted.ts": ["scripts/review/summary.ts", "yaml"],
  "scripts/review/compile-schemas.ts": [
    "scripts/review/",
    "scripts/jsonschema/index.ts",
    "scripts/jsonschema/pattern.ts",
    "scripts/jsonschema/runtime",
    "scripts/pipeline/dialect.ts",
    "node:vm",
  ],
  "scripts/review/counterexample.ts": ["scripts/review/", "scripts/pipeline/json-pointer.ts", "fast-check"],
  "scripts/review/typescript.ts": ["scripts/morph.ts"],
  "scripts/review/transpile.ts": ["esbuild"],

  "src/": ["src/", "generated/", "openapi-fetch"],
};

/** What no row above can say: these rows take away again. */
const WALLS: readonly { readonly from: RegExp; readonly to: RegExp; readonly because: string }[] = [
  {
    from: /^scripts\/jsonschema\/keywords\//,
    to: /\/print/,
    because: "no keyword knows which output is printed",
  },
  {
    from: /^scripts\/jsonschema\/print/,
    to: /\/keywords\/(?!(?:keyword|words)\.ts)/,
    because: "printers know node kinds and no keyword",
  },
];

/** Packages that two files may import, with the reason. */
const SHARED_PACKAGES: Readonly<Record<string, string>> = {
  esbuild: "start.mjs bundles a command before any other file of it can be there",
  recheck: "Redocly's own command loads the lint rule without the compiler, which is TypeScript",
  "openapi-fetch": "types alone, for the files of src/",
};

type Import = { readonly from: string; readonly to: string; readonly isType: boolean };

const files = ["scripts", "src"].flatMap(listFiles);
const sources = files.map((file) => ({ file, source: parse(file) }));
const imports = sources.flatMap(({ file, source }) => readImports(file, source));

describe("data flows one way", () => {
  test.each(files)("%s imports only what its layer may", (file) => {
    const row = findRow(file);
    expect(row, "a row of the table").toBeDefined();
    const forbidden = imports
      .filter(
        ({ from, to }) => from === file && !(LAYERS[row ?? ""] ?? []).some((target) => to.startsWith(target)),
      )
      .map(({ to }) => to);
    expect(forbidden).toEqual([]);
  });

  test.each(WALLS)("$because", ({ from, to }) => {
    expect(imports.filter((found) => from.test(found.from) && to.test(found.to))).toEqual([]);
  });

  test("every row of the table that names a file has its file", () => {
    const named = Object.keys(LAYERS).filter((row) => row.endsWith(".ts"));
    expect(named.filter((row) => !files.includes(row))).toEqual([]);
  });

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
const STATEFUL = new Set(["src/transport/gate.ts"]);

describe("no state and no output below the commands", () => {
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

  const commands = /^scripts\/(?:[^/]+\.ts|bench\/.*)$/;
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
    .filter((name) => /\.m?ts$|\.mjs$/.test(name))
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
