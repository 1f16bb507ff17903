import { describe, expect, test } from "vitest";
import { decide } from "../../scripts/inclusion/index.js";
import { judgeOf } from "./hyperjump.js";

/** The claim, two schemas, and whether every value of the first is one of the second; else a value that is not. */
type Case = readonly [
  claim: string,
  a: unknown,
  b: unknown,
  answer: "included" | { readonly witness: unknown },
];

function witness(value: unknown): { readonly witness: unknown } {
  return { witness: value };
}

/** An object as JSON.parse makes it, where `__proto__` is a name like any other. */
function parsed(text: string): unknown {
  return JSON.parse(text);
}

const NUMBERS: readonly Case[] = [
  ["a wider range", { type: "number", minimum: 1 }, { minimum: 0 }, "included"],
  ["limits of whole numbers meet", { type: "integer", minimum: 0.5 }, { minimum: 1 }, "included"],
  [
    "an open range between whole numbers holds none",
    { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 2 },
    false,
    "included",
  ],
  [
    "the stricter of two limits counts",
    { type: "number", minimum: 1, exclusiveMinimum: 1 },
    { exclusiveMinimum: 1 },
    "included",
  ],
  ["a limit that is reached", { type: "number", minimum: 1 }, { exclusiveMinimum: 1 }, witness(1)],
  [
    "multiples of both are multiples of the least common one",
    { type: "number", allOf: [{ multipleOf: 4 }, { multipleOf: 6 }] },
    { multipleOf: 12 },
    "included",
  ],
  ["not every multiple of 4 is one of 6", { type: "number", multipleOf: 4 }, { multipleOf: 6 }, witness(4)],
  ["decimals are exact", { type: "number", multipleOf: 0.3 }, { multipleOf: 0.1 }, "included"],
  [
    "a multiple of 0.1 that is none of 0.3",
    { type: "number", multipleOf: 0.1 },
    { multipleOf: 0.3 },
    witness(0.1),
  ],
  [
    "even or odd is all",
    { type: "integer" },
    { anyOf: [{ multipleOf: 2 }, { not: { multipleOf: 2 } }] },
    "included",
  ],
  [
    "every whole number is one of three residues",
    { type: "integer", not: { multipleOf: 2 }, minimum: 3, maximum: 4 },
    { const: 3 },
    "included",
  ],
  ["constants of one value", { const: 1 }, parsed('{ "const": 1.0 }'), "included"],
  ["minus nought is nought", parsed('{ "const": -0 }'), { const: 0 }, "included"],
  [
    "a range of one value without it",
    { type: "number", minimum: 1, maximum: 1, not: { const: 1 } },
    false,
    "included",
  ],
  ["large multiples", { type: "number", multipleOf: 1e300 }, { multipleOf: 1e299 }, "included"],
];

const STRINGS: readonly Case[] = [
  ["a shorter string", { type: "string", maxLength: 3 }, { maxLength: 4 }, "included"],
  ["lengths count code points", { const: "\u{1f600}" }, { maxLength: 1 }, "included"],
  [
    "lengths of a pattern",
    { type: "string", pattern: "^a{2,4}$" },
    { minLength: 2, maxLength: 4 },
    "included",
  ],
  [
    "two patterns at once",
    { type: "string", allOf: [{ pattern: "^a" }, { pattern: "b$" }] },
    { pattern: "^a.*b$|^a[\\s\\S]*b$" },
    "included",
  ],
  [
    "a pattern that is not matched",
    { type: "string", not: { pattern: "a" } },
    { pattern: "^[^a]*$" },
    "included",
  ],
  [
    "a line end is a character that . does not match",
    { type: "string", maxLength: 1, not: { pattern: "^[^\\n]?$" } },
    { pattern: "." },
    witness("\n"),
  ],
  [
    "a lookahead is an intersection",
    { type: "string", pattern: "^(?=.*[0-9])[a-z0-9]+$" },
    { pattern: "[0-9]" },
    "included",
  ],
  [
    "a lookahead that refuses",
    { type: "string", pattern: "^[a-z]+$" },
    { pattern: "^(?!ab).*$" },
    witness("ab"),
  ],
  ["a finite pattern is a list", { type: "string", pattern: "^(a|b)$" }, { enum: ["a", "b"] }, "included"],
  ["a list that leaves a word out", { type: "string", pattern: "^(a|b)$" }, { enum: ["a"] }, witness("b")],
];

const OBJECTS: readonly Case[] = [
  ["fewer required names", { type: "object", required: ["a", "b"] }, { required: ["b"] }, "included"],
  [
    "names like those that every object inherits",
    { type: "object", required: ["toString"] },
    { required: ["constructor"] },
    witness({ toString: "" }),
  ],
  [
    "a property named __proto__",
    { type: "object" },
    parsed('{ "properties": { "__proto__": { "type": "string" } } }'),
    witness(parsed('{ "__proto__": 0 }')),
  ],
  [
    "a closed object of more names",
    { additionalProperties: false, properties: { a: true } },
    { additionalProperties: false, properties: { a: true, b: true } },
    "included",
  ],
  [
    "a pattern covers a name",
    { patternProperties: { "^a": { type: "string" } } },
    { properties: { ab: { type: "string" } } },
    "included",
  ],
  [
    "names by pattern",
    { type: "object", propertyNames: { pattern: "^a" } },
    { propertyNames: { pattern: "a" } },
    "included",
  ],
  [
    "a finite set of names bounds the size",
    { type: "object", propertyNames: { enum: ["a", "b"] } },
    { maxProperties: 2 },
    "included",
  ],
  [
    "as many as there are names",
    { type: "object", propertyNames: { pattern: "^[ab]$" }, minProperties: 2 },
    { required: ["a", "b"] },
    "included",
  ],
  [
    "required names that are impossible",
    { type: "object", required: ["a"], properties: { a: false } },
    false,
    "included",
  ],
  [
    "some name must be wrong",
    { type: "object", minProperties: 1, additionalProperties: { type: "string" } },
    { additionalProperties: { type: "number" } },
    witness({ a: "" }),
  ],
  [
    "a dependent schema is asked of objects alone",
    { type: "string" },
    { dependentSchemas: { a: false } },
    "included",
  ],
  [
    "a name that brings another",
    { type: "object", required: ["a"], dependentRequired: { a: ["b"] } },
    { required: ["b"] },
    "included",
  ],
  [
    "an object among constants",
    { const: { a: 1, b: [2] } },
    { properties: { a: { const: 1 }, b: { items: { const: 2 } } } },
    "included",
  ],
  [
    "all objects but one",
    { type: "object", not: { const: { a: 1 } }, required: ["a"], properties: { a: { const: 1 } } },
    { minProperties: 2 },
    "included",
  ],
];

const ARRAYS: readonly Case[] = [
  [
    "an item that is counted is not always the better start",
    {
      type: "array",
      minItems: 3,
      maxItems: 3,
      prefixItems: [{ enum: [6, 1] }, { const: 8 }, { const: 7 }],
      contains: { minimum: 5 },
      minContains: 2,
      allOf: [{ contains: { multipleOf: 2 }, minContains: 0, maxContains: 1 }],
    },
    { maxItems: 2 },
    witness([1, 8, 7]),
  ],
  [
    "equal items are counted alike",
    {
      type: "array",
      minItems: 2,
      maxItems: 2,
      items: { enum: [1, 2] },
      contains: { const: 1 },
      maxContains: 1,
    },
    { uniqueItems: true },
    "included",
  ],
  [
    "items by place",
    { type: "array", prefixItems: [{ const: 1 }], items: { const: 2 } },
    { items: { enum: [1, 2] } },
    "included",
  ],
  [
    "a place that cannot be filled ends the array",
    { type: "array", prefixItems: [true, false] },
    { maxItems: 1 },
    "included",
  ],
  [
    "what is contained",
    { type: "array", minItems: 2, items: { type: "string" } },
    { contains: { type: "string" }, minContains: 2 },
    "included",
  ],
  [
    "too few are contained",
    { type: "array", contains: { const: 1 } },
    { contains: { const: 1 }, minContains: 2 },
    witness([1]),
  ],
  [
    "at most so many, so at least so many others",
    { type: "array", minItems: 3, contains: { type: "string" }, minContains: 0, maxContains: 1 },
    { contains: { not: { type: "string" } }, minContains: 2 },
    "included",
  ],
  [
    "maxContains: 0 is none",
    { type: "array", contains: { const: 1 }, minContains: 0, maxContains: 0 },
    { items: { not: { const: 1 } } },
    "included",
  ],
  [
    "distinct items of two values are two at most",
    { type: "array", uniqueItems: true, items: { type: "boolean" } },
    { maxItems: 2 },
    "included",
  ],
  [
    "distinct items need as many values as places",
    {
      type: "array",
      uniqueItems: true,
      minItems: 3,
      prefixItems: [{ enum: [1, 2] }, { enum: [1, 2] }, { enum: [1, 2] }],
    },
    false,
    "included",
  ],
  [
    "places with different values",
    {
      type: "array",
      uniqueItems: true,
      minItems: 2,
      maxItems: 2,
      prefixItems: [{ enum: [1, 2] }, { const: 1 }],
    },
    { const: [2, 1] },
    "included",
  ],
  [
    "equal items",
    { type: "array", items: { enum: [1, 2] }, minItems: 3 },
    { uniqueItems: true },
    witness([1, 1, 1]),
  ],
  [
    "items that cannot be equal",
    { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], maxItems: 2 },
    { uniqueItems: true },
    "included",
  ],
  [
    "an array among constants",
    { const: [1, { a: 2 }] },
    { prefixItems: [{ type: "integer" }, { required: ["a"] }] },
    "included",
  ],
];

const COMBINATORS: readonly Case[] = [
  [
    "what wraps in anyOf widens",
    { type: "string" },
    { anyOf: [{ type: "string" }, { type: "null" }] },
    "included",
  ],
  [
    "and the other way it does not",
    { anyOf: [{ type: "string" }, { type: "null" }] },
    { type: "string" },
    witness(null),
  ],
  [
    "a branch of oneOf that narrows lets more values in",
    { oneOf: [{ type: "integer" }, { type: "number", minimum: 1 }] },
    { oneOf: [{ type: "integer" }, { type: "number", minimum: 0 }] },
    witness(0),
  ],
  [
    "oneOf of apart branches is anyOf",
    { anyOf: [{ type: "string" }, { type: "null" }] },
    { oneOf: [{ type: "string" }, { type: "null" }] },
    "included",
  ],
  ["two that hold at once", { const: 1 }, { oneOf: [{ type: "integer" }, { maximum: 1 }] }, witness(1)],
  ["a double denial", { not: { not: { type: "string" } } }, { type: "string" }, "included"],
  [
    "if and then",
    { type: "object", required: ["a"], if: { required: ["a"] }, then: { required: ["b"] } },
    { required: ["b"] },
    "included",
  ],
  ["then without if says nothing", { type: "string" }, { then: false, else: false }, "included"],
  [
    "an enum is its constants",
    { enum: [1, "a", null] },
    { anyOf: [{ const: 1 }, { const: "a" }, { const: null }] },
    "included",
  ],
  ["enum beside type", { enum: [1, "a"], type: "string" }, { const: "a" }, "included"],
];

const UNEVALUATED: readonly Case[] = [
  [
    "a branch that holds evaluates its names",
    { type: "object", required: ["a"], properties: { a: { const: 1 } }, additionalProperties: false },
    { anyOf: [{ properties: { a: { const: 1 } } }, true], unevaluatedProperties: false },
    "included",
  ],
  [
    "a branch that fails does not",
    { const: { a: 2 } },
    { anyOf: [{ properties: { a: { const: 1 } } }, true], unevaluatedProperties: false },
    witness({ a: 2 }),
  ],
  [
    "names of a reference are evaluated",
    { $ref: "#/$defs/p", unevaluatedProperties: false, $defs: { p: { properties: { a: true } } } },
    { propertyNames: { const: "a" } },
    "included",
  ],
  [
    "patterns are evaluated",
    { type: "object", patternProperties: { "^a": true }, unevaluatedProperties: false },
    { propertyNames: { pattern: "^a" } },
    "included",
  ],
  [
    "items that a condition evaluates",
    { const: [1, 2] },
    { if: { prefixItems: [{ const: 1 }] }, then: { prefixItems: [true, true] }, unevaluatedItems: false },
    "included",
  ],
  [
    "contains evaluates what it finds",
    { type: "array", items: { const: 1 }, minItems: 1 },
    { contains: { const: 1 }, unevaluatedItems: false },
    "included",
  ],
  [
    "contains under a condition evaluates where it holds",
    { const: [1, 2] },
    { anyOf: [{ contains: { const: 1 } }, { contains: { const: 2 } }], unevaluatedItems: false },
    "included",
  ],
  [
    "and leaves the rest",
    { const: [1, 3] },
    { anyOf: [{ contains: { const: 1 } }, { contains: { const: 2 } }], unevaluatedItems: false },
    witness([1, 3]),
  ],
];

const LIST = { type: "object", properties: { next: { $ref: "#" } } };
const EVEN = {
  $ref: "#/$defs/even",
  $defs: {
    even: { anyOf: [{ const: 0 }, { type: "array", items: { $ref: "#/$defs/odd" }, minItems: 1 }] },
    odd: { type: "array", items: { $ref: "#/$defs/even" }, minItems: 1 },
  },
};

const REFERENCES: readonly Case[] = [
  ["recursive schemas of one meaning", LIST, { anyOf: [LIST] }, "included"],
  [
    "an endless value is none",
    { type: "object", required: ["next"], properties: { next: { $ref: "#" } } },
    false,
    "included",
  ],
  [
    "nor is one in two steps",
    {
      $ref: "#/$defs/a",
      $defs: {
        a: { type: "object", required: ["b"], properties: { b: { $ref: "#/$defs/b" } } },
        b: { type: "array", minItems: 1, items: { $ref: "#/$defs/a" } },
      },
    },
    false,
    "included",
  ],
  [
    "what leant on an open goal is asked again once that has a value",
    {
      type: "array",
      minItems: 2,
      maxItems: 2,
      prefixItems: [EVEN.$defs.even, { $ref: "#/$defs/odd" }],
      $defs: EVEN.$defs,
    },
    { maxItems: 1 },
    witness([0, [0]]),
  ],
  [
    "the least nested witness of a recursive schema",
    { type: "object", properties: { next: { $ref: "#" }, value: { type: ["string", "null"] } } },
    { properties: { next: { $ref: "#" }, value: { type: "string" } } },
    witness({ value: null }),
  ],
  [
    "$id inside an unknown keyword is none",
    {
      $ref: "#/$defs/s",
      $defs: { s: { $id: "https://example.com/s", type: "string" } },
      unknown: { $id: "https://example.com/s", type: "number" },
    },
    { type: "string" },
    "included",
  ],
  [
    "a dynamic reference takes the outermost anchor",
    {
      $id: "https://example.com/a",
      $ref: "list",
      $defs: {
        item: { $dynamicAnchor: "item", type: "string" },
        list: {
          $id: "list",
          type: "array",
          items: { $dynamicRef: "#item" },
          $defs: { item: { $dynamicAnchor: "item" } },
        },
      },
    },
    { items: { type: "string" } },
    "included",
  ],
];

describe.each([
  ["numbers", NUMBERS],
  ["strings", STRINGS],
  ["objects", OBJECTS],
  ["arrays", ARRAYS],
  ["combinators", COMBINATORS],
  ["unevaluated", UNEVALUATED],
  ["references", REFERENCES],
])("%s", (_, cases) => {
  test.each(cases)("%s", async (__, a, b, answer) => {
    const included = { kind: "included", reason: expect.any(String) };
    expect(decide(a, b)).toEqual(
      answer === "included" ? included : { kind: "witness", value: answer.witness },
    );
    if (answer === "included") return;
    expect([(await judgeOf(a))(answer.witness), (await judgeOf(b))(answer.witness)]).toEqual([true, false]);
  });
});
