import { describe, expect, test } from "vitest";
import { placeAt } from "../../../scripts/json/place.js";
import {
  decideTexts,
  findTextCauses,
  type TextUse,
} from "../../../scripts/review/decide/text/decide-texts.js";
import { readAsText } from "../../../scripts/review/decide/text/read-texts.js";
import { writeTexts } from "../../../scripts/review/decide/text/text-form.js";
import { NO_OPERATION } from "../../../scripts/review/differ/facts.js";
import type { TextForm } from "../../../scripts/review/differ/message.js";
import { compareSchemas } from "../../../scripts/review/differ/schemas/index.js";
import { readDocument } from "../../../scripts/review/document/document.js";

const form = (location: string, style: string, explode: boolean): TextForm => ({ location, style, explode, allowReserved: false }); // prettier-ignore
const [query, joined, inPath, inHeader] = [form("query", "form", true), form("query", "form", false), form("path", "simple", false), form("header", "simple", false)]; // prettier-ignore
const deep = form("query", "deepObject", true);

const toDocument = (side: "base" | "head", schema: unknown) =>
  readDocument({ openapi: "3.1.0", components: { schemas: { A: schema, Text: { type: "string" } } } }, side);

/** A parameter whose schema is one thing in base and another in head. */
function describeUse(base: unknown, head: unknown, text: TextForm) {
  const documents = { base: toDocument("base", base), head: toDocument("head", head) };
  const placeIn = (side: "base" | "head") => [placeAt(documents[side], "/components/schemas/A")];
  const use: TextUse = {
    thing: "schema",
    base: placeIn("base"),
    head: placeIn("head"),
    operation: NO_OPERATION,
    part: { kind: "parameter", in: text.location, name: "p" },
    text,
    subject: "p",
    direction: "request",
  };
  return { documents, use };
}

const text = { type: "string" };
const whole = { type: "integer" };
const number = { type: "number" };
const truth = { type: "boolean" };
const list = (items: object, rest: object = {}) => ({ type: "array", items, ...rest });
const object = (properties: object, rest: object = {}) => ({ type: "object", properties, ...rest });

/** Whether all texts of the first schema are those of the second, and the other way round. */
type Case = [name: string, base: unknown, head: unknown, there: string, back: string, text?: TextForm];

describe("whether every text that is sent is taken", () => {
  test.each<Case>([
    ["a whole number is a text", whole, text, "included", "witness"],
    ["a whole number is a number", whole, number, "included", "witness"],
    ["a whole number is digits", whole, { ...text, pattern: "^-?[0-9]+$" }, "included", "included"],
    ["no minus stands before what is not negative", { ...whole, minimum: 0 }, { ...text, pattern: "^[0-9]+$" }, "included", "included"],
    ["no zero is at least one", { ...whole, minimum: 1 }, { ...text, pattern: "^[1-9]" }, "included", "witness"],
    ["a fraction has a point", number, { ...text, pattern: "^[-.0-9]+$" }, "included", "witness"],
    ["a fraction that is not negative has no minus", { ...number, minimum: 0 }, { ...text, pattern: "^[.0-9]+$" }, "included", "witness"],
    ["few numbers are their texts", { ...whole, minimum: 1, maximum: 3 }, { enum: ["1", "2", "3"] }, "included", "included"],
    ["limits may leave them out", { ...whole, exclusiveMinimum: 0, exclusiveMaximum: 4 }, { enum: ["1", "2", "3"] }, "included", "included"],
    ["steps leave numbers out", { ...whole, minimum: 0, maximum: 9, multipleOf: 4 }, { enum: ["0", "4", "8"] }, "included", "included"],
    ["listed numbers are their texts", { enum: [1, 2.5] }, { enum: ["1", "2.5"] }, "included", "included"],
    ["of listed values those count that are of the type", { type: "integer", enum: [1, 2.5] }, { enum: ["1"] }, "included", "included"],
    ["true and false are words", truth, { enum: ["true", "false"] }, "included", "included"],
    ["one of them may be left out", { enum: [true] }, { enum: ["true"] }, "included", "included"],
    ["null is no text", { type: ["string", "null"] }, text, "included", "included"],
    ["null alone is never sent", { type: "null" }, { enum: ["a"] }, "included", "witness"],
    ["anything is a text", {}, text, "included", "included"],
    ["what no schema says is a text", true, text, "included", "included"],
    ["nothing is refused by what refuses nothing", text, {}, "included", "included"],
    ["a text that is too long", { ...text, maxLength: 3 }, { ...text, maxLength: 2 }, "witness", "included"],
    ["a format", { ...text, format: "date" }, { ...text, format: "date-time" }, "witness", "witness"],
    ["whole numbers of fewer bits", { ...whole, format: "int32" }, whole, "included", "witness"],
    ["a reference and what is beside it", { $ref: "#/components/schemas/Text", minLength: 2 }, text, "included", "witness"],
    ["alternatives", { anyOf: [whole, truth] }, { oneOf: [text, { type: "null" }] }, "included", "witness"],
    ["alternatives beside a limit are not read", { anyOf: [text], minLength: 2 }, text, "undecided", "undecided"],
    ["what is denied is not read", { type: "string", not: { const: "a" } }, text, "undecided", "undecided"],
    ["a description says nothing", { ...text, description: "a", "x-a": 1 }, text, "included", "included"],
    ["one text is a list of one", text, list(text), "included", "witness"],
    ["a list of one is one text", list(text, { maxItems: 1 }), text, "included", "included"],
    ["a list that has to have two items", text, list(text, { minItems: 2 }), "witness", "witness"],
    ["a list of whole numbers is one of texts", list(whole), list(text), "included", "witness"],
    ["a list may be empty, and is not sent", list(text), list(text, { minItems: 1 }), "included", "included"],
    ["items that are alike", list(text), list(text, { uniqueItems: true }), "witness", "included"],
    ["a text or a list of texts is a list", { anyOf: [text, list(text)] }, list(text), "included", "included"],
    ["what may be anything is taken as a list", list(text), {}, "included", "included"],
    ["listed values are no lists", { enum: ["a", ["b"]] }, { enum: ["a"] }, "included", "included"],
    ["a list in one text is that text", list(text), text, "included", "included", joined],
    ["not one of certain texts", list(text), { ...text, minLength: 2 }, "witness", "included", joined],
    ["nor of each text where each item has its own", list(text), text, "witness", "included"],
    ["an empty segment does not reach a path", text, { ...text, minLength: 1 }, "included", "included", inPath],
    ["nor does a step up", text, { ...text, pattern: "^(?!\\.\\.?$)" }, "included", "included", inPath],
    ["a header has no control characters", text, { ...text, pattern: "^[ -~\\t\\u0080-ÿ]*$" }, "included", "included", inHeader],
    ["a header does not begin with a space", text, { ...text, pattern: "^(?! )" }, "included", "included", inHeader],
    ["names of an object are texts", object({ a: whole }), object({ a: text }), "included", "witness", deep],
    ["a name that is required", object({ a: text }), object({ a: text }, { required: ["a"] }), "witness", "included", deep],
    ["a name that is new", object({ a: text }), object({ a: text, b: whole }), "included", "included", deep],
    ["a closed object", object({ a: text }, { additionalProperties: false }), object({ a: text, b: text }, { additionalProperties: false }), "included", "witness", deep],
    ["further names of a type", { type: "object", additionalProperties: whole }, { type: "object", additionalProperties: text }, "included", "witness", deep],
    ["open in words is as open as without", object({ a: text }, { additionalProperties: true }), object({ a: text, b: whole }), "included", "included", deep],
    ["fewer names", object({}, { maxProperties: 2 }), object({}, { maxProperties: 1 }), "witness", "included", deep],
    ["an object may be empty, and is not sent", object({ a: text }), object({ a: text }, { minProperties: 1 }), "included", "included", deep],
    ["no object is sent where none is described", {}, text, "included", "included", deep],
    ["an object within an object", object({ a: object({ b: whole }) }), object({ a: object({ b: text }) }), "included", "witness", deep],
  ])("%s", (_, base, head, there, back, how = query) => {
    const { use } = describeUse(base, head, how);
    expect([decideTexts(use, false).kind, decideTexts(use, true).kind]).toEqual([there, back]);
  }); // prettier-ignore

  test("a text that the validators do not confirm is no witness", () => {
    const { use } = describeUse(text, whole, query);
    expect(decideTexts(use, false, () => false).kind).toBe("undecided");
    expect(decideTexts(use, false, (texts) => JSON.stringify(texts) === '[""]').kind).toBe("witness");
  });

  test("a list that was read where a text was takes more by what the document says", () => {
    const { use } = describeUse(text, list(text), joined);
    expect([decideTexts(use, false).kind, decideTexts(use, true).kind]).toEqual(["included", "witness"]);
  });
});

test("each change that a text is refused for is found, and no other", () => {
  const base = { ...text, minLength: 1, maxLength: 9, pattern: "^a" };
  const { use, documents } = describeUse(base, { ...text, minLength: 2, maxLength: 8, pattern: "^[ab]" }, query); // prettier-ignore
  const changes = compareSchemas(use.base, use.head, "request");
  const found = findTextCauses(use, changes, documents, () => true);
  expect([...found.keys()].map(({ keyword }) => keyword)).toEqual(["minLength", "maxLength"]);
});

/** Takes the values whose JSON is one of these. */
const checker = (...known: readonly string[]) => ({
    accepts: (value: unknown) => known.includes(JSON.stringify(value)),
    issues: (value: unknown) => Array.from({ length: JSON.stringify(value).length }, () => ({ message: JSON.stringify(value), path: [], keyword: "", keywordLocation: "" })),
  }); // prettier-ignore

describe("what some texts may stand for", () => {
  test.each<[name: string, texts: unknown, text: TextForm, value: string, isTaken: boolean]>([
    ["a text", ["a"], query, '"a"', true],
    ["a list of one", ["a"], query, '["a"]', true],
    ["a number", ["-5.5"], query, "-5.5", true],
    ["no number with an exponent", ["5e3"], query, "5000", false],
    ["a truth", ["true"], query, "true", true],
    ["an untruth", ["false"], query, "false", true],
    ["a list of numbers", ["1", "2"], query, "[1,2]", true],
    ["not the items of a list in one text", ["1", "2"], query, '"1,2"', false],
    ["the items of a list in one text", ["1", "2"], joined, '"1,2"', true],
    ["a text with commas is a list", ["1,2"], joined, '["1","2"]', true],
    ["it is none where each item has a text of its own", ["1,2"], query, '["1","2"]', false],
    ["numbers of an object", { a: "1" }, deep, '{"a":1}', true],
  ])("%s", (_, texts, how, value, isTaken) => {
    expect(readAsText(checker(value), how).accepts(texts)).toBe(isTaken);
  }); // prettier-ignore

  test("the reading with the fewest issues speaks for all", () => {
    expect(readAsText(checker(), query).issues(["15"]).at(0)?.message).toBe("15");
  });
});

test.each([
  ["a text", "a", ["a"]],
  ["a number", 5, ["5"]],
  ["a list", [1, true], ["1", "true"]],
  ["an object", { a: 1, b: [2] }, { a: "1", b: ["2"] }],
])("the texts of %s", (_, value, texts) => expect(writeTexts(value)).toEqual(texts));
