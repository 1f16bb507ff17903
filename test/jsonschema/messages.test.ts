import { describe, expect, test } from "vitest";
import { compiled } from "./compiled.js";

type Row = readonly [value: unknown, path: string, message: string];

/** A schema, and what is said of bad values: where, and in which words. */
const TABLE: readonly { readonly about: string; readonly schema: unknown; readonly rows: readonly Row[] }[] =
  [
    {
      about: "types",
      schema: {
        properties: {
          text: { type: "string" },
          count: { type: "integer" },
          ratio: { type: "number" },
          flag: { type: "boolean" },
          list: { type: "array" },
          map: { type: "object" },
          nothing: { type: "null" },
          either: { type: ["string", "integer", "null"] },
        },
      },
      rows: [
        [{ text: 1 }, "/text", "must be a string"],
        [{ count: 1.5 }, "/count", "must be an integer"],
        [{ count: "1" }, "/count", "must be an integer"],
        [{ ratio: null }, "/ratio", "must be a number"],
        [{ flag: "true" }, "/flag", "must be a boolean"],
        [{ list: {} }, "/list", "must be an array"],
        [{ map: [] }, "/map", "must be an object"],
        [{ map: null }, "/map", "must be an object"],
        [{ nothing: 0 }, "/nothing", "must be null"],
        [{ either: false }, "/either", "must be a string, an integer or null"],
      ],
    },
    {
      about: "values",
      schema: {
        properties: {
          one: { const: "fixed" },
          two: { enum: [0, 1] },
          typed: { type: "integer", enum: [0, 1] },
          many: { enum: Array.from({ length: 20 }, (_, i) => i) },
          deep: { const: { a: [1, 2] } },
        },
      },
      rows: [
        [{ one: "other" }, "/one", 'must be "fixed"'],
        [{ two: 2 }, "/two", "must be 0 or 1"],
        [{ typed: "0" }, "/typed", "must be 0 or 1"],
        [{ many: 99 }, "/many", "must be 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 or one of 8 more"],
        [{ deep: { a: [1] } }, "/deep", 'must be {"a":[1,2]}'],
      ],
    },
    {
      about: "numbers",
      schema: {
        properties: {
          low: { minimum: 0 },
          high: { maximum: 1_000_000 },
          above: { exclusiveMinimum: 0 },
          below: { exclusiveMaximum: 1 },
          cents: { multipleOf: 0.01 },
        },
      },
      rows: [
        [{ low: -1 }, "/low", "must be at least 0"],
        [{ high: 1_000_001 }, "/high", "must be at most 1000000"],
        [{ above: 0 }, "/above", "must be greater than 0"],
        [{ below: 1 }, "/below", "must be less than 1"],
        [{ cents: 0.075 }, "/cents", "must be a multiple of 0.01"],
      ],
    },
    {
      about: "strings",
      schema: {
        properties: {
          filled: { type: "string", minLength: 1 },
          short: { type: "string", maxLength: 3 },
          raw: { type: "string", pattern: "^[a-z]+$" },
          titled: { type: "string", title: "Slug", pattern: "^[a-z]+$" },
          told: { type: "string", pattern: "^[a-z]+$", "x-pattern-description": "lower-case letters" },
        },
      },
      rows: [
        [{ filled: "" }, "/filled", "must not be empty"],
        [{ short: "abcd" }, "/short", "must have at most 3 characters, not 4"],
        [{ short: "\u{1f600}".repeat(5) }, "/short", "must have at most 3 characters, not 5"],
        [{ raw: "A" }, "/raw", "must match ^[a-z]+$"],
        [{ titled: "A" }, "/titled", 'must be a "Slug": match ^[a-z]+$'],
        [{ told: "A" }, "/told", "must be lower-case letters"],
      ],
    },
    {
      about: "arrays",
      schema: {
        properties: {
          some: { minItems: 2 },
          few: { maxItems: 1 },
          set: { uniqueItems: true },
          pair: { prefixItems: [{ type: "string" }, { type: "integer" }], items: false },
          all: { items: { type: "string" } },
          has: { contains: { type: "string" } },
          bound: { contains: { type: "string" }, minContains: 2, maxContains: 3 },
        },
      },
      rows: [
        [{ some: [1] }, "/some", "must have at least 2 items, not 1"],
        [{ few: [1, 2, 3] }, "/few", "must have at most 1 item, not 3"],
        [{ set: [1, 1] }, "/set", "must not have the same item twice"],
        [{ pair: [1, 2] }, "/pair/0", "must be a string"],
        [{ pair: ["a", "b"] }, "/pair/1", "must be an integer"],
        [{ pair: ["a", 1, 2] }, "/pair/2", "is not allowed here"],
        [{ all: ["a", 1] }, "/all/1", "must be a string"],
        [{ has: [1] }, "/has", 'must contain at least 1 item of the kind that "contains" describes'],
        [{ bound: ["a"] }, "/bound", 'must contain at least 2 items of the kind that "contains" describes'],
        [
          { bound: ["a", "b", "c", "d"] },
          "/bound",
          'must contain at most 3 items of the kind that "contains" describes',
        ],
      ],
    },
    {
      about: "objects",
      schema: {
        properties: {
          closed: {
            properties: { api_token: true, quota: true },
            required: ["api_token"],
            additionalProperties: false,
          },
          map: { additionalProperties: { type: "integer" } },
          sized: { minProperties: 1, maxProperties: 2 },
          named: { propertyNames: { pattern: "^[a-z]+$" } },
          both: { dependentRequired: { card: ["address"] } },
          rest: { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
          gone: { properties: { old: false } },
        },
      },
      rows: [
        [{ closed: {} }, "/closed/api_token", '"api_token" is required'],
        [
          { closed: { api_token: 1, qouta: 1 } },
          "/closed/qouta",
          'is not a known property; did you mean "quota"?',
        ],
        [
          { closed: { api_token: 1, Quota: 1 } },
          "/closed/Quota",
          'is not a known property; did you mean "quota"?',
        ],
        [{ closed: { api_token: 1, zebra: 1 } }, "/closed/zebra", "is not a known property"],
        [{ map: { a: 1, b: "x" } }, "/map/b", "must be an integer"],
        [{ sized: {} }, "/sized", "must not be empty"],
        [{ sized: { a: 1, b: 2, c: 3 } }, "/sized", "must have at most 2 properties, not 3"],
        [{ named: { A: 1 } }, "/named/A", "the name of this property must match ^[a-z]+$"],
        [{ both: { card: 1 } }, "/both/address", '"address" is required when "card" is there'],
        [{ rest: { a: 1, b: 1 } }, "/rest/b", "is not a known property"],
        [{ gone: { old: 1 } }, "/gone/old", "is not allowed here"],
      ],
    },
    {
      about: "conditions",
      schema: {
        if: { properties: { kind: { const: "card" } }, required: ["kind"] },
        then: { required: ["number"] },
        else: { properties: { amount: { maximum: 10 } } },
        dependentSchemas: { coupon: { properties: { amount: { minimum: 5 } } } },
      },
      rows: [
        [{ kind: "card" }, "/number", '"number" is required, because "kind" is "card"'],
        [{ kind: "cash", amount: 11 }, "/amount", 'must be at most 10, because "kind" is not "card"'],
        [{ coupon: 1, amount: 1 }, "/amount", 'must be at least 5, because "coupon" is there'],
      ],
    },
    {
      about: "alternatives with a tag",
      schema: {
        oneOf: [
          {
            type: "object",
            properties: { type: { const: "cat" }, lives: { type: "integer" } },
            required: ["type", "lives"],
          },
          {
            type: "object",
            properties: { type: { const: "dog" }, name: { type: "string" } },
            required: ["type", "name"],
          },
        ],
      },
      rows: [
        [{ type: "cat" }, "/lives", '"lives" is required'],
        [{ type: "dog", name: 1 }, "/name", "must be a string"],
        [{ type: "cow" }, "/type", 'must be "cat" or "dog"'],
        [{}, "/type", '"type" is required'],
        ["cat", "/", "must be an object"],
      ],
    },
    {
      about: "alternatives without a tag",
      schema: {
        properties: {
          scalar: { anyOf: [{ type: "string", minLength: 2 }, { type: "integer" }] },
          near: {
            anyOf: [
              { type: "object", properties: { a: { type: "string" } }, required: ["a", "b"] },
              { type: "object", properties: { c: { type: "string" } }, required: ["c"] },
            ],
          },
          nullable: { anyOf: [{ type: "object", required: ["id"] }, { type: "null" }] },
          hinted: {
            oneOf: [{ $ref: "#/$defs/Cat" }, { $ref: "#/$defs/Dog" }],
            discriminator: { propertyName: "kind", mapping: { d: "#/$defs/Dog" } },
          },
          twice: { oneOf: [{ minimum: 1 }, { maximum: 3 }] },
          not: { not: { const: 1 } },
        },
        $defs: {
          Cat: { type: "object", required: ["lives"] },
          Dog: { type: "object", required: ["name", "breed"] },
        },
      },
      rows: [
        [{ scalar: true }, "/scalar", "must be a string or an integer"],
        [{ scalar: "a" }, "/scalar", "must have at least 2 characters, not 1"],
        [{ near: { a: "x" } }, "/near/b", '"b" is required'],
        [{ near: { c: 1 } }, "/near/c", "must be a string"],
        [{ nullable: {} }, "/nullable/id", '"id" is required'],
        [{ hinted: { kind: "d", name: "x" } }, "/hinted/breed", '"breed" is required'],
        [{ hinted: { kind: "Cat" } }, "/hinted/lives", '"lives" is required'],
        [{ twice: 2 }, "/twice", "matches more than one of the alternatives that exclude each other"],
        [{ not: 1 }, "/not", "must not be what the schema excludes"],
      ],
    },
  ];

describe.each(TABLE)("$about", ({ schema, rows }) => {
  test.each(rows)("%j is wrong at %s: %s", async (value, path, message) => {
    const { validate } = await compiled(schema);
    const issues = validate(value);
    expect(issues.map((issue) => [`/${issue.path.join("/")}`, issue.message])).toEqual([[path, message]]);
  });
});

test("the table has at least 60 rows", () => {
  expect(TABLE.flatMap(({ rows }) => rows).length).toBeGreaterThanOrEqual(60);
});

test("issues come in the order of the value, and at one place in the order of the keywords", async () => {
  const { validate } = await compiled({
    required: ["missing", "gone"],
    properties: {
      a: { type: "string" },
      b: { minLength: 3, pattern: "^x" },
      c: { items: { type: "integer" } },
    },
    allOf: [{ properties: { a: { const: "never" } } }],
  });
  const issues = validate({ c: [1, "x", "y"], b: "ab", a: 1 });
  expect(issues.map(({ path, keyword }) => [path.join("/"), keyword])).toEqual([
    ["c/1", "type"],
    ["c/2", "type"],
    ["b", "minLength"],
    ["b", "pattern"],
    ["a", "type"],
    ["a", "const"],
    ["missing", "required"],
    ["gone", "required"],
  ]);
});

test("no message holds the value that it refuses", async () => {
  const secret = "transactional_0123456789";
  const { validate } = await compiled(
    {
      anyOf: [
        { type: "integer" },
        { enum: ["a"] },
        { pattern: "^b", maxLength: 3 },
        { format: "email", minLength: 100 },
      ],
      not: { pattern: "transactional" },
      const: "x",
      if: { minLength: 1 },
      then: { maxLength: 1 },
    },
    { formats: "assert" },
  );
  const issues = validate(secret);
  expect(issues.length).toBeGreaterThan(2);
  expect(JSON.stringify(issues)).not.toContain(secret);
});
