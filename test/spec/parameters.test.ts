import { expect, test } from "vitest";
import { readParameters } from "../../scripts/spec/parameters.js";
import { firstOperation, type Json } from "./first-operation.js";

const read = (item: Json, components: Json = {}) =>
  readParameters(firstOperation({ paths: { "/a": item }, components }));

const page = { in: "query", name: "page" };
const P = "/paths/~1a/parameters";
const O = "/paths/~1a/get/parameters";

test.each<[string, Json, Json, string[]]>([
  [
    "the path item's, then the operation's",
    { parameters: [page], get: { parameters: [{ in: "query", name: "size" }] } },
    {},
    [`query page ${P}/0`, `query size ${O}/0`],
  ],
  [
    "the operation's in the place of the path item's of the same name and location",
    {
      parameters: [page, { in: "query", name: "size" }],
      get: { parameters: [{ in: "query", name: "sort" }, page] },
    },
    {},
    [`query page ${O}/1`, `query size ${P}/1`, `query sort ${O}/0`],
  ],
  [
    "both, when only the name is the same",
    { parameters: [page], get: { parameters: [{ in: "header", name: "page" }] } },
    {},
    [`query page ${P}/0`, `header page ${O}/0`],
  ],
  [
    "both, when their names differ in case",
    { parameters: [page], get: { parameters: [{ in: "query", name: "Page" }] } },
    {},
    [`query page ${P}/0`, `query Page ${O}/0`],
  ],
  [
    "one of two header fields whose names differ in case",
    { parameters: [{ in: "header", name: "x-a" }], get: { parameters: [{ in: "header", name: "X-A" }] } },
    {},
    [`header X-A ${O}/0`],
  ],
  [
    "what references lead to, through others",
    { get: { parameters: [{ $ref: "#/components/parameters/A" }] } },
    { parameters: { A: { $ref: "#/components/parameters/B" }, B: page } },
    ["query page /components/parameters/B"],
  ],
  [
    "the parameter of another operation",
    { get: { parameters: [{ $ref: "#/paths/~1a/put/parameters/0" }] }, put: { parameters: [page] } },
    {},
    ["query page /paths/~1a/put/parameters/0"],
  ],
  [
    "a list elsewhere",
    { get: { parameters: { $ref: "#/components/x-lists/A" } } },
    { "x-lists": { A: [page] } },
    ["query page /components/x-lists/A/0"],
  ],
  [
    "nothing of what has no name, no location, or is no object",
    { get: { parameters: [null, "page", { in: "query" }, { name: "page" }, { in: "query", name: 1 }] } },
    {},
    [],
  ],
  [
    "nothing in a ring of references",
    { get: { parameters: [{ $ref: "#/components/parameters/A" }] } },
    { parameters: { A: { $ref: "#/components/parameters/B" }, B: { $ref: "#/components/parameters/A" } } },
    [],
  ],
  ["nothing where there is no list", { parameters: null, get: { parameters: {} } }, {}, []],
])("of an operation's parameters it reads %s", (_, item, components, expected) => {
  const found = read(item, components);
  expect(found.map(({ in: location, name, place }) => `${location} ${name} ${place.pointer}`)).toEqual(
    expected,
  );
});

test("a parameter knows who lists it, wherever it stands", () => {
  const listed = { parameters: [{ $ref: "#/components/parameters/A" }] };
  const other = { in: "query", name: "other" };
  const found = read(
    { ...listed, get: { parameters: [{ $ref: "#/components/parameters/B" }] } },
    { parameters: { A: page, B: other } },
  );
  expect(found.map(({ owner }) => owner.pointer)).toEqual(["/paths/~1a", "/paths/~1a/get"]);
});

test.each<[string, Json, Json]>([
  ["in a query", { in: "query" }, { style: "form", explode: true }],
  ["in a cookie", { in: "cookie" }, { style: "form", explode: true }],
  ["in a path", { in: "path" }, { style: "simple", explode: false }],
  ["in a header", { in: "header" }, { style: "simple", explode: false }],
  ["with a style of its own", { in: "query", style: "deepObject" }, { style: "deepObject", explode: false }],
  ["with the style form written out", { in: "path", style: "form" }, { style: "form", explode: true }],
  ["that is not exploded", { in: "query", explode: false }, { style: "form", explode: false }],
  ["that is exploded", { in: "path", explode: true }, { style: "simple", explode: true }],
  ["that may be absent", { in: "query" }, { required: false, allowReserved: false }],
  [
    "that is required, with reserved characters",
    { in: "query", required: true, allowReserved: true },
    { required: true, allowReserved: true },
  ],
  [
    "with flags that are none",
    { in: "query", required: "yes", explode: 1 },
    { required: false, explode: true },
  ],
])("a parameter %s has its defaults", (_, written, expected) => {
  expect(read({ get: { parameters: [{ name: "a", ...written }] } })[0]).toMatchObject(expected);
});

test.each<[string, Json, string | undefined, string | undefined]>([
  ["its schema", { schema: {} }, undefined, `${O}/0/schema`],
  [
    "the schema of its only media type",
    { content: { "application/json": { schema: {} } } },
    "application/json",
    `${O}/0/content/application~1json/schema`,
  ],
  ["no schema beside a media type", { content: { "text/plain": {} }, schema: {} }, "text/plain", undefined],
  ["none", {}, undefined, undefined],
])("a parameter has %s", (_, written, mediaType, schema) => {
  const [found] = read({ get: { parameters: [{ ...page, ...written }] } });
  expect([found?.content?.mediaType, found?.schema?.pointer]).toEqual([mediaType, schema]);
});
