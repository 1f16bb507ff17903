import { describe, expect, test } from "vitest";
import { listFacts, listSchemas, withOperation, withWebhook } from "./facts-of.js";

const optional = { content: { "text/plain": { schema: { type: "string" } } } };
const required = { ...optional, required: true };
const refused = 'a body is required: {"kind":"request"}';

type Body = { readonly requestBody?: object };
const none: Body = {};

describe("a request body that the caller sends", () => {
  test.each<[name: string, base: Body, head: Body, facts: readonly string[]]>([
    ["there is none", none, none, []],
    ["an optional one is added", none, { requestBody: optional }, ["request body added | request body (requestBody) | nowhere → …/requestBody"]],
    ["a required one is added", none, { requestBody: required }, [`request required body added | request body (requestBody) | nowhere → …/requestBody | ${refused}`]],
    ["an optional one is removed", { requestBody: optional }, none, ["request body removed | request body (requestBody) | …/requestBody → nowhere"]],
    ["a required one is removed", { requestBody: required }, none, ["request required body removed | request body (requestBody) | …/requestBody → nowhere"]],
    ["it becomes required", { requestBody: optional }, { requestBody: required }, [`request body required | request body (required) | nowhere → …/requestBody/required | ${refused}`]],
    ["it becomes optional", { requestBody: required }, { requestBody: optional }, ["request body optional | request body (required) | …/requestBody/required → nowhere"]],
    ["it is described", { requestBody: optional }, { requestBody: { ...optional, description: "x" } }, ['both text changed | request body (description) | nowhere → …/requestBody/description | absent → "x"']],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts(withOperation(base), withOperation(head))).toEqual(facts);
  }); // prettier-ignore

  test("its schema is compared", () => {
    const narrower = { content: { "text/plain": { schema: { type: "string", maxLength: 1 } } } };
    expect(listSchemas(withOperation({ requestBody: optional }), withOperation({ requestBody: narrower }))).toEqual([
      "request body text/plain: request body",
    ]); // prettier-ignore
  });
});

describe("a body that the API sends to a webhook: nobody has to send it", () => {
  test.each<[name: string, base: Body, head: Body, facts: readonly string[]]>([
    ["a required one is added", none, { requestBody: required }, ["response required body added | request body (requestBody) | nowhere → …/requestBody"]],
    ["it becomes required", { requestBody: optional }, { requestBody: required }, ["response body required | request body (required) | nowhere → …/requestBody/required"]],
    ["it becomes optional", { requestBody: required }, { requestBody: optional }, ["response body optional | request body (required) | …/requestBody/required → nowhere"]],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts(withWebhook(base), withWebhook(head))).toEqual(facts);
  }); // prettier-ignore
});
