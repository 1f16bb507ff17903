import { expect, test } from "vitest";
import { reviewOwnOperations } from "../../../scripts/review/index.js";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answer = (schema: object) => ({
  responses: { "200": { description: "", content: { "application/json": { schema } } } },
});

/** What leads elsewhere than to a component keeps all of head. */
const elsewhere = { $ref: "#/paths/~1own/get/responses/200/content/application~1json/schema" };

/** A document whose operation uses `Used`, as does a component that no operation uses. */
function describeSide(name: string, type: string, schema: object, more: object = {}) {
  const own = {
    operationId: "own",
    parameters: [{ name: "q", in: "query", schema }],
    ...answer(ref("Used")),
  };
  const root = {
    openapi: "3.1.0",
    info: { title: name, version: "1" },
    paths: { "/own": { get: own }, ...more },
    components: { schemas: { Idle: { properties: { used: ref("Used") } }, Used: { type } } },
  };
  return { name, entry: "a.json", read: () => JSON.stringify(root, undefined, 1) };
}

const other = { "/other": { get: { operationId: "other", ...answer({ type: "null" }) } } };

test.each([
  ["what else head describes is not read", {}],
  ["nor told where it has to be read", elsewhere],
])("of the operations of base alone, %s", async (_claim, schema) => {
  const [base, head] = [describeSide("b", "string", schema), describeSide("h", "integer", schema, other)];
  const { changes } = await reviewOwnOperations(base, head);
  const told = new Set(changes.map(({ operationId, keyword }) => `${operationId} ${keyword}`));
  expect([...told]).toEqual(["own type"]);
}); // prettier-ignore
