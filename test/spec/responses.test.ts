import { expect, test } from "vitest";
import { readResponses } from "../../scripts/spec/responses.js";
import { firstOperation, type Json } from "./first-operation.js";

const read = (responses: unknown, components: Json = {}) =>
  readResponses(firstOperation({ paths: { "/a": { get: { responses } } }, components }));

const R = "/paths/~1a/get/responses";
const json = { content: { "application/json": { schema: {} } } };

test.each<[string, unknown, Json, string[]]>([
  [
    "statuses, ranges and the default",
    { default: json, "4XX": {}, 204: {}, 200: json },
    {},
    [
      `200 ${R}/200 application/json`,
      `204 ${R}/204`,
      `default ${R}/default application/json`,
      `4XX ${R}/4XX`,
    ],
  ],
  ["no extension", { "x-note": json, 200: {} }, {}, [`200 ${R}/200`]],
  [
    "what a reference leads to",
    { 200: { $ref: "#/components/responses/A" } },
    { responses: { A: json } },
    ["200 /components/responses/A application/json"],
  ],
  [
    "the response of another operation",
    { 200: { $ref: "#/paths/~1a/get/responses/default" }, default: json },
    {},
    [`200 ${R}/default application/json`, `default ${R}/default application/json`],
  ],
  [
    "responses elsewhere",
    { $ref: "#/components/x-responses" },
    { "x-responses": { 200: json } },
    ["200 /components/x-responses/200 application/json"],
  ],
  ["a status that is null, with nothing in it", { 200: null }, {}, [`200 ${R}/200`]],
  [
    "a ring of references, with nothing in it",
    { 200: { $ref: `#${R.replaceAll("~1", "~1")}/200` } },
    {},
    [`200 ${R}/200`],
  ],
  ["nothing where there are none", undefined, {}, []],
  ["nothing of what is no object", null, {}, []],
])("of an operation's responses it reads %s", (_, responses, components, expected) => {
  const found = read(responses, components);
  expect(
    found.map(({ status, place, content }) =>
      [status, place.pointer, ...content.map(({ mediaType }) => mediaType)].join(" "),
    ),
  ).toEqual(expected);
});

test("headers keep their names and have the defaults of a header", () => {
  const headers = {
    "X-Page": { schema: { type: "integer" } },
    "x-ids": { $ref: "#/components/headers/Ids" },
    "X-Json": { content: { "application/json": { schema: {} } } },
    "X-None": null,
  };
  const components = { headers: { Ids: { required: true, explode: true, schema: {} } } };
  const found = read({ 200: { headers } }, components)[0]?.headers ?? [];
  expect(
    found.map(({ name, place, entry, required, style, explode, content, schema }) => [
      [name, place.pointer, entry.pointer.slice(`${R}/200/headers`.length)],
      [required, style, explode],
      [content?.mediaType, schema?.pointer],
    ]),
  ).toEqual([
    [
      ["X-Page", `${R}/200/headers/X-Page`, "/X-Page"],
      [false, "simple", false],
      [undefined, `${R}/200/headers/X-Page/schema`],
    ],
    [
      ["x-ids", "/components/headers/Ids", "/x-ids"],
      [true, "simple", true],
      [undefined, "/components/headers/Ids/schema"],
    ],
    [
      ["X-Json", `${R}/200/headers/X-Json`, "/X-Json"],
      [false, "simple", false],
      ["application/json", `${R}/200/headers/X-Json/content/application~1json/schema`],
    ],
    [
      ["X-None", `${R}/200/headers/X-None`, "/X-None"],
      [false, "simple", false],
      [undefined, undefined],
    ],
  ]);
});

test("headers may stand elsewhere", () => {
  const found = read({ 200: { headers: { $ref: "#/components/headers" } } }, { headers: { A: {} } });
  expect(found[0]?.headers.map(({ place }) => place.pointer)).toEqual(["/components/headers/A"]);
});
