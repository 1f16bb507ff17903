import { expect, test } from "vitest";
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
