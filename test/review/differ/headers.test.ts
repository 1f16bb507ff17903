import { describe, expect, test } from "vitest";
import { listFacts, listSchemas, withOperation, withWebhook } from "./facts-of.js";

const answer = (headers: object) => ({ responses: { "200": { headers } } });
const at = "…/responses/200/headers/X-A";
const subject = "header `x-a` of the 200 response";
const missing = 'header x-a is missing: {"kind":"response","status":"200","headers":{}}';
const required = { required: true };

type Case = [name: string, base: object, head: object, facts: readonly string[]];

describe("headers that the API sends", () => {
  test.each<Case>([
    ["one is added", {}, { "X-A": {} }, [`response header added | ${subject} (headers) | nowhere → ${at}`]],
    ["a required one is added", {}, { "X-A": required }, [`response required header added | ${subject} (headers) | nowhere → ${at}`]],
    ["one is removed", { "X-A": {} }, {}, [`response header removed | ${subject} (headers) | ${at} → nowhere`]],
    ["a required one is removed", { "X-A": required }, {}, [`response required header removed | ${subject} (headers) | ${at} → nowhere | ${missing}`]],
    ["it becomes required", { "X-A": {} }, { "X-A": required }, [`response header required | ${subject} (required) | nowhere → ${at}/required`]],
    ["it becomes optional", { "X-A": required }, { "X-A": {} }, [`response header optional | ${subject} (required) | ${at}/required → nowhere | ${missing}`]],
    ["its case changes", { "X-A": {} }, { "x-a": {} }, [`response header respelled | ${subject} (headers) | ${at} → …/responses/200/headers/x-a`]],
    ["it is described", { "X-A": {} }, { "X-A": { description: "x" } }, [`both text changed | ${subject} (description) | nowhere → ${at}/description | absent → "x"`]],
    ["the content's own is described by the media types", {}, { "Content-Type": required }, []],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts(withOperation(answer(base)), withOperation(answer(head)))).toEqual(facts);
  }); // prettier-ignore
});

describe("headers of an answer to a webhook, which the caller sends", () => {
  test.each<Case>([
    ["a required one is removed", { "X-A": required }, {}, [`request required header removed | ${subject} (headers) | ${at} → nowhere`]],
    ["it becomes optional", { "X-A": required }, { "X-A": {} }, [`request header optional | ${subject} (required) | ${at}/required → nowhere`]],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts(withWebhook(answer(base)), withWebhook(answer(head)))).toEqual(facts);
  }); // prettier-ignore
});

test("a header that a reference describes is added where the response lists it", () => {
  const components = { headers: { A: required } };
  const head = withOperation(answer({ "X-A": { $ref: "#/components/headers/A" } }), { components });
  expect(listFacts(withOperation(answer({}), { components }), head)).toEqual([
    `response required header added | ${subject} (headers) | nowhere → ${at}`,
  ]);
});

test("a header's schema is compared", () => {
  const [base, head] = [{}, false].map((schema) => withOperation(answer({ "X-A": { schema } })));
  expect(listSchemas(base ?? {}, head ?? {})).toEqual([`response header 200 x-a: ${subject}`]);
});
