import { describe, expect, test } from "vitest";
import { childOf, rootOf } from "../../../../scripts/json/place.js";
import { limitText } from "../../../../scripts/review/decide/text/text-form.js";
import { readTextSchema } from "../../../../scripts/review/decide/text/text-schema.js";
import { readDocument } from "../../../../scripts/review/document/document.js";
import { readStyle } from "../../../../scripts/spec/style.js";

type Json = Readonly<Record<string, unknown>>;

const form = (location: string, rest: object = {}) => ({
  location,
  ...readStyle(undefined, location),
  ...rest,
});
const query = form("query");
const joined = form("query", { explode: false });

const COMPONENTS = { schemas: { Tree: { type: "array", items: { $ref: "#/components/schemas/Tree" } } } };

/** The alternatives of the texts that are sent, or taken; undefined where they cannot be told. */
function read(schema: unknown, role: "sent" | "taken", how = query): unknown {
  const document = readDocument({ openapi: "3.1.0", components: COMPONENTS, schema }, "base");
  const place = childOf(rootOf(document), "schema");
  return readTextSchema([place], { form: how, role, direction: "request", joins: true })?.["anyOf"];
}

const one = (schema: Json) => ({ type: "array", prefixItems: [schema], items: false, minItems: 1 });
const texts = (...said: readonly Json[]) => ({ type: "string", allOf: said });
const list = (items: readonly Json[], rest: Json = {}) => ({ type: "array", items: { anyOf: items }, minItems: 1, uniqueItems: false, ...rest }); // prettier-ignore
const object = (properties: Json, rest: Json = {}) => ({
  type: "object",
  properties,
  required: [],
  minProperties: 1,
  ...rest,
});
/** A schema in a schema, so many times. */
const nest = (depth: number, wrap: (inner: Json) => Json, inner: Json): Json =>
  depth === 0 ? inner : nest(depth - 1, wrap, wrap(inner));
const any = { anyOf: [texts()] };
const text = { type: "string" };

describe("the texts that are taken", () => {
  test.each<[claim: string, schema: unknown, alternatives: readonly Json[] | undefined]>([
    ["any of a text", text, [one(texts())]],
    ["by what is said of texts", { ...text, minLength: 1, pattern: "^a", format: "date", maxLength: 9 }, [one(texts({ minLength: 1 }, { maxLength: 9 }, { pattern: "^a" }, { format: "date" }))]],
    ["those that are listed", { ...text, enum: ["a", 1, "b"] }, [one(texts({ enum: ["a", "b"] }))]],
    ["true and false", { type: "boolean" }, [one({ enum: ["true", "false"] })]],
    ["one of them", { type: "boolean", const: true }, [one({ enum: ["true"] })]],
    ["numbers", { type: "integer", enum: [1, 2] }, [one({ enum: ["1", "2"] })]],
    ["of several types", { type: ["string", "boolean"] }, [one(texts()), one({ enum: ["true", "false"] })]],
    ["of what is put together", { allOf: [text, { minLength: 2 }] }, [one(texts({ minLength: 2 }))]],
    ["of alternatives each", { anyOf: [text, { type: "boolean" }] }, [one(texts()), one({ enum: ["true", "false"] })]],
    ["of exactly one alternative as well", { oneOf: [text, { type: "boolean" }] }, [one(texts()), one({ enum: ["true", "false"] })]],
    ["of alternatives with a title", { title: "a", anyOf: [text] }, [one(texts())]],
    ["of no type none", { type: "null" }, []],
    ["whatever describes it", { ...text, description: "a", "x-a": 1 }, [one(texts())]],
    ["not told of alternatives beside something else", { ...text, anyOf: [{ minLength: 1 }] }, undefined],
    ["not told of two lists of alternatives", { anyOf: [text], oneOf: [text] }, undefined],
    ["not told of what must not match", { ...text, not: { maxLength: 1 } }, undefined],
    ["not told where an alternative is not", { anyOf: [text, { not: {} }] }, undefined],
    ["any where nothing is said of types, lists and objects too", {}, [one(texts()), one({ enum: ["true", "false"] }), one({ type: "string", pattern: "^-?\\d+(?:\\.\\d+)?$" }), { type: "array", items: {}, minItems: 1, uniqueItems: false }, object({})]],
    ["of alternatives of alternatives, eight deep", nest(8, (inner) => ({ anyOf: [inner] }), text), [one(texts())]],
    ["not told of alternatives that are deeper", nest(9, (inner) => ({ anyOf: [inner] }), text), undefined],
    ["not told of lists of lists that are deeper", nest(9, (items) => ({ type: "array", items }), text), undefined],
    ["not told of a list of lists without end", { $ref: "#/components/schemas/Tree" }, undefined],
  ])("%s", (_, schema, alternatives) => expect(read(schema, "taken")).toEqual(alternatives)); // prettier-ignore
});

describe("the texts of a list that is taken", () => {
  test.each<[claim: string, schema: Json, alternatives: readonly Json[] | undefined]>([
    ["by its items", { type: "array", items: text }, [list([texts()])]],
    ["at least one, however few may be there", { type: "array", items: text, minItems: 0 }, [list([texts()])]],
    ["as many as there must be", { type: "array", items: text, minItems: 2, maxItems: 3, uniqueItems: true }, [list([texts()], { minItems: 2, maxItems: 3, uniqueItems: true })]],
    ["of lists of lists, eight deep", nest(8, (items) => ({ type: "array", items }), text), [nest(7, (inner) => list([inner]), list([texts()]))]],
    ["not told where its items are not", { type: "array", items: { not: {} } }, undefined],
    ["none where values are listed", { type: "array", enum: [["a"]] }, []],
  ])("%s", (_, schema, alternatives) => expect(read(schema, "taken")).toEqual(alternatives)); // prettier-ignore

  test.each<[claim: string, schema: Json, how: typeof query, alternatives: readonly Json[]]>([
    ["are any where they stand in one text that may be any", text, joined, [one(texts()), { type: "array", items: text }]],
    ["are none where each has a text of its own", text, query, [one(texts())]],
    ["are none where the text is bound", { ...text, maxLength: 3 }, joined, [one(texts({ maxLength: 3 }))]],
    ["are none where no text is taken", { type: "boolean" }, joined, [one({ enum: ["true", "false"] })]],
    ["stand beside those of the list", { type: ["string", "array"], items: text }, joined, [one(texts()), list([texts(), { type: "array", items: text }]), { type: "array", items: text }]],
  ])("%s", (_, schema, how, alternatives) => expect(read(schema, "taken", how)).toEqual(alternatives)); // prettier-ignore
});

describe("the texts of an object that is taken", () => {
  const closed = { type: "object", additionalProperties: false };
  test.each<[claim: string, schema: Json, alternatives: readonly Json[] | undefined]>([
    ["by name", { type: "object", properties: { a: text } }, [object({ a: any })]],
    ["with those that must be there", { type: "object", properties: { a: text }, required: ["a"] }, [object({ a: any }, { required: ["a"] })]],
    ["with no others where it is closed", { ...closed, properties: { a: text } }, [object({ a: any }, { additionalProperties: false })]],
    ["with others of a schema", { type: "object", additionalProperties: text }, [object({}, { additionalProperties: any })]],
    ["with any others where that is said in words", { type: "object", additionalProperties: true }, [object({})]],
    ["as many as there must be", { type: "object", minProperties: 1, maxProperties: 2 }, [object({}, { minProperties: 1, maxProperties: 2 })]],
    ["not told where a member is not", { type: "object", properties: { a: { not: {} } } }, undefined],
    ["not told where the others are not", { type: "object", additionalProperties: { not: {} } }, undefined],
    ["none where values are listed", { type: "object", enum: [{}] }, []],
  ])("%s", (_, schema, alternatives) => expect(read(schema, "taken")).toEqual(alternatives)); // prettier-ignore
});

describe("the texts that are sent", () => {
  const sent = (schema: Json, limit: Json = {}) => one({ allOf: [schema, { ...text, ...limit }] });
  test.each<[claim: string, schema: Json, how: typeof query, alternatives: readonly Json[]]>([
    ["are texts", text, query, [sent(texts())]],
    ["can stand in a path", text, form("path"), [sent(texts(), limitText(form("path")))]],
    ["are no list in one text, where it may be any", text, joined, [sent(texts())]],
    ["are a list where the schema says so", { type: "array", items: { type: "boolean" } }, query, [list([{ allOf: [{ enum: ["true", "false"] }, text] }])]],
    ["are an object where the schema says so", { type: "object", properties: {} }, query, [object({})]],
  ])("%s", (_, schema, how, alternatives) => expect(read(schema, "sent", how)).toEqual(alternatives)); // prettier-ignore

  test("are no list and no object where the schema says nothing of types", () => {
    const words = ["^(?:0|-?[1-9]\\d*|-?(?:0|[1-9]\\d*)\\.\\d*[1-9])$"].map((pattern) => ({
      type: "string",
      pattern,
    }));
    expect(read({}, "sent")).toEqual(
      [texts(), { enum: ["true", "false"] }, ...words].map((each) => sent(each)),
    );
  });
});
