import { describe, expect, test } from "vitest";
import { placeAt } from "../../../../scripts/json/place.js";
import { revert } from "../../../../scripts/review/decide/attribution/revert.js";
import { compareSchemas } from "../../../../scripts/review/differ/schemas/index.js";
import { readDocument, type SideName } from "../../../../scripts/review/document/document.js";

type Json = Readonly<Record<string, unknown>>;

/** The schema of a side with each change of the other's words, one at a time; undefined for what cannot be written. */
function revertEach(
  base: unknown,
  head: unknown,
  { version = "3.1.0", from = "head" }: { readonly version?: string; readonly from?: SideName } = {},
): readonly unknown[] {
  const [old, now] = [base, head].map((A) => {
    const document = readDocument({ openapi: version, components: { schemas: { A, ...PARTS } } }, "base");
    return { document, places: [placeAt(document, "/components/schemas/A")] };
  });
  if (!old || !now) throw new Error("there are two sides");
  return compareSchemas(old.places, now.places, "request").map((change) => {
    const { document } = from === "head" ? now : old;
    const reverted = revert(document, change, from);
    return reverted && placeAt(reverted, "/components/schemas/A").value;
  });
}

const PARTS = { Text: { type: "string" } };
const text = { type: "string" };
const whole = { type: "integer" };
const ref = { $ref: "#/components/schemas/Text" };
const object = (properties: Json, rest: Json = {}) => ({ type: "object", properties, ...rest });

describe("a schema in which one change has not been made", () => {
  test.each<[change: string, base: unknown, head: unknown, reverted: readonly unknown[]]>([
    ["a limit has its value back", { ...text, maxLength: 5 }, { ...text, maxLength: 4 }, [{ ...text, maxLength: 5 }]],
    ["a limit that was added goes", text, { ...text, maxLength: 4 }, [text]],
    ["a limit that was removed comes back", { ...text, maxLength: 5 }, text, [{ ...text, maxLength: 5 }]],
    ["each limit by itself", { minLength: 1, maxLength: 5 }, { minLength: 2, maxLength: 4 }, [{ minLength: 1, maxLength: 4 }, { minLength: 2, maxLength: 5 }]],
    ["an open bound and a closed one are one limit", { minimum: 1 }, { exclusiveMinimum: 2 }, [{ minimum: 1 }]],
    ["so are those above", { exclusiveMaximum: 2 }, { maximum: 1 }, [{ exclusiveMaximum: 2 }]],
    ["a list of values and one value are one demand", { enum: [1, 2] }, { const: 1 }, [{ enum: [1, 2] }]],
    ["a number of things is one demand with what is counted", { contains: text, minContains: 2 }, { contains: text, minContains: 3, maxContains: 4 }, [{ contains: text, minContains: 2 }, { contains: text, minContains: 2 }]],
    ["a type inside of a property", object({ a: text, b: text }), object({ a: whole, b: text }), [object({ a: text, b: text })]],
    ["a type of items", { items: text }, { items: whole }, [{ items: text }]],
    ["a type of an item of a tuple", { prefixItems: [text, text] }, { prefixItems: [text, whole] }, [{ prefixItems: [text, text] }]],
    ["a tuple that grew, with the items behind it", { prefixItems: [text], items: whole }, { prefixItems: [text, text], items: whole }, [{ prefixItems: [text], items: whole }]],
    ["a tuple is one demand with the items behind it", { prefixItems: [text], items: whole }, { prefixItems: [text, text], items: false }, [{ prefixItems: [text], items: whole }, { prefixItems: [text], items: whole }]],
    ["what is counted is one demand with the number", { minContains: 2 }, { contains: text, minContains: 3 }, [{ minContains: 2 }, { minContains: 2 }]],
    ["a limit behind a reference", { allOf: [ref, { maxLength: 3 }] }, { allOf: [ref, { maxLength: 2 }] }, [{ allOf: [ref, { maxLength: 3 }] }]],
    ["a name is no longer required", { required: ["a"] }, { required: ["a", "b"] }, [{ required: ["a"] }]],
    ["the first name is no longer required", object({ a: text }), object({ a: text }, { required: ["a"] }), [object({ a: text }, { required: [] })]],
    ["a name is required again", object({}, { required: ["a", "b"] }), object({}, { required: ["a"] }), [object({}, { required: ["a", "b"] })]],
    ["a name is required again where none is", object({}, { required: ["a"] }), object({}), [object({}, { required: ["a"] })]],
    ["a property that was added goes", object({ a: text }, { additionalProperties: false }), object({ a: text, b: text }, { additionalProperties: false }), [object({ a: text }, { additionalProperties: false })]],
    ["a property that was removed comes back", object({ a: text, b: whole }, { additionalProperties: false }), object({ a: text }, { additionalProperties: false }), [object({ a: text, b: whole }, { additionalProperties: false })]],
    ["the only property comes back", object({ a: text }, { additionalProperties: false }), { type: "object", additionalProperties: false }, [object({ a: text }, { additionalProperties: false })]],
    ["a property may have a value again", object({ a: text }), object({ a: false }), [object({ a: text })]],
    ["a property may have none", object({ a: false }), object({ a: text }), [object({ a: false })]],
    ["an object is open again", { type: "object" }, { type: "object", additionalProperties: false }, [{ type: "object" }]],
    ["an object is closed again", { type: "object", additionalProperties: false }, { type: "object" }, [{ type: "object", additionalProperties: false }]],
    ["something is accepted again", text, false, [text]],
    ["nothing is accepted again", false, text, [false]],
    ["a dependent schema that was added goes", { dependentSchemas: { a: text } }, { dependentSchemas: { a: text, b: text } }, [{ dependentSchemas: { a: text } }]],
    ["a dependent schema comes back", { dependentSchemas: { a: text, b: text } }, { dependentSchemas: { a: text } }, [{ dependentSchemas: { a: text, b: text } }]],
    ["an alternative that was added matches nothing", { anyOf: [text] }, { anyOf: [text, whole] }, [{ anyOf: [text, false] }]],
    ["an alternative that was removed comes back", { anyOf: [text, whole] }, { anyOf: [text] }, [{ anyOf: [text, whole] }]],
    ["of exactly one alternative too", { oneOf: [text, whole] }, { oneOf: [text] }, [{ oneOf: [text, whole] }]],
    ["at least one becomes exactly one", { oneOf: [{ minimum: 1 }, { maximum: 2 }] }, { anyOf: [{ minimum: 1 }, { maximum: 2 }] }, [{ oneOf: [{ minimum: 1 }, { maximum: 2 }] }]],
    ["a condition goes with what follows", { ...text }, { ...text, if: { minLength: 2 }, then: { maxLength: 3 }, else: false }, [text]],
    ["what must not match may match", {}, { not: text }, [{}]],
    ["a keyword beside what changed as well", { minLength: 1 }, { minLength: 2, not: whole }, [{ minLength: 1, not: whole }, { minLength: 2 }]],
    ["a keyword whose value is false beside it", { minProperties: 1 }, { minProperties: 2, additionalProperties: false }, [{ minProperties: 1, additionalProperties: false }, { minProperties: 2 }]],
    ["a keyword whose value was false", { minLength: 1, not: false }, { minLength: 2, not: text }, [{ minLength: 1, not: text }, { minLength: 2, not: false }]],
    ["a format that is called like a schema", { format: "schema" }, { format: "email", minLength: 1 }, [{ format: "email" }, { format: "schema", minLength: 1 }]],
    ["a description has no say", { description: "a" }, { description: "b" }, [undefined]],
  ])("%s", (_, base, head, reverted) => {
    expect(revertEach(base, head)).toEqual(reverted);
  }); // prettier-ignore

  test("is written in the words of JSON Schema, whatever the document's version", () => {
    const base = { ...whole, minimum: 1, exclusiveMinimum: true };
    expect(revertEach(base, { ...whole, nullable: true, minimum: 2 }, { version: "3.0.3" }).at(-1)).toEqual({
      type: ["integer", "null"],
      exclusiveMinimum: 1,
    });
  });

  test("is written into base too", () => {
    const [base, head] = [object({ a: text }), object({ a: whole }, { required: ["a"] })];
    expect(revertEach(base, head, { from: "base" })).toEqual([
      object({ a: text }, { required: ["a"] }),
      object({ a: whole }),
    ]);
  });

  test("leaves the document itself as it is", () => {
    const head = { ...text, maxLength: 4 };
    revertEach(text, head);
    expect(head).toEqual({ ...text, maxLength: 4 });
  });
});
