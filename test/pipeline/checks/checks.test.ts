import { describe, expect, test } from "vitest";
import { readPointer, type JsonRecord } from "../../../scripts/json/pointer.js";
import { checkDocument } from "../../../scripts/pipeline/checks/index.js";

const paths = (items: object, more: object = {}): JsonRecord => ({ openapi: "3.0.3", paths: items, ...more });
const schema = (value: object, openapi = "3.0.3"): JsonRecord => ({
  openapi,
  components: { schemas: { A: value } },
});
const id = { name: "id", in: "path", required: true };
const get = (...parameters: object[]) => ({ get: { parameters } });

const told = (root: JsonRecord) =>
  checkDocument(root, new Set()).map(({ severity, pointer, message }) => {
    // The last step may be a field that is missing.
    expect(readPointer(root, pointer)).toBeDefined();
    return `${severity} ${pointer} ${message}`;
  });

describe("what is told", () => {
  test.each<[claim: string, document: JsonRecord, words: string]>([
    [
      "an expression of a path without its parameter",
      paths({ "/a/{id}": get() }),
      "error /paths/~1a~1{id}/get The path has {id}",
    ],
    [
      "a parameter that stands in no path",
      paths({ "/a": get(id) }),
      'warning /paths/~1a/get The path parameter "id" does not stand in /a',
    ],
    ["a path with a query", paths({ "/a?b=c": get() }), "warning /paths/~1a?b=c The path has a query"],
    [
      "a path with a query, and an operation with another",
      paths({ "/a?b=c": get({ name: "q", in: "query" }) }),
      "error /paths/~1a?b=c The path has a query",
    ],
    ["a path with a fragment", paths({ "/a#b": get() }), "warning /paths/~1a#b What follows the #"],
    [
      "a path that is another but for a name",
      paths({ "/a/{id}": get(id), "/a/{key}": get({ ...id, name: "key" }) }),
      "warning /paths/~1a~1{key} The path is the same as /a/{id}",
    ],
    [
      "a parameter of the path that may be missing",
      paths({ "/a/{id}": get({ ...id, required: false }) }),
      'warning /paths/~1a~1{id}/get/parameters/0 The path parameter "id" must have `required: true`',
    ],
    [
      "nullable beside a reference",
      schema({ items: { $ref: "#/components/schemas/A", nullable: true } }),
      "warning /components/schemas/A/items/nullable `nullable` beside a $ref",
    ],
    [
      "nullable without a type",
      schema({ allOf: [{}], nullable: true }),
      "warning /components/schemas/A/nullable `nullable` means nothing without a `type`",
    ],
    [
      "nullable beside values without null",
      schema({ type: "string", enum: ["a"], nullable: true }),
      "warning /components/schemas/A/nullable `nullable` adds no null to an `enum`",
    ],
    [
      "a limit that no number reaches exactly",
      schema({ maximum: 9223372036854776000 }),
      "warning /components/schemas/A/maximum 9223372036854776000 lies beyond 2^53",
    ],
    [
      "a value that cannot be told from the next",
      schema({ enum: [1, 2 ** 60] }),
      "warning /components/schemas/A/enum/1 1152921504606847000 lies beyond 2^53",
    ],
    [
      "a schema that no value satisfies",
      schema({ properties: { a: { type: "string", maxLength: 1, pattern: "^ab" } } }),
      "warning /components/schemas/A/properties/a No value satisfies this schema",
    ],
    [
      "of two such schemas the one that is the reason",
      schema({ type: "object", required: ["a"], properties: { a: { type: "string", enum: [1] } } }),
      "warning /components/schemas/A/properties/a No value satisfies this schema",
    ],
    [
      "an alternative that is never the only one",
      schema({ oneOf: [{ type: "integer" }, { type: "string" }, { type: "number" }] }),
      "warning /components/schemas/A/oneOf/0 This alternative of `oneOf` is never the only one: `oneOf/2`",
    ],
    [
      "a default that its schema refuses",
      schema({ type: "string", default: 1 }),
      "warning /components/schemas/A/default This value is refused",
    ],
    [
      "an example beside a pattern that takes exponential time",
      schema({ type: "string", pattern: "^(a+)+$", example: `${"a".repeat(50)}b` }),
      "warning /components/schemas/A/example This value is refused",
    ],
    [
      "an example of a parameter",
      paths({
        "/a": get({ name: "q", in: "query", schema: { type: "integer" }, examples: { x: { value: "b" } } }),
      }),
      "warning /paths/~1a/get/parameters/0/examples/x/value This value is refused",
    ],
  ])("%s", (_claim, document, words) => {
    expect(told(document)).toEqual([expect.stringContaining(words)]);
  });
});

describe("what is nothing to speak of", () => {
  test.each<[claim: string, document: JsonRecord]>([
    ["a parameter of the whole path item", paths({ "/a/{id}": { parameters: [id], ...get() } })],
    [
      "a parameter that is referred to",
      paths(
        { "/a/{id}": get({ $ref: "#/components/parameters/Id" }) },
        { components: { parameters: { Id: id } } },
      ),
    ],
    ["the expression of a callback", paths({ "/a": { post: { callbacks: { c: { "{$url}": get() } } } } })],
    ["nullable beside a type", schema({ type: "string", nullable: true })],
    ["nullable beside a type and null", schema({ type: "string", enum: [null], nullable: true })],
    ["nullable where anything is accepted", schema({ nullable: true, description: "any" })],
    ["nullable in a later version, which other words tell", schema({ nullable: true, allOf: [] }, "3.1.0")],
    ["a property called nullable", schema({ properties: { nullable: { type: "boolean" } } })],
    ["the last number that is exact", schema({ maximum: 2 ** 53 - 1, minimum: 0.5 })],
    ["a schema that is forbidden on purpose", schema({ properties: { a: { not: {} } } })],
    ["alternatives that share some values", schema({ oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] })],
    [
      "an example without what a direction leaves out",
      schema({
        required: ["a", "b"],
        properties: { a: { readOnly: true }, b: { writeOnly: true } },
        example: {},
      }),
    ],
    ["an example that may be null", schema({ type: "string", nullable: true, example: null })],
    ["a number in an example", schema({ example: { maximum: 2 ** 60 } })],
  ])("%s", (_claim, document) => expect(told(document)).toEqual([]));
});
