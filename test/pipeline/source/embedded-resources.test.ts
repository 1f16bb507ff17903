import { expect, test } from "vitest";
import { readPointer } from "../../../scripts/json/pointer.js";
import { compileDocument } from "../../../scripts/pipeline/run.js";
import { sourceInMemory } from "../memory-source.js";

const document = (schemas: object, files: Record<string, object> = {}) =>
  sourceInMemory({
    "a.json": JSON.stringify({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: {},
      components: { schemas },
    }),
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, JSON.stringify(file)])),
  });

const compile = async (schemas: object, files?: Record<string, object>) => {
  const compiled = await compileDocument(document(schemas, files), { formats: "annotate" });
  expect(compiled.problems).toEqual([]);
  if (!compiled.ok) throw new Error("refused");
  return { ...compiled, at: (pointer: string) => readPointer(compiled.bundled, pointer) };
};

const Address = { $id: "https://schemas.test/address.json", type: "string" };

test("a reference finds a schema by the address that it has by itself", async () => {
  const Person = {
    $id: "https://schemas.test/person.json",
    type: "object",
    properties: { home: { $ref: "address.json" }, own: { $ref: "#/$defs/x" }, named: { $ref: "#here" } },
    $defs: { x: { type: "integer" }, y: { $anchor: "here", type: "null" } },
  };
  const { at, schemaText } = await compile({ Person, Address });
  expect(at("/components/schemas/Person/properties")).toEqual({
    home: { $ref: "#/components/schemas/Address" },
    own: { $ref: "#/components/schemas/Person/$defs/x" },
    named: { $ref: "#/components/schemas/Person/$defs/y" },
  });
  expect(at("/components/schemas/Person/$id")).toBeUndefined();
  expect(schemaText).toContain('home?: components["schemas"]["Address"]');
});

test("a dynamic reference keeps the resource that it depends on", async () => {
  const Tree = {
    $id: "https://schemas.test/tree.json",
    $dynamicAnchor: "node",
    type: "object",
    properties: {
      children: { type: "array", items: { $dynamicRef: "#node" } },
      home: { $ref: "address.json" },
    },
  };
  const { at, schemaText } = await compile({ Tree, Address });
  expect(at("/components/schemas/Tree")).toEqual(Tree);
  expect(schemaText).toContain('children?: components["schemas"]["Tree"][]');
});

test("a file with an address of its own is found by its name", async () => {
  const file = {
    $id: "https://schemas.test/b.json",
    type: "object",
    properties: { c: { $ref: "#/$defs/c" } },
    $defs: { c: {} },
  };
  const { at } = await compile({ A: { $ref: "b.json" } }, { "b.json": file });
  expect(at("/components/schemas/b/$id")).toBeUndefined();
  expect(at("/components/schemas/b/properties/c")).toEqual({ $ref: "#/components/schemas/c" });
});
