import { describe, expect, test } from "vitest";
import { listFacts, listSchemas, withOperation, withWebhook } from "./facts-of.js";

const page = { name: "page", in: "query" };
const ids = { name: "ids", in: "query", schema: { type: "array" } };

/** Parameters of base and of head, and the facts. */
const cases: readonly [name: string, base: readonly object[], head: readonly object[], facts: readonly string[]][] = [
  ["the same", [page], [page], []],
  ["an optional one is added", [], [page], ["request parameter added | query parameter `page` (parameters) | nowhere → …/parameters/0"]],
  ["a required one is added", [], [{ ...page, required: true }], ['request required parameter added | query parameter `page` (parameters) | nowhere → …/parameters/0 | query parameter `page` is required: {"kind":"request"}']],
  ["an optional one is removed", [page], [], ["request parameter removed | query parameter `page` (parameters) | …/parameters/0 → nowhere"]],
  ["a required one is removed", [{ ...page, required: true }], [], ["request required parameter removed | query parameter `page` (parameters) | …/parameters/0 → nowhere"]],
  ["it becomes required", [page], [{ ...page, required: true }], ['request parameter required | query parameter `page` (required) | nowhere → …/parameters/0/required | false → true | query parameter `page` is required: {"kind":"request"}']],
  ["it becomes optional", [{ ...page, required: true }], [{ ...page, required: false }], ["request parameter optional | query parameter `page` (required) | …/parameters/0/required → …/parameters/0/required | true → false"]],
  ["it is deprecated", [page], [{ ...page, deprecated: true }], ["request parameter deprecated | query parameter `page` (deprecated) | nowhere → …/parameters/0/deprecated | false → true"]],
  ["it is no longer deprecated", [{ ...page, deprecated: true }], [page], ["request parameter undeprecated | query parameter `page` (deprecated) | …/parameters/0/deprecated → nowhere | true → false"]],
  ["deprecated is written at its default", [page], [{ ...page, deprecated: false }], ["request parameter rewritten | query parameter `page` (deprecated) | nowhere → …/parameters/0/deprecated | false → false"]],
  ["it is described", [page], [{ ...page, description: "which" }], ['both text changed | query parameter `page` (description) | nowhere → …/parameters/0/description | absent → "which"']],
  ["a header's name has no case", [{ name: "X-A", in: "header" }], [{ name: "x-a", in: "header" }], ['request parameter respelled | header parameter `x-a` (name) | …/parameters/0/name → …/parameters/0/name | "X-A" → "x-a"']],
  ["explode is written at the default of a path", [{ name: "id", in: "path" }], [{ name: "id", in: "path", explode: false }], ['request parameter rewritten | path parameter `id` (explode) | nowhere → …/parameters/0/explode | "simple, explode: false" → "simple, explode: false"']],
  ["a list's style is written at its default", [ids], [{ ...ids, style: "form" }], ['request parameter rewritten | query parameter `ids` (style) | nowhere → …/parameters/0/style | "form, explode: true" → "form, explode: true"']],
  ["a list is joined by another sign", [ids], [{ ...ids, explode: false }], ['request parameter serialization | query parameter `ids` (explode) | nowhere → …/parameters/0/explode | "form, explode: true" → "form, explode: false"']],
  ["a list has another style", [ids], [{ ...ids, style: "spaceDelimited" }], ['request parameter serialization | query parameter `ids` (style) | nowhere → …/parameters/0/style | "form, explode: true" → "spaceDelimited, explode: false"']],
  ["an object that becomes a text is told by its schema", [{ ...ids, schema: { type: "object" } }], [{ name: "ids", in: "query", schema: { type: "string" }, explode: false }], ['request parameter rewritten | query parameter `ids` (explode) | nowhere → …/parameters/0/explode | "form" → "form"']],
  ["one value of a query is written alike in every style", [{ ...page, schema: { type: "string" } }], [{ ...page, schema: { type: "string" }, style: "pipeDelimited" }], ['request parameter rewritten | query parameter `page` (style) | nowhere → …/parameters/0/style | "form" → "form"']],
  ["one value of a path is not", [{ name: "id", in: "path", schema: { type: "string" } }], [{ name: "id", in: "path", schema: { type: "string" }, style: "matrix" }], ['request parameter serialization | path parameter `id` (style) | nowhere → …/parameters/0/style | "simple" → "matrix"']],
  ["a cookie's style is that of a query", [{ ...ids, in: "cookie" }], [{ ...ids, in: "cookie", style: "form" }], ['request parameter rewritten | cookie parameter `ids` (style) | nowhere → …/parameters/0/style | "form, explode: true" → "form, explode: true"']],
  ["reserved signs are allowed", [page], [{ ...page, allowReserved: true }], ["request parameter wider | query parameter `page` (allowReserved) | nowhere → …/parameters/0/allowReserved | absent → true"]],
  ["an empty value is no longer allowed", [{ ...page, allowEmptyValue: true }], [page], ["request parameter narrower | query parameter `page` (allowEmptyValue) | …/parameters/0/allowEmptyValue → nowhere | true → absent"]],
  ["a flag is written at its default", [page], [{ ...page, allowReserved: false }], ["request parameter rewritten | query parameter `page` (allowReserved) | nowhere → …/parameters/0/allowReserved | absent → false"]],
  ["its schema moves under a media type", [{ ...page, schema: {} }], [{ ...page, content: { "application/json": { schema: {} } } }], ['request parameter serialization | query parameter `page` (content) | …/parameters/0/schema → …/parameters/0/content | absent → "application/json"']],
  ["a header that other fields describe counts for its texts alone", [{ name: "Accept", in: "header" }], [{ name: "Accept", in: "header", required: true, description: "x" }], ['both text changed | header parameter `Accept` (description) | nowhere → …/parameters/0/description | absent → "x"']],
  ["such a header is added", [], [{ name: "Authorization", in: "header", required: true }, { name: "Content-Type", in: "header", required: true }], []],
]; // prettier-ignore

describe("parameters", () => {
  test.each(cases)("%s", (_, base, head, facts) => {
    expect(listFacts(withOperation({ parameters: base }), withOperation({ parameters: head }))).toEqual(
      facts,
    );
  });
});

describe("parameters of a webhook, which the API sends", () => {
  test.each([
    ["a required one is added: no caller has to send it", [], [{ ...page, required: true }], ["response required parameter added | query parameter `page` (parameters) | nowhere → …/parameters/0"]],
    ["it becomes required", [page], [{ ...page, required: true }], ["response parameter required | query parameter `page` (required) | nowhere → …/parameters/0/required | false → true"]],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts(withWebhook({ parameters: base }), withWebhook({ parameters: head }))).toEqual(facts);
  }); // prettier-ignore
});

test.each([
  ["a schema of its own", { schema: { type: "string" } }, { schema: { type: "integer" } }],
  ["a schema under a media type", { content: { "text/plain": { schema: { type: "string" } } } }, { content: { "text/plain": {} } }],
])("%s is compared", (_, base, head) => {
  const [old, now] = [base, head].map((rest) => withOperation({ parameters: [{ ...page, ...rest }] }));
  expect(listSchemas(old ?? {}, now ?? {})).toEqual(["request parameter query page: query parameter `page`"]);
}); // prettier-ignore
