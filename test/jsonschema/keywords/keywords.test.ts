import { describe, expect, test } from "vitest";
import { KEYWORDS } from "../../../scripts/jsonschema/keywords/index.js";
import type { Vocabulary } from "../../../scripts/jsonschema/schema/vocabularies.js";
import { compiled, problemsOf } from "../compiled.js";

/** The keywords of JSON Schema 2020-12 by vocabulary, with those that OpenAPI adds. */
const VOCABULARIES: Readonly<Record<Vocabulary, string>> = {
  core: "$anchor $comment $defs $dynamicAnchor $dynamicRef $id $ref $schema $vocabulary definitions",
  applicator:
    "additionalProperties allOf anyOf contains dependencies dependentSchemas discriminator else example externalDocs if items not oneOf patternProperties prefixItems properties propertyNames then xml",
  unevaluated: "unevaluatedItems unevaluatedProperties",
  validation:
    "const dependentRequired enum exclusiveMaximum exclusiveMinimum maxContains maxItems maxLength maxProperties maximum minContains minItems minLength minProperties minimum multipleOf pattern required type uniqueItems",
  format: "format",
  "meta-data": "default deprecated description examples readOnly title writeOnly",
  content: "contentEncoding contentMediaType contentSchema",
};

test.each(Object.entries(VOCABULARIES))("the vocabulary %s has the keywords %s", (wanted, names) => {
  const found = KEYWORDS.flatMap(({ names: own, vocabulary, vocabularies }) =>
    own.filter((name) => (vocabularies?.[name] ?? vocabulary) === wanted),
  );
  expect(found.toSorted().join(" ")).toBe(names);
});

const here = { $anchor: "here", type: "string" };

describe("a schema with an anchor is found", () => {
  test.each<[keyword: string, value: unknown]>([
    ...["$defs", "definitions", "properties", "patternProperties", "dependentSchemas", "dependencies"].map(
      (keyword): [string, unknown] => [keyword, { a: here }],
    ),
    ...["allOf", "anyOf", "oneOf", "prefixItems"].map((keyword): [string, unknown] => [keyword, [here]]),
    ...[
      "items",
      "contains",
      "additionalProperties",
      "propertyNames",
      "not",
      "if",
      "then",
      "else",
      "unevaluatedItems",
      "unevaluatedProperties",
      "contentSchema",
    ].map((keyword): [string, unknown] => [keyword, here]),
  ])("under %s", async (keyword, value) => {
    expect(await problemsOf({ properties: { x: { $ref: "#here" } }, ...other(keyword, value) })).toEqual([]);
  });

  test.each(["const", "default", "example", "x-any"])(
    "but not under %s, which holds no schema",
    async (keyword) => {
      const problems = await problemsOf({ $ref: "#here", [keyword]: here });
      expect(problems.map(({ pointer }) => pointer)).toEqual(["/$ref"]);
    },
  );
});

/** The keyword in a branch, so that none of them meets the properties that hold the reference. */
function other(keyword: string, value: unknown): object {
  return { allOf: keyword === "allOf" ? value : [{ [keyword]: value }] };
}

const NAMES = ["null", "boolean", "object", "array", "number", "string"] as const;
const VALUES: Readonly<Record<string, unknown>> = {
  null: null,
  boolean: true,
  object: { bb: 1 },
  array: [1, 1],
  number: 1.5,
  string: "bb",
};

describe("a keyword speaks of one type and lets all others pass", () => {
  test.each<[type: string, schema: object]>([
    ["number", { minimum: 2 }],
    ["number", { maximum: 1 }],
    ["number", { exclusiveMinimum: 1.5 }],
    ["number", { exclusiveMaximum: 1.5 }],
    ["number", { multipleOf: 1 }],
    ["string", { minLength: 3 }],
    ["string", { maxLength: 1 }],
    ["string", { pattern: "^a" }],
    ["array", { minItems: 3 }],
    ["array", { maxItems: 1 }],
    ["array", { uniqueItems: true }],
    ["array", { items: false }],
    ["array", { prefixItems: [false] }],
    ["array", { contains: { const: 2 } }],
    ["array", { unevaluatedItems: false }],
    ["object", { required: ["a"] }],
    ["object", { properties: { bb: false } }],
    ["object", { patternProperties: { b: false } }],
    ["object", { additionalProperties: false }],
    ["object", { minProperties: 2 }],
    ["object", { maxProperties: 0 }],
    ["object", { propertyNames: { maxLength: 1 } }],
    ["object", { dependentRequired: { bb: ["a"] } }],
    ["object", { dependentSchemas: { bb: false } }],
    ["object", { dependencies: { bb: ["a"] } }],
    ["object", { dependencies: { bb: false } }],
    ["object", { unevaluatedProperties: false }],
  ])("%s: %j", async (type, schema) => {
    const { is, validate } = await compiled(schema);
    expect(NAMES.filter((name) => !is(VALUES[name]))).toEqual([type]);
    expect(NAMES.filter((name) => validate(VALUES[name]).length > 0)).toEqual([type]);
  });
});

describe("what a keyword lets pass at its border", () => {
  test.each<[schema: object, passes: readonly unknown[], fails: readonly unknown[]]>([
    [{ minimum: 2 }, [2, 3], [1.9]],
    [{ type: "array", unevaluatedProperties: { type: "null" } }, [[]], [{}]],
    [{ maximum: 2 }, [2, 1], [2.1]],
    [{ exclusiveMinimum: 2 }, [2.1], [2]],
    [{ exclusiveMaximum: 2 }, [1.9], [2]],
    [{ minLength: 0 }, [""], []],
    [{ minLength: 1 }, ["a", "🐲"], [""]],
    [{ minLength: 2 }, ["ab", "🐲🐲", "🐲a"], ["a", "🐲"]],
    [{ minLength: 3 }, ["abc", "🐲🐲🐲", "🐲ab"], ["ab", "🐲🐲", "🐲a"]],
    [{ maxLength: 0 }, [""], ["a"]],
    [{ maxLength: 1 }, ["", "a", "🐲"], ["ab", "🐲a", "🐲🐲"]],
    [{ maxLength: 2 }, ["ab", "🐲🐲"], ["abc", "🐲🐲🐲", "🐲ab"]],
    [{ minItems: 0 }, [[]], []],
    [{ minItems: 1 }, [[1]], [[]]],
    [{ maxItems: 1 }, [[], [1]], [[1, 2]]],
    [{ minProperties: 1 }, [{ a: 1 }], [{}]],
    [{ maxProperties: 1 }, [{}, { a: 1 }, { a: 1, b: undefined }], [{ a: 1, b: 1 }]],
    [{ contains: { type: "null" }, minContains: 0 }, [[], [1], [null]], []],
    [{ contains: { type: "null" }, minContains: 0, maxContains: 1 }, [[], [null]], [[null, null]]],
    [{ contains: { type: "null" }, maxContains: 0 }, [], [[], [null]]],
    [{ contains: { type: "null" }, minContains: 1.5 }, [[null, null]], [[null]]],
    [{ minContains: 2, maxContains: 0 }, [[1], []], []],
    [{ uniqueItems: false }, [[1, 1]], []],
    [{ uniqueItems: true }, [[1, "1", true]], [[1, 1]]],
    [{ enum: [] }, [], [null, 1, {}]],
    [{ const: null }, [null], [undefined, 0]],
    [{ then: false, else: false }, [1], []],
    [{ if: true, else: false }, [1], []],
    [{ if: false, then: false }, [1], []],
    [{ required: [] }, [{}], []],
    [{ dependentRequired: { a: [] } }, [{ a: 1 }, {}], []],
  ])("%j", async (schema, passes, fails) => {
    const { is, validate } = await compiled(schema);
    expect(passes.filter((value) => !is(value) || validate(value).length > 0)).toEqual([]);
    expect(fails.filter((value) => is(value) || validate(value).length === 0)).toEqual([]);
  });
});
