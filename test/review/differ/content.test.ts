import { describe, expect, test } from "vitest";
import { listFacts, listSchemas, listTextPlaces, withOperation, withWebhook } from "./facts-of.js";

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

/** A form of one property. */
const form = (property: object | undefined, encoding?: object, type = "multipart/form-data") =>
  body({ [type]: { schema: { type: "object", properties: { ...(property && { a: property }) } }, ...(encoding && { encoding: { a: encoding } }) } }); // prettier-ignore
const urlencoded = "application/x-www-form-urlencoded";

test.each([
  [urlencoded, "form"],
  ["Multipart/Form-Data; boundary=x", "form"],
  [json, undefined],
  ["text/plain", undefined],
])("the members of a request in %s are texts of a %s", (type, place) => {
  const limit = (maxLength: number) => ({ [type]: { schema: { maxLength } } });
  const list = (owner: typeof body | typeof answer) =>
    listTextPlaces(withOperation(owner(limit(2))), withOperation(owner(limit(1))));
  expect([list(body), list(answer)]).toEqual([[place], [undefined]]);
});

describe("the encoding of a form's property", () => {
  const text = { type: "string" };
  const file = { type: "string", format: "binary" };
  type Encoded = [name: string, property: object, base: object | undefined, head: object | undefined, change: string | undefined, type?: string]; // prettier-ignore
  test.each<Encoded>([
    ["the same", text, { contentType: "a/b" }, { contentType: "a/b" }, undefined],
    ["a text is plain, said or not", text, undefined, { contentType: "text/plain" }, "rewritten"],
    ["an object is JSON, said or not", { type: "object" }, undefined, { contentType: "application/json" }, "rewritten"],
    ["a list is of its items' type", { type: "array", items: { type: "object" } }, undefined, { contentType: "application/json" }, "rewritten"],
    ["bytes have a type of their own", file, undefined, { contentType: "application/octet-stream" }, "rewritten"],
    ["so has what is encoded", { type: "string", contentEncoding: "base64" }, undefined, { contentType: "application/octet-stream" }, "rewritten"],
    ["so has what may be anything", {}, undefined, { contentType: "application/octet-stream" }, "rewritten"],
    ["the schema may say the type", { type: "string", contentMediaType: "image/png" }, undefined, { contentType: "image/png" }, "rewritten"],
    ["case and spaces say nothing", text, { contentType: "a/b, c/d" }, { contentType: "C/D,A/B" }, "rewritten"],
    ["a type comes", file, { contentType: "image/png" }, { contentType: "image/png, image/jpeg" }, "wider"],
    ["a type goes", file, { contentType: "image/png, image/jpeg" }, { contentType: "image/png" }, "narrower"],
    ["a range takes its place", file, { contentType: "image/png" }, { contentType: "image/*" }, "wider"],
    ["another type", { type: "object" }, undefined, { contentType: "text/plain" }, "changed"],
    ["a style in place of a type", text, undefined, { style: "form" }, "changed"],
    ["the style of a form is written out", { type: "array" }, undefined, { style: "form", explode: true }, "rewritten", urlencoded],
    ["another style is not exploded by default", { type: "array" }, { style: "form" }, { style: "pipeDelimited" }, "changed", urlencoded],
    ["a list is joined", { type: "array" }, undefined, { explode: false }, "changed", urlencoded],
    ["reserved signs are allowed", text, undefined, { allowReserved: true }, "changed", urlencoded],
    ["the usual type of a form's property is written out", text, undefined, { contentType: "text/plain" }, "rewritten", urlencoded],
    ["another type of a form's property", text, undefined, { contentType: "application/json" }, "changed", urlencoded],
  ])("%s", (_, property, base, head, change, type) => {
    const [old, now] = [base, head].map((encoding) => withOperation(form(property, encoding, type)));
    const facts = listFacts(old ?? {}, now ?? {}).map((line) => line.split(" | ")[0]);
    expect(facts).toEqual(change === undefined ? [] : [`request encoding ${change}`]);
  }); // prettier-ignore

  test("says what it was and is", () => {
    const [old, now] = [{ contentType: "image/png" }, { contentType: "image/jpeg, image/gif" }].map((encoding) => withOperation(form(file, encoding)));
    const place = `${at("multipart/form-data")}/encoding/a`;
    expect(listFacts(old ?? {}, now ?? {})).toEqual([
      `request encoding changed | property \`a\` of the request body (encoding) | ${place} → ${place} | "image/png" → "image/jpeg, image/gif"`,
    ]);
    const [plain, joined] = [undefined, { explode: false, allowReserved: true }].map((encoding) => withOperation(form(text, encoding, urlencoded)));
    expect(listFacts(plain ?? {}, joined ?? {})[0]).toContain('"form, explode: true" → "form, explode: false, allowReserved"');
  }); // prettier-ignore

  test("of a property that one side does not have says nothing", () => {
    const [old, now] = [withOperation(form(undefined)), withOperation(form(text, { contentType: "a/b" }))];
    expect(listFacts(old, now).map((line) => line.split(" | ")[0])).toEqual(["request encoding rewritten"]);
  });
});

test.each([
  ["a schema that changes", { [json]: { schema: {} } }, { [json]: { schema: { type: "null" } } }, [`request body ${json}: request body`]],
  ["a schema that is added", { [json]: {} }, { [json]: { schema: { type: "null" } } }, [`request body ${json}: request body`]],
  ["a schema under another spelling goes by head's", { "Application/JSON": {} }, { [json]: { schema: false } }, [`request body ${json}: request body`]],
  ["the same schema", { [json]: { schema: {} } }, { [json]: { schema: {} } }, []],
])("%s", (_, base, head, schemas) => {
  expect(listSchemas(withOperation(body(base)), withOperation(body(head)))).toEqual(schemas);
}); // prettier-ignore
