import { describe, expect, test } from "vitest";
import { dialectOf } from "../../scripts/spec/dialect.js";
import { generateValidators } from "../../scripts/pipeline/validators.js";

const in30 = dialectOf({ openapi: "3.0.4" });
const in31 = dialectOf({ openapi: "3.1.1" });

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
    ["an exclusive maximum", { maximum: 1, exclusiveMaximum: true }, { exclusiveMaximum: 1 }],
    ["an inclusive minimum", { minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
    ["an exclusive minimum of 0", { minimum: 0, exclusiveMinimum: true }, { exclusiveMinimum: 0 }],
    ["a flag without its bound means nothing", { exclusiveMinimum: true }, {}],
    [
      "what stands beside a reference is ignored",
      { $ref: "#/a", nullable: true, minimum: 1 },
      { $ref: "#/a" },
    ],
    ["a property called $ref is no reference", { properties: { $ref: {} } }, { properties: { $ref: {} } }],
  ])("%s", (_, written, meant) => {
    expect(in30(written)).toEqual(meant);
  });
});

test.each([
  ["nullable", { type: "string", nullable: true }],
  ["numbers as exclusive bounds", { exclusiveMinimum: 1 }],
  ["keywords beside a reference", { $ref: "#/a", minimum: 1 }],
])("OpenAPI 3.1 is JSON Schema as it stands: %s", (_, schema) => {
  expect(in31(schema)).toBe(schema);
});

describe("a word that this version of OpenAPI does not have", () => {
  test.each([
    ["nullable in 3.1 is warned of", "3.1.1", { nullable: true }, [["warning", "/nullable"]]],
    ["nullable in 3.0 is known", "3.0.4", { nullable: true }, []],
    ["a word of nobody is an error in 3.1", "3.1.1", { nulable: true }, [["error", "/nulable"]]],
    ["a word of nobody is an error in 3.0", "3.0.4", { nulable: true }, [["error", "/nulable"]]],
    [
      "a schema that both directions reach is reported once",
      "3.1.1",
      { type: "object", properties: { id: { readOnly: true } }, nullable: true },
      [["warning", "/nullable"]],
    ],
  ])("%s", async (_, openapi, schema, expected) => {
    const content = { "application/json": { schema: { $ref: "#/components/schemas/A" } } };
    const post = { requestBody: { content }, responses: { 200: { description: "", content } } };
    const document = { openapi, paths: { "/a": { post } }, components: { schemas: { A: schema } } };
    const { problems } = await generateValidators(document, { formats: "annotate" });
    expect(problems.map(({ severity, pointer }) => [severity, pointer])).toEqual(
      expected.map(([severity, keyword]) => [severity, `/components/schemas/A${keyword}`]),
    );
  });
});
