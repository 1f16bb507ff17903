import { expect, test } from "vitest";
import { review } from "../../../scripts/review/index.js";

const SIZE = 30;

/** One object of many names that all differ, two levels down. */
function describeSide(change: (n: number) => object): string {
  const properties = Object.fromEntries(
    Array.from({ length: SIZE }, (_, n) => [`name${n}`, { description: `The name ${n}`, ...change(n) }]),
  );
  const schema = {
    type: "object",
    required: ["inner"],
    properties: { inner: { type: "object", properties, required: ["name0"] } },
  };
  const content = { "application/json": { schema } };
  const post = {
    operationId: "send",
    requestBody: { required: true, content },
    responses: { "204": { description: "" } },
  };
  const info = { title: "large", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: { "/send": { post } } });
}

const toSide = (name: string, change: (n: number) => object) => ({
  name,
  entry: "document.json",
  read: () => describeSide(change),
});

test.each([
  [
    "text",
    (n: number) => ({ minLength: n % 2, maxLength: 100 + n }),
    (n: number) => ({ minLength: 1 + (n % 2), maxLength: 100 + n }),
  ],
  ["long text", (n: number) => ({ maxLength: 100 + n }), (n: number) => ({ maxLength: 99 + n })],
  ["integer", (n: number) => ({ maximum: 17 + n }), (n: number) => ({ maximum: 16 + n })],
  [
    "text of a list",
    (n: number) => ({ enum: Array.from({ length: 40 }, (_, i) => `v${n}-${i}`) }),
    (n: number) => ({ enum: Array.from({ length: 39 }, (_, i) => `v${n}-${i}`) }),
  ],
])("every change of a name among many is proved: %s", async (kind, ofBase, ofHead) => {
  const type = kind === "integer" ? "integer" : "string";
  const { changes } = await review(
    toSide("base", (n) => ({ type, ...ofBase(n) })),
    toSide("head", (n) => ({ type, ...ofHead(n) })),
  );
  expect(changes.map(({ verdict }) => verdict)).toEqual(Array.from({ length: SIZE }, () => "proved"));
});

/** An answer of many numbers, and of a name that a later document no longer has. */
function describeAnswer(type: string | readonly string[], lost: readonly string[]): string {
  const numbers = Array.from({ length: SIZE }, (_, n) => [
    `name${n}`,
    { description: `The name ${n}`, type },
  ]);
  const names = Object.fromEntries([...numbers, ...lost.map((name) => [name, { type: "string" }])]);
  const inner = { type: "object", properties: names, required: [...lost, "name0"] };
  const schema = { type: "object", required: ["inner"], properties: { inner } };
  const content = { "application/json": { schema } };
  const get = { operationId: "read", responses: { "200": { description: "", content } } };
  const info = { title: "large", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: { "/read": { get } } });
}

test("every change of an answer is proved beside a required name that goes", async () => {
  const base = { name: "base", entry: "document.json", read: () => describeAnswer("integer", ["nonce"]) };
  const head = { name: "head", entry: "document.json", read: () => describeAnswer(["integer", "null"], []) };
  const { changes } = await review(base, head);
  const types = changes.filter(({ keyword }) => keyword === "type");
  expect(types.map(({ verdict }) => verdict)).toEqual(Array.from({ length: SIZE }, () => "proved"));
});
