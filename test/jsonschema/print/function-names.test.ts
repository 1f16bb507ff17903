import { expect, test } from "vitest";
import { nameTargets } from "../../../scripts/jsonschema/print/function-names.js";
import type { Target } from "../../../scripts/jsonschema/target.js";
import { key } from "../plan/plans.js";

const target = (pointer: string, i: number): Target => ({
  key: key(String(i)),
  place: { document: { uri: "u", root: {} }, pointer, value: {}, base: "u" },
  scope: new Map(),
  direction: undefined,
  exempt: new Set(),
});

test("a root keeps its name; other schemas are called after the end of their pointer, no two alike", () => {
  const pointers = [
    "/components/schemas/Key",
    "/properties/name",
    "/properties/NAME",
    "",
    "/$defs/a b-c",
    `/x/${"y".repeat(100)}`,
    "/schemas/Key",
  ];
  const targets = new Map(pointers.map((pointer, i) => [key(String(i)), target(pointer, i)]));
  const root = { name: "SchemasKey", document: "u", pointer: "/components/schemas/Key" };
  const named = nameTargets(new Map([[key("0"), root]]), targets);
  expect([...named.values()].map(({ name }) => name)).toEqual([
    "SchemasKey",
    "PropertiesName",
    "PropertiesNAME2",
    "Schema",
    "DefsABC",
    `X${"Y".slice(0, 1)}${"y".repeat(58)}`,
    "SchemasKey2",
  ]);
  expect([...named.values()].map((found) => found.root)).toEqual([root, ...Array.from({ length: 6 })]);
});
