import { expect, test } from "vitest";
import { readEncoding, readRequestBody } from "../../scripts/spec/content.js";
import { firstOperation, type Json } from "./first-operation.js";

const read = (requestBody: unknown, components: Json = {}) =>
  readRequestBody(firstOperation({ paths: { "/a": { post: { requestBody } } }, components }));

const B = "/paths/~1a/post/requestBody";
const json = { content: { "application/json": { schema: { type: "string" } } } };

test("an operation without a body has none", () => {
  expect(read(undefined)).toBeUndefined();
});

test.each([null, "no", []])("a body that is %j holds nothing", (body) => {
  expect(read(body)).toMatchObject({ place: { pointer: B }, required: false, content: [] });
});

test.each([
  ["by default it may be absent", json, false],
  ["it is required", { ...json, required: true }, true],
  ["a flag that is none says nothing", { ...json, required: "true" }, false],
])("of a body: %s", (_, body, required) => {
  expect(read(body)?.required).toBe(required);
});

test.each<[string, unknown, Json, (string | undefined)[][]]>([
  [
    "media types in their order, as they are written",
    { content: { "Text/Plain; charset=UTF-8": { schema: true }, "a/*": { schema: {} } } },
    {},
    [
      ["Text/Plain; charset=UTF-8", `${B}/content/Text~1Plain; charset=UTF-8`, "/schema"],
      ["a/*", `${B}/content/a~1*`, "/schema"],
    ],
  ],
  [
    "a media type that begins as an extension",
    { content: { "x-a/b": {} } },
    {},
    [["x-a/b", `${B}/content/x-a~1b`]],
  ],
  ["a media type without a schema", { content: { "a/b": null } }, {}, [["a/b", `${B}/content/a~1b`]]],
  [
    "what a reference leads to",
    { $ref: "#/components/requestBodies/A" },
    { requestBodies: { A: json } },
    [["application/json", "/components/requestBodies/A/content/application~1json", "/schema"]],
  ],
  [
    "media types elsewhere",
    { content: { "a/b": { $ref: "#/components/mediaTypes/M" } } },
    { mediaTypes: { M: { schema: {} } } },
    [["a/b", "/components/mediaTypes/M", "/schema"]],
  ],
  [
    "content elsewhere",
    { content: { $ref: "#/components/x-content" } },
    { "x-content": { "a/b": {} } },
    [["a/b", "/components/x-content/a~1b"]],
  ],
  [
    "nothing in a ring of references",
    { $ref: "#/components/requestBodies/A" },
    { requestBodies: { A: { $ref: "#/components/requestBodies/A" } } },
    [],
  ],
  ["no content", {}, {}, []],
])("of a body it reads %s", (_, body, components, expected) => {
  const content = read(body, components)?.content ?? [];
  expect(
    content.map(({ mediaType, place, schema }) => [
      mediaType,
      place.pointer,
      ...(schema === undefined ? [] : [schema.pointer.slice(place.pointer.length)]),
    ]),
  ).toEqual(expected);
});

test("a reference in the place of a schema is left to whoever reads schemas", () => {
  const schema = { $ref: "#/components/schemas/A" };
  const body = read({ content: { "a/b": { schema } } }, { schemas: { A: {} } });
  expect(body?.content[0]?.schema?.value).toEqual(schema);
});

test.each<[string, Json, Json]>([
  ["none is written", {}, { contentType: undefined, style: "form", explode: true, allowReserved: false }],
  [
    "all is written",
    { contentType: "a/b", style: "deepObject", explode: true, allowReserved: true },
    { contentType: "a/b", style: "deepObject", explode: true, allowReserved: true },
  ],
  [
    "another style explodes nothing",
    { style: "pipeDelimited" },
    { contentType: undefined, style: "pipeDelimited", explode: false, allowReserved: false },
  ],
])("the encoding of a form's property, where %s", (_, written, expected) => {
  const body = read({ content: { "a/b": { encoding: { p: written } } } });
  const encoding = body?.content[0]?.encoding;
  expect([...(encoding?.keys() ?? [])]).toEqual(["p"]);
  expect(readEncoding(encoding?.get("p"))).toEqual(expected);
});

test("a property of a form without an Encoding Object has the defaults", () => {
  expect(readEncoding(undefined)).toEqual(
    readEncoding(read({ content: { "a/b": { encoding: { p: {} } } } })?.content[0]?.encoding.get("p")),
  );
});
