import { expect, test } from "vitest";
import { listOperations } from "../../scripts/spec/operations.js";

type Json = Readonly<Record<string, unknown>>;

const read = (root: Json) => [...listOperations({ root })];
const ok = { responses: { 204: { description: "" } } };
const get = { get: ok };
const post = { post: ok };

/** Kind, who is asked, method, key of the path item, and where the operation stands. */
const tell = (root: Json) =>
  read(root).map(({ kind, direction, method, path, place }) =>
    [kind, direction, method, path, place.pointer].join(" "),
  );

const callBack = { post: { callbacks: { again: { $ref: "#/components/callbacks/C" } } } };

test.each<[string, Json, string[]]>([
  ["a path", { paths: { "/a": get } }, ["path request GET /a /paths/~1a/get"]],
  [
    "every method, in the order of the document",
    {
      paths: {
        "/a": Object.fromEntries(
          ["trace", "patch", "head", "options", "delete", "post", "put", "get"].map((field) => [field, ok]),
        ),
      },
    },
    ["TRACE", "PATCH", "HEAD", "OPTIONS", "DELETE", "POST", "PUT", "GET"].map(
      (method) => `path request ${method} /a /paths/~1a/${method.toLowerCase()}`,
    ),
  ],
  [
    "paths in their order, and webhooks after them, which the API sends",
    { webhooks: { news: post }, paths: { "/b": get, "/a": get } },
    [
      "path request GET /b /paths/~1b/get",
      "path request GET /a /paths/~1a/get",
      "webhook response POST news /webhooks/news/post",
    ],
  ],
  [
    "a callback, which the API sends, after the operation that announces it",
    {
      paths: {
        "/a": { get: { callbacks: { done: { "{$request.body#/url}": post } } }, put: ok },
      },
    },
    [
      "path request GET /a /paths/~1a/get",
      "callback response POST {$request.body#/url} /paths/~1a/get/callbacks/done/{$request.body#~1url}/post",
      "path request PUT /a /paths/~1a/put",
    ],
  ],
  [
    "a callback of a callback, which the caller of the API sends",
    {
      paths: {
        "/a": { get: { callbacks: { done: { u: { post: { callbacks: { seen: { v: post } } } } } } } },
      },
    },
    [
      "path request GET /a /paths/~1a/get",
      "callback response POST u /paths/~1a/get/callbacks/done/u/post",
      "callback request POST v /paths/~1a/get/callbacks/done/u/post/callbacks/seen/v/post",
    ],
  ],
  [
    "a callback of a webhook, which the receiver of the webhook sends",
    { webhooks: { news: { post: { callbacks: { read: { u: get } } } } } },
    [
      "webhook response POST news /webhooks/news/post",
      "callback request GET u /webhooks/news/post/callbacks/read/u/get",
    ],
  ],
  [
    "a path item that paths and webhooks share",
    {
      paths: { "/a": { $ref: "#/components/pathItems/Shared" }, "/b": { $ref: "#/paths/~1a" } },
      webhooks: { news: { $ref: "#/components/pathItems/Shared" } },
      components: { pathItems: { Shared: post } },
    },
    [
      "path request POST /a /components/pathItems/Shared/post",
      "path request POST /b /components/pathItems/Shared/post",
      "webhook response POST news /components/pathItems/Shared/post",
    ],
  ],
  [
    "a callback of the components, for each operation that refers to it",
    {
      paths: {
        "/a": { get: { callbacks: { done: { $ref: "#/components/callbacks/C" } } } },
        "/b": { get: { callbacks: { done: { $ref: "#/components/callbacks/C" } } } },
      },
      components: { callbacks: { C: { u: post } } },
    },
    [
      "path request GET /a /paths/~1a/get",
      "callback response POST u /components/callbacks/C/u/post",
      "path request GET /b /paths/~1b/get",
      "callback response POST u /components/callbacks/C/u/post",
    ],
  ],
  [
    "a callback that calls itself back, once in each direction",
    {
      paths: { "/a": callBack },
      components: { callbacks: { C: { u: callBack } } },
    },
    [
      "path request POST /a /paths/~1a/post",
      "callback response POST u /components/callbacks/C/u/post",
      "callback request POST u /components/callbacks/C/u/post",
      "callback response POST u /components/callbacks/C/u/post",
    ],
  ],
  [
    "an operation elsewhere",
    { paths: { "/a": { get: { $ref: "#/paths/~1b/post" } }, "/b": post } },
    ["path request GET /a /paths/~1b/post", "path request POST /b /paths/~1b/post"],
  ],
  [
    "keys with slashes, tildes, signs of percent, and letters of any script",
    { paths: { "/a~b/{c}%20/ü": get } },
    ["path request GET /a~b/{c}%20/ü /paths/~1a~0b~1{c}%20~1ü/get"],
  ],
  [
    "references to such keys",
    {
      paths: { "/a": { $ref: "#/components/pathItems/x~1y~0z%20%C3%BC" } },
      components: { pathItems: { "x/y~z ü": get } },
    },
    ["path request GET /a /components/pathItems/x~1y~0z ü/get"],
  ],
  [
    "no extension and nothing without a slash among paths",
    { paths: { "x-note": get, a: get, "/x-a": get } },
    ["path request GET /x-a /paths/~1x-a/get"],
  ],
  [
    "no extension among the expressions of a callback, whose own name is free",
    { paths: { "/a": { get: { callbacks: { "x-done": { "x-note": post, u: post } } } } } },
    ["path request GET /a /paths/~1a/get", "callback response POST u /paths/~1a/get/callbacks/x-done/u/post"],
  ],
  [
    "a webhook by any name",
    { webhooks: { "x-news": post } },
    ["webhook response POST x-news /webhooks/x-news/post"],
  ],
  ["no operation that is null or no object", { paths: { "/a": { get: null, put: "no", post: [] } } }, []],
  ["no path item that is null", { paths: { "/a": null }, webhooks: null }, []],
  [
    "no field of a path item that is no method",
    { paths: { "/a": { summary: "a", servers: [], GET: ok } } },
    [],
  ],
  [
    "nothing in a ring of path items",
    { paths: { "/a": { $ref: "#/paths/~1b" }, "/b": { $ref: "#/paths/~1a" } } },
    [],
  ],
  ["nothing behind a reference that leads nowhere", { paths: { "/a": { $ref: "#/components/no" } } }, []],
  ["nothing in a document without paths", { openapi: "3.1.0" }, []],
])("finds %s", (_, document, expected) => {
  expect(tell(document)).toEqual(expected);
});

test.each(["3.0.4", "3.1.1", "3.2.0"])("OpenAPI %s is read alike", (openapi) => {
  const document = { openapi, paths: { "/a": get }, webhooks: { news: post } };
  expect(tell(document)).toEqual([
    "path request GET /a /paths/~1a/get",
    "webhook response POST news /webhooks/news/post",
  ]);
});

test("an operation knows its path item, with the reference to it followed", () => {
  const item = { summary: "shared", get: { operationId: "read" } };
  const [operation] = read({
    paths: { "/a": { $ref: "#/components/pathItems/A" } },
    components: { pathItems: { A: item } },
  });
  expect(operation).toMatchObject({
    operationId: "read",
    place: { pointer: "/components/pathItems/A/get", value: item.get },
    pathItem: { pointer: "/components/pathItems/A", value: item },
  });
});

test.each([
  ["missing", {}],
  ["no text", { operationId: 1 }],
])("an operationId that is %s is none", (_, operation) => {
  expect(read({ paths: { "/a": { get: operation } } })[0]?.operationId).toBeUndefined();
});

test("a callback knows its key and the operation that announces it", () => {
  const [parent, callback] = read({ paths: { "/a": { get: { callbacks: { done: { u: post } } } } } });
  expect(callback).toMatchObject({ kind: "callback", callback: "done", parent });
});

test("thirty callbacks that all call each other back are listed in no time", () => {
  const names = Array.from({ length: 30 }, (_, index) => `C${index}`);
  const callbacks = Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/callbacks/${name}` }]),
  );
  const components = {
    callbacks: Object.fromEntries(names.map((name) => [name, { u: { post: { callbacks } } }])),
  };
  // One from the path, and from each of the two directions of a callback its thirty.
  expect(read({ paths: { "/a": { get: { callbacks } } }, components })).toHaveLength(1 + 30 + 2 * 30 * 30);
});
