import { describe, expect, test } from "vitest";
import { placeAt } from "../../../scripts/json/place.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { areWrittenAlike } from "../../../scripts/review/schema/same-text.js";

type Json = Readonly<Record<string, unknown>>;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const toDocument = (schemas: Json, side: "base" | "head", openapi = "3.1.0") =>
  readDocument({ openapi, components: { schemas } }, side);
const at = (document: ReturnType<typeof toDocument>, name: string) => [
  placeAt(document, `/components/schemas/${name}`),
];

type Row = [claim: string, isAlike: boolean, base: Json, head: Json, version?: string];

describe("two schemas are written alike", () => {
  test.each<Row>([
    ["where each word is the same", true, { A: { type: "string", enum: ["a", 1, null] } }, { A: { type: "string", enum: ["a", 1, null] } }],
    ["in any order of their words", true, { A: { type: "string", maxLength: 1 } }, { A: { maxLength: 1, type: "string" } }],
    ["not with another value", false, { A: { maxLength: 1 } }, { A: { maxLength: 2 } }],
    ["not with another word", false, { A: { maxLength: 1 } }, { A: { minLength: 1 } }],
    ["not with one word more", false, { A: { maxLength: 1 } }, { A: { maxLength: 1, minLength: 1 } }],
    ["not with one word less", false, { A: { maxLength: 1, minLength: 1 } }, { A: { maxLength: 1 } }],
    ["not where a list has another order", false, { A: { enum: [1, 2] } }, { A: { enum: [2, 1] } }],
    ["not where a list has another item", false, { A: { enum: [1, 2] } }, { A: { enum: [1] } }],
    ["not where a list is an object", false, { A: { enum: ["a"] } }, { A: { enum: { "0": "a" } } }],
    ["where a reference leads to the same", true, { A: ref("B"), B: { maxLength: 1 } }, { A: ref("B"), B: { maxLength: 1 } }],
    ["not where it leads to something else", false, { A: ref("B"), B: { maxLength: 1 } }, { A: ref("B"), B: { maxLength: 2 } }],
    ["not where the name is another", false, { A: ref("B"), B: {} }, { A: ref("C"), C: {} }],
    ["where they lead back to themselves", true, { A: { items: ref("A") } }, { A: { items: ref("A") } }],
    ["not where they lead back and differ beside it", false, { A: { items: ref("A"), maxItems: 1 } }, { A: { items: ref("A"), maxItems: 2 } }],
    ["where a property is called as a reference is", true, { A: { properties: { $ref: { type: "string" } } } }, { A: { properties: { $ref: { type: "string" } } } }],
    ["in two versions that mean the same by them", true, { A: { type: "string" } }, { A: { type: "string" } }, "3.0.3"],
    ["not in two versions that mean something else", false, { A: { minimum: 1, exclusiveMinimum: true } }, { A: { minimum: 1, exclusiveMinimum: true } }, "3.0.3"],
  ])("%s", (_claim, isAlike, base, head, version) => {
    const [old, now] = [toDocument(base, "base"), toDocument(head, "head", version)];
    // Asked again, what is remembered of the first time answers.
    expect([1, 2].map(() => areWrittenAlike(at(old, "A"), at(now, "A")))).toEqual([isAlike, isAlike]);
  }); // prettier-ignore

  test("where as many stand at one spot, each beside its own", () => {
    const document = toDocument({ A: { maxLength: 1 }, B: { maxLength: 2 } }, "base");
    const [a, b] = [at(document, "A"), at(document, "B")];
    expect([[], [...a, ...b], [...b, ...a], a].map((head) => areWrittenAlike([...a, ...b], head))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});

describe("what is remembered of a reference", () => {
  const inner = { A: ref("C"), B: ref("C"), C: { properties: { d: ref("D") } }, D: { maxLength: 1 } };

  test("within one document says nothing of two", () => {
    const [old, now] = [toDocument(inner, "base"), toDocument({ ...inner, D: { maxLength: 2 } }, "head")];
    expect(areWrittenAlike(at(old, "A"), at(old, "B"))).toBe(true);
    expect(areWrittenAlike(at(old, "A"), at(now, "A"))).toBe(false);
  });

  test("of two documents says nothing within one", () => {
    const [old, now] = [toDocument(inner, "base"), toDocument({ ...inner, D: { maxLength: 2 } }, "head")];
    expect(areWrittenAlike(at(old, "A"), at(now, "A"))).toBe(false);
    expect(areWrittenAlike(at(old, "A"), at(old, "B"))).toBe(true);
  });

  test("is each component that was found alike, or was found not to be", () => {
    const [old, now] = [toDocument({ ...inner, E: ref("F"), F: {} }, "base"), toDocument({ ...inner, E: ref("F"), F: false }, "head")];
    areWrittenAlike(at(old, "A"), at(now, "A"));
    areWrittenAlike(at(old, "E"), at(now, "E"));
    expect([...old.alike]).toEqual([
      ["/components/schemas/C", true],
      ["/components/schemas/D", true],
      ["/components/schemas/F", false],
    ]);
    expect([...now.alike]).toEqual([]);
  });
}); // prettier-ignore
