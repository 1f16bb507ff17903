import { describe, expect, test } from "vitest";
import { keepOperations } from "../../../scripts/review/document/own-operations.js";

type Json = Readonly<Record<string, unknown>>;

const own = new Set(["GET /a/{}"]);
const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe("of the paths stay", () => {
  test.each<[claim: string, paths: unknown, kept: unknown]>([
    ["the operations that are asked for", { "/a/{id}": { get: {}, put: {} } }, { "/a/{id}": { get: {} } }],
    ["those whose path parameters are called differently", { "/a/{name}": { get: {} } }, { "/a/{name}": { get: {} } }],
    ["no path without one", { "/a/{id}": { get: {} }, "/b": { get: {}, summary: "b" } }, { "/a/{id}": { get: {} } }],
    ["what a path item says beside its operations", { "/a/{id}": { summary: "a", parameters: [], get: {}, post: {} } }, { "/a/{id}": { summary: "a", parameters: [], get: {} } }],
    ["a path item that stands elsewhere, which may have any", { "/b": { $ref: "b.yaml" } }, { "/b": { $ref: "b.yaml" } }],
    ["extensions", { "x-a": 1, "x-b": { note: true } }, { "x-a": 1, "x-b": { note: true } }],
    ["no path item that is no object", { "/b": null, "/c": [] }, {}],
    ["paths that are no object, for the lint to tell", [1], [1]],
  ])("%s", (_, paths, kept) => expect(keepOperations({ paths }, own)).toStrictEqual({ paths: kept })); // prettier-ignore
});

test("webhooks go, and the rest of the document stays", () => {
  const rest = { openapi: "3.1.0", info: { title: "a" }, "x-note": 1, tags: [] };
  const root = { ...rest, paths: {}, webhooks: { news: { post: {} } } };
  expect(keepOperations(root, own)).toStrictEqual({ ...rest, paths: {} });
});

const withSchemas = (get: unknown, schemas: Json, rest: Json = {}) => ({
  paths: { "/a/{id}": { get, put: { x: refer("Unused") } } },
  components: { schemas, ...rest },
});
const [all, none] = [{ A: {}, B: {}, Unused: {} }, {}];

describe("of the components stay", () => {
  test.each<[claim: string, get: unknown, schemas: Json, kept: readonly string[]]>([
    ["none that nothing leads to", {}, all, []],
    ["one that an operation refers to", { x: refer("A") }, all, ["A"]],
    ["one that it refers to in a list", { x: [1, null, "a", refer("B")] }, all, ["B"]],
    ["what that one leads to", { x: refer("A") }, { A: { items: refer("B") }, B: {}, Unused: {} }, ["A", "B"]],
    ["two that lead to each other", { x: refer("A") }, { A: refer("B"), B: refer("A"), Unused: {} }, ["A", "B"]],
    ["one by $dynamicRef", { $dynamicRef: "#/components/schemas/A" }, all, ["A"]],
    ["what a part of one is referred to by", { $ref: "#/components/schemas/A/properties/a" }, all, ["A"]],
    ["what a mapping names", { discriminator: { mapping: { a: "A" } } }, all, ["A"]],
    ["what a mapping refers to", { discriminator: { mapping: { a: "#/components/schemas/B" } } }, all, ["B"]],
    ["what a member called mapping refers to", { properties: { mapping: { a: refer("B"), b: 1 } } }, all, ["B"]],
    ["what a mapping that is no object refers to", { mapping: [refer("A")] }, all, ["A"]],
    ["none by a $ref that is no text", { properties: { $ref: { x: refer("A") } } }, all, ["A"]],
    ["none of a name that is not there", { x: refer("Missing") }, all, []],
    ["one whose name is escaped", { $ref: "#/components/schemas/a~1b" }, { "a/b": {}, Unused: {} }, ["a/b"]],
  ])("%s", (_, get, schemas, kept) => {
    const { components } = keepOperations(withSchemas(get, schemas), own) as { components: { schemas: Json } }; // made of the above
    expect(Object.keys(components.schemas)).toEqual(kept);
  }); // prettier-ignore

  test.each<[claim: string, rest: Json, kept: unknown]>([
    ["security schemes, which are reached by name", { securitySchemes: { key: {} } }, { schemas: none, securitySchemes: { key: {} } }],
    ["none of another section by the same name", { responses: { A: {} } }, { schemas: none, responses: none }],
    ["a section that is no object, for the lint to tell", { responses: [] }, { schemas: none, responses: [] }],
  ])("%s", (_, rest, kept) => {
    expect(keepOperations(withSchemas({}, { A: {} }, rest), own)["components"]).toStrictEqual(kept);
  }); // prettier-ignore
});

describe("the whole document stays", () => {
  test.each<[claim: string, get: unknown]>([
    ["where something refers to another file", { $ref: "b.yaml#/components/schemas/A" }],
    ["where something refers to a path", { $ref: "#/paths/~1b/get" }],
    ["where a mapping leads to another file", { mapping: { a: "b.yaml#/A" } }],
    ["where a mapping leads to a file without a fragment", { mapping: { a: "./b" } }],
  ])("%s: it cannot be told what that leads to", (_, get) => {
    const root = withSchemas(get, all);
    expect(keepOperations(root, own)).toBe(root);
  });

  test("where its components are no object, for the lint to tell", () => {
    const root = { paths: { "/b": { get: {} } }, components: [] };
    expect(keepOperations(root, own)).toBe(root);
  });
});
