import { describe, expect, test } from "vitest";
import { createNaming, operationKey, toPascalCase, toTypeName } from "../../scripts/json/naming.js";

describe("words become one name in PascalCase", () => {
  test.each([
    ["spaces part words", "list pets", "ListPets"],
    ["so do hyphens, slashes and braces", "/pets/{pet-id}", "PetsPetId"],
    ["a name stays", "UpdateKey", "UpdateKey"],
    ["letters of any alphabet count", "größe-élan", "GrößeÉlan"],
    ["a digit does not start a name", "2fa", "_2fa"],
    ["nothing is still a name", "", "_"],
    ["signs alone are nothing", "*/*", "_"],
  ])("%s", (_, text, name) => {
    expect(toPascalCase(text)).toBe(name);
  });
});

describe("the key of a component is its type's name", () => {
  test.each([
    ["as it stands where it can be one", "pet_v2", "pet_v2"],
    ["in PascalCase where it cannot", "pet.v2", "PetV2"],
    ["in PascalCase where it is a word of the language", "object", "Object"],
    ["with an underscore where the module itself has the name", "ValidationIssue", "ValidationIssue_"],
    ["also for the modules that it imports", "$schema", "$schema_"],
  ])("%s: %s", (_, key, name) => {
    expect(toTypeName(key)).toBe(name);
  });
});

test.each([
  ["its operationId", "GET", "/pets", "listPets", "listPets"],
  ["else its method and path", "GET", "/pets/{petId}", undefined, "getPetsPetId"],
  ["also at the root", "POST", "/", undefined, "post_"],
])("an operation is called by %s", (_, method, path, operationId, key) => {
  expect(operationKey(method, path, operationId)).toBe(key);
});

test.each([
  ["apart", ["A", "B"], ["A", "B"]],
  ["a second of a kind", ["A", "A", "A"], ["A", "A2", "A3"]],
  ["a number that another one has", ["A", "A2", "A"], ["A", "A2", "A3"]],
  ["names that every object inherits", ["constructor", "__proto__"], ["constructor", "__proto__"]],
])("each name is given once: %s", (_, preferred, names) => {
  expect(preferred.map(createNaming())).toEqual(names);
});

test.each([
  [
    "equal after they are normalized",
    { normalize: (name: string) => name.toLowerCase() },
    ["A", "a"],
    ["a", "a2"],
  ],
  ["with something before the number", { separator: "$" }, ["A", "A", "A"], ["A", "A$2", "A$3"]],
  ["taken by somebody else", { taken: ["A"] }, ["A", "B"], ["A2", "B"]],
])("names are told apart: %s", (_, options, preferred, names) => {
  expect(preferred.map(createNaming(options))).toEqual(names);
});
