import { describe, expect, test } from "vitest";
import { review } from "../../../scripts/review/index.js";

type Json = Readonly<Record<string, unknown>>;

/** One operation that takes the schema, which stands where it is asked or in a component of that name. */
function toSide(schema: Json, component?: string) {
  const used = component === undefined ? schema : { $ref: `#/components/schemas/${component}` };
  const post = {
    operationId: "sendItem",
    requestBody: { required: true, content: { "application/json": { schema: used } } },
    responses: { "204": { description: "sent" } },
  };
  const components = component === undefined ? {} : { components: { schemas: { [component]: schema } } };
  const info = { title: "t", version: "1" };
  const document = { openapi: "3.1.0", info, paths: { "/items": { post } }, ...components };
  return {
    name: component ?? "in place",
    entry: "openapi.json",
    read: async () => JSON.stringify(document, undefined, 1),
  };
}

const atMost = (limit: number): Json => ({
  type: "object",
  properties: {
    name: { type: "string", maxLength: limit },
    sizes: { type: "array", items: { type: "integer", maximum: limit } },
  },
});

async function readIds(base?: string, head?: string, limit = 5): Promise<readonly string[]> {
  const { changes } = await review(toSide(atMost(10), base), toSide(atMost(limit), head));
  return changes.filter(({ keyword }) => keyword !== "schemas").map(({ id }) => id);
}

describe("a change keeps its id, so that what was accepted stays accepted, when its schema", () => {
  test.each<[claim: string, base: string | undefined, head: string | undefined]>([
    ["stands in a component", "Item", "Item"],
    ["moves into a component", undefined, "Item"],
    ["moves out of a component", "Item", undefined],
    ["moves to a component of another name", "Item", "Thing"],
  ])("%s", async (_, base, head) => {
    const ids = await readIds();
    expect(ids).toHaveLength(2);
    expect(await readIds(base, head)).toEqual(ids);
  });

  test("but another change at the same place has another id", async () => {
    const ids = await readIds();
    expect((await readIds(undefined, undefined, 4)).filter((id) => ids.includes(id))).toEqual([]);
  });
});
