import { describe, expect, test } from "vitest";
import {
  compareKeyword,
  listKeywords,
  readKeyword,
  type Comparison,
} from "../../../scripts/review/keywords/index.js";

const none = undefined;

/** A keyword, its values in base and head, how what head accepts compares, and the sentence about it. */
const cases: readonly [keyword: string, was: unknown, now: unknown, comparison: Comparison, sentence: string][] = [
  ["type", "string", ["string", "null"], "wider", "may now also be null"],
  ["type", ["string", "null"], "string", "narrower", "may no longer be null"],
  ["type", ["string", "integer"], ["string", "boolean"], "incomparable", "may now also be a boolean, but may no longer be an integer"],
  ["type", "integer", "number", "wider", "may now also be a number with a fraction"],
  ["type", "number", "integer", "narrower", "may no longer be a number with a fraction"],
  ["type", "object", "array", "incomparable", "may now also be an array, but may no longer be an object"],
  ["type", none, ["string", "integer", "null"], "narrower", "must now be a string, an integer or null"],
  ["type", "number", none, "wider", "may now be of any type (was a number)"],
  ["type", "file", "string", "incomparable", "may now also be a string, but may no longer be `file`"],
  ["enum", ["a"], ["a", "b", 1], "wider", 'may now also be `"b"` or `1`'],
  ["enum", ["a", "b"], ["a"], "narrower", 'may no longer be `"b"`'],
  ["enum", none, ["a", "b"], "narrower", 'must now be `"a"` or `"b"`'],
  ["enum", [1, 2, 3, 4, 5, 6, 7, 8], none, "wider", "no longer has to be `1`, `2`, `3`, `4`, `5`, `6` or 2 more"],
  ["enum", [1, 2, 3, 4, 5, 6, 7], none, "wider", "no longer has to be `1`, `2`, `3`, `4`, `5`, `6` or 1 more"],
  ["const", [1], [2], "incomparable", "may now also be `2`, but may no longer be `1`"],
  ["minimum", 1, 2, "narrower", "must now be at least 2 (was 1)"],
  ["minimum", 2, 1, "wider", "may now be at least 1 (was 2)"],
  ["minimum", none, 0, "narrower", "must now be at least 0"],
  ["exclusiveMinimum", 2, 1, "wider", "may now be greater than 1 (was 2)"],
  ["maximum", 1, 2, "wider", "may now be at most 2 (was 1)"],
  ["maximum", 2, none, "wider", "no longer has to be at most 2"],
  ["exclusiveMaximum", 2, 1, "narrower", "must now be less than 1 (was 2)"],
  ["multipleOf", 2, 4, "narrower", "must now be a multiple of 4 (was 2)"],
  ["multipleOf", 0.1, 0.01, "wider", "may now be a multiple of 0.01 (was 0.1)"],
  ["multipleOf", 2, 3, "incomparable", "must now be a multiple of 3 (was 2)"],
  ["multipleOf", 2, [2, 3], "incomparable", "must now be a multiple of 2 and be a multiple of 3 (was 2)"],
  ["minLength", none, 1, "narrower", "must now have at least 1 character"],
  ["minLength", none, 0, "same", "now has the `minLength` 0, without effect"],
  ["minLength", 0, none, "same", "no longer has the `minLength` 0, without effect"],
  ["maxLength", 3, 2, "narrower", "must now have at most 2 characters (was 3)"],
  ["maxLength", none, 0, "narrower", "must now have at most 0 characters"],
  ["pattern", "^[a-z]+$", "^[a-c]+$", "narrower", 'must now match the pattern `^[a-c]+$` (was `"^[a-z]+$"`)'],
  ["pattern", "^[a-c]+$", "^[a-z]+$", "wider", 'may now match the pattern `^[a-z]+$` (was `"^[a-c]+$"`)'],
  ["pattern", "^a$", "^b$", "incomparable", 'must now match the pattern `^b$` (was `"^a$"`)'],
  ["pattern", "^[0-9]$", "^\\d$", "same", 'has the `pattern` `"^\\\\d$"` instead of `"^[0-9]$"`, without effect'],
  ["pattern", "^a$", "^(a)\\1$", "incomparable", 'must now match the pattern `^(a)\\1$` (was `"^a$"`)'],
  ["pattern", "a", ["a", "b"], "incomparable", 'must now match the pattern `a` and match the pattern `b` (was `"a"`)'],
  ["format", none, "email", "narrower", "must now have the format `email`"],
  ["format", "int32", "int64", "wider", 'may now have the format `int64` (was `"int32"`)'],
  ["format", "iri", "uri", "narrower", 'must now have the format `uri` (was `"iri"`)'],
  ["format", "email", "uuid", "incomparable", 'must now have the format `uuid` (was `"email"`)'],
  ["format", "email", "password", "wider", "no longer has to have the format `email`"],
  ["format", "password", "email", "narrower", "must now have the format `email`"],
  ["minItems", 1, 0, "wider", "no longer has to have at least 1 item"],
  ["minLength", 0, 1, "narrower", "must now have at least 1 character"],
  ["format", "password", "binary", "same", 'has the `format` `"binary"` instead of `"password"`, without effect'],
  ["format", none, "double", "same", 'now has the `format` `"double"`, without effect'],
  ["format", "constructor", "email", "incomparable", 'must now have the format `email` (was `"constructor"`)'],
  ["minItems", none, 0, "same", "now has the `minItems` 0, without effect"],
  ["minItems", 1, 2, "narrower", "must now have at least 2 items (was 1)"],
  ["maxItems", 1, 2, "wider", "may now have at most 2 items (was 1)"],
  ["uniqueItems", none, true, "narrower", "must now have unique items"],
  ["uniqueItems", true, none, "wider", "no longer has to have unique items"],
  ["uniqueItems", true, false, "wider", "no longer has to have unique items"],
  ["uniqueItems", none, false, "same", "now has the `uniqueItems` `false`, without effect"],
  ["minContains", 0, 1, "narrower", "must now have at least 1 item as `contains` describes (was 0)"],
  ["maxContains", 2, 1, "narrower", "must now have at most 1 item as `contains` describes (was 2)"],
  ["minProperties", none, 1, "narrower", "must now have at least 1 property"],
  ["minProperties", none, 0, "same", "now has the `minProperties` 0, without effect"],
  ["maxProperties", 2, 3, "wider", "may now have at most 3 properties (was 2)"],
  ["dependentRequired", none, { a: ["b"] }, "narrower", 'must now have the properties that `dependentRequired` asks for: `{"a":["b"]}`'],
  ["dependentRequired", none, {}, "same", "now has the `dependentRequired` `{}`, without effect"],
  ["$dynamicRef", "#a", "#b", "incomparable", 'must now match `#b` (was `"#a"`)'],
  ["patternProperties", ["^a"], ["^b"], "incomparable", 'now has a schema for property names that match `"^b"`, and no longer has a schema for property names that match `"^a"`'],
  ["patternProperties", ["^a"], ["^a", "^b"], "incomparable", 'now has a schema for property names that match `"^b"`'],
  ["patternProperties", ["^a", "^b"], ["^b"], "incomparable", 'no longer has a schema for property names that match `"^a"`'],
  ["prefixItems", 1, 2, "incomparable", "now has schemas of their own for its first 2 items (was 1)"],
  ["additionalProperties", none, false, "narrower", "may no longer have further properties"],
  ["additionalProperties", false, none, "wider", "may now have further properties"],
  ["additionalProperties", false, {}, "wider", "may now have further properties"],
  ["additionalProperties", { type: "null" }, false, "narrower", "may no longer have further properties"],
  ["additionalProperties", true, { type: "null" }, "narrower", "now has a schema that its further properties must match"],
  ["additionalProperties", { type: "null" }, true, "wider", "may now have further properties of any kind"],
  ["additionalProperties", none, {}, "same", "accepts any further properties, as before"],
  ["propertyNames", none, { maxLength: 1 }, "narrower", "now has a schema that its property names must match"],
  ["items", none, false, "narrower", "may no longer have items"],
  ["items", { type: "null" }, none, "wider", "may now have items of any kind"],
  ["contains", none, {}, "narrower", "must now have an item as `contains` describes"],
  ["unevaluatedProperties", false, { type: "null" }, "wider", "may now have further properties"],
  ["unevaluatedItems", none, true, "same", "accepts any further items, as before"],
  ["not", none, {}, "narrower", "may no longer be what `not` describes"],
  ["not", { type: "null" }, none, "wider", "may now be what `not` described"],
  ["not", { type: "null" }, true, "incomparable", "has a different `not`"],
  ["not", none, false, "same", "may no longer be what `not` describes"],
  ["anyOf", none, 2, "narrower", "must now match at least one of 2 alternatives"],
  ["oneOf", 2, none, "wider", "no longer has to match exactly one of 2 alternatives"],
  ["oneOf", 1, none, "wider", "no longer has to match its one alternative"],
  ["anyOf", "oneOf", "anyOf", "incomparable", "must now match at least one of its alternatives, no longer exactly one"],
  ["oneOf", "anyOf", "oneOf", "incomparable", "must now match exactly one of its alternatives, no longer at least one"],
  ["oneOf", none, "Cat", "narrower", "may now also be `Cat`"],
  ["oneOf", "Cat", none, "wider", "may no longer be `Cat`"],
  ["if", none, { type: "null" }, "narrower", "has a new condition in `if`"],
  ["if", none, {}, "same", "has a new condition in `if`"],
  ["if", { type: "null" }, none, "wider", "no longer has a condition in `if`"],
  ["if", { type: "null" }, true, "incomparable", "has a different condition in `if`"],
  ["then", none, { type: "null" }, "narrower", "must now match `then` where `if` matches"],
  ["then", none, true, "same", "now has the `then` `true`, without effect"],
  ["else", { type: "null" }, none, "wider", "no longer has to match `else` where `if` does not match"],
  ["else", {}, none, "same", "no longer has the `else` `{}`, without effect"],
  ["title", "a", "b", "same", "has a different `title`"],
  ["x-anything", none, 1, "same", "now has `x-anything`"],
  ["constructor", 1, none, "same", "no longer has `constructor`"],
  ["default", none, 5, "same", "now has the default `5`"],
  ["default", 3, 5, "same", "has the default `5` instead of `3`"],
  ["default", 3, none, "same", "no longer has the default `3`"],
  ["default", none, "a".repeat(90), "same", `now has the default \`"${"a".repeat(56)}…\``],
  ["deprecated", none, true, "same", "is now deprecated"],
  ["deprecated", true, none, "same", "is no longer deprecated"],
  ["nullable", none, true, "same", "is now marked `nullable`: by the specification null is refused here all the same, though many tools take it"],
  ["nullable", true, none, "same", "is no longer marked `nullable`: by the specification null was refused here all the same, though many tools took it"],
  ["readOnly", none, true, "same", "is now read-only"],
  ["writeOnly", true, false, "same", "is no longer write-only"],
]; // prettier-ignore

describe("a keyword that changes", () => {
  test.each(cases)("%s: %j → %j is %s", (keyword, was, now, comparison) => {
    expect(compareKeyword(keyword, was, now)).toBe(comparison);
  });

  test.each(cases)("%s: %j → %j, %s, is told", (keyword, was, now, comparison, sentence) => {
    expect(readKeyword(keyword).say({ was, now }, comparison)).toBe(sentence);
  });

  test.each([
    ["required", false, true, "is now required"],
    ["required", true, false, "is no longer required"],
    ["dependentSchemas", false, true, "must now match a schema of its own when it has `a`"],
    ["dependentSchemas", true, false, "no longer has to match a schema of its own when it has `a`"],
  ])("%s of a name: %j → %j", (keyword, was, now, sentence) => {
    expect(readKeyword(keyword).say({ was, now, name: "a" }, "narrower")).toBe(sentence);
  });
});

const limits = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"];
test.each([...listKeywords("value"), ...limits, "contains", "anyOf", "oneOf", "then", "else"])(
  "%s with another value that accepts the same is told by its name",
  (keyword) => {
    expect(readKeyword(keyword).say({ was: 1, now: 2 }, "same")).toBe(
      `has the \`${keyword}\` 2 instead of 1, without effect`,
    );
  },
);

test("equal values are the same, however they are written", () => {
  expect(compareKeyword("const", { a: 1, b: 2 }, { b: 2, a: 1 })).toBe("same");
});

test.each(["password", "binary", "double", "html", "commonmark", "char"])(
  "the format %s is for display and refuses nothing",
  (format) => {
    expect(compareKeyword("format", undefined, format)).toBe("same");
    expect(compareKeyword("format", format, "email")).toBe("narrower");
  },
);

test.each([
  ["int64", ["int32", "int16", "int8"]],
  ["int32", ["int16", "int8"]],
  ["int16", ["int8"]],
  ["iri", ["uri"]],
  ["iri-reference", ["iri", "uri", "uri-reference"]],
  ["uri-reference", ["uri"]],
  ["idn-email", ["email"]],
  ["idn-hostname", ["hostname"]],
])("the format %s holds all that is %j", (outer, inner) => {
  for (const format of inner) {
    expect(compareKeyword("format", format, outer)).toBe("wider");
    expect(compareKeyword("format", outer, format)).toBe("narrower");
  }
});

test.each([
  ["a ten-millionth apart, are no multiples", 1, 1.0000001, "incomparable"],
  ["a ten-thousand-millionth apart, are", 1, 3.0000000001, "narrower"],
])("numbers that are %s", (_, base, head, comparison) => {
  expect(compareKeyword("multipleOf", base, head)).toBe(comparison);
});

describe("what can be seen in the types of schema.ts", () => {
  const all = (["value", "schema", "structure", "annotation"] as const).flatMap(listKeywords);
  const keywordsThat = (inTypes: string) => all.filter((keyword) => readKeyword(keyword).inTypes === inTypes);
  test.each([
    ["shown", ["additionalProperties", "items", "type", "enum", "const", "required", "properties", "patternProperties", "prefixItems", "anyOf", "oneOf", "default"]],
    ["unclear", ["minContains", "maxContains", "dependentRequired", "$dynamicRef", "propertyNames", "contains", "unevaluatedProperties", "unevaluatedItems", "not", "if", "then", "else", "dependentSchemas", "readOnly", "writeOnly", "discriminator"]],
  ])("%s", (inTypes, keywords) => expect(keywordsThat(inTypes)).toEqual(keywords)); // prettier-ignore

  test("of an extension, nothing", () => expect(readKeyword("x-a").inTypes).toBe("hidden"));
});
