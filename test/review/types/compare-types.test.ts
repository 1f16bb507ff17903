import { describe, expect, test } from "vitest";
import type { ChangedSchema } from "../../../scripts/review/differ/index.js";
import type { Fact } from "../../../scripts/review/differ/facts.js";
import type { MessagePart } from "../../../scripts/review/differ/message.js";
import type { SchemaChange } from "../../../scripts/review/differ/schemas/index.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { readOperations, type Operation } from "../../../scripts/review/document/operations.js";
import { compareTypes } from "../../../scripts/review/types/index.js";

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

const content = { "a/b": {} };
const post = {
  operationId: "a",
  parameters: [{ name: "p", in: "query" }],
  requestBody: { content },
  responses: { "200": { headers: { H: {} }, content }, default: { content } },
  callbacks: { done: { u: { post: {} } } },
};
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
    responses: { 200: { headers: { H?: ${type} }; content: { "a/b": ${type} } }; default: { content: { "a/b": ${type} } } };
  } }`;
  return `export interface paths { "/a": ${operation} }
export interface webhooks { event: ${operation} }
export interface components { schemas: { A: ${type} } }`;
}

const parts: readonly [name: string, key: string, part: MessagePart][] = [
  ["a body", "POST /a", { kind: "body", mediaType: "a/b" }],
  ["a parameter", "POST /a", { kind: "parameter", in: "query", name: "p" }],
  ["a response", "POST /a", { kind: "response", status: "200", mediaType: "a/b" }],
  [
    "a response whose status falls to its default",
    "POST /a",
    { kind: "response", status: "404", mediaType: "a/b" },
  ],
  ["a header", "POST /a", { kind: "header", status: "200", name: "h" }],
  ["a webhook's body", "webhook POST event", { kind: "body", mediaType: "a/b" }],
  ["a component", "", { kind: "component", name: "A" }],
];

const wide = "{ n: string | number }";
const narrow = "{ n: string }";
const ask = async (changed: ChangedSchema, base: string, head: string) => {
  const delta = { facts: [], schemas: [changed] };
  const { schemas } = await compareTypes(delta, () => ({ base: render(base), head: render(head) }));
  return schemas.get(changed.use);
};

const REASON = "Type 'number' is not assignable to type 'string'.";

describe("what callers lose in the type of", () => {
  test.each(parts)(
    "%s",
    async (_, key, part) => {
      const changed = toChanged(key, part, "request");
      const lost = await ask(changed, wide, narrow);
      expect([[...(lost?.losses ?? [])], lost?.isWider]).toEqual([[[changed.changes[0], REASON]], false]);
      const more = await ask(changed, narrow, wide);
      expect([more?.losses.size, more?.isWider]).toEqual([0, true]);
    },
    20_000,
  );
});

test("an answer has to fit the type that callers have, and may be narrower", async () => {
  const changed = toChanged("POST /a", { kind: "response", status: "200", mediaType: "a/b" }, "response");
  expect([...((await ask(changed, narrow, wide))?.losses.values() ?? [])]).toEqual([REASON]);
  expect(await ask(changed, wide, narrow)).toEqual({ losses: new Map(), isWider: true });
}, 20_000);

test("a name is read by a line of code, of which the compiler says that there is none", async () => {
  const changed = toChanged("POST /a", { kind: "response", status: "200", mediaType: "a/b" }, "response");
  const { losses } = (await ask(changed, "{ n?: string; o: string }", "{ o: string }")) ?? {};
  expect([...(losses ?? [])]).toEqual([
    [changed.changes[0], "Property 'n' does not exist on type '{ o: string; }'."],
  ]);
}, 20_000);

type Ends = { readonly base: Operation | undefined; readonly head: Operation | undefined };

test.each<[claim: string, operation: Ends]>([
  ["a callback, which has no type of its own", { base: callback, head: callback }],
  ["an operation of one side alone", { base: operations.get("POST /a"), head: undefined }],
  ["an operation of the other side alone", { base: undefined, head: operations.get("POST /a") }],
])(
  "nothing is said of %s",
  async (_, operation) => {
    const { use, changes } = toChanged("POST /a", { kind: "body", mediaType: "a/b" }, "request");
    expect(await ask({ use: { ...use, operation }, changes }, wide, narrow)).toBe(undefined);
  },
  20_000,
);

test("of a component that schema.ts does not know nothing is lost, and nothing more is there", async () => {
  const changed = toChanged("", { kind: "component", name: "B" }, "request");
  expect(await ask(changed, wide, narrow)).toEqual({ losses: new Map(), isWider: false });
});

test("of several schemas each has a verdict of its own", async () => {
  const [body, parameter] = [parts[0], parts[1]].map((part) => toChanged("POST /a", part?.[2] ?? { kind: "component", name: "A" }, "request"));
  const schemas = [body, parameter].flatMap((changed) => changed ?? []);
  const half = render(wide).replace(/parameters: .*;/, `parameters: { query?: { p?: ${narrow} } };`);
  const verdicts = await compareTypes({ facts: [], schemas }, () => ({ base: render(wide), head: half }));
  expect(schemas.map(({ use }) => verdicts.schemas.get(use)?.losses.size)).toEqual([0, 1]);
}, 20_000); // prettier-ignore

describe("the compiler is not asked", () => {
  const { use } = toChanged("POST /a", { kind: "body", mediaType: "a/b" }, "request");
  const nothing = { schemas: new Map(), facts: new Map() };

  test("of a change that no type shows", async () => {
    const schemas = [{ use, changes: [change("maximum", [])] }];
    expect(await compareTypes({ facts: [], schemas }, failToRender)).toEqual(nothing);
  });

  test("where schema.ts differs in comments alone", async () => {
    const schemas = [{ use, changes: [{ ...change("maximum", []), kind: "rewrite" } as const] }];
    const sides = { base: `/** A */ ${render(wide)}`, head: `/** B\n */ ${render(wide)}` };
    expect(await compareTypes({ facts: [], schemas }, () => sides)).toEqual(nothing);
  });
});

/** How often the text of schema.ts is asked for. */
async function countRenders(delta: Parameters<typeof compareTypes>[0]): Promise<number> {
  let count = 0;
  await compareTypes(delta, () => (count++, { base: "", head: "" }));
  return count;
}

describe("a change outside of schemas", () => {
  const place = { base: undefined, head: undefined };
  const rest = { ...place, keyword: "", operation: place, direction: "request", subject: "" } as const;
  const untyped: readonly Fact[] = [
    { thing: "document", change: "version", ...rest },
    { thing: "text", change: "changed", ...rest },
    { thing: "security", change: "narrower", ...rest },
    { thing: "server", change: "removed", ...rest },
    { thing: "encoding", change: "changed", ...rest },
  ];
  const typed: Fact = { thing: "parameter", change: "required", ...rest };

  test.each(untyped)("of a $thing is in no type", async (fact) => {
    expect(await countRenders({ facts: [fact], schemas: [] })).toBe(0);
  });

  test("of another thing is, and one among several is enough to ask, as is one of a schema", async () => {
    const { use } = toChanged("POST /a", { kind: "body", mediaType: "a/b" }, "request");
    const [hidden, shown] = ["maximum", "type"].map((keyword) => ({ use, changes: [change(keyword, [])] }));
    expect(await countRenders({ facts: [...untyped, typed], schemas: [] })).toBe(1);
    expect(await countRenders({ facts: [typed, ...untyped], schemas: [] })).toBe(1);
    expect(await countRenders({ facts: untyped, schemas: [hidden, shown, hidden].flatMap((each) => each ?? []) })).toBe(1);
    expect(await countRenders({ facts: [], schemas: [{ use, changes: [change("maximum", []), change("type", [])] }] })).toBe(1);
  }); // prettier-ignore
});

function failToRender(): never {
  throw new Error("no text is needed");
}
