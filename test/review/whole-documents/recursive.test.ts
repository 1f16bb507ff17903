import { expect, test } from "vitest";
import { review } from "../../../scripts/review/index.js";

const KINDS = 12;

/** Blocks of a text, each of which may hold all the others: there are more ways through them than can be walked. */
function toDocument(most: number): string {
  const names = Array.from({ length: KINDS }, (_, index) => `Block${index}`);
  const any = { anyOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) };
  const schemas = names.map((name, index) => {
    const text = { type: "string", maxLength: index === 3 ? most : 100 };
    const properties = { kind: { const: name }, text, inner: { type: "array", items: any }, other: any };
    return [name, { type: "object", required: ["kind"], properties }];
  });
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Block0" } } };
  const post = { requestBody: { content }, responses: { "200": { description: "ok" } } };
  const components = { schemas: Object.fromEntries(schemas) as object };
  const info = { title: "t", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: { "/a": { post } }, components }, undefined, 1);
}

test("schemas that lead to each other in more ways than can be walked are reviewed, and the break is found", async () => {
  const [base, head] = [9, 8].map((most) => ({
    name: String(most),
    entry: "a.json",
    read: () => toDocument(most),
  }));
  if (base === undefined || head === undefined) throw new Error("there are two sides");
  const { changes } = await review(base, head);
  expect(changes.map(({ message, level }) => [message, level])).toEqual([
    [
      "`text` of component `Block3` must now have at most 8 characters (was 9): requests that worked are now refused.",
      "major",
    ],
  ]);
}, 120_000);
