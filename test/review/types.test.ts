import { describe, expect, test } from "vitest";
import type { ChangedSchema } from "../../scripts/review/differ/index.js";
import type { MessagePart } from "../../scripts/review/differ/message.js";
import type { SchemaChange } from "../../scripts/review/differ/schemas/index.js";
import { readDocument } from "../../scripts/review/document/document.js";
import { readOperations, type Operation } from "../../scripts/review/document/operations.js";
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
  isDirect: true,
  trail: [],
});

const post = { operationId: "a", callbacks: { done: { u: { post: {} } } } };
const document = { openapi: "3.1.0", paths: { "/a": { post } }, webhooks: { event: { post } } };
const operations = readOperations(readDocument(document, "base"));

const callback = operations.get("POST /a callback done POST u");

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

test("a spot among items or further names is judged with the whole", async () => {
  const changed = toChanged("POST /a", { kind: "body", mediaType: "a/b" }, "request");
  const lost = await ask(changed, wide, narrow);
  expect([...(lost?.at.keys() ?? [])].map(({ path }) => path)).toEqual([["n"]]);
}, 20_000);

test.each<[claim: string, operation: { readonly base: Operation | undefined; readonly head: Operation | undefined }]>([
  ["a callback, which has no type of its own", { base: callback, head: callback }],
  ["an operation of one side alone", { base: operations.get("POST /a"), head: undefined }],
  ["an operation of the other side alone", { base: undefined, head: operations.get("POST /a") }],
])("nothing is said of %s", async (_, operation) => {
  const { use, changes } = toChanged("POST /a", { kind: "body", mediaType: "a/b" }, "request");
  const verdict = await ask({ use: { ...use, operation }, changes }, wide, narrow);
  expect(verdict).toMatchObject({ broken: undefined, isWider: false, at: new Map() });
}, 20_000); // prettier-ignore

test("of several schemas each has a verdict of its own", async () => {
  const [body, parameter] = [parts[0], parts[1]].map((part) => toChanged("POST /a", part?.[2] ?? { kind: "component", name: "A" }, "request"));
  const schemas = [body, parameter].flatMap((changed) => changed ?? []);
  const half = render(wide).replace(/parameters: .*;/, `parameters: { query?: { p?: ${narrow} } };`);
  const verdicts = await compareTypes(schemas, () => ({ base: render(wide), head: half }));
  expect(schemas.map(({ use }) => verdicts.get(use)?.broken !== undefined)).toEqual([false, true]);
}, 20_000); // prettier-ignore

test("the compiler is not asked of a change that no type shows", async () => {
  const { use } = toChanged("POST /a", { kind: "body", mediaType: "a/b" }, "request");
  expect(await compareTypes([{ use, changes: [change("maximum", [])] }], failToRender)).toEqual(new Map());
});

function failToRender(): never {
  throw new Error("no text is needed");
}
