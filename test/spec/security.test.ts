import { expect, test } from "vitest";
import { findSecurity, readSecurity } from "../../scripts/spec/security.js";
import { firstOperation, type Json } from "./first-operation.js";

const own = "/paths/~1a/get/security";

test.each<[string, Json, Json, string | undefined, string[]]>([
  ["its own", { security: [{ b: [] }] }, { security: [{ a: [] }] }, own, ["b"]],
  ["else the document's", {}, { security: [{ a: [] }] }, "/security", ["a"]],
  ["none where it takes the document's away", { security: [] }, { security: [{ a: [] }] }, own, []],
  ["the document's where its own is none", { security: null }, { security: [{ a: [] }] }, "/security", ["a"]],
  ["none where nobody has any", {}, {}, undefined, []],
  ["alternatives", { security: [{ a: [] }, { b: [] }] }, {}, own, ["a", "b"]],
  ["several schemes at once", { security: [{ a: [], b: [] }] }, {}, own, ["a + b"]],
  ["nothing at all as an alternative", { security: [{}, { a: [] }] }, {}, own, ["", "a"]],
  ["nothing of what is no requirement", { security: [null, "a", { a: [] }] }, {}, own, ["a"]],
])("the security of an operation is %s", (_, operation, document, pointer, expected) => {
  const found = firstOperation({ paths: { "/a": { get: operation } }, ...document });
  expect(findSecurity(found)?.pointer).toBe(pointer);
  const requirements = readSecurity(found);
  expect(requirements.map(({ schemes }) => schemes.map(({ name }) => name).join(" + "))).toEqual(expected);
});

test("a callback has the document's security, as every operation", () => {
  const [requirement] = readSecurity(
    firstOperation({ webhooks: { news: { post: {} } }, security: [{ a: [] }] }),
  );
  expect(requirement?.place.pointer).toBe("/security/0");
});

test("a scheme has its scopes and its place among the components, references followed", () => {
  const security = [{ a: ["read", 1], b: null, __none: [] }];
  const securitySchemes = { a: { $ref: "#/components/securitySchemes/real" }, b: { type: "http" }, real: {} };
  const operation = firstOperation({
    paths: { "/a": { get: { security } } },
    components: { securitySchemes },
  });
  const [requirement] = readSecurity(operation);
  expect(requirement?.place.pointer).toBe(`${own}/0`);
  expect(requirement?.schemes.map(({ scopes, scheme }) => [scopes, scheme.pointer, scheme.value])).toEqual([
    [["read", "1"], "/components/securitySchemes/real", {}],
    [[], "/components/securitySchemes/b", { type: "http" }],
    [[], "/components/securitySchemes/__none", undefined],
  ]);
});
