import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeDocument } from "../../scripts/docs/describe-document.js";
import { createValueMaker } from "../../scripts/docs/samples/sample-value.js";
import type { Package } from "../../scripts/docs/samples/typescript-sample.js";
import { placeAt } from "../../scripts/json/place.js";
import { compileDocument, generate, sourceOnDisk } from "../../scripts/pipeline/run.js";
import { compiled } from "../jsonschema/compiled.js";

const own: Package = {
  name: "jetemail-client",
  install: "npm install jetemail-client",
  variable: "jetemail",
  keyVariable: "JETEMAIL_API_KEY",
  isOwn: true,
};

/** What each schema is shown as. Whatever it is, the compiled validator accepts it. */
const VALUES: readonly (readonly [claim: string, schema: object | boolean, want: unknown])[] = [
  ["an example is taken", { type: "string", examples: ["Marketing", "Sales"] }, "Marketing"],
  ["an example of OpenAPI 3.0 is taken", { type: "string", example: "Marketing" }, "Marketing"],
  ["an example that the schema refuses is not", { type: "integer", examples: ["1", 2] }, 2],
  ["a constant is itself", { const: [1] }, [1]],
  ["the first of an enum is taken", { enum: ["b", "a"] }, "b"],
  ["a default is taken", { type: "integer", default: 7 }, 7],
  ["a text is as long as it must be", { type: "string", minLength: 6 }, "textte"],
  ["a text is as short as it must be", { type: "string", maxLength: 2 }, "te"],
  ["a text has its format", { type: "string", format: "date" }, "2026-01-31"],
  ["a text matches its pattern", { type: "string", pattern: "^b{3}$" }, "bbb"],
  ["a number is at least its limit", { type: "integer", minimum: 5 }, 5],
  ["a number is above its limit", { type: "integer", exclusiveMinimum: 5 }, 6],
  ["a number is at most its limit", { type: "integer", maximum: -3 }, -3],
  ["a number is a multiple", { type: "integer", minimum: 5, multipleOf: 4 }, 8],
  ["a list has an item", { type: "array", items: { type: "boolean" } }, [true]],
  ["a list has the items that it must have", { type: "array", minItems: 2, items: { const: 1 } }, [1, 1]],
  [
    "an object has what is required and what has an example, and nothing else",
    {
      type: "object",
      required: ["a"],
      properties: { a: { type: "string" }, b: { type: "integer", examples: [3] }, c: { type: "integer" } },
    },
    { a: "text", b: 3 },
  ],
  ["what is forbidden is left out", { type: "object", properties: { a: false, b: { const: 1 } } }, { b: 1 }],
  [
    "what the server alone writes is left out",
    {
      type: "object",
      required: ["id"],
      properties: { id: { type: "integer", readOnly: true, examples: [1] } },
    },
    {},
  ],
  [
    "the parts of allOf are put together",
    {
      allOf: [
        { type: "object", required: ["a"], properties: { a: { const: 1 } } },
        { required: ["b"], properties: { b: { const: 2 } } },
      ],
    },
    { a: 1, b: 2 },
  ],
  [
    "the first alternative that can be shown is",
    {
      oneOf: [
        { type: "string", pattern: "^(?!a)a" },
        { type: "object", properties: { a: { const: 1 } } },
      ],
    },
    { a: 1 },
  ],
  [
    "a reference is followed",
    { $defs: { A: { const: 1 } }, type: "object", required: ["a"], properties: { a: { $ref: "#/$defs/A" } } },
    { a: 1 },
  ],
  [
    "what holds itself ends",
    {
      type: "object",
      required: ["a"],
      properties: { a: { const: 1 }, next: { $ref: "#", examples: [{ a: 1 }] } },
    },
    { a: 1, next: { a: 1 } },
  ],
  [
    "what no rule here makes is found",
    {
      type: "object",
      minProperties: 1,
      patternProperties: { "^x": { const: 2 } },
      propertyNames: { pattern: "^x$" },
    },
    { x: 2 },
  ],
];

/** The schema as the only one of a document, which its references are counted from. */
function toRoot(schema: object | boolean) {
  const text = JSON.stringify(schema).replaceAll('"#', '"#/components/schemas/X');
  return { openapi: "3.1.1", paths: {}, components: { schemas: { X: JSON.parse(text) as unknown } } };
}

describe("a value of a schema", () => {
  test.each(VALUES)("%s", async (claim, schema, want) => {
    const value = createValueMaker(toRoot(schema))(
      placeAt({ root: toRoot(schema) }, "/components/schemas/X"),
    );
    expect(value).toEqual(want);
    const { validate } = await compiled(schema);
    expect(claim.includes("server") ? [] : validate(value)).toEqual([]);
  });

  test("there is none where no value satisfies it", () => {
    const root = toRoot({ not: {} });
    expect(createValueMaker(root)(placeAt({ root }, "/components/schemas/X"))).toBeUndefined();
  });

  test("the first that was written for the place and that the schema accepts comes before its own", () => {
    const root = toRoot({ type: "integer", examples: [1] });
    expect(createValueMaker(root)(placeAt({ root }, "/components/schemas/X"), ["a", 5])).toBe(5);
  });
});

const DOCUMENTS = [
  ["openapi/openapi.yaml", own],
  ["test/cases/in-parts/openapi.yaml", { ...own, isOwn: false, variable: "client", keyVariable: "API_KEY" }],
  [
    "test/cases/version-3.0/openapi.yaml",
    { ...own, isOwn: false, variable: "client", keyVariable: "API_KEY" },
  ],
  [
    "test/cases/hostile-names/openapi.yaml",
    { ...own, isOwn: false, variable: "client", keyVariable: "API_KEY" },
  ],
] as const;

type Shown = Record<
  string,
  Record<string, { "x-codeSamples"?: readonly { lang: string; source: string }[] }>
>;

/** Every sample that the pipeline writes, those of the document left out. */
async function listSamples(spec: string, client: Package) {
  const compiledDocument = await compileDocument(sourceOnDisk(spec), { formats: "annotate" });
  if (!compiledDocument.ok) throw new Error(JSON.stringify(compiledDocument.problems));
  const bare: unknown = JSON.parse(
    JSON.stringify(compiledDocument.bundled, (key, value: unknown) =>
      key === "x-codeSamples" ? undefined : value,
    ),
  );
  // describeDocument gives the text of the document that it was given, which is an object.
  const { paths } = JSON.parse(describeDocument(bare as object as Record<string, unknown>, client)) as {
    paths: Shown;
  };
  return Object.values(paths).flatMap((item) =>
    Object.values(item).flatMap((operation) => operation["x-codeSamples"] ?? []),
  );
}

describe.each(DOCUMENTS)("the samples of %s", (spec, client) => {
  const folder = resolve("node_modules/.cache/samples", `${process.pid}`, spec.replaceAll("/", "-"));
  let samples: Awaited<ReturnType<typeof listSamples>>;

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    await generate(sourceOnDisk(spec), { formats: "annotate", check: false, out: join(folder, "generated") });
    samples = await listSamples(spec, client);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test("in TypeScript compile, at their strictest", () => {
    const programs = samples.filter(({ lang }) => lang === "TypeScript");
    const files = programs.map(({ source }, index) => {
      const file = join(folder, `sample-${index}.ts`);
      writeFileSync(file, source);
      return file;
    });
    const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path));
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
    const paths = { "jetemail-client": [resolve("src/index.ts")] };
    const program = ts.createProgram(files, {
      ...options,
      incremental: false,
      noEmit: true,
      noPropertyAccessFromIndexSignature: false,
      paths,
    });
    const messages = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      return `${file?.text}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
    expect(files.length).toBeGreaterThan(0);
    expect(messages).toEqual([]);
  }, 60_000);

  test("are one in TypeScript and one for curl for each operation", () => {
    const languages = samples.map(({ lang }) => lang);
    expect(languages).toEqual(samples.map((_, index) => (index % 2 === 0 ? "TypeScript" : "Shell")));
  });
});
