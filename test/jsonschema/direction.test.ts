import { describe, expect, test } from "vitest";
import type { Direction } from "../../scripts/json/direction.js";
import { generateValidators } from "../../scripts/pipeline/validators.js";
import { compiled } from "./compiled.js";

const account = {
  $defs: { Id: { type: "integer", readOnly: true } },
  type: "object",
  properties: { id: { $ref: "#/$defs/Id" }, secret: { type: "string", writeOnly: true }, name: {} },
  required: ["id", "secret", "name"],
};
const whole = { id: 1, secret: "a", name: "b" };
const { id: _id, ...withoutId } = whole;
const { secret: _secret, ...withoutSecret } = whole;
const { name: _name, ...withoutName } = whole;

describe("who does not own a required property may leave it out", () => {
  test.each<[claim: string, Direction | undefined, value: object, valid: boolean]>([
    ["readOnly in a request", "request", withoutId, true],
    ["readOnly not in a response", "response", withoutId, false],
    ["writeOnly in a response", "response", withoutSecret, true],
    ["writeOnly not in a request", "request", withoutSecret, false],
    ["neither without a direction: readOnly", undefined, withoutId, false],
    ["neither without a direction: writeOnly", undefined, withoutSecret, false],
    ["no other property: request", "request", withoutName, false],
    ["no other property: response", "response", withoutName, false],
    ["it may still be sent", "request", whole, true],
    ["and is then judged as ever", "request", { ...whole, id: "1" }, false],
  ])("%s", async (_, direction, value, valid) => {
    const roots = [{ name: "Main", document: "https://schemas.test/main.json", pointer: "", direction }];
    const { is, validate } = await compiled(account, { roots });
    expect([is(value), validate(value).length === 0]).toEqual([valid, valid]);
  });
});

/** Schemas of one value, of which one part requires a name that another part marks. */
const MARK = { properties: { id: { readOnly: true } } };
const NEED = { required: ["id"] };
const inAllOf = (...allOf: object[]) => ({ allOf, $defs: { Mark: MARK, Need: NEED } });
const MARKED = { $ref: "#/$defs/Mark" };
const NEEDED = { $ref: "#/$defs/Need" };

describe("what one part of a whole marks, another part does not require", () => {
  test.each<[claim: string, schema: object, valid: boolean]>([
    ["beside allOf", { ...NEED, allOf: [MARK] }, true],
    ["in another part", inAllOf(MARK, NEED), true],
    ["behind a reference", inAllOf(MARKED, NEED), true],
    ["required behind a reference", inAllOf(MARK, NEEDED), true],
    ["both behind references", inAllOf(MARKED, NEEDED), true],
    ["required in an alternative", { ...MARK, anyOf: [NEED] }, true],
    ["in a part of a part", inAllOf({ allOf: [MARKED] }, { allOf: [NEEDED] }), true],
    ["not of a value inside", { ...MARK, properties: { ...MARK.properties, in: NEED } }, false],
    ["not in an alternative, which may not be chosen", { ...NEED, anyOf: [MARK] }, false],
  ])("%s", async (_, schema, valid) => {
    const root = { name: "Main", document: "https://schemas.test/main.json", pointer: "" };
    const { is } = await compiled(schema, { roots: [{ ...root, direction: "request" }] });
    expect(is({ in: {} })).toBe(valid);
    const { is: isAnswer } = await compiled(schema, { roots: [{ ...root, direction: "response" }] });
    expect(isAnswer({ in: {} })).toBe(false);
  });

  test("a part that others require as well is compiled once more, without the name", async () => {
    const schema = { ...inAllOf(MARK, NEEDED), properties: { other: NEEDED } };
    const roots = [
      {
        name: "Main",
        document: "https://schemas.test/main.json",
        pointer: "",
        direction: "request" as const,
      },
    ];
    const { is } = await compiled(schema, { roots });
    expect([is({}), is({ other: {} }), is({ other: { id: 1 } })]).toEqual([true, false, true]);
  });
});

const object = (properties: object) => ({ type: "object", properties });
const Plain = object({ name: { type: "string" } });
const Owned = object({ id: { type: "integer", readOnly: true } });
const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe("a schema has validators for both directions only where it reaches such a property", () => {
  test.each<[claim: string, schemas: object, names: readonly [request: string, response: string]]>([
    ["it does not", { A: Plain }, ["A", "A"]],
    ["in a property", { A: Owned }, ["ARequest", "AResponse"]],
    ["writeOnly too", { A: object({ key: { writeOnly: true } }) }, ["ARequest", "AResponse"]],
    ["through a reference", { A: object({ owned: refer("Owned") }), Owned }, ["ARequest", "AResponse"]],
    ["in items", { A: { type: "array", items: refer("Owned") }, Owned }, ["ARequest", "AResponse"]],
    ["in a branch", { A: { anyOf: [Plain, refer("Owned")] }, Owned }, ["ARequest", "AResponse"]],
    [
      "in a circle",
      { A: object({ b: refer("B") }), B: object({ a: refer("A"), owned: Owned }) },
      ["ARequest", "AResponse"],
    ],
    ["a circle without one", { A: object({ a: refer("A") }) }, ["A", "A"]],
    ["not beside it", { A: Plain, Owned }, ["A", "A"]],
    ["not in an example", { A: { ...Plain, example: { id: { readOnly: true } } } }, ["A", "A"]],
    ["not a property of that name", { A: object({ readOnly: { type: "boolean" } }) }, ["A", "A"]],
    ["not readOnly: false", { A: object({ id: { readOnly: false } }) }, ["A", "A"]],
  ])("%s", async (_, schemas, [request, response]) => {
    const content = { "application/json": { schema: refer("A") } };
    const post = { requestBody: { content }, responses: { 200: { description: "", content } } };
    const document = { openapi: "3.1.1", paths: { "/a": { post } }, components: { schemas } };
    const { nameOf, text } = await generateValidators(document, { formats: "annotate" });
    const pointer = "/components/schemas/A";
    expect([nameOf(pointer, "request"), nameOf(pointer, "response")]).toEqual([request, response]);
    for (const name of [request, response]) expect(text).toContain(`export function validate${name}(`);
    expect(text.includes("validateARequest")).toBe(request !== "A");
  });

  test("a place without a schema has no name", async () => {
    const { nameOf } = await generateValidators({ openapi: "3.1.1" }, { formats: "annotate" });
    expect(nameOf("/components/schemas/A", "request")).toBeUndefined();
  });
});
