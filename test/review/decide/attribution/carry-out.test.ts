import { expect, test } from "vitest";
import { carryOut, type Part } from "../../../../scripts/review/decide/attribution/carry-out.js";
import { createVariants } from "../../../../scripts/review/decide/attribution/variants.js";
import { openInclusions } from "../../../../scripts/review/decide/inclusion.js";
import { describeUse } from "../uses.js";

/** Values of the schema, each with one of the parts in it. */
function carry(schema: object, ...parts: readonly Part[]): readonly unknown[] {
  const { documents, use } = describeUse([schema, schema]);
  const { session } = openInclusions(documents, [use]);
  const asking = { session, variants: createVariants(session), direction: use.direction };
  return parts.map((part) => carryOut(use, asking, part, () => true));
}

const text = { type: "string" };
const map = (values: object) => ({ type: "object", additionalProperties: values });
const list = (items: object, rest: object = {}) => ({ type: "array", items, ...rest });
const pair = (a: object, b: object) => ({ type: "object", properties: { a, b }, required: ["b"] });

test.each<[claim: string, schema: object, path: readonly string[], value: unknown, whole: unknown]>([
  ["the whole itself", { type: "string" }, [], "x", "x"],
  ["a property, with what is required beside it", pair(text, text), ["a"], "x", { a: "x", b: "" }],
  ["an item", list(text), ["*"], "x", ["x"]],
  ["a further name", map(text), ["*"], "x", { a: "x" }],
  ["an item at its place", { type: "array", prefixItems: [{ const: 1 }, text], items: false }, ["1"], "x", [1, "x"]],
  ["a name that is a number", { type: "object", properties: { 1: text } }, ["1"], "x", { 1: "x" }],
  ["a name that is a large number", { type: "object", properties: { 4294967296: text } }, ["4294967296"], "x", { 4294967296: "x" }],
  ["a name that begins or ends in a number", { type: "object", properties: { "1a2": text } }, ["1a2"], "x", { "1a2": "x" }],
  ["a part deep inside", list(pair(map(text), text)), ["*", "a", "*"], "x", [{ a: { a: "x" }, b: "" }]],
  ["none where the schema takes no such part", list({ type: "integer" }), ["*"], "x", undefined],
  ["none where nothing can stand there", { type: "string" }, ["a"], "x", undefined],
  ["none of a property that requests do not have", { type: "object", properties: { a: { ...text, readOnly: true } }, additionalProperties: false }, ["a"], "x", undefined],
])("of a part %s is a whole", (_, schema, path, value, whole) => {
  expect(carry(schema, { path, value })).toEqual([whole]);
}); // prettier-ignore

test("each part has a whole of its own", () => {
  const parts = ["x", 1, "y"].map((value) => ({ path: ["*"], value }));
  expect(carry(list(text), ...parts)).toEqual([["x"], undefined, ["y"]]);
});

const valuesOf = (kind: string, values: object) => ({
  type: "object",
  required: ["kind", "values"],
  properties: { kind: { const: kind }, values: list(values) },
});

test("a whole that is not refused is asked for again, refused", () => {
  const [old, now] = ["a", "b"].map((known) => ({
    anyOf: [valuesOf("a", text), valuesOf("z", { enum: ["x", known] })],
  }));
  const { documents, use } = describeUse([{ ...old }, { ...now }]);
  const { session } = openInclusions(documents, [use]);
  const asking = { session, variants: createVariants(session), direction: use.direction };
  const tried: unknown[] = [];
  const found = carryOut(
    use,
    asking,
    { path: ["values", "*"], value: "a" },
    (whole) => tried.push(whole) > 1,
  );
  expect([tried.length, found]).toEqual([2, { kind: "z", values: ["a"] }]);
});
