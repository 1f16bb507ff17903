import { expect, test } from "vitest";
import { openSession } from "../../scripts/inclusion/index.js";

const A = { document: "schema:///a", pointer: "" };
const B = { document: "schema:///b", pointer: "" };

type Case = {
  readonly name: string;
  readonly a: unknown;
  readonly b: unknown;
  /** Pointers of the keywords that are blamed for the witness, and the parts of it. */
  readonly blamed: readonly (readonly [pointer: string, instance: string])[];
};

const TREE = { properties: { next: { $ref: "#/$defs/node" } }, $ref: "#/$defs/node" };
const CAT = {
  type: "object",
  required: ["kind"],
  properties: { kind: { const: "cat" }, age: { type: "number" } },
};
const DOG = {
  type: "object",
  required: ["kind"],
  properties: { kind: { const: "dog" }, age: { type: "number" } },
};

const CASES: readonly Case[] = [
  {
    name: "a narrower limit",
    a: { type: "string", maxLength: 5 },
    b: { type: "string", maxLength: 4 },
    blamed: [["/maxLength", ""]],
  },
  {
    name: "a new required name",
    a: { type: "object" },
    b: { type: "object", required: ["x"] },
    blamed: [["/required", ""]],
  },
  {
    name: "a narrower property, not the properties around it",
    a: { type: "object", properties: { p: { type: ["string", "null"] } } },
    b: { type: "object", properties: { p: { type: "string" } } },
    blamed: [["/properties/p/type", "/p"]],
  },
  {
    name: "an alternative that is narrower, not the alternatives that never held",
    a: { oneOf: [CAT, DOG] },
    b: { oneOf: [CAT, { ...DOG, properties: { kind: { const: "dog" }, age: { type: "integer" } } }] },
    blamed: [["/oneOf/1/properties/age/type", "/age"]],
  },
  {
    name: "an object that is closed, by the name that is left over",
    a: { type: "object", properties: { p: true }, minProperties: 1 },
    b: { type: "object", properties: { p: true }, minProperties: 1, additionalProperties: false },
    blamed: [["/additionalProperties", "/a"]],
  },
  {
    name: "two alternatives that hold at once",
    a: { enum: [1, 2] },
    b: { oneOf: [{ type: "integer" }, { maximum: 1 }] },
    blamed: [["/oneOf", ""]],
  },
  {
    name: "what is denied, as a whole",
    a: { type: "integer" },
    b: { type: "integer", not: { enum: [0] } },
    blamed: [["/not", ""]],
  },
  {
    name: "a keyword behind a reference, at its own place",
    a: { ...TREE, $defs: { node: { type: ["object", "string"] } } },
    b: { ...TREE, $defs: { node: { type: "object" } } },
    blamed: [["/$defs/node/type", ""]],
  },
  {
    name: "only the side of a condition that the value is on",
    a: { type: "object", required: ["x"], properties: { x: { const: 1 } } },
    b: {
      if: { properties: { x: { const: 1 } } },
      then: { required: ["y"] },
      else: { required: ["z"] },
    },
    blamed: [["/then/required", ""]],
  },
  {
    name: "the group where nothing inside is new",
    a: { type: "array", items: { enum: [1, 2] } },
    b: { type: "array", items: { enum: [1, 2] }, contains: { minimum: 0 }, minContains: 1 },
    blamed: [["/contains", ""]],
  },
];

test.each(CASES)("blamed is $name", ({ a, b, blamed }) => {
  const session = openSession([
    { documents: new Map([[A.document, a]]) },
    { documents: new Map([[B.document, b]]) },
  ]);
  const decision = session.ask(A, B);
  const value = decision.kind === "witness" ? decision.value : undefined;
  expect(session.evaluate(A, value)).toBe(true);
  expect(session.evaluate(B, value)).toBe(false);
  expect(session.blame(A, B, value).map(({ pointer, instance }) => [pointer, instance])).toEqual(blamed);
});
