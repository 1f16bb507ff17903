import { describe, expect, test } from "vitest";
import { listFacts, withOperation } from "./facts-of.js";

describe("what only speaks to readers is a text", () => {
  test.each(["summary", "description", "tags", "externalDocs", "example", "examples", "title", "termsOfService", "contact", "license", "version", "bearerFormat", "links", "jsonSchemaDialect", "x-note"])("%s", (keyword) => {
    const [without, having, other] = [{}, { [keyword]: "a" }, { [keyword]: ["a"] }].map((operation) => withOperation(operation));
    const [at, subject] = [`…/${keyword}`, `both text changed | operation (${keyword})`];
    expect(listFacts(without ?? {}, having ?? {})).toEqual([`${subject} | nowhere → ${at} | absent → "a"`]);
    expect(listFacts(having ?? {}, without ?? {})).toEqual([`${subject} | ${at} → nowhere | "a" → absent`]);
    expect(listFacts(having ?? {}, other ?? {})).toEqual([`${subject} | ${at} → ${at} | "a" → ["a"]`]);
    expect(listFacts(having ?? {}, having ?? {})).toEqual([]);
  }); // prettier-ignore
});

test.each(["responses", "operationId2", "x"])("%s is none", (keyword) => {
  expect(listFacts(withOperation({}), withOperation({ [keyword]: "a" }))).toEqual([]);
});

test("the order of members says nothing", () => {
  const [base, head] = [{ externalDocs: { a: 1, b: 2 } }, { externalDocs: { b: 2, a: 1 } }];
  expect(listFacts(withOperation(base), withOperation(head))).toEqual([]);
});
