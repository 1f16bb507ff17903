import { describe, expect, test } from "vitest";
import { readDocument } from "../../../scripts/review/document/document.js";
import { keyOf, readOperations, type Operation } from "../../../scripts/review/document/operations.js";

const read = (fields: object) => readOperations(readDocument({ openapi: "3.1.0", ...fields }, "base"));

function readOne(operation: object, { path = "/a", item = {}, components = {} } = {}): Operation {
  const [found] = read({ paths: { [path]: { ...item, post: operation } }, components }).values();
  if (found === undefined) throw new Error("there is one operation");
  return found;
}

test.each([
  ["its method, in either case", "get", "/a", "GET /a"],
  ["its path, whatever the parameters are called", "GET", "/a/{id}/b/{name}", "GET /a/{}/b/{}"],
  ["the text around a parameter", "GET", "/a/{id}.json", "GET /a/{}.json"],
])("an operation is known by %s", (_, method, path, key) => {
  expect(keyOf(method, path)).toBe(key);
});

test.each<[claim: string, document: object, keys: readonly string[]]>([
  ["of a path by method and path", { paths: { "/a/{id}": { get: {}, put: {} } } }, ["GET /a/{}", "PUT /a/{}"]],
  ["of a webhook as such", { paths: { "/a": { post: {} } }, webhooks: { "/a": { post: {} } } }, ["POST /a", "webhook POST /a"]],
  [
    "of a callback by whose it is",
    { paths: { "/a": { get: { callbacks: { done: { "{$url}": { post: { callbacks: { again: { "{$x}": { put: {} } } } } } } } } } } },
    ["GET /a", "GET /a callback done POST {}", "GET /a callback done POST {} callback again PUT {}"],
  ],
])("operations are listed: %s", (_, document, keys) => {
  expect([...read(document).keys()]).toEqual(keys);
}); // prettier-ignore

test.each([
  ["its operationId", { operationId: "readA" }, "readA"],
  ["else method and path", {}, "POST /a"],
])("an operation is called by %s", (_, operation, name) => expect(readOne(operation).name).toBe(name));

const at = (location: string, name: string) => ({ in: location, name });

describe("a parameter is known by", () => {
  test.each<[claim: string, path: string, parameters: readonly object[], keys: readonly string[]]>([
    ["where it stands and its name", "/a", [at("query", "n"), at("cookie", "n")], ["query n", "cookie n"]],
    ["the case of its name, but in headers", "/a", [at("query", "N"), at("header", "X-A")], ["query N", "header x-a"]],
    ["its position in the path", "/a/{x}/{y}", [at("path", "y"), at("path", "x")], ["path #1", "path #0"]],
    ["its name, where the path has none of that name", "/a/{x}", [at("path", "z")], ["path z"]],
    ["its name, where only the path has one of that name", "/a/{x}", [at("query", "x")], ["query x"]],
  ])("%s", (_, path, parameters, keys) => {
    expect([...readOne({ parameters }, { path }).parameters.keys()]).toEqual(keys);
  }); // prettier-ignore
});

test("a parameter, a body and a response stand where their references lead", () => {
  const components = {
    parameters: { P: { in: "query", name: "p" } },
    requestBodies: { B: { content: {} } },
    responses: { R: { description: "" } },
  };
  const operation = {
    parameters: [{ $ref: "#/components/parameters/P" }],
    requestBody: { $ref: "#/components/requestBodies/B" },
    responses: { "200": { $ref: "#/components/responses/R" } },
  };
  const { parameters, body, responses } = readOne(operation, { components });
  expect(parameters.get("query p")?.place.pointer).toBe("/components/parameters/P");
  expect(body?.place.pointer).toBe("/components/requestBodies/B");
  expect([...responses].map(([status, { place }]) => [status, place.pointer])).toEqual([
    ["200", "/components/responses/R"],
  ]);
});

test("an operation without a body has none", () => expect(readOne({}).body).toBe(undefined));

test("a path item's parameters are those of its operations", () => {
  const item = { parameters: [{ in: "query", name: "p" }] };
  expect([...readOne({}, { item }).parameters.keys()]).toEqual(["query p"]);
});
