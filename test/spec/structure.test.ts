import { describe, expect, test } from "vitest";
import { listParts, mapParts } from "../../scripts/spec/structure.js";

const literal = { $ref: "#/none", properties: { a: {} } };
const document = {
  paths: {
    "/a": {
      parameters: [{ schema: { items: [{}], properties: { properties: { not: true } } } }],
      get: {
        "x-schema": { schema: {} },
        responses: { 200: { headers: { H: { schema: {} } } }, "x-none": { content: {} } },
        callbacks: { c: { "{$url}": { post: { requestBody: { content: { "a/b": { schema: {} } } } } } } },
      },
    },
  },
  components: { schemas: { A: { example: literal, const: literal, enum: [literal], default: literal } } },
};

test("every object that may hold a schema is found, and no literal", () => {
  const found = [...listParts({ root: document })].map(({ kind, pointer }) => `${kind} ${pointer}`);
  expect(found.filter((line) => line.startsWith("schema "))).toEqual([
    "schema /paths/~1a/parameters/0/schema",
    "schema /paths/~1a/parameters/0/schema/items/0",
    "schema /paths/~1a/parameters/0/schema/properties/properties",
    "schema /paths/~1a/parameters/0/schema/properties/properties/not",
    "schema /paths/~1a/get/responses/200/headers/H/schema",
    "schema /paths/~1a/get/callbacks/c/{$url}/post/requestBody/content/a~1b/schema",
    "schema /components/schemas/A",
  ]);
  expect(found).toContain("map /paths/~1a/get/callbacks");
  expect(found).toContain("operation /paths/~1a/get/callbacks/c/{$url}/post");
});

test("each object is changed after those that it holds, and what is none stays", () => {
  const order: string[] = [];
  const changed = mapParts(document, (value, kind) => {
    order.push(kind);
    return kind === "header" ? { ...value, seen: true } : value;
  });
  expect(order.indexOf("header")).toBeLessThan(order.indexOf("response"));
  expect(order.at(-1)).toBe("document");
  expect(changed).toEqual({
    ...document,
    paths: {
      "/a": {
        ...document.paths["/a"],
        get: {
          ...document.paths["/a"].get,
          responses: {
            ...document.paths["/a"].get.responses,
            200: { headers: { H: { schema: {}, seen: true } } },
          },
        },
      },
    },
  });
});

const kindsAt = (root: object, pointer: string) =>
  [...listParts({ root: { ...root } })].filter((part) => part.pointer === pointer).map(({ kind }) => kind);
const inSchema = (schema: object) => ({ components: { schemas: { A: schema } } });

describe("a schema is found", () => {
  test.each([
    ...["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"].map((word) => [word, { n: {} }, "n"] as const),
    ...["allOf", "anyOf", "oneOf", "prefixItems"].map((word) => [word, [{}], "0"] as const),
    ...["items", "additionalItems", "additionalProperties", "unevaluatedItems", "unevaluatedProperties", "propertyNames", "contains", "contentSchema", "not", "if", "then", "else"].map((word) => [word, {}, undefined] as const),
  ])("in `%s` of a schema", (word, value, key) => {
    const pointer = ["/components/schemas/A", word, ...(key === undefined ? [] : [key])].join("/");
    expect(kindsAt(inSchema({ [word]: value }), pointer)).toEqual(["schema"]);
  }); // prettier-ignore

  const schema = { schema: {} };
  const content = { content: { "a/b": schema } };
  test.each<[pointer: string, root: object]>([
    ["/webhooks/w/post/requestBody/content/a~1b/schema", { webhooks: { w: { post: { requestBody: content } } } }],
    ["/components/responses/R/content/a~1b/schema", { components: { responses: { R: content } } }],
    ["/components/parameters/P/schema", { components: { parameters: { P: schema } } }],
    ["/components/parameters/P/content/a~1b/schema", { components: { parameters: { P: content } } }],
    ["/components/requestBodies/B/content/a~1b/schema", { components: { requestBodies: { B: content } } }],
    ["/components/headers/H/schema", { components: { headers: { H: schema } } }],
    ["/components/headers/H/content/a~1b/schema", { components: { headers: { H: content } } }],
    ["/components/callbacks/C/{$url}/put/responses/200/content/a~1b/schema", { components: { callbacks: { C: { "{$url}": { put: { responses: { 200: content } } } } } } }],
    ["/components/pathItems/I/get/parameters/0/schema", { components: { pathItems: { I: { get: { parameters: [schema] } } } } }],
    ["/paths/~1a/post/requestBody/content/a~1b/encoding/n/headers/H/schema", { paths: { "/a": { post: { requestBody: { content: { "a/b": { encoding: { n: { headers: { H: schema } } } } } } } } } }],
  ])("at %s", (pointer, root) => expect(kindsAt(root, pointer)).toEqual(["schema"])); // prettier-ignore

  test.each<[claim: string, pointer: string, root: object]>([
    ["an extension of responses", "/paths/~1a/get/responses/x-a/content/a~1b/schema", { paths: { "/a": { get: { responses: { "x-a": content } } } } }],
    ["an extension of a callback", "/components/callbacks/C/x-a/parameters/0/schema", { components: { callbacks: { C: { "x-a": { parameters: [schema] } } } } }],
    ["what a reference is called", "/components/callbacks/C/$ref/parameters/0/schema", { components: { callbacks: { C: { $ref: { parameters: [schema] } } } } }],
  ])("but not in %s", (_, pointer, root) => expect(kindsAt(root, pointer)).toEqual([])); // prettier-ignore
});

test("a list of any length is looked through", () => {
  const anyOf = Array.from({ length: 200_000 }, () => ({}));
  const parts = [...listParts({ root: { components: { schemas: { A: { anyOf } } } } })];
  expect(parts.filter(({ kind }) => kind === "schema")).toHaveLength(200_001);
});
