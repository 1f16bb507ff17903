import { describe, expect, test } from "vitest";
import {
  fillDefaults,
  findAddress,
  findDocumentServers,
  findOwnServers,
  findServers,
  readServers,
} from "../../scripts/spec/servers.js";
import { firstOperation, type Json } from "./first-operation.js";

const [a, b, c] = ["a", "b", "c"].map((name) => [{ url: `https://${name}.test` }]);

describe("the servers that count for an operation", () => {
  const own = "/paths/~1a/get/servers";
  const shared = "/paths/~1a/servers";
  test.each<[string, unknown, unknown, unknown, string | undefined, string | undefined]>([
    ["are its own", a, b, c, own, own],
    ["else its path item's", undefined, b, c, shared, shared],
    ["else the document's", undefined, undefined, c, "/servers", undefined],
    ["are none where nobody has any", undefined, undefined, undefined, undefined, undefined],
    ["are the next ones where a list is empty", [], b, c, shared, shared],
    ["are the next ones where a list is none", null, {}, c, "/servers", undefined],
    ["are none where all lists are empty", [], [], [], undefined, undefined],
  ])("%s", (_, ofOperation, ofItem, ofDocument, counts, instead) => {
    const item = { servers: ofItem, get: { servers: ofOperation } };
    const operation = firstOperation({ paths: { "/a": item }, servers: ofDocument });
    expect(findServers(operation)?.pointer).toBe(counts);
    expect(findOwnServers(operation)?.pointer).toBe(instead);
  });
});

const readAll = (servers: unknown) => readServers(findDocumentServers({ root: { servers } }));

test("a server has its address, its variables and its place", () => {
  const region = { default: "eu", enum: ["eu", 1] };
  expect(readAll([{ url: "/" }, { url: "https://{region}.test/{v}", variables: { region, v: {} } }])).toEqual(
    [
      { url: "/", variables: new Map(), place: expect.objectContaining({ pointer: "/servers/0" }) },
      {
        url: "https://{region}.test/{v}",
        variables: new Map([
          [
            "region",
            {
              default: "eu",
              values: ["eu", "1"],
              place: expect.objectContaining({ pointer: "/servers/1/variables/region" }),
            },
          ],
          [
            "v",
            {
              default: undefined,
              values: undefined,
              place: expect.objectContaining({ pointer: "/servers/1/variables/v" }),
            },
          ],
        ]),
        place: expect.objectContaining({ pointer: "/servers/1" }),
      },
    ],
  );
});

test.each([
  ["no list", undefined],
  ["an empty list", []],
])("%s is one server at the root, which stands nowhere", (_, servers) => {
  expect(readAll(servers)).toEqual([{ url: "/", variables: new Map(), place: undefined }]);
});

test("a server without an address is at the root", () => {
  expect(readAll([null]).map(({ url }) => url)).toEqual(["/"]);
});

test.each<[claim: string, url: string | undefined, address: string]>([
  ["where it says", "https://a.test/v1", "https://a.test/v1"],
  ["without slashes at its end", "https://a.test/v1//", "https://a.test/v1"],
  ["at a path of a host that nobody names", "/v1", "https://example.com/v1"],
  ["at a path that begins without a slash", "v1/", "https://example.com/v1"],
  ["at the root where there is no server", undefined, "https://example.com"],
])("the address of an operation is %s: %j", (_, url, address) => {
  const operation = firstOperation({
    paths: { "/a": { get: {} } },
    servers: url === undefined ? [] : [{ url }],
  });
  expect(findAddress(operation)).toBe(address);
});

test.each<[string, Json, string]>([
  ["a variable has its default", { region: { default: "eu" } }, "https://eu.test/{v}"],
  ["an empty default is one", { v: { default: "" } }, "https://{region}.test/"],
  ["a variable without a default stays", { region: {} }, "https://{region}.test/{v}"],
  ["what every object has is no variable", {}, "https://{region}.test/{v}"],
])("in an address %s", (_, variables, expected) => {
  const [server] = readAll([{ url: "https://{region}.test/{v}", variables }]);
  expect(server && fillDefaults(server)).toBe(expected);
});
