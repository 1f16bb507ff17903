import { describe, expect, test } from "vitest";
import { listFacts, listSchemas, withOperation, withWebhook } from "./facts-of.js";

const body = (content: object) => ({ requestBody: { content } });
const answer = (content: object) => ({ responses: { "200": { content } } });
const [json, xml] = ["application/json", "application/xml"];
const at = (type: string) => `…/requestBody/content/${type.replaceAll("/", "~1")}`;
const inAnswer = (type: string) => `…/responses/200/content/${type.replaceAll("/", "~1")}`;

type Case = [name: string, base: object, head: object, facts: readonly string[]];

describe("media types of a request", () => {
  test.each<Case>([
    ["one is added", { [json]: {} }, { [json]: {}, [xml]: {} }, [`request request media type added | media type \`${xml}\` of the request body (content) | nowhere → ${at(xml)}`]],
    ["one is removed", { [json]: {}, [xml]: {} }, { [json]: {} }, [`request request media type removed | media type \`${xml}\` of the request body (content) | ${at(xml)} → nowhere | media type ${xml} is not described: {"kind":"request","headers":{"Content-Type":"${xml}"}}`]],
    ["a range is removed: nobody sends it", { [json]: {}, "text/*": {} }, { [json]: {} }, [`request request media type removed | media type \`text/*\` of the request body (content) | ${at("text/*")} → nowhere`]],
    ["its case and spaces change", { "Application/JSON": {} }, { [json]: {} }, [`request request media type respelled | media type \`Application/JSON\` → \`${json}\` of the request body (content) | ${at("Application/JSON")} → ${at(json)}`]],
    ["a range takes its place", { [json]: {} }, { "application/*": {} }, [`request request media type covered | media type \`${json}\` → \`application/*\` of the request body (content) | ${at(json)} → ${at("application/*")}`]],
    ["an example changes", { [json]: { example: 1 } }, { [json]: { example: 2 } }, [`both text changed | request body (example) | ${at(json)}/example → ${at(json)}/example | 1 → 2`]],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts(withOperation(body(base)), withOperation(body(head)))).toEqual(facts);
  }); // prettier-ignore
});

describe("media types of a response, which the caller asks for", () => {
  test.each<Case>([
    ["one is added", { [json]: {} }, { [json]: {}, [xml]: {} }, [`response response media type added | media type \`${xml}\` of the 200 response (content) | nowhere → ${inAnswer(xml)}`]],
    ["one is removed", { [json]: {}, [xml]: {} }, { [json]: {} }, [`response response media type removed | media type \`${xml}\` of the 200 response (content) | ${inAnswer(xml)} → nowhere | media type ${xml} is not described: {"kind":"request","headers":{"Accept":"${xml}"}}`]],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts(withOperation(answer(base)), withOperation(answer(head)))).toEqual(facts);
  }); // prettier-ignore
});

test("a media type that the API no longer sends to a webhook refuses nothing", () => {
  expect(listFacts(withWebhook(body({ [json]: {}, [xml]: {} })), withWebhook(body({ [json]: {} })))).toEqual([
    `response request media type removed | media type \`${xml}\` of the request body (content) | ${at(xml)} → nowhere`,
  ]);
});

const form = (encoding?: object) =>
  body({ "multipart/form-data": encoding === undefined ? {} : { encoding } });

describe("encoding of a form's property", () => {
  const usual = { style: "form", explode: true, allowReserved: false };
  const place = `${at("multipart/form-data")}/encoding/a`;
  test.each<[name: string, base: object | undefined, head: object | undefined, facts: readonly string[]]>([
    ["the same", { a: usual }, { a: usual }, []],
    ["the defaults are written out", undefined, { a: usual }, [`request encoding rewritten | property \`a\` of the request body (encoding) | nowhere → ${place} | ${JSON.stringify(usual)} → ${JSON.stringify(usual)}`]],
    ["it has a content type", { a: {} }, { a: { contentType: "text/plain" } }, [`request encoding changed | property \`a\` of the request body (encoding) | ${place} → ${place} | ${JSON.stringify(usual)} → ${JSON.stringify({ contentType: "text/plain", ...usual })}`]],
    ["another style is not exploded by default", { a: { style: "form" } }, { a: { style: "pipeDelimited" } }, [`request encoding changed | property \`a\` of the request body (encoding) | ${place} → ${place} | ${JSON.stringify(usual)} → ${JSON.stringify({ style: "pipeDelimited", explode: false, allowReserved: false })}`]],
    ["it is removed", { a: { allowReserved: true } }, undefined, [`request encoding changed | property \`a\` of the request body (encoding) | ${place} → nowhere | ${JSON.stringify({ ...usual, allowReserved: true })} → ${JSON.stringify(usual)}`]],
  ])("%s", (_, base, head, facts) => {
    expect(listFacts(withOperation(form(base)), withOperation(form(head)))).toEqual(facts);
  }); // prettier-ignore
});

test.each([
  ["a schema that changes", { [json]: { schema: {} } }, { [json]: { schema: { type: "null" } } }, [`request body ${json}: request body`]],
  ["a schema that is added", { [json]: {} }, { [json]: { schema: { type: "null" } } }, [`request body ${json}: request body`]],
  ["a schema under another spelling goes by head's", { "Application/JSON": {} }, { [json]: { schema: false } }, [`request body ${json}: request body`]],
  ["the same schema", { [json]: { schema: {} } }, { [json]: { schema: {} } }, []],
])("%s", (_, base, head, schemas) => {
  expect(listSchemas(withOperation(body(base)), withOperation(body(head)))).toEqual(schemas);
}); // prettier-ignore
