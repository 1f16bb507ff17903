import { describe, expect, test } from "vitest";
import type { ChangedSchema } from "../../scripts/review/differ/index.js";
import type { MessagePart } from "../../scripts/review/differ/message.js";
import type { SchemaChange } from "../../scripts/review/differ/schemas/index.js";
import { readDocument } from "../../scripts/review/document/document.js";
import { readOperations } from "../../scripts/review/document/operations.js";
import { compareTypes } from "../../scripts/review/types/index.js";

const change = (keyword: string, path: readonly string[]): SchemaChange => ({
  kind: "assertion",
  keyword,
  path,
  base: undefined,
  head: undefined,
  was: undefined,
  now: undefined,
  comparison: "narrower",
  own: "narrower",
  spot: "",
  around: { base: undefined, head: undefined },
});

const post = { operationId: "a" };
const document = { openapi: "3.1.0", paths: { "/a": { post } }, webhooks: { event: { post } } };
const operations = readOperations(readDocument(document, "base"));

function toChanged(key: string, part: MessagePart, direction: "request" | "response"): ChangedSchema {
  const operation = operations.get(key);
  const use = { thing: "schema", operation: { base: operation, head: operation }, part, subject: "", direction, base: [], head: [] } as const; // prettier-ignore
  return { use, changes: [change("type", ["n"]), change("type", ["*"]), change("type", [])] };
}

/** schema.ts, with one type in every part of an operation, a webhook and a component. */
function render(type: string): string {
  const operation = `{ post: {
    parameters: { query?: { p?: ${type} } };
    requestBody?: { content: { "a/b": ${type} } };
    responses: { 200: { headers: { h?: ${type} }; content: { "a/b": ${type} } }; default: { content: { "a/b": ${type} } } };
  } }`;
  return `export interface paths { "/a": ${operation} }
export interface webhooks { event: ${operation} }
export interface components { schemas: { A: ${type} } }`;
}

const parts: readonly [name: string, key: string, part: MessagePart][] = [
  ["a body", "POST /a", { kind: "body", mediaType: "a/b" }],
  ["a parameter", "POST /a", { kind: "parameter", in: "query", name: "p" }],
  ["a response", "POST /a", { kind: "response", status: "200", mediaType: "a/b" }],
  ["a response of any status", "POST /a", { kind: "response", status: "default", mediaType: "a/b" }],
  ["a header", "POST /a", { kind: "header", status: "200", name: "h" }],
  ["a webhook's body", "webhook POST event", { kind: "body", mediaType: "a/b" }],
  ["a component", "", { kind: "component", name: "A" }],
];

const wide = "{ n: string | number }";
const narrow = "{ n: string }";
const ask = async (changed: ChangedSchema, base: string, head: string) =>
  (await compareTypes([changed], () => ({ base: render(base), head: render(head) }))).get(changed.use);

describe("what callers lose in the type of", () => {
  test.each(parts)("%s", async (_, key, part) => {
    const changed = toChanged(key, part, "request");
    const [spot] = changed.changes;
    const lost = await ask(changed, wide, narrow);
    const reason = "Type 'number' is not assignable to type 'string'.";
    expect([lost?.broken, lost?.isWider, lost?.at.get(spot ?? change("", []))]).toEqual([reason, false, reason]);
    const more = await ask(changed, narrow, wide);
    expect([more?.broken, more?.isWider, more?.at.size]).toEqual([undefined, true, 0]);
  }, 20_000); // prettier-ignore
});

test("an answer has to fit the type that callers have", async () => {
  const changed = toChanged("POST /a", { kind: "response", status: "200", mediaType: "a/b" }, "response");
  const verdict = await ask(changed, narrow, wide);
  expect(verdict?.broken).toBe("Type 'number' is not assignable to type 'string'.");
  expect(verdict?.example).toBe(
    'const old: OldType = value; // paths["/a"]["post"]["responses"][200]["content"]["a/b"]',
  );
}, 20_000);

test("a request that is written for base is shown in a line", async () => {
  const changed = toChanged("POST /a", { kind: "body", mediaType: "a/b" }, "request");
  expect((await ask(changed, wide, narrow))?.example).toBe(
    'const value: NonNullable<paths["/a"]["post"]["requestBody"]>["content"]["a/b"] = oldValue;',
  );
}, 20_000);

test("the compiler is not asked of a change that no type shows", async () => {
  const { use } = toChanged("POST /a", { kind: "body", mediaType: "a/b" }, "request");
  expect(await compareTypes([{ use, changes: [change("maximum", [])] }], failToRender)).toEqual(new Map());
});

function failToRender(): never {
  throw new Error("no text is needed");
}
