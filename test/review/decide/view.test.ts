import { expect, describe, test } from "vitest";
import { isRecord, readPointer } from "../../../scripts/json/pointer.js";
import { readSchema, type Role } from "../../../scripts/review/decide/view.js";
import { readDocument } from "../../../scripts/review/document/document.js";

const COMPONENTS = {
  schemas: {
    Own: { type: "string", readOnly: true },
    Alias: { $ref: "#/components/schemas/Own" },
    Circle: { $ref: "#/components/schemas/Circle" },
  },
};

/** The schema as the side in this role is asked about it. */
function read(schema: unknown, role: Role, { direction = "request", version = "3.1.0" } = {}): unknown {
  const root = { openapi: version, components: COMPONENTS, schema };
  const document = readDocument(root, "base");
  const value = readPointer(root, "/schema");
  if (!isRecord(value) || (direction !== "request" && direction !== "response")) throw new Error("no schema");
  return readSchema(document, { role, direction })(value, { pointer: "/schema" });
}

const text = { type: "string" };
const own = { type: "string", readOnly: true };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, required?: readonly string[]) => ({
  properties,
  ...(required && { required }),
});

describe("a property that the sender does not own", () => {
  test.each<[claim: string, schema: unknown, role: Role, read: unknown]>([
    ["is not sent", object({ id: own, a: text }), "sent", object({ id: false, a: text }, [])],
    ["is not asked for", object({ id: own, a: text }, ["id", "a"]), "taken", object({ id: own, a: text }, ["a"])],
    ["is neither, where it is tolerated", object({ id: own }, ["id"]), "tolerated", object({ id: own }, [])],
    ["is known behind a reference", object({ id: ref("Own") }, ["id"]), "sent", object({ id: false }, [])],
    ["is known behind two", object({ id: ref("Alias") }, ["id"]), "sent", object({ id: false }, [])],
    ["is none behind a reference to itself", object({ id: ref("Circle") }, ["id"]), "sent", object({ id: ref("Circle") }, ["id"])],
    ["is none behind a reference to elsewhere", object({ id: { $ref: "other.json" } }, ["id"]), "sent", object({ id: { $ref: "other.json" } }, ["id"])],
    ["is none with another mark", object({ id: { ...text, writeOnly: true } }, ["id"]), "sent", object({ id: { ...text, writeOnly: true } }, ["id"])],
    ["is none with a mark that is not set", object({ id: { ...text, readOnly: false } }, ["id"]), "sent", object({ id: { ...text, readOnly: false } }, ["id"])],
    ["is none that takes anything", object({ id: true }, ["id"]), "sent", object({ id: true }, ["id"])],
  ])("%s", (_, schema, role, expected) => expect(read(schema, role)).toEqual(expected)); // prettier-ignore

  test("is marked writeOnly in a response", () => {
    const schema = object({ id: own, key: { ...text, writeOnly: true } }, ["id", "key"]);
    expect(read(schema, "sent", { direction: "response" })).toEqual(object({ id: own, key: false }, ["id"]));
  });
});

const int32 = { multipleOf: 1, minimum: -2147483648, maximum: 2147483647 };
const int64 = { multipleOf: 1, minimum: -9223372036854775808, maximum: 9223372036854775808 };
const covered = { not: { const: "\u{10ffff}" } };
const patterns = (value: unknown) => ({ patternProperties: { "^a": value, "^b": text } });

describe("what a keyword stands for", () => {
  test.each<[claim: string, schema: unknown, role: Role, read: unknown]>([
    ["int32 are whole numbers of 32 bits", { format: "int32" }, "sent", { allOf: [int32] }],
    ["int64 are whole numbers of 64 bits", { format: "int64" }, "taken", { allOf: [int64] }],
    ["beside what it joins", { format: "int32", allOf: [{ minimum: 0 }], type: "integer" }, "sent", { type: "integer", allOf: [{ minimum: 0 }, int32] }],
    ["no other format of numbers has bounds", { format: "double" }, "sent", { format: "double" }],
    ["no name of every object is a format", { format: "constructor" }, "sent", { format: "constructor" }],
    ["a format that is no text says nothing", { format: ["int32"] }, "sent", { format: ["int32"] }],
    ["a pattern that says nothing speaks of its names", patterns(true), "sent", patterns(covered)],
    ["so does one with an empty schema", patterns({}), "sent", patterns(covered)],
    ["one that says something does anyway", patterns({ title: "a" }), "sent", patterns({ title: "a" })],
    ["one that nothing matches does anyway", patterns(false), "sent", patterns(false)],
    ["for who takes it, it says nothing", patterns(true), "taken", patterns(true)],
    ["patterns that are no object say nothing", { patternProperties: 1 }, "sent", { patternProperties: 1 }],
    ["exactly one alternative is exactly one", { oneOf: [text] }, "sent", { oneOf: [text] }],
    ["for who takes it as well", { oneOf: [text] }, "taken", { oneOf: [text] }],
    ["where two are tolerated, it is at least one", { oneOf: [text], title: "a" }, "tolerated", { anyOf: [text], title: "a" }],
    ["beside other alternatives", { oneOf: [text], anyOf: [own] }, "tolerated", { anyOf: [own], allOf: [{ anyOf: [text] }] }],
    ["and beside what it joins", { oneOf: [text], anyOf: [own], allOf: [ref("Own")] }, "tolerated", { anyOf: [own], allOf: [ref("Own"), { anyOf: [text] }] }],
    ["alternatives that are no list stay", { oneOf: 1 }, "tolerated", { oneOf: 1 }],
  ])("%s", (_, schema, role, expected) => expect(read(schema, role)).toEqual(expected)); // prettier-ignore

  test("the words of OpenAPI 3.0 are those of JSON Schema", () => {
    expect(read({ type: "string", nullable: true }, "sent", { version: "3.0.3" })).toEqual({
      type: ["string", "null"],
    });
  });
});
