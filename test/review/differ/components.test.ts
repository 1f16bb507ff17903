import { describe, expect, test } from "vitest";
import { listFacts, listSchemas, withOperation } from "./facts-of.js";

const withComponents = (components: object, operation: object = {}) =>
  withOperation({ ...operation }, { components });
const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answer = (schema: object) => ({ responses: { "200": { content: { "text/plain": { schema } } } } });

describe("names of components", () => {
  test.each(["schemas", "responses", "parameters", "requestBodies", "headers", "pathItems"])("%s", (section) => {
    const [without, having] = [withComponents({ [section]: {} }), withComponents({ [section]: { A: {} } })];
    const subject = `component \`${section}/A\` (${section})`;
    const at = `/components/${section}/A`;
    expect(listFacts(without, having)).toEqual([`both component added | ${subject} | nowhere → ${at}`]);
    expect(listFacts(having, without)).toEqual([`both component removed | ${subject} | ${at} → nowhere`]);
    expect(listFacts(having, having)).toEqual([]);
  }); // prettier-ignore

  test("of examples are nobody's", () => {
    expect(listFacts(withComponents({}), withComponents({ examples: { A: {} } }))).toEqual([]);
  });

  test("a component that only names a schema that stood inline is extracted", () => {
    const item = { type: "object", properties: { a: { type: "string" } } };
    const base = withComponents({}, answer(item));
    const head = withComponents({ schemas: { A: item } }, answer(refer("A")));
    expect(listFacts(base, head)).toEqual([
      "both component extracted | component `schemas/A` (schemas) | nowhere → /components/schemas/A",
    ]);
    const other = withComponents({ schemas: { A: { type: "object" } } }, answer(refer("A")));
    expect(listFacts(base, other)).toEqual([
      "both component added | component `schemas/A` (schemas) | nowhere → /components/schemas/A",
    ]);
  });
});

describe("a schema that no operation leads to is compared by itself", () => {
  const lists = (most: number) => ({ schemas: { A: refer("B"), B: { type: "string", maxLength: most } } });
  test.each([
    ["both of them are alone", {}, ["request component A: component `A`", "request component B: component `B`"]],
    ["an operation leads to one through the other", answer(refer("A")), ["response response 200 text/plain: 200 response"]],
    ["an operation leads to the inner one", answer(refer("B")), ["response response 200 text/plain: 200 response", "request component A: component `A`"]],
  ])("%s", (_, operation, schemas) => {
    expect(listSchemas(withComponents(lists(2), operation), withComponents(lists(1), operation))).toEqual(schemas);
  }); // prettier-ignore
});
