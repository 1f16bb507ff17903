import { describe, expect, test } from "vitest";
import { readPointer } from "../../scripts/json/pointer.js";
import { compileDocument, type Compiled, type Refused } from "../../scripts/pipeline/run.js";
import { sourceInMemory } from "./memory-source.js";

const SCHEMA = "/components/schemas/A";
const RESPONSE = "/paths/~1a/get/responses/200";

/** A document of one schema. */
const schema = (openapi: string, text: string) => ({
  openapi,
  info: { title: "T", version: "1" },
  paths: {},
  components: { schemas: { A: JSON.parse(text) as unknown } },
});

/** A document of one operation. */
const operation = (openapi: string, get: unknown, more: object = {}) => ({
  openapi,
  info: { title: "T", version: "1" },
  paths: { "/a": { get } },
  ...more,
});

const ok = { 200: { description: "" } };

async function compile(document: object): Promise<Compiled | Refused> {
  return await compileDocument(sourceInMemory({ "a.json": JSON.stringify(document, undefined, 1) }), {
    formats: "annotate",
  });
}

const told = ({ problems }: Compiled | Refused) =>
  problems.map(({ severity, message }) => `${severity}: ${message}`).join("\n");

type Row = readonly [claim: string, document: object, warning: string, pointer: string, read: unknown];

const TOLERATED: readonly Row[] = [
  [
    "a keyword that nobody knows is an annotation",
    schema("3.1.0", '{"descrciption":"x"}'),
    "Did you mean: description",
    `${SCHEMA}/descrciption`,
    "x",
  ],
  [
    "a field that nobody knows",
    operation("3.0.3", { responses: ok, owner: "me" }),
    "`owner`",
    "/paths/~1a/get/owner",
    "me",
  ],
  [
    "a response without a description",
    operation("3.1.0", { responses: { 200: {} } }),
    "`description`",
    RESPONSE,
    {},
  ],
  [
    "a response whose description is null",
    operation("3.0.3", { responses: { 200: { description: null } } }),
    "It is left out",
    RESPONSE,
    {},
  ],
  [
    "a response that is null",
    operation("3.0.3", { responses: { 200: null } }),
    "an empty object",
    RESPONSE,
    {},
  ],
  [
    "an operation without responses",
    operation("3.0.3", { operationId: "a" }),
    "`responses`",
    "/paths/~1a/get",
    { operationId: "a" },
  ],
  [
    "a version that is a number",
    { ...operation("3.0.3", { responses: ok }), info: { title: "T", version: 1.5 } },
    "read as a text",
    "/info/version",
    "1.5",
  ],
  [
    "a document without a version",
    { ...operation("3.1.0", { responses: ok }), info: { title: "T" } },
    "`version`",
    "/info",
    { title: "T" },
  ],
  [
    "a license without a name",
    { ...operation("3.1.0", { responses: ok }), info: { title: "T", version: "1", license: {} } },
    "`name`",
    "/info/license",
    {},
  ],
  [
    "an exclusive minimum that is a flag in 3.1",
    schema("3.1.0", '{"type":"number","minimum":0,"exclusiveMinimum":true}'),
    "is read as `exclusiveMinimum: 0`",
    SCHEMA,
    { type: "number", exclusiveMinimum: 0 },
  ],
  [
    "an exclusive maximum that is no flag in 3.1",
    schema("3.1.0", '{"maximum":9,"exclusiveMaximum":false}'),
    "`exclusiveMaximum: false` is left out",
    SCHEMA,
    { maximum: 9 },
  ],
  [
    "an exclusive minimum that is a number in 3.0",
    schema("3.0.3", '{"exclusiveMinimum":0}'),
    "Expected type `boolean`",
    SCHEMA,
    { exclusiveMinimum: 0 },
  ],
  [
    "a list of types in 3.0",
    schema("3.0.3", '{"type":["string","null"]}'),
    "`type` can be one of",
    SCHEMA,
    { type: ["string", "null"] },
  ],
  [
    "the type null in 3.0",
    schema("3.0.3", '{"type":"null"}'),
    "`type` can be one of",
    SCHEMA,
    { type: "null" },
  ],
  [
    "a property that calls itself required",
    schema("3.0.3", '{"type":"object","properties":{"n":{"type":"string","required":true}}}'),
    "what is required stands in a list of names",
    `${SCHEMA}/properties/n`,
    { type: "string" },
  ],
  [
    "a flag in quotes",
    schema("3.0.3", '{"type":"string","nullable":"true"}'),
    "read as true without quotes",
    `${SCHEMA}/nullable`,
    true,
  ],
  ["a keyword that is null", schema("3.1.0", '{"pattern":null}'), "It is left out", SCHEMA, {}],
  [
    "a reference of an example that leads nowhere",
    operation("3.1.0", {
      responses: {
        200: {
          description: "",
          content: { "application/json": { examples: { a: { $ref: "#/components/examples/B" } } } },
        },
      },
    }),
    'Can\'t resolve $ref "#/components/examples/B"',
    `${RESPONSE}/content/application~1json`,
    { examples: {} },
  ],
  [
    "a reference where none is allowed",
    operation(
      "3.0.3",
      { responses: ok },
      {
        paths: {
          "/a": { get: { responses: { $ref: "#/paths/~1b/get/responses" } } },
          "/b": { get: { responses: ok } },
        },
      },
    ),
    "It is read as what it refers to",
    RESPONSE,
    { description: "" },
  ],
  [
    "a discriminator without a name",
    schema("3.1.0", '{"oneOf":[{"type":"string"}],"discriminator":{}}'),
    "`propertyName`",
    SCHEMA,
    { oneOf: [{ type: "string" }] },
  ],
  ["a pattern that is no text", schema("3.0.3", '{"pattern":0}'), "It is left out", SCHEMA, {}],
  [
    "a pattern that is no regular expression",
    schema("3.1.0", '{"pattern":"(?x)a"}'),
    "is not asserted",
    SCHEMA,
    { "x-pattern": "(?x)a" },
  ],
];

describe("what later stages can do right is a warning", () => {
  test.each(TOLERATED)("%s", async (_, document, warning, pointer, read) => {
    const compiled = await compile(document);
    expect(told(compiled)).not.toContain("error: ");
    expect(told(compiled)).toContain(warning);
    expect(compiled.ok && readPointer(compiled.bundled, pointer)).toEqual(read);
  });
});

describe("what the standard allows is nothing to speak of", () => {
  test.each([
    [
      "an extension of any shape",
      { ...operation("3.1.0", { responses: ok, "x-codeSamples": 1 }), "x-tagGroups": "none", "x-b": null },
    ],
    [
      "a reference inside an extension",
      operation("3.1.0", {
        responses: ok,
        "x-a": { $ref: "#/none" },
        "x-codeSamples": [{ $ref: "./none.json" }],
      }),
    ],
    [
      "an example that is elsewhere, which nobody fetches",
      operation("3.1.0", {
        responses: {
          200: {
            description: "",
            content: {
              "application/json": {
                examples: { a: { externalValue: "https://a.test/e.json" }, b: { externalValue: "e.json" } },
              },
            },
          },
        },
      }),
    ],
    [
      "a reference in an example, which is a literal",
      operation("3.1.0", {
        responses: {
          200: { description: "", content: { "application/json": { example: { $ref: "none.json" } } } },
        },
      }),
    ],
    ...["prefixItems", "anyOf", "oneOf"].map(
      (keyword) =>
        [`booleans in ${keyword}`, schema("3.1.0", `{"${keyword}":[true,{"type":"string"},false]}`)] as const,
    ),
    ["a boolean in allOf", schema("3.1.0", '{"allOf":[true,{"type":"string"}]}')],
    ...["not", "if", "contains", "propertyNames", "items", "additionalProperties", "unevaluatedItems"].map(
      (keyword) => [`a boolean as ${keyword}`, schema("3.1.0", `{"${keyword}":true}`)] as const,
    ),
    ...["$defs", "properties", "patternProperties", "dependentSchemas"].map(
      (keyword) => [`a boolean among ${keyword}`, schema("3.1.0", `{"${keyword}":{"a":true}}`)] as const,
    ),
    [
      "a reference to a boolean",
      {
        ...schema("3.1.0", '{"properties":{"a":{"$ref":"#/components/schemas/B"}}}'),
        components: {
          schemas: { A: { properties: { a: { $ref: "#/components/schemas/B" } } }, B: true },
        },
      },
    ],
  ] satisfies (readonly [string, object])[])("%s", async (_, document) => {
    const compiled = await compile(document);
    expect(told(compiled)).toBe("");
    expect(compiled.ok).toBe(true);
  });
});

describe("what no later stage can do right is an error", () => {
  test.each([
    ["a type that is an object", schema("3.1.0", '{"type":{}}'), "`type` can be one of"],
    ["a type that nobody knows", schema("3.0.3", '{"type":"file"}'), "`type` can be one of"],
    ["a list with such a type", schema("3.0.3", '{"type":["file"]}'), "`type` can be one of"],
    ["a limit in quotes", schema("3.1.0", '{"maxLength":"3"}'), "Expected type `integer`"],
    [
      "a property whose schema is null",
      schema("3.1.0", '{"properties":{"a":null}}'),
      "Expected type `Schema`",
    ],
    ["a boolean for a schema in 3.0", schema("3.0.3", '{"not":true}'), "Expected type `Schema`"],
    [
      "a parameter without a place",
      operation("3.1.0", { parameters: [{ name: "a", schema: {} }], responses: ok }),
      "`in`",
    ],
    [
      "a parameter without a name",
      operation("3.1.0", { parameters: [{ in: "query", schema: {} }], responses: ok }),
      "`name`",
    ],
    [
      "a property called examples is no annotation",
      schema("3.1.0", '{"properties":{"examples":{"minLength":"3"}}}'),
      "Expected type `integer`",
    ],
    [
      "a reference that leads nowhere, with the nearest that is there",
      schema("3.1.0", '{"properties":{"a":{"$ref":"#/components/schema/A"}}}'),
      'Can\'t resolve $ref "#/components/schema/A". Did you mean: #/components/schemas/A?',
    ],
    [
      "one that leads nowhere three times, told once",
      schema("3.1.0", '{"allOf":[{"$ref":"#/none"},{"$ref":"#/none"},{"$ref":"#/none"}]}'),
      "(and 2 that follow from it)",
    ],
  ])("%s", async (_, document, message) => {
    const compiled = await compile(document);
    const errors = compiled.problems.filter(({ severity }) => severity === "error");
    expect(compiled.ok).toBe(false);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain(message);
  });
});

describe("OpenAPI 3.2 is read as far as 3.1 goes", () => {
  test.each([
    ["with one warning", {}, "OpenAPI 3.2.0 is read as far as 3.1 goes"],
    [
      "which names what is left out",
      { query: { responses: ok }, additionalOperations: { COPY: { responses: ok } } },
      "OpenAPI 3.2.0 is read as far as 3.1 goes; query, additionalOperations are left out",
    ],
  ])("%s", async (_, more, message) => {
    const document = operation("3.2.0", { operationId: "getA", responses: ok });
    const compiled = await compile({ ...document, paths: { "/a": { ...document.paths["/a"], ...more } } });
    expect(told(compiled)).toBe(`warning: ${message}`);
    expect(compiled.ok && compiled.operationsText).toContain("getA");
  });
});

test("the project's own configuration holds its document to the letter", async () => {
  const source = sourceInMemory({ "a.json": JSON.stringify(schema("3.1.0", '{"minLenght":3}')) });
  const configFile = "redocly.yaml";
  const { ok: isOk, problems } = await compileDocument(source, { formats: "annotate", configFile });
  expect(isOk).toBe(false);
  expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toContain(
    "error: Property `minLenght` is not expected here. Did you mean: minLength?",
  );
});

test("an example is not tried on a pattern that would hang the linter", async () => {
  const hostile = JSON.stringify({ pattern: "^(a+)+$", type: "string", examples: [`${"a".repeat(60)}!`] });
  const source = sourceInMemory({ "a.json": JSON.stringify(schema("3.1.0", hostile)) });
  const { problems } = await compileDocument(source, { formats: "annotate", configFile: "redocly.yaml" });
  const rules = problems.map(({ rule }) => rule);
  expect(rules).toContain("openapi-proof/linear-pattern");
  expect(rules).toContain("examples");
});
