import { describe, expect, test } from "vitest";
import type { Direction } from "../../../scripts/json/direction.js";
import { childOf, rootOf } from "../../../scripts/json/place.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import {
  constraintsOf,
  patternNames,
  readAll,
  readLimit,
  readTexts,
} from "../../../scripts/review/schema/constraints.js";

/** The constraints of several schemas together. */
function read(schemas: readonly unknown[], direction: Direction = "request") {
  const document = readDocument({ openapi: "3.1.0", schema: { allOf: schemas } }, "base");
  return constraintsOf([childOf(rootOf(document), "schema")], direction);
}

const ALL = ["null", "boolean", "object", "array", "string", "number"];

test.each<[claim: string, schemas: readonly unknown[], types: readonly string[]]>([
  ["of all types, without a word on it", [{}], ALL],
  ["of one type", [{ type: "string" }], ["string"]],
  ["of several", [{ type: ["string", "null"] }], ["null", "string"]],
  ["of what all parts allow", [{ type: ["string", "null"] }, { type: ["null", "object"] }], ["null"]],
  ["of none, when they agree on none", [{ type: "string" }, { type: "null" }], []],
  ["of integers", [{ type: "integer" }], ["integer"]],
  ["of integers among other types", [{ type: ["integer", "null"] }], ["null", "integer"]],
  ["of integers, when one part wants a number", [{ type: "integer" }, { type: "number" }], ["integer"]],
  ["of numbers, which hold the integers", [{ type: ["integer", "number"] }], ["number"]],
  ["of no number, when one part wants none", [{ type: "integer" }, { type: "string" }], []],
])("a value is %s", (_, schemas, types) => {
  expect([...read(schemas).types]).toEqual(types);
});

test.each<[claim: string, schemas: readonly unknown[], values: readonly unknown[] | undefined]>([
  ["no list, when none is written", [{}], undefined],
  ["enum", [{ enum: [1, "a"] }], [1, "a"]],
  ["const", [{ const: null }], [null]],
  ["what enum and const share", [{ enum: [1, 2], const: 2 }], [2]],
  ["what all parts share, however it is written", [{ enum: [{ a: 1, b: 2 }, 3] }, { enum: [{ b: 2, a: 1 }] }], [{ a: 1, b: 2 }]],
  ["nothing, when they share nothing", [{ enum: [1] }, { const: 2 }], []],
  ["nothing, for false", [false], []],
  ["no list, for an enum that is none", [{ enum: "a" }], undefined],
])("the values that are listed: %s", (_, schemas, values) => {
  expect(read(schemas).values).toEqual(values);
}); // prettier-ignore

const closed = (value: number) => ({ value, exclusive: false });
const open = (value: number) => ({ value, exclusive: true });
const whole = { type: "integer" };

describe("of several bounds the tightest counts", () => {
  test.each<[claim: string, schemas: readonly unknown[], lower: object | undefined, upper: object | undefined]>([
    ["none", [{}], undefined, undefined],
    ["one at each end", [{ minimum: 1, maximum: 5 }], closed(1), closed(5)],
    ["open ones", [{ exclusiveMinimum: 1, exclusiveMaximum: 5 }], open(1), open(5)],
    ["the larger below and the smaller above", [{ minimum: 1, maximum: 5 }, { minimum: 2, maximum: 4 }], closed(2), closed(4)],
    ["in either order", [{ minimum: 2, maximum: 4 }, { minimum: 1, maximum: 5 }], closed(2), closed(4)],
    ["the open one of two at one value", [{ minimum: 1, exclusiveMinimum: 1, maximum: 5, exclusiveMaximum: 5 }], open(1), open(5)],
    ["the closed one that is tighter", [{ minimum: 2, exclusiveMinimum: 1, maximum: 4, exclusiveMaximum: 5 }], closed(2), closed(4)],
    ["no bound that is no number", [{ minimum: "1", exclusiveMaximum: true }], undefined, undefined],
    ["of integers, the next inside", [whole, { minimum: 0.5, maximum: 4.5 }], closed(1), closed(4)],
    ["of integers, none is open", [whole, { exclusiveMinimum: 0, exclusiveMaximum: 5 }], closed(1), closed(4)],
    ["of integers, an open one between two", [whole, { exclusiveMinimum: 0.5, exclusiveMaximum: 4.5 }], closed(1), closed(4)],
    ["of integers, one on a value stays", [whole, { minimum: -1, maximum: 5 }], closed(-1), closed(5)],
  ])("%s", (_, schemas, lower, upper) => {
    const found = read(schemas);
    expect([found.lower, found.upper]).toEqual([lower, upper]);
  }); // prettier-ignore
});

describe("a name is required", () => {
  const hidden = { properties: { a: { readOnly: true }, b: { writeOnly: true }, c: { readOnly: false } } };
  const names = { required: ["a", "b", "c"] };
  test.each<[claim: string, schemas: readonly unknown[], direction: Direction, required: readonly string[]]>([
    ["of all parts, each at the first place", [{ required: ["x"] }, { required: ["y", "x"] }], "request", ["x 0/required/0", "y 1/required/0"]],
    ["in a request, but not what is read-only", [hidden, names], "request", ["b 1/required/1", "c 1/required/2"]],
    ["in a response, but not what is write-only", [hidden, names], "response", ["a 1/required/0", "c 1/required/2"]],
    ["by no list that is none", [{ required: true }], "request", []],
  ])("%s", (_, schemas, direction, required) => {
    const found = [...read(schemas, direction).required];
    expect(found.map(([name, { pointer }]) => `${name} ${pointer.replace("/schema/allOf/", "")}`)).toEqual(required);
  }); // prettier-ignore
});

test("alternatives are groups by keyword, in every part", () => {
  const found = read([{ anyOf: [{}, {}], oneOf: [{}] }, { oneOf: [] }, { anyOf: [{}] }]).groups;
  expect(found.map(({ keyword, branches, place }) => [keyword, branches.length, place.pointer])).toEqual([
    ["anyOf", 2, "/schema/allOf/0/anyOf"],
    ["oneOf", 1, "/schema/allOf/0/oneOf"],
    ["anyOf", 1, "/schema/allOf/2/anyOf"],
  ]);
});

describe("of the parts is read", () => {
  const { parts, names } = read([
    { minLength: 1, maxLength: 9, title: "b", properties: { a: {} }, patternProperties: { x: {} } },
    { minLength: 3, maxLength: 7, title: "a", properties: { b: {} }, patternProperties: { x: {}, y: {} } },
    { minLength: "5", maxLength: null, title: 1 },
    { title: "b" },
  ]);
  test("the largest of least limits, and the smallest of most", () => {
    expect([readLimit(parts, "minLength"), readLimit(parts, "maxLength")]).toEqual([3, 7]);
    expect(readLimit(parts, "minItems")).toBe(undefined);
  });
  test("every value of a keyword", () => expect(readAll(parts, "title")).toEqual(["b", "a", 1, "b"]));
  test("its texts, each once, in order", () => expect(readTexts(parts, "title")).toEqual(["a", "b"]));
  test("the names of properties", () => expect(names).toEqual(["a", "b"]));
  test("patterns, each once", () => expect(patternNames(parts)).toEqual(["x", "y"]));
});
