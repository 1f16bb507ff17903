import { describe, expect, test } from "vitest";
import {
  dependsOnVersion,
  describeUnreadVersion,
  isNewField,
  listNewFields,
  readDialect,
} from "../../scripts/spec/dialect.js";

const in30 = readDialect({ openapi: "3.0.4" });
const in31 = readDialect({ openapi: "3.1.1" });

test.each([
  ["the description itself", ["$self"]],
  ["paths", ["query", "additionalOperations"]],
  ["media types", ["mediaTypes", "itemSchema", "prefixEncoding", "itemEncoding"]],
  ["examples", ["dataValue", "serializedValue"]],
  ["discriminators and XML", ["defaultMapping", "nodeType"]],
  ["OAuth", ["deviceAuthorization", "deviceAuthorizationUrl", "oauth2MetadataUrl"]],
])("what OpenAPI 3.2 has new of %s is left out", (_, fields) => {
  expect(listNewFields("3.2.0", [...fields, ...fields, "summary", "x"])).toEqual(fields);
  expect(fields.map((field) => [isNewField("3.2.0", field), isNewField("3.1.2", field)])).toEqual(
    fields.map(() => [true, false]),
  );
  expect(listNewFields("3.1.2", fields)).toBeUndefined();
});

test.each(["summary", "kind", "parent", "name", "deprecated"])("nothing is lost of %s, which OpenAPI 3.2 has new", (field) => {
  expect([isNewField("3.2.0", field), isNewField("3.1.2", field)]).toEqual([true, false]);
}); // prettier-ignore

describe("OpenAPI 3.0 in words of JSON Schema 2020-12", () => {
  test.each([
    ["nullable adds null", { type: "string", nullable: true }, { type: ["string", "null"] }],
    ["nullable: false adds nothing", { type: "string", nullable: false }, { type: "string" }],
    ["nullable without a type means nothing", { nullable: true, minimum: 1 }, { minimum: 1 }],
    [
      "nullable does not widen enum",
      { type: "string", nullable: true, enum: ["a"] },
      { type: ["string", "null"], enum: ["a"] },
    ],
    ["an exclusive minimum", { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    [
      "exclusive bounds at both ends, beside other keywords",
      { type: "number", minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: true },
      { type: "number", exclusiveMinimum: 1, exclusiveMaximum: 3 },
    ],
    ["an exclusive maximum", { maximum: 1, exclusiveMaximum: true }, { exclusiveMaximum: 1 }],
    ["an inclusive minimum", { minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
    ["an exclusive minimum of 0", { minimum: 0, exclusiveMinimum: true }, { exclusiveMinimum: 0 }],
    ["a flag without its bound means nothing", { exclusiveMinimum: true }, {}],
    [
      "what stands beside a reference is ignored",
      { $ref: "#/a", nullable: true, minimum: 1 },
      { $ref: "#/a" },
    ],
    ["an exclusive bound that is a number", { exclusiveMinimum: 1 }, { exclusiveMinimum: 1 }],
    ["a list of types, as 3.1 has it", { type: ["string"], nullable: true }, { type: ["string", "null"] }],
    ["null once", { type: ["null"], nullable: true }, { type: ["null"] }],
    ["nullable without a type means nothing", { nullable: true }, {}],
    [
      "what no version changes stays",
      { type: "string", not: { nullable: true } },
      { type: "string", not: { nullable: true } },
    ],
    ["a property called $ref is no reference", { properties: { $ref: {} } }, { properties: { $ref: {} } }],
  ])("%s", (_, written, meant) => {
    expect(in30.translate(written)).toStrictEqual(meant);
  });
});

test.each([
  ["nullable", { type: "string", nullable: true }],
  ["numbers as exclusive bounds", { exclusiveMinimum: 1 }],
  ["keywords beside a reference", { $ref: "#/a", minimum: 1 }],
])("OpenAPI 3.1 is JSON Schema as it stands: %s", (_, schema) => {
  expect(in31.translate(schema)).toBe(schema);
});

test.each([
  ["3.0.0", in30],
  ["3.0.4-rc1", in30],
  ["3.1.0", in31],
  ["3.2.0", in31],
  ["3.10.0", in31],
  [undefined, in31],
  [3.1, in31],
])("a document of OpenAPI %s is read in one dialect, the same each time", (openapi, expected) => {
  expect(readDialect({ openapi })).toBe(expected);
});

test.each([
  ["3.0.0", undefined],
  ["3.1.1", undefined],
  ["3.2.0", undefined],
  ["3.3.0", "OpenAPI 3.3.0 is not supported: 3.0.x, 3.1.x, and 3.2.x are"],
  ["3.10.0", "OpenAPI 3.10.0 is not supported: 3.0.x, 3.1.x, and 3.2.x are"],
  ["3.1", "OpenAPI 3.1 is not supported: 3.0.x, 3.1.x, and 3.2.x are"],
  ["v3.1.0", "OpenAPI v3.1.0 is not supported: 3.0.x, 3.1.x, and 3.2.x are"],
  ["13.1.0", "OpenAPI 13.1.0 is not supported: 3.0.x, 3.1.x, and 3.2.x are"],
])("whether OpenAPI %s is supported", (openapi, message) => {
  expect(describeUnreadVersion(openapi)).toBe(message);
});

test("nullable is foreign to 3.1, and nothing is to 3.0", () => {
  expect([...in31.foreignKeywords.keys()]).toEqual(["nullable"]);
  expect(in31.foreignKeywords.get("nullable")).toContain('has "null" among its types');
  expect([...in30.foreignKeywords]).toEqual([]);
});

test.each([
  ["3.2.0", ["query", "kind", "shemas", "query"], ["query"]],
  ["3.2.1", ["shemas"], []],
  ["3.1.1", ["query"], undefined],
])(
  "of OpenAPI %s, among the unknown fields %j, what is left out as new is %j",
  (openapi, fields, expected) => {
    expect(listNewFields(openapi, fields)).toEqual(expected);
  },
);

test.each([
  ["3.2.0", "query", true],
  ["3.2.0", "kind", true],
  ["3.2.0", "shemas", false],
  ["3.1.1", "query", false],
])("whether OpenAPI %s has added the field %s", (openapi, field, expected) => {
  expect(isNewField(openapi, field)).toBe(expected);
});

test.each([
  ["nullable", { type: "string", nullable: true }, true],
  ["nullable that says nothing", { type: "string", nullable: false }, false],
  ["an exclusive minimum as a flag", { minimum: 1, exclusiveMinimum: true }, true],
  ["an exclusive maximum as a flag", { maximum: 1, exclusiveMaximum: true }, true],
  ["an exclusive bound as a number", { exclusiveMinimum: 1 }, false],
  ["keywords beside a reference", { $ref: "#/a", minimum: 1 }, true],
  ["a reference alone", { $ref: "#/a" }, false],
  ["other keywords", { type: "string", minLength: 1 }, false],
])("whether it depends on the version what a schema means: %s", (_, schema, expected) => {
  expect(dependsOnVersion(schema)).toBe(expected);
});

test("`nullable` is a foreign keyword of OpenAPI 3.1 alone", () => {
  expect([...in30.foreignKeywords]).toEqual([]);
  expect([...in31.foreignKeywords]).toEqual([
    [
      "nullable",
      'is a word of OpenAPI 3.0 that means nothing in 3.1, where a value that may be null has "null" among its types',
    ],
  ]);
});
