import { expect, test } from "vitest";
import { freeMarked } from "../../scripts/spec/free-marked.js";

const properties = { r: { readOnly: true }, w: { writeOnly: true }, n: { readOnly: "yes" }, x: {} };

test.each([
  ["read-only ones", { properties, required: ["r", "w", "x"] }, ["readOnly"], ["w", "x"]],
  ["both kinds", { properties, required: ["r", "w", "x"] }, ["readOnly", "writeOnly"], ["x"]],
  ["none that is not marked with true, or not described", { properties, required: ["n", "y"] }, ["readOnly"], ["n", "y"]],
  ["none where nothing is required", { properties }, ["readOnly"], undefined],
  ["none where required is no list", { properties, required: true }, ["readOnly"], true],
] as const)("of the properties that are required, %s are freed", (_, schema, marks, required) => {
  expect(freeMarked(schema, marks)).toEqual({ ...schema, ...(required !== undefined && { required }) });
}); // prettier-ignore
