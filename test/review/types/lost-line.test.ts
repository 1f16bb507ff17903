import { describe, expect, test } from "vitest";
import { compareDocuments } from "../../../scripts/review/differ/index.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { nameFact } from "../../../scripts/review/judge/rules.js";
import { writeLostLine } from "../../../scripts/review/types/lost-facts.js";
import { withOperation, withWebhook } from "../differ/facts-of.js";

type Json = Readonly<Record<string, unknown>>;

/** Each fact with the line that it breaks. */
function listLines(base: Json, head: Json): string[] {
  const { facts } = compareDocuments({ base: readDocument(base, "base"), head: readDocument(head, "head") });
  return facts.map((fact) => `${nameFact(fact)}: ${writeLostLine(fact) ?? "none"}`);
}

const OLD = 'Base.paths["/a/{id}"]["post"]';
const NOW = 'Head.paths["/a/{id}"]["post"]';
const content = { "a/b": {}, "c/d": {} };
const one = { "a/b": {} };
const q = { name: "q", in: "query" };
const described = (responses: Json) => withOperation({ responses });
const answers = (rest: Json) => described({ "200": { description: "", ...rest }, default: {} });
const headers = (list: Json) => answers({ headers: list });
const called = (callback: Json) => withOperation({ callbacks: { done: { u: { post: callback } } } });
const [E, F] = [{ $ref: "#/components/responses/E" }, { $ref: "#/components/responses/F" }];
const shared = (responses: Json) =>
  withOperation({ responses }, { components: { responses: { E: { content }, F: { content: one } } } });
const none = { openapi: "3.1.0" };

describe("a change outside of schemas breaks the line that", () => {
  test.each<[claim: string, base: Json, head: Json, lines: readonly string[]]>([
    ["reads an operation that is removed, by its name", withOperation({ operationId: "a" }), none, ['operation removed: ((v: NonNullable<Head.operations>) => v.a);']],
    ["reads an operation that is removed, by its path", withOperation({}), none, ['operation removed: ((v: Head.paths) => v["/a/{id}"].post.responses);']],
    ["reads an operation that is renamed", withOperation({ operationId: "a" }), withOperation({ operationId: "b c" }), ["operation renamed: ((v: NonNullable<Head.operations>) => v.a);"]],
    ["reads a path that is written differently", withOperation({}), { ...none, paths: { "/a/{x}": { post: {} } } }, ['path respelled: ((v: NonNullable<Head.paths>) => v["/a/{id}"]);']],
    ["reads a webhook that is removed", withWebhook({}), none, ["webhook removed: ((v: NonNullable<Head.webhooks>) => v.event);"]],
    ["reads a component that is removed", { ...none, components: { schemas: { "A-B": {} } } }, none, ['component removed: ((v: NonNullable<Head.components["schemas"]>) => v["A-B"]);']],
    ["gives no parameter where one has to be given", withOperation({}), withOperation({ parameters: [{ ...q, required: true }] }), [`required parameter added: ((v: Only<${OLD}, "parameters">): Only<${NOW}, "parameters"> => v);`]],
    ["leaves out a parameter that may be left out", withOperation({ parameters: [q] }), withOperation({ parameters: [{ ...q, required: true }] }), [`parameter required: ((v: Only<${OLD}, "parameters">): Only<${NOW}, "parameters"> => v);`]],
    ["reads a parameter of a webhook, which need not come any more", withWebhook({ parameters: [{ ...q, required: true }] }), withWebhook({ parameters: [q] }), ['parameter optional: ((v: Only<Head.webhooks["event"]["post"], "parameters">): Only<Base.webhooks["event"]["post"], "parameters"> => v);']],
    ["gives a parameter that is removed", withOperation({ parameters: [q] }), withOperation({}), [`parameter removed: ((v: NonNullable<${NOW}["parameters"]["query"]>) => v.q);`]],
    ["leaves out a body that may be left out", withOperation({ requestBody: { content } }), withOperation({ requestBody: { content, required: true } }), [`body required: ((v: Only<${OLD}, "requestBody">): Only<${NOW}, "requestBody"> => v);`]],
    ["gives a body that is removed", withOperation({ requestBody: { content } }), withOperation({}), [`body removed: ((v: NonNullable<${NOW}["requestBody"]>) => v.content);`]],
    ["gives a media type that is removed", withOperation({ requestBody: { content } }), withOperation({ requestBody: { content: one } }), [`request media type removed: ((v: NonNullable<NonNullable<${NOW}["requestBody"]>["content"]>) => v["c/d"]);`]],
    ["reads an answer that is removed", described({ "200": {}, "404": {} }), described({ "200": {} }), [`failure removed: ((v: NonNullable<${NOW}["responses"]>) => v[404]);`]],
    ["reads an answer's media type that is removed", answers({ content }), answers({ content: one }), [`response media type removed: ((v: NonNullable<${NOW}["responses"][200]["content"]>) => v["c/d"]);`]],
    ["reads an answer that is removed, where another is the same component", shared({ "400": E, "404": E }), shared({ "400": E }), [`failure removed: ((v: NonNullable<${NOW}["responses"]>) => v[404]);`]],
    ["reads a media type of each answer that is the same component", shared({ "400": E, "404": E }), shared({ "400": E, "404": F }), [`response media type removed: ((v: NonNullable<${NOW}["responses"][400]["content"]>) => v["c/d"]); ((v: NonNullable<${NOW}["responses"][404]["content"]>) => v["c/d"]);`]],
    ["reads a header that is removed", headers({ "X-A": { required: true }, "X-B": {} }), headers({ "X-B": {} }), [`required header removed: ((v: Only<${NOW}["responses"][200]["headers"], "X-A">): Only<${OLD}["responses"][200]["headers"], "X-A"> => v);`]],
    ["reads a header that may be missing", headers({ "X-B": {}, "X-A": { required: true } }), headers({ "X-B": {}, "X-A": {} }), [`header optional: ((v: Only<${NOW}["responses"][200]["headers"], "X-A">): Only<${OLD}["responses"][200]["headers"], "X-A"> => v);`]],
  ])("%s", (_claim, base, head, lines) => expect(listLines(base, head)).toEqual(lines)); // prettier-ignore
});

describe("there is no line for", () => {
  test.each<[claim: string, base: Json, head: Json, fact: string]>([
    ["what is added", none, withOperation({}), "operation added"],
    ["a component that is added", none, { ...none, components: { schemas: { A: {} } } }, "component added"],
    ["a webhook that is added", none, withWebhook({}), "webhook added"],
    ["an operation that had no name and gets one", withOperation({}), withOperation({ operationId: "a" }), "operation renamed"],
    ["what changes in a callback, which has no types", called({ requestBody: { content } }), called({}), "body removed"],
    ["a media type that is added", withOperation({ requestBody: { content: one } }), withOperation({ requestBody: { content } }), "request media type added"],
    ["what is said of a media type", answers({ content: { "a/b": { "x-a": 1 } } }), answers({ content: { "a/b": { "x-a": 2 } } }), "text changed"],
    ["an answer that is added", described({}), described({ "404": {} }), "failure added"],
  ])("%s", (_claim, base, head, fact) => expect(listLines(base, head)).toEqual([`${fact}: none`])); // prettier-ignore
});

test("a body that is added breaks a line only for the compiler, which knows whether it has to be there", () => {
  expect(listLines(withOperation({}), withOperation({ requestBody: { content } }))).toEqual([
    `body added: ((v: Only<${OLD}, "requestBody">): Only<${NOW}, "requestBody"> => v);`,
  ]);
});
