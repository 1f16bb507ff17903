import { describe, expect, it } from "vitest";
import type { Operation, Parameter, Validate } from "../../src/call/operation.js";
import { checkParameters, writeUrl } from "../../src/call/parameters.js";

const form: Parameter = {
  in: "query",
  name: "a",
  required: false,
  style: "form",
  explode: true,
  validate: undefined,
};
const simple: Parameter = { ...form, in: "path", required: true, style: "simple", explode: false };

const write = (parameters: readonly Parameter[], params: object): string => {
  const operation: Operation = {
    method: "GET",
    path: parameters.some(({ in: place }) => place === "path") ? "/x/{a}" : "/x",
    idempotent: true,
    parameters,
    requestBody: undefined,
    responses: {},
  };
  return writeUrl(operation, { ...params }, "https://api.example.com/v1");
};

describe("a value in the style of its parameter", () => {
  const list = ["b", "c d"];
  const object = { b: "1", c: "2" };
  it.each([
    ["simple", simple, list, "/b,c%20d"],
    ["simple, exploded", { ...simple, explode: true }, object, "/b=1,c=2"],
    ["label", { ...simple, style: "label" }, list, "/.b,c%20d"],
    ["label, exploded", { ...simple, style: "label", explode: true }, object, "/.b=1.c=2"],
    ["matrix", { ...simple, style: "matrix" }, list, "/;a=b,c%20d"],
    ["matrix, exploded", { ...simple, style: "matrix", explode: true }, list, "/;a=b;a=c%20d"],
    ["simple, with a slash", simple, "b/c", "/b%2Fc"],
    ["form, exploded", form, list, "?a=b&a=c%20d"],
    ["form", { ...form, explode: false }, list, "?a=b,c%20d"],
    ["form, an object, exploded", form, object, "?b=1&c=2"],
    ["spaceDelimited", { ...form, style: "spaceDelimited", explode: false }, ["b", "c"], "?a=b%20c"],
    ["pipeDelimited", { ...form, style: "pipeDelimited", explode: false }, ["b", "c"], "?a=b|c"],
    ["deepObject", { ...form, style: "deepObject" }, object, "?a[b]=1&a[c]=2"],
    ["form, reserved characters escaped", form, "b/c", "?a=b%2Fc"],
    ["form, reserved characters allowed", { ...form, allowReserved: true }, "b/c", "?a=b/c"],
    [
      "as JSON",
      { ...form, contentType: "application/json" },
      object,
      "?a=%7B%22b%22%3A%221%22%2C%22c%22%3A%222%22%7D",
    ],
    ["absent", form, undefined, ""],
  ])("%s", (_, parameter, value, expected) => {
    const url = write([parameter], { [parameter.in]: { a: value } });
    expect(url).toBe(`https://api.example.com/v1/x${expected}`);
  });

  it("several, and none of the header in the query", () => {
    const parameters = [form, { ...form, name: "b" }, { ...form, in: "header", name: "c" }];
    expect(write(parameters, { query: { a: "1", b: "2", c: "3" } })).toBe(
      "https://api.example.com/v1/x?a=1&b=2",
    );
  });
});

const refuse: Validate = () => [
  { message: "must be a number", path: ["deep"], keyword: "type", keywordLocation: "/type" },
];

const check = (params: object, parameters: readonly Parameter[] = [simple, form]): unknown =>
  checkParameters(parameters, { ...params }).map(({ message, path }) => [path.join("."), message]);

describe("what is wrong with the values", () => {
  it.each([
    ["nothing, when all that is required is there", { path: { a: "b" } }, []],
    ["a dot within a segment is no step up", { path: { a: "..b" } }, []],
    ["a required one that is absent", {}, [["params.path.a", "is required"]]],
    ["an empty segment", { path: { a: "" } }, [["params.path.a", 'must not be empty, "." or ".."']]],
    ["a segment of one dot", { path: { a: "." } }, [["params.path.a", 'must not be empty, "." or ".."']]],
    ["a segment of two dots", { path: { a: ".." } }, [["params.path.a", 'must not be empty, "." or ".."']]],
    ["dots in a query", { path: { a: "b" }, query: { a: ".." } }, []],
    [
      "a name of another place",
      { path: { a: "b" }, header: { a: "b" } },
      [["params.header.a", "is not a parameter of this operation"]],
    ],
    [
      "a name that is unknown in its place",
      { path: { a: "b" }, query: { b: "c" } },
      [["params.query.b", "is not a parameter of this operation"]],
    ],
    ["a place that is undefined", { path: { a: "b" }, query: undefined }, []],
  ])("%s", (_, params, expected) => {
    expect(check(params)).toEqual(expected);
  });

  it("what the schema refuses, with the place of the parameter before its own", () => {
    expect(check({ query: { a: 1 } }, [{ ...form, validate: refuse }])).toEqual([
      ["params.query.a.deep", "must be a number"],
    ]);
    expect(check({}, [{ ...form, validate: refuse }])).toEqual([]);
  });
});
