import { describe, expect, test } from "vitest";
import { childOf, rootOf } from "../../../scripts/json/place.js";
import { readDocument, type Place } from "../../../scripts/review/document/document.js";
import {
  declaredNames,
  inPlaceParts,
  itemNode,
  keywordPlace,
  matchesPattern,
  nodeKey,
  partsOf,
  propertyNode,
  subNode,
  type Part,
} from "../../../scripts/review/schema/flatten.js";

type Json = Readonly<Record<string, unknown>>;

const toRoot = (schema: unknown, schemas: Json = {}, openapi = "3.1.0") =>
  rootOf(readDocument({ openapi, schema, components: { schemas } }, "base"));
const toSchema = (...args: Parameters<typeof toRoot>) => childOf(toRoot(...args), "schema");
const partsFrom = (schema: unknown) => partsOf([toSchema(schema)]);
const schemasFrom = (schema: unknown) => partsFrom(schema).map((part) => part.schema);
const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Where each stands, from the schema. */
const point = (places: readonly Place[]) => places.map(({ pointer }) => pointer.replace("/schema", "."));
const pointParts = (parts: readonly Part[]) => point(parts.map(({ place }) => place));

describe("the schema objects that apply at a spot are", () => {
  const A = "/components.s/A";
  test.each<[claim: string, schema: unknown, schemas: Json, parts: readonly string[]]>([
    ["the schema itself", { maximum: 1 }, {}, ["."]],
    ["none for true, which says nothing", true, {}, []],
    ["one for false", false, {}, ["."]],
    ["an empty one as well", {}, {}, ["."]],
    ["each of allOf, with what stands beside it", { allOf: [{}, { allOf: [{}] }] }, {}, [".", "./allOf/0", "./allOf/1", "./allOf/1/allOf/0"]],
    ["what a reference leads to", refer("A"), { A: {} }, [A]],
    ["what stands beside a reference as well", { ...refer("A"), maximum: 1 }, { A: {} }, [A, "."]],
    ["nothing of a reference to another file but itself", { $ref: "a.yaml" }, {}, ["."]],
    ["each once, when a reference leads back", { allOf: [refer("A"), refer("A")] }, { A: refer("A") }, ["."]],
    ["what stands under not of not, in its place", { not: { not: { maximum: 1 } } }, {}, [".", "./not/not"]],
    ["a not that holds more than a not", { not: { not: {}, maximum: 1 } }, {}, ["."]],
  ])("%s", (_, schema, schemas, parts) => {
    expect(pointParts(partsOf([toSchema(schema, schemas)]))).toEqual(parts);
  }); // prettier-ignore

  test("of several schemas, all of them, also where both documents have the same pointer", () => {
    const [base, head] = [toSchema({ minimum: 1 }), toSchema({ maximum: 1 })];
    expect(partsOf([base, head]).map(({ schema }) => schema)).toEqual([{ minimum: 1 }, { maximum: 1 }]);
  });

  test("false is an enum of nothing", () => {
    expect(partsOf([toSchema(false)]).map(({ schema }) => schema)).toEqual([{ enum: [] }]);
  });

  test("not of not is taken away, and any other not stays", () => {
    expect(schemasFrom({ minimum: 1, not: { not: { maximum: 2 } } })).toEqual([
      { minimum: 1 },
      { maximum: 2 },
    ]);
    expect(schemasFrom({ not: { maximum: 2 } })).toEqual([{ not: { maximum: 2 } }]);
  });

  test("in OpenAPI 3.0, they mean what that says, and a reference stands alone", () => {
    const schema = {
      allOf: [
        { type: "string", nullable: true },
        { ...refer("A"), maximum: 1 },
      ],
    };
    const found = partsOf([toSchema(schema, { A: { minimum: 1 } }, "3.0.3")]).slice(1);
    expect(found.map((part) => part.schema)).toEqual([{ type: ["string", "null"] }, { minimum: 1 }]);
  });

  test("in OpenAPI 3.0, they keep a nullable that adds no null", () => {
    const schema = { allOf: [{ nullable: true, oneOf: [{}] }, { nullable: false }] };
    const found = partsOf([toSchema(schema, {}, "3.0.3")]).slice(1);
    expect(found.map((part) => part.schema)).toEqual([{ nullable: true, oneOf: [{}] }, {}]);
  });
});

test.each<[claim: string, schema: unknown, parts: readonly string[]]>([
  ["alternatives", { anyOf: [{}, {}], oneOf: [{}] }, [".", "./anyOf/0", "./anyOf/1", "./oneOf/0"]],
  ["dependent schemas", { dependentSchemas: { a: {}, b: {} } }, [".", "./dependentSchemas/a", "./dependentSchemas/b"]],
  ["not, and conditions with what follows", { not: {}, if: {}, then: {}, else: {} }, [".", "./not", "./if", "./then", "./else"]],
  ["branches of branches", { anyOf: [{ not: { allOf: [{}] } }] }, [".", "./anyOf/0", "./anyOf/0/not", "./anyOf/0/not/allOf/0"]],
  ["no members, which are other values", { properties: { a: {} }, items: {}, contains: {} }, ["."]],
  ["a schema that is its own branch once", { anyOf: [{ $ref: "#/schema" }] }, ["."]],
])("what may have a say about a value: %s", (_, schema, parts) => {
  expect(pointParts(inPlaceParts([toSchema(schema)]))).toEqual(parts);
}); // prettier-ignore

test("what may have a say about a value: nothing where there is no schema", () => {
  expect(inPlaceParts([])).toEqual([]);
});

const rest = { additionalProperties: {} };
const tuple = { prefixItems: [{}, {}], items: {} };
const patterns = { patternProperties: { "^a": {}, b$: {}, "(": {} } };

describe("what applies to a member is", () => {
  test.each<[claim: string, schema: unknown, name: string | undefined, places: readonly string[]]>([
    ["its property", { properties: { a: {} }, ...rest }, "a", ["./properties/a"]],
    ["each pattern that it matches", { ...patterns, ...rest }, "ab", ["./patternProperties/^a", "./patternProperties/b$"]],
    ["its property, then its patterns", { ...patterns, properties: { a: {} } }, "a", ["./properties/a", "./patternProperties/^a"]],
    ["the rest, where nothing names it", { ...patterns, properties: { a: {} }, ...rest }, "c", ["./additionalProperties"]],
    ["nothing, where nothing names it and there is no rest", { properties: { a: {} } }, "c", []],
    ["the rest for a name that no part declares", { properties: { a: {} }, ...rest }, undefined, ["./additionalProperties"]],
    ["what each part says", { properties: { a: {} }, allOf: [rest, { properties: { a: {} } }] }, "a", ["./properties/a", "./allOf/0/additionalProperties", "./allOf/1/properties/a"]],
    ["no name that every object inherits", { properties: {}, ...rest }, "constructor", ["./additionalProperties"]],
  ])("%s", (_, schema, name, places) => {
    expect(point(propertyNode(partsFrom(schema), name))).toEqual(places);
  }); // prettier-ignore

  test.each<[claim: string, schema: unknown, index: number | undefined, places: readonly string[]]>([
    ["the schema at its place", tuple, 1, ["./prefixItems/1"]],
    ["that of the items behind those", tuple, 2, ["./items"]],
    ["that of the items, for any item behind", tuple, undefined, ["./items"]],
    ["nothing, without items", { prefixItems: [{}] }, 1, []],
    ["what each part says", { items: {}, allOf: [tuple] }, 0, ["./items", "./allOf/0/prefixItems/0"]],
  ])("of an item, %s", (_, schema, index, places) => {
    expect(point(itemNode(partsFrom(schema), index))).toEqual(places);
  }); // prettier-ignore

  test("under a keyword, what each part has there", () => {
    expect(point(subNode(partsFrom({ not: {}, allOf: [{}, { not: {} }] }), "not"))).toEqual(["./not", "./allOf/1/not"]);
  }); // prettier-ignore

  test("names are those of properties, each once", () => {
    const schema = { properties: { a: {}, b: {} }, allOf: [{ properties: { b: {}, c: {} } }, patterns] };
    expect(declaredNames(partsFrom(schema))).toEqual(["a", "b", "c"]);
    expect(declaredNames(partsFrom({ properties: ["a"] }))).toEqual([]);
  });
});

test("a keyword stands at its own place, and one that only follows at the schema", () => {
  const [part] = partsOf([toSchema({ maximum: 1 })]);
  if (part === undefined) throw new Error("there is one part");
  expect(point([keywordPlace(part, "maximum"), keywordPlace(part, "minimum")])).toEqual(["./maximum", "."]);
});

test("a node is known by all its places", () => {
  const root = toRoot({});
  expect(nodeKey([childOf(root, "a"), childOf(root, "b")])).toBe("/a & /b");
  expect(nodeKey([])).toBe("");
});

describe("whether a text matches a pattern", () => {
  test.each<[claim: string, pattern: string, text: string, expected: boolean]>([
    ["anywhere in it", "b", "abc", true],
    ["not elsewhere", "^b", "abc", false],
    ["by characters", "^.$", "😀", true],
    ["a pattern that is none matches nothing", "(", "(", false],
    ["a group that repeats what repeats, on a short text", "^(a+)+$", "a".repeat(20), true],
    ["not on a long one, which could take for ever", "^(a+)+$", "a".repeat(21), false],
    ["a group with a count likewise", "^(a{1,3}){9}$", "a".repeat(21), false],
    ["a group that repeats a single sign, on a long text", "^(a)+$", "a".repeat(21), true],
    ["a group that may be absent, on a long text", "^(a+)?$", "a".repeat(21), true],
  ])("%s", (_, pattern, text, expected) => expect(matchesPattern(pattern, text)).toBe(expected)); // prettier-ignore
});
