import { describe, expect, test } from "vitest";
import { memberOf, type Place } from "../../scripts/json/place.js";
import { isPlainValue, isStructured, readBodyKind, type BodyKind } from "../../scripts/spec/body-kind.js";
import { firstOperation } from "./first-operation.js";

/** A schema as it stands in a document. */
const place = (schema: unknown): Place | undefined =>
  memberOf(firstOperation({ paths: { "/a": { get: { schema } } } }).place, "schema");

const string = { type: "string" };

describe("a body is", () => {
  test.each<[mediaType: string, schema: unknown, kind: BodyKind]>([
    ["application/json", { ...string, format: "binary" }, "json"],
    ["Application/Problem+JSON; charset=utf-8", undefined, "json"],
    ["application/x-www-form-urlencoded", { ...string, format: "binary" }, "form"],
    ["multipart/form-data", undefined, "multipart"],
    ["text/csv", { ...string, format: "binary" }, "text"],
    ["text/*", undefined, "text"],
    ["application/atom+xml", undefined, "text"],
    ["application/x-anything", { ...string, format: "binary" }, "bytes"],
    ["application/x-anything", { type: ["string", "null"], format: "binary" }, "bytes"],
    ["application/x-anything", { format: "binary" }, "bytes"],
    ["application/x-anything", { ...string, format: "uuid" }, "text"],
    ["application/x-anything", string, "text"],
    ["application/x-anything", { type: "object" }, "bytes"],
    ["application/x-anything", undefined, "bytes"],
    ["application/pdf", string, "bytes"],
    ["image/png", string, "bytes"],
    ["application/pdf", { ...string, format: "byte" }, "text"],
    ["application/pdf", { ...string, contentEncoding: "base64" }, "text"],
    ["application/pdf", { contentEncoding: "base64", contentMediaType: "application/pdf" }, "text"],
    ["application/pdf", { contentEncoding: "binary", contentMediaType: "application/pdf" }, "bytes"],
    ["*/*", undefined, "any"],
    ["application/*", string, "any"],
    ["application/*", { ...string, format: "binary" }, "bytes"],
    ["*/*", { contentMediaType: "image/png" }, "bytes"],
    ["*/*", { ...string, contentMediaType: "image/png" }, "bytes"],
    ["*/*", { format: "binary" }, "any"],
    ["*/*", { type: "integer", format: "binary" }, "any"],
    ["*/*", { ...string, contentEncoding: "base64", contentMediaType: "image/png" }, "any"],
  ])("%s with %j: %s", (mediaType, schema, kind) => {
    expect(readBodyKind({ mediaType, schema: place(schema) })).toBe(kind);
  });
});

test.each([
  ["nothing", {}, false, false],
  ["a text", string, false, false],
  ["a number", { type: "number" }, false, true],
  ["whole numbers or true and false", { type: ["integer", "boolean"] }, false, true],
  ["a number or a text", { type: ["integer", "string"] }, false, false],
  ["an object", { type: "object" }, true, false],
  ["an object or a text", { type: ["object", "string"] }, false, false],
  ["a list", { type: "array" }, true, false],
  ["properties", { properties: {} }, true, false],
  ["items", { items: {} }, true, false],
  ["parts", { allOf: [] }, true, false],
  ["alternatives", { anyOf: [] }, true, false],
  ["one of several", { oneOf: [] }, true, false],
  ["a text with properties", { ...string, properties: {} }, false, false],
])("%s: whether it stands for what the text is written of, and whether it is a plain value", (_, schema, structured, plain) => {
  expect([isStructured(place(schema)), isPlainValue(place(schema))]).toEqual([structured, plain]);
}); // prettier-ignore
