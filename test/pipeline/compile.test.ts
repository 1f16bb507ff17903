import { describe, expect, test } from "vitest";
import { readPointer } from "../../scripts/json/pointer.js";
import { compileDocument, type Compiled, type DocumentSource } from "../../scripts/pipeline/run.js";
import { sourceInMemory } from "./memory-source.js";

const parts = {
  "api/openapi.yaml": `openapi: 3.1.0
info: { title: In parts, version: 1.0.0 }
paths:
  /things:
    $ref: ./paths/things.yaml
components:
  schemas:
    Local:
      type: object
      properties:
        far: { $ref: './schemas/thing.yaml#/$defs/Name' }
`,
  "api/paths/things.yaml": `get:
  operationId: readThings
  responses:
    "200":
      description: Fine
      content:
        application/json:
          schema: { $ref: ../schemas/thing.yaml }
`,
  "api/schemas/thing.yaml": `type: object
properties:
  name: { $ref: "#/$defs/Name" }
  note:
    type: string
$defs:
  Name:
    type: string
    maxLength: 5
`,
};

async function compile(source: DocumentSource): Promise<Compiled> {
  const result = await compileDocument(source, { formats: "annotate" });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

const texts = ({ bundledText, schemaText, operationsText, validators }: Compiled) => ({
  bundledText,
  schemaText,
  operationsText,
  validators: validators.text,
});

test("a document in parts becomes one, and knows the files it came from", async () => {
  const { bundled, files } = await compile(sourceInMemory(parts));
  expect(files.toSorted()).toEqual(Object.keys(parts).toSorted());
  expect(JSON.stringify(bundled)).not.toContain(".yaml");
  expect(readPointer(bundled, "/components/schemas/Name/maxLength")).toBe(5);
});

describe("a place in the bundled document is found in the file it came from", () => {
  test.each([
    ["/components/schemas/Local/properties/far", "api/openapi.yaml", 11],
    ["/components/schemas/Local/type", "api/openapi.yaml", 9],
    ["/components/schemas/thing/properties/note/type", "api/schemas/thing.yaml", 5],
    ["/components/schemas/Name/maxLength", "api/schemas/thing.yaml", 9],
    ["/paths/~1things/get/responses/200", "api/paths/things.yaml", 4],
    ["/paths/~1things", "api/openapi.yaml", 4],
    ["/info/title", "api/openapi.yaml", 2],
    ["", "api/openapi.yaml", 1],
  ])("%s", async (pointer, file, line) => {
    const { bundled, locate } = await compile(sourceInMemory(parts));
    expect(readPointer(bundled, pointer), "the place exists").toBeDefined();
    expect(locate(pointer)).toMatchObject({ file, line });
  });
});

describe("the same bytes come from the same document", () => {
  const rewrite = (edit: (text: string) => string) =>
    sourceInMemory(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, edit(text)])));

  test.each([
    ["with the line ends of Windows", rewrite((text) => text.replaceAll("\n", "\r\n"))],
    ["with a byte order mark", rewrite((text) => `\uFEFF${text}`)],
    [
      "with the separators of Windows in its references",
      rewrite((text) => text.replaceAll(/\.\/(\w+)\//g, "./$1\\")),
    ],
    [
      "with the separators of Windows in its path",
      { ...sourceInMemory(parts), name: "here", entry: "api\\openapi.yaml" },
    ],
  ])("%s", async (_claim, source) => {
    expect(texts(await compile(source))).toEqual(texts(await compile(sourceInMemory(parts))));
  });

  test("under another drive's path", async () => {
    const moved = Object.fromEntries(
      Object.entries(parts).map(([path, text]) => [`C:/Users/x/${path}`, text]),
    );
    expect(texts(await compile(sourceInMemory(moved)))).toEqual(texts(await compile(sourceInMemory(parts))));
  });

  test("after another document in the same process", async () => {
    const before = texts(await compile(sourceInMemory(parts)));
    const other = Object.fromEntries(
      Object.entries(parts).map(([path, text]) => [path, text.replaceAll(/maxLength: 5/g, "enum: [a, b]")]),
    );
    await compile(sourceInMemory(other));
    expect(texts(await compile(sourceInMemory(parts)))).toEqual(before);
  });

  test("as YAML and as JSON", async () => {
    const yaml = await compile(sourceInMemory(parts));
    expect(texts(await compile(sourceInMemory({ "a.json": yaml.bundledText })))).toEqual(texts(yaml));
  });
});

const head = (version: string) => `openapi: ${version}\ninfo: { title: T, version: "1" }\npaths: {}\n`;

describe("a document that has no lint rules of its own", () => {
  test("may name schemas in a discriminator's mapping", async () => {
    const rest = `components:
  schemas:
    A: { type: object, properties: { kind: { type: string } } }
    B: { oneOf: [{ $ref: "#/components/schemas/A" }], discriminator: { propertyName: kind, mapping: { a: A } } }
`;
    expect((await compile(sourceInMemory({ "a.yaml": head("3.1.0") + rest }))).problems).toEqual([]);
  });
});

test("a keyword that nobody knows is told once, where it stands in its file", async () => {
  const thing = parts["api/schemas/thing.yaml"].replace("maxLength", "maxLenght");
  const { problems } = await compile(sourceInMemory({ ...parts, "api/schemas/thing.yaml": thing }));
  expect(problems).toMatchObject([
    { severity: "warning", rule: "struct", file: "api/schemas/thing.yaml", line: 9, column: 5 },
  ]);
});
