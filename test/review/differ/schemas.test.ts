import { describe, expect, test } from "vitest";
import type { Direction } from "../../../scripts/json/direction.js";
import { compareSchemas } from "../../../scripts/review/differ/schemas/index.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { childOf, rootOf } from "../../../scripts/json/place.js";

/** Each change as a line: what kind, keyword and name, where in the value, the comparison, places and values. */
function listChanges(
  base: unknown,
  head: unknown,
  direction: Direction = "request",
  components: object = {},
) {
  const [old, now] = (["base", "head"] as const).map((side) => {
    const root = { openapi: "3.1.0", schema: side === "base" ? base : head, components };
    return [childOf(rootOf(readDocument(root, side)), "schema")];
  });
  return compareSchemas(old ?? [], now ?? [], direction).map((change) => {
    const { kind, keyword, name, path, comparison, own } = change;
    const [from, to] = [change.base, change.head].map(
      (place) => place?.pointer.replace("/schema", "") ?? "nowhere",
    );
    return [
      `${kind === "assertion" ? "" : `${kind} `}${keyword}${name === undefined ? "" : ` ${name}`}`,
      `${path.length === 0 ? "" : `at ${path.join(".")} `}${comparison}${own === comparison ? "" : ` (${own})`}`,
      `${from} → ${to}`,
      `${JSON.stringify(change.was) ?? "absent"} → ${JSON.stringify(change.now) ?? "absent"}`,
    ].join(" | ");
  });
}

const text = { type: "string" };
const whole = { type: "integer" };
const object = (properties: object, rest: object = {}) => ({ type: "object", properties, ...rest });

type Cases = readonly [name: string, base: unknown, head: unknown, changes: readonly string[]][];

const values: Cases = [
  ["nothing changes", { type: "string", maxLength: 1 }, { maxLength: 1, type: "string" }, []],
  ["a type is added", text, { type: ["string", "null"] }, ['type | wider | /type → /type | "string" → ["string","null"]']],
  ["a type is written", {}, text, ['type | narrower | nowhere → /type | absent → "string"']],
  ["a type is added in two parts", { allOf: [text, {}] }, { allOf: [{ type: ["string", "null"] }, { type: ["null", "string"] }] }, ['type | wider | /allOf/0/type → /allOf/0/type | "string" → [["string","null"],["null","string"]]']],
  ["an enum loses a value", { enum: ["a", "b"] }, { enum: ["a"] }, ['enum | narrower | /enum → /enum | ["a","b"] → ["a"]']],
  ["an enum in another order is a rewrite", { enum: ["a", "b"] }, { enum: ["b", "a"] }, []],
  ["a const changes", { const: 1 }, { const: 2 }, ["const | incomparable | /const → /const | [1] → [2]"]],
  ["an enum of one becomes another const", { enum: [1, 2] }, { const: 1 }, ["enum | narrower | /enum → /const | [1,2] → [1]"]],
  ["a const becomes an enum of more", { const: 1 }, { enum: [1, 2] }, ["enum | wider | /const → /enum | [1] → [1,2]"]],
  ["a minimum rises", { minimum: 1 }, { minimum: 2 }, ["minimum | narrower | /minimum → /minimum | 1 → 2"]],
  ["a minimum is removed", { minimum: 1 }, {}, ["minimum | wider | /minimum → nowhere | 1 → absent"]],
  ["a minimum becomes exclusive", { minimum: 1 }, { exclusiveMinimum: 1 }, ["exclusiveMinimum | narrower | nowhere → /exclusiveMinimum | absent → 1"]],
  ["an exclusive minimum becomes inclusive", { exclusiveMinimum: 1 }, { minimum: 1 }, ["minimum | wider | nowhere → /minimum | absent → 1"]],
  ["an open bound of integers is the closed one beside it", { type: "integer", exclusiveMinimum: 0, maximum: 2 }, { type: "integer", minimum: 1, maximum: 1 }, ["minimum | same | nowhere → /minimum | absent → 1", "maximum | narrower | /maximum → /maximum | 2 → 1"]],
  ["an open bound of integers is not the next one", { type: "integer", exclusiveMaximum: 3 }, { type: "integer", maximum: 1 }, ["maximum | narrower | nowhere → /maximum | absent → 1"]],
  ["a maximum falls", { maximum: 2 }, { maximum: 1 }, ["maximum | narrower | /maximum → /maximum | 2 → 1"]],
  ["an exclusive maximum rises", { exclusiveMaximum: 2 }, { exclusiveMaximum: 3 }, ["exclusiveMaximum | wider | /exclusiveMaximum → /exclusiveMaximum | 2 → 3"]],
  ["two patterns at once stay open", { pattern: "a" }, { allOf: [{ pattern: "a" }, { pattern: "b" }] }, ['pattern | incomparable | /pattern → /allOf/0/pattern | "a" → ["a","b"]']],
  ["the same demand in two parts is one", { dependentRequired: { a: ["b"] } }, { dependentRequired: { a: ["b"] }, allOf: [{ dependentRequired: { a: ["b"] } }] }, []],
  ["a limit that follows from another part stands at it", { maxLength: 1, allOf: [{}] }, { allOf: [{ maxLength: 2 }] }, ["maxLength | wider | /maxLength → /allOf/0/maxLength | 1 → 2"]],
  ["a description changes", { description: "a" }, { description: "b" }, ['annotation description | same | /description → /description | "a" → "b"']],
  ["an extension is added", {}, { "x-a": 1 }, ["annotation x-a | same | nowhere → /x-a | absent → 1"]],
  ["a name that is no keyword says nothing", {}, { foo: 1 }, []],
  ["nothing is accepted any more", text, false, ['not | narrower |  →  | "schema" → false']],
  ["something is accepted again", false, text, ['not | wider |  →  | false → "schema"']],
]; // prettier-ignore

const members: Cases = [
  ["a name is required", object({ a: text }), object({ a: text }, { required: ["a"] }), ["required a | at a narrower | nowhere → /required/0 | false → true"]],
  ["a name is no longer required", { required: ["a", "b"] }, { required: ["a"] }, ["required b | at b wider | /required/1 → nowhere | true → false"]],
  ["a property of an open object is added", object({}), object({ a: text }), ["property properties a | at a same | nowhere → /properties/a | false → true"]],
  ["a property of a closed object is added", object({}, { additionalProperties: false }), object({ a: text }, { additionalProperties: false }), ["property properties a | at a wider | nowhere → /properties/a | false → true"]],
  ["a property of a closed object is removed", object({ a: text }, { additionalProperties: false }), object({}, { additionalProperties: false }), ["property properties a | at a narrower | /properties/a → nowhere | true → false"]],
  ["a property of a map is added", object({}, { additionalProperties: text }), object({ a: whole }, { additionalProperties: text }), ["property properties a | at a incomparable | nowhere → /properties/a | false → true"]],
  ["a name that was forbidden is free", object({ a: false }), object({}), ['properties | at a wider | /properties/a → nowhere | false → "schema"']],
  ["a name that was forbidden is refused by all objects now", object({ a: false }), object({}, { additionalProperties: false }), ["additionalProperties | narrower | nowhere → /additionalProperties | absent → false"]],
  ["a property of an object that is open in words is added", object({}, { additionalProperties: true }), object({ a: text }, { additionalProperties: true }), ["property properties a | at a same | nowhere → /properties/a | false → true"]],
  ["a nested property is narrowed", object({ a: object({ b: { maxLength: 2 } }) }), object({ a: object({ b: { maxLength: 1 } }) }), ["maxLength | at a.b narrower | /properties/a/properties/b/maxLength → /properties/a/properties/b/maxLength | 2 → 1"]],
  ["a property may have no value any more", object({ a: text }), object({ a: false }), ['properties | at a narrower | /properties/a → /properties/a | "schema" → false']],
  ["an object is closed", {}, { additionalProperties: false }, ["additionalProperties | narrower | nowhere → /additionalProperties | absent → false"]],
  ["a map's values are narrowed", { additionalProperties: {} }, { additionalProperties: text }, ['type | at * narrower | nowhere → /additionalProperties/type | absent → "string"']],
  ["a map's values are compared as they are written where one part has no schema of them", { allOf: [{ additionalProperties: text }, { additionalProperties: true }] }, { allOf: [{ additionalProperties: text }, { additionalProperties: false }] }, ['additionalProperties | incomparable | /allOf/0/additionalProperties → /allOf/0/additionalProperties | [{"type":"string"},true] → [{"type":"string"},false]']],
  ["a pattern of names is added beside other names that only head describes", { additionalProperties: true }, { patternProperties: { a: text }, additionalProperties: whole }, ['patternProperties | incomparable | nowhere → /patternProperties | [] → ["a"]', 'additionalProperties | narrower | /additionalProperties → /additionalProperties | true → {"type":"integer"}']],
  ["names are narrowed", { propertyNames: {} }, { propertyNames: { maxLength: 1 } }, ["maxLength | narrower | nowhere → /propertyNames/maxLength | absent → 1"]],
  ["a pattern's values are narrowed", { patternProperties: { a: {} } }, { patternProperties: { a: text } }, ['type | at * narrower | nowhere → /patternProperties/a/type | absent → "string"']],
  ["a pattern is added", { patternProperties: { a: text } }, { patternProperties: { b: whole, a: text } }, ['patternProperties | narrower | /patternProperties → /patternProperties | ["a"] → ["b","a"]']],
  ["a pattern is removed", { patternProperties: { a: text } }, { additionalProperties: true }, ['patternProperties | wider | /patternProperties → nowhere | ["a"] → []', "additionalProperties | same | nowhere → /additionalProperties | absent → true"]],
  ["patterns of a closed object", { patternProperties: { a: text }, additionalProperties: false }, { patternProperties: { b: text }, additionalProperties: false }, ['patternProperties | incomparable | /patternProperties → /patternProperties | ["a"] → ["b"]']],
  ["another pattern", { patternProperties: { a: text } }, { patternProperties: { b: text } }, ['patternProperties | incomparable | /patternProperties → /patternProperties | ["a"] → ["b"]']],
  ["one of two patterns becomes another one", { patternProperties: { a: text, b: text } }, { patternProperties: { a: text, c: text } }, ['patternProperties | incomparable | /patternProperties → /patternProperties | ["a","b"] → ["a","c"]']],
  ["items are narrowed", { items: {} }, { items: text }, ['type | at * narrower | nowhere → /items/type | absent → "string"']],
  ["an item of a tuple is narrowed", { prefixItems: [{}, {}] }, { prefixItems: [{}, text] }, ['type | at 1 narrower | nowhere → /prefixItems/1/type | absent → "string"']],
  ["a tuple is written", {}, { prefixItems: [text] }, ["prefixItems | incomparable | nowhere → /prefixItems | 0 → 1"]],
  ["a tuple that is no list has no items", {}, { prefixItems: "a" }, []],
  ["a tuple grows", { prefixItems: [text] }, { prefixItems: [text, text] }, ["prefixItems | incomparable | /prefixItems → /prefixItems | 1 → 2"]],
  ["what is contained is narrowed: how many there are stays open", { contains: {} }, { contains: text }, ['type | at * incomparable (narrower) | nowhere → /contains/type | absent → "string"']],
  ["unevaluated items are closed", {}, { unevaluatedItems: false }, ["unevaluatedItems | narrower | nowhere → /unevaluatedItems | absent → false"]],
]; // prettier-ignore

const [cat, dog] = [object({ kind: { const: "cat" }, n: whole }, { required: ["kind"] }), object({ kind: { const: "dog" } }, { required: ["kind"] })]; // prettier-ignore
const fat = object({ kind: { const: "cat" }, n: { type: "integer", maximum: 9 } }, { required: ["kind"] });

const tag = (kind: string, maximum: number) => object({ kind: { const: kind }, n: { type: "integer", maximum } }, { required: ["kind"] }); // prettier-ignore

const combinators: Cases = [
  ["not is narrowed: more is accepted", { not: { maxLength: 2 } }, { not: { maxLength: 1 } }, ["maxLength | wider (narrower) | /not/maxLength → /not/maxLength | 2 → 1"]],
  ["not is added", {}, { not: text }, ['not | narrower | nowhere → /not | absent → {"type":"string"}']],
  ["a condition is added", {}, { if: text, then: { maxLength: 1 } }, ['if | narrower | nowhere → /if | absent → {"type":"string"}']],
  ["a condition changes", { if: { maxLength: 1 }, then: false }, { if: { maxLength: 2 }, then: false }, ["maxLength | incomparable (wider) | /if/maxLength → /if/maxLength | 1 → 2"]],
  ["what follows is narrowed", { if: text, then: { maxLength: 2 } }, { if: text, then: { maxLength: 1 } }, ["maxLength | narrower | /then/maxLength → /then/maxLength | 2 → 1"]],
  ["what follows otherwise is added", { if: text }, { if: text, else: { maximum: 1 } }, ['else | narrower | nowhere → /else | absent → {"maximum":1}']],
  ["a dependent schema is added", {}, { dependentSchemas: { a: text } }, ["dependentSchemas a | narrower | nowhere → /dependentSchemas/a | false → true"]],
  ["a dependent schema is removed", { dependentSchemas: { a: text } }, {}, ["dependentSchemas a | wider | /dependentSchemas/a → nowhere | true → false"]],
  ["a dependent schema is narrowed", { dependentSchemas: { a: {} } }, { dependentSchemas: { a: { minProperties: 2 } } }, ["minProperties | narrower | nowhere → /dependentSchemas/a/minProperties | absent → 2"]],
  ["a dependent schema is widened", { dependentSchemas: { a: { minProperties: 2 } } }, { dependentSchemas: { a: {} } }, ["minProperties | wider | /dependentSchemas/a/minProperties → nowhere | 2 → absent"]],
  ["alternatives are added", {}, { anyOf: [text, whole] }, ["anyOf | narrower | nowhere → /anyOf | absent → 2"]],
  ["alternatives are removed", { oneOf: [text, whole] }, {}, ["oneOf | wider | /oneOf → nowhere | 2 → absent"]],
  ["exactly one becomes at least one", { oneOf: [{ minimum: 1 }, { maximum: 2 }] }, { anyOf: [{ minimum: 1 }, { maximum: 2 }] }, ['anyOf | wider | /oneOf → /anyOf | "oneOf" → "anyOf"']],
  ["at least one becomes exactly one", { anyOf: [{ minimum: 1 }, { maximum: 2 }] }, { oneOf: [{ minimum: 1 }, { maximum: 2 }] }, ['oneOf | narrower | /anyOf → /oneOf | "anyOf" → "oneOf"']],
  ["an alternative is added", { anyOf: [text] }, { anyOf: [text, whole] }, ['anyOf | wider | nowhere → /anyOf/1 | absent → "integer"']],
  ["a titled alternative is removed", { oneOf: [{ ...text, title: "Name" }, whole] }, { oneOf: [whole] }, ['oneOf | narrower | /oneOf/0 → nowhere | "Name" → absent']],
  ["an alternative without a name goes by its position", { anyOf: [{ ...text, maxLength: 1 }, { maxLength: 3, pattern: "a" }] }, { anyOf: [{ ...text, maxLength: 1 }] }, ['anyOf | narrower | /anyOf/1 → nowhere | "1" → absent']],
  ["an alternative that overlaps the others of which exactly one counts stays open", { oneOf: [{ minimum: 1 }, { maximum: 2 }] }, { oneOf: [{ minimum: 1 }, { maximum: 2 }, text] }, ['oneOf | incomparable | nowhere → /oneOf/2 | absent → "string"']],
  ["alternatives of two types are paired by their types", { anyOf: [text, { type: "integer", maximum: 2 }] }, { anyOf: [{ type: "integer", maximum: 1 }, text] }, ["maximum | narrower | /anyOf/1/maximum → /anyOf/0/maximum | 2 → 1"]],
  ["alternatives that a tag tells apart are paired by it", { oneOf: [cat, dog] }, { oneOf: [dog, fat] }, ["maximum | at n narrower | nowhere → /oneOf/1/properties/n/maximum | absent → 9"]],
  ["alternatives alike but for their tag are paired by it, whatever else changes", { oneOf: [tag("a", 1), tag("b", 2)] }, { oneOf: [tag("b", 3), tag("a", 4)] }, ["maximum | at n wider | /oneOf/0/properties/n/maximum → /oneOf/1/properties/n/maximum | 1 → 4", "maximum | at n wider | /oneOf/1/properties/n/maximum → /oneOf/0/properties/n/maximum | 2 → 3"]],
  ["an alternative elsewhere is called by its name", { anyOf: [{ $ref: "#/components/schemas/Cat" }, whole] }, { anyOf: [whole] }, ['anyOf | narrower | /anyOf/0 → nowhere | "Cat" → absent']],
  ["alternatives that list the same values are paired, however they are written", { anyOf: [{ type: "string", const: "a" }, { type: "string", const: "b" }, { type: "integer", maximum: 2 }] }, { anyOf: [{ type: "string", enum: ["b"] }, { type: "string", enum: ["a"] }, { type: "integer", maximum: 1 }] }, ["maximum | narrower | /anyOf/2/maximum → /anyOf/2/maximum | 2 → 1"]],
  ["alternatives that were whole numbers are paired with those that are numbers", { anyOf: [text, { type: "integer", maximum: 2 }] }, { anyOf: [{ type: "number", maximum: 2 }, text] }, ['type | wider | /anyOf/1/type → /anyOf/0/type | "integer" → "number"']],
  ["so are those whose limits change as well", { anyOf: [text, { type: "integer", maximum: 2 }] }, { anyOf: [{ type: "number", maximum: 3 }, text] }, ['type | wider | /anyOf/1/type → /anyOf/0/type | "integer" → "number"', "maximum | wider | /anyOf/1/maximum → /anyOf/0/maximum | 2 → 3"]],
  ["alternatives that may be null as well are paired with those that may not", { anyOf: [text, whole] }, { anyOf: [whole, { type: ["string", "null"] }] }, ['type | wider | /anyOf/0/type → /anyOf/1/type | "string" → ["string","null"]']],
  ["alternatives that say the same but for their types are paired", { anyOf: [{ type: "string", minLength: 2, minimum: 3 }, { type: "null" }] }, { anyOf: [{ type: "integer", minLength: 2, minimum: 3 }, { type: "null" }] }, ['type | incomparable | /anyOf/0/type → /anyOf/0/type | "string" → "integer"']],
  ["alternatives of a type alone are not", { anyOf: [text] }, { anyOf: [whole] }, ['anyOf | narrower | /anyOf/0 → nowhere | "string" → absent', 'anyOf | wider | nowhere → /anyOf/0 | absent → "integer"']],
  ["so is one among two that are new", { anyOf: [{ type: "string", const: "a" }] }, { anyOf: [{ type: "string", enum: ["b"] }, { type: "string", enum: ["a"] }] }, ['anyOf | wider | nowhere → /anyOf/0 | absent → "string"']],
  ["so is one of two that is left", { anyOf: [{ type: "string", const: "a" }, { type: "string", const: "b" }] }, { anyOf: [{ type: "string", enum: ["b"] }] }, ['anyOf | narrower | /anyOf/0 → nowhere | "string" → absent']],
  ["alternatives are paired by their titles", { anyOf: [{ title: "A", maxLength: 3 }, { title: "B", maxLength: 5 }] }, { anyOf: [{ title: "B", maxLength: 4 }, { title: "A", maxLength: 2 }] }, ["maxLength | narrower | /anyOf/0/maxLength → /anyOf/1/maxLength | 3 → 2", "maxLength | narrower | /anyOf/1/maxLength → /anyOf/0/maxLength | 5 → 4"]],
]; // prettier-ignore

describe("what a value has to be", () => {
  test.each(values)("%s", (_, base, head, changes) => expect(listChanges(base, head)).toEqual(changes));
});

describe("what members have to be", () => {
  test.each(members)("%s", (_, base, head, changes) => expect(listChanges(base, head)).toEqual(changes));
});

describe("how schemas are put together", () => {
  test.each(combinators)("%s", (_, base, head, changes) => expect(listChanges(base, head)).toEqual(changes));
});

const node = (most: number) => object({ next: { $ref: "#/components/schemas/Node" }, n: { maximum: most } });

test("a schema that contains itself is compared once", () => {
  const sides = (["base", "head"] as const).map((side) => {
    const schemas = { Node: node(side === "base" ? 2 : 1) };
    const document = readDocument({ openapi: "3.1.0", components: { schemas } }, side);
    return [childOf(rootOf(document), "components", "schemas", "Node")];
  });
  expect(compareSchemas(sides[0] ?? [], sides[1] ?? [], "request").map(({ path }) => path.join("."))).toEqual(
    ["next.n"],
  );
});

test("a change tells the first schema that applies around it, on each side", () => {
  const [base, head] = [{ allOf: [{ maxLength: 2 }, {}] }, { allOf: [{ title: "a" }, { maxLength: 1 }] }];
  const [old, now] = [base, object({ a: head })].map((schema) => {
    const document = readDocument({ openapi: "3.1.0", components: { schemas: { A: schema } } }, "base");
    return childOf(rootOf(document), "components", "schemas", "A");
  });
  if (!old || !now) throw new Error("there are two sides");
  const [change] = compareSchemas([old], [childOf(now, "properties", "a")], "request");
  expect([change?.around.base, change?.around.head].map((place) => place?.pointer)).toEqual([
    "/components/schemas/A",
    "/components/schemas/A/properties/a",
  ]);
});

test("what only one way of a message has is required only there", () => {
  const hidden = object({ a: { type: "string", readOnly: true } });
  const required = { ...hidden, required: ["a"] };
  expect(listChanges(hidden, required, "request")).toEqual([]);
  expect(listChanges(hidden, required, "response")).toHaveLength(1);
});
