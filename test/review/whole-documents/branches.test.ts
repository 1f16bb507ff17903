import { expect, test } from "vitest";
import { review } from "../../../scripts/review/index.js";

const branch = (kind: string, key: object) => ({
  type: "object",
  required: ["kind", "key"],
  properties: { kind: { const: kind }, key },
});

/** An answer of two branches, or of three. */
function describeAnswer(names: readonly string[]): string {
  const schemas = {
    First: branch("first", { type: "string" }),
    Second: branch("second", { type: "string" }),
    Third: branch("third", { type: "string", pattern: "^([x-z]{3})7\\1$" }),
  };
  const schema = { oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) };
  const content = { "application/json": { schema } };
  const get = { operationId: "read", responses: { "200": { description: "", content } } };
  const info = { title: "branches", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: { "/read": { get } }, components: { schemas } });
}

test("a branch that comes to an answer is a break, whose pattern refers back", async () => {
  const [few, many] = [
    ["First", "Second"],
    ["First", "Second", "Third"],
  ].map((names) => ({
    name: names.join(),
    entry: "document.json",
    read: () => describeAnswer(names),
  }));
  if (few === undefined || many === undefined) throw new Error("there are two sides");
  const { changes } = await review(few, many);
  expect(changes.map(({ keyword, levels: { wire }, verdict }) => [keyword, wire, verdict])).toEqual([
    ["oneOf", "major", "proved"],
  ]);
});
