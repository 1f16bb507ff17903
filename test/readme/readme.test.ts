import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import openapi from "../../generated/openapi.json" with { type: "json" };
import manifest from "../../package.json" with { type: "json" };
import { packPackage, unpackInto } from "../package/pack.js";
import { readBlocks, readCodeSamples } from "./blocks.js";

// Below node_modules, so that a block may also import what the development dependencies have.
const project = resolve("node_modules/.cache/readme", String(process.pid));
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "src/README.md",
  "scripts/README.md",
  "openapi/README.md",
] as const;
const blocks = [...documents.flatMap(readBlocks), ...readCodeSamples("openapi/openapi.yaml")].map(
  (block, index) => ({ ...block, file: join(project, `block-${index}.mts`) }),
);

type Described = {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly example?: unknown }>> }>
  >;
};

/** What the document shows as the answer of an operation that went well. */
function findExample(method: string, url: string): unknown {
  const path = new URL(url, "http://localhost").pathname;
  const paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> = openapi.paths;
  const [, item] =
    Object.entries(paths).find(([template]) =>
      new RegExp(`^${template.replaceAll(/\{[^}]*\}/g, "[^/]+")}$`).test(path),
    ) ?? [];
  // The pipeline has read the document, and found operations of this form in it.
  const operation = item?.[method.toLowerCase()] as Described | undefined;
  const [, answer] =
    Object.entries(operation?.responses ?? {}).find(([status]) => status.startsWith("2")) ?? [];
  return answer?.content?.["application/json"]?.example;
}

type Received = {
  readonly method: string;
  readonly url: string;
  readonly key: string;
  readonly body: unknown;
};

/** The API on loopback: it answers each operation with the example of its document. */
const received: Received[] = [];
const server = createServer((request, response) => {
  let text = "";
  request.on("data", (part: Buffer) => (text += part.toString()));
  request.on("end", () => {
    const { method = "", url = "", headers } = request;
    received.push({ method, url, key: headers.authorization ?? "", body: text && JSON.parse(text) });
    const example = findExample(method, url);
    response.writeHead(example === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(example ?? { message: "There is no such operation" }));
  });
});
let origin: string;

beforeAll(async () => {
  unpackInto(project, packPackage());
  // A package of its own: in this one, its name would stand for its working tree and not for the tarball.
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }');
  for (const { file, program } of blocks) writeFileSync(file, program);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  // A server that listens on a port has such an address.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);

afterAll(() => {
  server.close();
  rmSync(project, { recursive: true, force: true });
});

const strict: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  types: ["node"],
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
  skipLibCheck: true,
};

describe.each([
  ["as most projects have it", {}],
  ["at its strictest", { exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: false }],
])("TypeScript %s", (_, more) => {
  let program: ts.Program;

  beforeAll(() => {
    const files = blocks.map(({ file }) => file);
    program = ts.createProgram(files, { ...strict, ...more });
  });

  test.each(blocks)("takes $name", ({ file }) => {
    const source = program.getSourceFile(file);
    const problems = ts.getPreEmitDiagnostics(program, source).map(({ messageText, start = 0 }) => {
      const { line } = ts.getLineAndCharacterOfPosition(source ?? ts.createSourceFile("", "", 99), start);
      return `${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
    expect(source).toBeDefined();
    expect(problems).toEqual([]);
  });
});

type Ended = { readonly code: unknown; readonly stdout: string; readonly stderr: string };

function run(file: string): Promise<Ended> {
  const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
  });
  const script = file.replace(/\.mts$/, ".mjs");
  writeFileSync(script, outputText);
  return runScript(script);
}

function runScript(script: string): Promise<Ended> {
  const preload = pathToFileURL(resolve("test/readme/preload.mjs")).href;
  const env = { ...process.env, JETEMAIL_API_KEY: "api_a1b2c3d4", LOOPBACK: origin };
  return new Promise((done) => {
    execFile(process.execPath, ["--import", preload, script], { env }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

describe("a shown program", () => {
  test.each(blocks)("$name runs to its end and prints what it says", async ({ file, text, prints }) => {
    const before = received.length;
    const { code, stdout, stderr } = await run(file);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(prints.filter((line) => !stdout.includes(line))).toEqual([]);
    // A call that is shown is made, unless the block is about one that is not or is a function to be called.
    const isCalling =
      /await jetemail\.\w/.test(text) &&
      !/RequestValidationError|^try \{|\.catch\(|^export async function|^ +fetch: /m.test(text);
    expect(received.length > before || !isCalling).toBe(true);
    expect(received.filter(({ key }) => key !== "Bearer api_a1b2c3d4")).toEqual([]);
  });

  test("there is one in the README and one in the document", () => {
    expect(blocks.map(({ name }) => name.split(/[:,]/)[0])).toEqual(
      expect.arrayContaining(["README.md", "openapi/openapi.yaml"]),
    );
  });

  test("the README's run when they are pasted one after the other, as JavaScript, up to the test of one's own", async () => {
    const [first, ...more] = blocks.filter(({ name }) => name.startsWith("README.md"));
    const own = more.findIndex(({ text }) => text.includes('from "jetemail-client"'));
    const pasted = [first, ...more.slice(0, own)];
    expect(pasted.length).toBeGreaterThan(2);
    const script = join(project, "pasted.mjs");
    writeFileSync(script, pasted.map((block) => block?.text).join("\n"));
    const { code, stdout, stderr } = await runScript(script);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(pasted.flatMap((block) => block?.prints ?? []).filter((line) => !stdout.includes(line))).toEqual(
      [],
    );
  });

  test("the first one of the README updates a key", async () => {
    const [first] = blocks;
    await run(first?.file ?? "");
    expect(received.at(-1)).toMatchObject({ method: "PATCH", body: { api_token: "transactional_a1b2c3d4" } });
  });
});

describe.each(documents)("%s", (file) => {
  const text = readFileSync(file, "utf8");

  test("names only npm scripts that exist", () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  test("links only to files that exist", () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
  });
});
