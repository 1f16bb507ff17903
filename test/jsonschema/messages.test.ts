import { describe, expect, test } from "vitest";
import { compiled, problemsOf } from "./compiled.js";
import { FORMATS } from "../../scripts/jsonschema/keywords/format.js";

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
      about: "alternatives for another type, which a value was not meant for",
      schema: {
        properties: {
          word: { anyOf: [{ const: "auto" }, { type: "object", required: ["w"] }] },
          list: { oneOf: [{ enum: ["a"] }, { type: "array", items: { minimum: 1 } }] },
          number: { anyOf: [{ enum: [1, 2] }, { type: "string", minLength: 2 }] },
        },
      },
      rows: [
        [{ word: {} }, "/word/w", '"w" is required'],
        [{ word: "other" }, "/word", 'must be "auto"'],
        [{ list: [0] }, "/list/0", "must be at least 1"],
        [{ list: "b" }, "/list", 'must be "a"'],
        [{ number: "a" }, "/number", "must have at least 2 characters, not 1"],
      ],
    },
    {
      about: "names that are not known",
      schema: { properties: { name: {}, nome: {}, a: {} }, additionalProperties: false },
      rows: [
        [{ nam: 1 }, "/nam", 'is not a known property; did you mean "name"?'],
        [{ name: 1, nam: 1 }, "/nam", 'is not a known property; did you mean "nome"?'],
        [{ name: 1, nome: 1, nam: 1 }, "/nam", "is not a known property"],
        [{ b: 1 }, "/b", "is not a known property"],
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
          described: { type: "string", pattern: "^[a-z]+$", "x-pattern-description": "lower-case letters" },
        },
      },
      rows: [
        [{ filled: "" }, "/filled", "must not be empty"],
        [{ short: "abcd" }, "/short", "must have at most 3 characters, not 4"],
        [{ short: "\u{1f600}".repeat(5) }, "/short", "must have at most 3 characters, not 5"],
        [{ raw: "A" }, "/raw", "must match ^[a-z]+$"],
        [{ titled: "A" }, "/titled", 'must be a "Slug", matching ^[a-z]+$'],
        [{ described: "A" }, "/described", "must be lower-case letters"],
      ],
    },
    {
      about: "arrays",
      schema: {
        properties: {
          some: { minItems: 2 },
          few: { maxItems: 1 },
          none: { maxItems: 0 },
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
        [{ none: [1] }, "/none", "must have at most 0 items, not 1"],
        [{ set: [1, 1] }, "/set", "must not have duplicate items"],
        [{ pair: [1, 2] }, "/pair/0", "must be a string"],
        [{ pair: ["a", "b"] }, "/pair/1", "must be an integer"],
        [{ pair: ["a", 1, 2] }, "/pair/2", "is not allowed here"],
        [{ all: ["a", 1] }, "/all/1", "must be a string"],
        [{ has: [1] }, "/has", "must have at least 1 item matching the schema in `contains`"],
        [{ bound: ["a"] }, "/bound", "must have at least 2 items matching the schema in `contains`"],
        [
          { bound: ["a", "b", "c", "d"] },
          "/bound",
          "must have at most 3 items matching the schema in `contains`",
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
          never: { properties: { old: false } },
          explained: { properties: { old: false }, "x-false-message": "{property} is set by the server" },
          named2: { propertyNames: { maxLength: 2, pattern: "^[a-z]+$" } },
          closedItems: { prefixItems: [true], unevaluatedItems: false },
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
        [{ named: { A: 1 } }, "/named/A", "the property name must match ^[a-z]+$"],
        [{ both: { card: 1 } }, "/both/address", '"address" is required when "card" is present'],
        [{ rest: { a: 1, b: 1 } }, "/rest/b", "is not a known property"],
        [{ never: { old: 1 } }, "/never/old", "is not allowed here"],
        [{ explained: { old: 1 } }, "/explained/old", "old is set by the server"],
        [{ named2: { A: 1 } }, "/named2/A", "the property name is not allowed"],
        [{ closedItems: [1, 2] }, "/closedItems/1", "is not an allowed item"],
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
        [{ coupon: 1, amount: 1 }, "/amount", 'must be at least 5, because "coupon" is present'],
      ],
    },
    {
      about: "conditions that have no short description",
      schema: {
        properties: {
          a: { if: { minLength: 2 }, then: { maxLength: 3 }, else: { enum: [""] } },
          b: { if: { required: ["x"] }, then: { maxProperties: 1 } },
          c: { if: { properties: { x: { enum: [1, 2] } }, required: ["y"] }, then: { required: ["z"] } },
        },
      },
      rows: [
        [{ a: "abcd" }, "/a", "must have at most 3 characters, not 4, because it matches the schema in `if`"],
        [{ a: "x" }, "/a", 'must be "", because it does not match the schema in `if`'],
        [{ b: { x: 1, y: 1 } }, "/b", 'must have at most 1 property, not 2, because "x" is present'],
        [{ c: { x: 2, y: 1 } }, "/c/z", '"z" is required, because "x" is 1 or 2 and "y" is present'],
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
        [{ twice: 2 }, "/twice", "must match only one schema in `oneOf`"],
        [{ not: 1 }, "/not", "must not match the schema in `not`"],
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

/** A value that no format takes, and what is said of it. */
const FORMAT_MESSAGES: Readonly<Record<string, string>> = {
  "date-time": "must be a date-time such as 2025-01-31T12:00:00Z (RFC 3339)",
  date: "must be a date such as 2025-01-31 (RFC 3339)",
  time: "must be a time with an offset such as 12:00:00Z (RFC 3339)",
  duration: "must be a duration such as P3DT12H (RFC 3339 Appendix A)",
  email: "must be an email address such as name@example.com (RFC 5321)",
  "idn-email": "must be an email address such as name@example.com, non-ASCII allowed (RFC 6531)",
  hostname: "must be a host name such as www.example.com (RFC 1123)",
  "idn-hostname": "must be a host name such as www.example.com, non-ASCII allowed (RFC 5890)",
  ipv4: "must be an IPv4 address such as 192.0.2.1",
  ipv6: "must be an IPv6 address such as 2001:db8::1",
  uri: "must be a URI with its scheme such as https://example.com/ (RFC 3986)",
  "uri-reference": "must be a URI or a relative reference such as /path?query (RFC 3986)",
  iri: "must be an IRI with its scheme such as https://example.com/, non-ASCII allowed (RFC 3987)",
  "iri-reference": "must be an IRI or a relative reference such as /path?query, non-ASCII allowed (RFC 3987)",
  "uri-template": "must be a URI template such as /users/{id} (RFC 6570)",
  "json-pointer": "must be a JSON Pointer such as /items/0 (RFC 6901)",
  "relative-json-pointer": "must be a relative JSON Pointer such as 1/items",
  regex: "must be an ECMAScript regular expression",
  uuid: "must be a UUID such as 123e4567-e89b-12d3-a456-426614174000 (RFC 4122)",
  byte: "must be padded base64 (RFC 4648)",
  int32: "must be a whole number from -2147483648 to 2147483647",
  int64: "must be a whole number from -(2^63) to 2^63 - 1",
  float: "must be a number in the range of a 32-bit float",
  double: "must be a finite number",
};

const noText = "\\ \ud800 {";
const tooLarge = Infinity;

describe("formats", () => {
  test.each(Object.entries(FORMAT_MESSAGES))("%s: %s", async (format, message) => {
    const { validate } = await compiled({ format }, { formats: "assert" });
    const isNumeric = ["int32", "int64", "float", "double"].includes(format);
    expect(validate(isNumeric ? tooLarge : noText).map((issue) => issue.message)).toEqual([message]);
  });

  test("every format that can refuse a value has a row", () => {
    const able = Object.entries(FORMATS).flatMap(([name, { check }]) => (check === null ? [] : [name]));
    expect(Object.keys(FORMAT_MESSAGES).toSorted()).toEqual(able.toSorted());
  });
});

const nested = (depth: number): unknown => (depth === 0 ? {} : { child: nested(depth - 1) });

test.each<[about: string, schema: object, value: unknown, maxIssues: number, message: string]>([
  [
    "a value that nests too deep",
    { properties: { child: { $ref: "#" } } },
    nested(600),
    100,
    "is nested more than 500 levels deep",
  ],
  [
    "more than are asked for",
    { items: { type: "integer" } },
    ["a", "b", "c"],
    2,
    "there are more problems; raise maxIssues",
  ],
])("%s", async (_, schema, value, maxIssues, message) => {
  const { validate } = await compiled(schema);
  expect(validate(value, { maxIssues }).at(-1)?.message).toBe(message);
});

/** A schema that is at fault, the place of the fault, and the words for its author. */
test.each<[schema: unknown, pointer: string, message: string]>([
  [{ allOf: 1 }, "/allOf", "allOf must be an array of at least one schema"],
  [{ anyOf: [] }, "/anyOf", "anyOf must be an array of at least one schema"],
  [{ oneOf: {} }, "/oneOf", "oneOf must be an array of at least one schema"],
  [{ enum: "a" }, "/enum", "enum must be an array"],
  [{ minimum: "1" }, "/minimum", "minimum must be a number"],
  [{ exclusiveMaximum: true }, "/exclusiveMaximum", "exclusiveMaximum must be a number"],
  [{ multipleOf: 0 }, "/multipleOf", "multipleOf must be a number above 0"],
  [{ multipleOf: "2" }, "/multipleOf", "multipleOf must be a number above 0"],
  [{ minItems: -1 }, "/minItems", "minItems must be a whole number, 0 or more"],
  [{ maxItems: 1.5 }, "/maxItems", "maxItems must be a whole number, 0 or more"],
  [{ maxProperties: "1" }, "/maxProperties", "maxProperties must be a whole number, 0 or more"],
  [{ contains: {}, minContains: -1 }, "/minContains", "minContains must be 0 or more"],
  [{ contains: {}, maxContains: "1" }, "/maxContains", "maxContains must be 0 or more"],
  [{ uniqueItems: 1 }, "/uniqueItems", "uniqueItems must be true or false"],
  [{ prefixItems: {} }, "/prefixItems", "prefixItems must be an array of schemas"],
  [{ properties: [] }, "/properties", "properties must be an object of schemas"],
  [{ patternProperties: 1 }, "/patternProperties", "patternProperties must be an object of schemas"],
  [{ required: "a" }, "/required", "required must be an array of strings"],
  [{ required: [1] }, "/required", "required must be an array of strings"],
  [{ dependentRequired: [] }, "/dependentRequired", "dependentRequired must be an object"],
  [{ dependentRequired: { a: [1] } }, "/dependentRequired", "dependentRequired must hold arrays of strings"],
  [{ pattern: 1 }, "/pattern", "pattern must be a string"],
  [{ format: 1 }, "/format", "format must be a string"],
  [{ $ref: 1 }, "/$ref", "$ref must be a string"],
  [{ $dynamicRef: 1 }, "/$dynamicRef", "$dynamicRef must be a string"],
  [{ $ref: "#/$defs/a" }, "/$ref", "#/$defs/a is not in the given documents; nothing is fetched"],
  [{ $ref: "#" }, "", "refers to itself for the same value, so validation would never end"],
  [{ items: 1 }, "/items", "a schema must be an object, true or false"],
  [
    { minimun: 1 },
    "/minimun",
    '"minimun" is not a known keyword and asserts nothing; the name of an annotation begins with x-',
  ],
  [
    { type: [] },
    "/type",
    'type must be one of "null", "boolean", "object", "array", "number", "integer", "string"',
  ],
  [
    { type: "text" },
    "/type",
    'type must be one of "null", "boolean", "object", "array", "number", "integer", "string"',
  ],
])("%j is at fault at %s: %s", async (schema, pointer, message) => {
  const problems = await problemsOf(schema);
  expect(problems.map((problem) => [problem.pointer, problem.message])).toEqual([[pointer, message]]);
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
