import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileDocument, type Compiled } from "../../../scripts/pipeline/run.js";
import { generateValidators } from "../../../scripts/pipeline/validators.js";
import { sourceInMemory } from "../memory-source.js";

/** Schemas that ask little or nothing, or that no value passes, so that names and labels may go unused. */
const schemas = {
  Anything: {},
  Nothing: { not: {} },
  Neither: { allOf: [{ not: {} }, { type: "object", properties: { a: { type: "string" } } }] },
  AnyObject: { type: "object" },
  ObjectWithoutNames: { type: "object", properties: {}, additionalProperties: true },
  ObjectInAnObject: {
    type: "object",
    required: ["a"],
    properties: { a: { type: "object", properties: {} } },
  },
  ObjectOrText: {
    oneOf: [
      { type: "object", additionalProperties: {} },
      { type: "string", maxLength: 3 },
    ],
  },
  AnyOfAnything: { anyOf: [{ type: "object", required: ["a"] }, {}] },
  OpenAlternative: {
    type: "object",
    properties: { a: { type: "string" } },
    anyOf: [{ type: "object" }, { oneOf: [{ required: ["a"] }, { required: ["b"] }] }],
  },
  OneAlternative: { oneOf: [{ type: "object", required: ["a"], properties: { a: { type: "string" } } }] },
  NeverEvaluated: { type: "object", anyOf: [{ not: {} }, { required: ["a"] }], unevaluatedProperties: false },
  AllEvaluated: { type: "object", additionalProperties: {}, unevaluatedProperties: false },
  IfAnything: { if: {}, then: { type: "object" }, else: { type: "string" } },
  ItemsOfAnything: { type: "array", prefixItems: [{}], items: {}, contains: {} },
  NamesOfAnything: { type: "object", propertyNames: {} },
  value: { type: "object", required: ["value", "into"], properties: { value: { not: {} } } },
  EmptyListAndNoNames: {
    type: "object",
    properties: { a: { const: [] }, b: { type: "object", additionalProperties: false } },
  },
  Loop: { type: "object", properties: { next: { $ref: "#/components/schemas/Loop" } } },
};

const document = (components: unknown, paths: unknown = {}, openapi = "3.1.0") => ({
  openapi,
  info: { title: "T", version: "1" },
  paths,
  components: { schemas: components },
});

async function compile(value: object): Promise<Compiled> {
  const source = sourceInMemory({ "openapi.json": JSON.stringify(value) });
  const compiled = await compileDocument(source, { formats: "annotate" });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled;
}

/** What no schema, however little it asks, may leave in the code. */
const STRICTEST: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  lib: ["lib.es2023.d.ts"],
  types: [],
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  exactOptionalPropertyTypes: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  skipDefaultLibCheck: true,
};

/** The compiler's own declarations are the same for all programs, and most of what each would read. */
const host = ts.createCompilerHost(STRICTEST);
const libraries = new Map<string, ts.SourceFile | undefined>();
const { getSourceFile } = host;
host.getSourceFile = (name, ...rest) => {
  if (!name.startsWith(ts.getDefaultLibFilePath(STRICTEST).replace(/[^/]*$/, "")))
    return getSourceFile(name, ...rest);
  if (!libraries.has(name)) libraries.set(name, getSourceFile(name, ...rest));
  return libraries.get(name);
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "validators-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function typecheck({ schemaText, operationsText, validators, wire }: Compiled): readonly string[] {
  const texts = new Map([
    ["schema.ts", schemaText],
    ["validators.ts", validators.text],
  ]);
  const files = [...texts, ["operations.ts", operationsText] as const, ...validators.runtime, ...wire];
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const roots = ["operations.ts", "validators.ts"].map((name) => join(folder, name));
  const program = ts.createProgram(roots, STRICTEST, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file?.text.slice(start).split("\n")[0];
    return `${ts.flattenDiagnosticMessageText(messageText, " ")} ${line}`;
  });
}

const json = (schema: unknown) => ({ content: { "application/json": { schema } } });

describe("the strictest compiler takes what is generated", () => {
  test.each([
    ["from schemas that ask little or nothing", document(schemas)],
    ["from no schema at all", document({})],
    [
      "from references to whatever stands deep inside something else",
      document(
        {
          Deep: {
            type: "object",
            properties: {
              list: { type: "array", items: { type: "object", properties: { name: { type: "string" } } } },
              choice: {
                oneOf: [{ type: "string" }, { $ref: "#/components/schemas/Deep/properties/list/items" }],
              },
              name: { $ref: "#/components/schemas/Deep/properties/list/items/properties/name" },
              same: { $ref: "#/components/schemas/Deep/properties/name" },
              body: { $ref: "#/paths/~1a/post/requestBody/content/application~1json/schema/properties/b" },
            },
          },
          Nullable: { type: ["object", "null"], properties: { a: { type: "string" } } },
          InNullable: { $ref: "#/components/schemas/Nullable/properties/a" },
        },
        {
          "/a": {
            post: {
              requestBody: json({ type: "object", properties: { b: { type: "integer" } } }),
              responses: {
                200: {
                  description: "",
                  ...json({ $ref: "#/components/schemas/Deep/properties/choice/oneOf/1" }),
                },
              },
            },
          },
        },
      ),
    ],
    [
      "from what a callback sends, for which schema.ts has no type",
      document(
        { Event: { type: "object", required: ["id"], properties: { id: { type: "string" } } } },
        {
          "/streams": {
            post: {
              responses: { 202: { description: "" } },
              callbacks: {
                onData: {
                  "{$request.query.url}": {
                    post: {
                      parameters: [{ in: "header", name: "trace", schema: { type: "string" } }],
                      requestBody: json({ type: "object", required: ["id"] }),
                      responses: {
                        200: { description: "", ...json({ $ref: "#/components/schemas/Event" }) },
                        default: { description: "", ...json({ type: "string" }) },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      ),
    ],
  ])("%s", async (_claim, value) => {
    expect(typecheck(await compile(value))).toEqual([]);
  });
});

test("thousands of schemas that lead to each other in one ring are read without a deep stack", async () => {
  const ring = Array.from({ length: 3000 }, (_, i) => {
    return [`S${i}`, { properties: { next: { $ref: `#/components/schemas/S${(i + 1) % 3000}` } } }];
  });
  const { problems, text } = await generateValidators(document(Object.fromEntries(ring)), {
    formats: "annotate",
  });
  expect(problems).toEqual([]);
  expect(text).toContain("export function validateS2999(");
});

describe("objects of which a value may hold many have functions of their own", () => {
  const line = { type: "object", required: ["sku"], properties: { sku: { type: "string" } } };
  const self = { $ref: "#/components/schemas/Order" };
  test.each([
    ["items", { properties: { lines: { type: "array", items: line } } }, "checkLinesItems"],
    ["alternatives as items", { items: { anyOf: [line, { type: "null" }] } }, "checkItemsAnyOf"],
    [
      "values of a map",
      { properties: { byName: { additionalProperties: line } } },
      "checkByNameAdditionalProperties",
    ],
    ["a single property has none", { properties: { first: line } }, undefined],
    ["nor have items that are no objects", { items: { type: "string", minLength: 1 } }, undefined],
    ["nor what comes back to itself", { items: { properties: { inner: self } } }, undefined],
  ])("%s", async (_, schema, name) => {
    const { text, problems } = await generateValidators(document({ Order: schema }), { formats: "annotate" });
    expect(problems).toEqual([]);
    const asked = text.matchAll(/if \(!(check\w+)\(\S+\)\)\s*\{?\s*collect/g);
    expect([...asked].map(([, found]) => found)).toEqual(name === undefined ? [] : [name]);
  });
});
