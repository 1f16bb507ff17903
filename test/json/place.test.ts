import { describe, expect, test } from "vitest";
import { childOf, follow, itemsOf, memberOf, membersOf, placeAt, rootOf } from "../../scripts/json/place.js";

const root = {
  value: 1,
  "a/b": { "~c": 2 },
  chain: { $ref: "#/link" },
  link: { $ref: "#/value" },
  encoded: { $ref: "#/a~1b/%7E0c" },
  ring: { $ref: "#/knot" },
  knot: { $ref: "#/ring" },
  self: { $ref: "#/self" },
  nowhere: { $ref: "#/none" },
  elsewhere: { $ref: "other.yaml" },
  literal: { $ref: 1 },
  list: ["x", "y"],
};
const document = { root };

describe("references are followed", () => {
  test.each([
    ["through others", "/chain", "/value"],
    ["through keys with escapes", "/encoded", "/a~1b/~0c"],
    ["once around a ring", "/ring", "/ring"],
    ["once around themselves", "/self", "/self"],
    ["also where nothing stands", "/nowhere", "/none"],
    ["not out of the document", "/elsewhere", "/elsewhere"],
    ["not where no text is given", "/literal", "/literal"],
    ["not where there are none", "/value", "/value"],
  ])("%s", (_, from, to) => {
    expect(follow(placeAt(document, from))).toEqual(placeAt(document, to));
  });
});

test("steps further down lead to the same place as a pointer", () => {
  expect(childOf(rootOf(document), "a/b", "~c")).toEqual(placeAt(document, "/a~1b/~0c"));
  expect(memberOf(placeAt(document, "/a~1b"), "~c")).toEqual(placeAt(document, "/a~1b/~0c"));
  expect(membersOf(placeAt(document, "/a~1b")).get("~c")).toEqual(placeAt(document, "/a~1b/~0c"));
  expect(itemsOf(placeAt(document, "/list")).map(({ pointer }) => pointer)).toEqual(["/list/0", "/list/1"]);
});

test("what every object inherits is no member", () => {
  expect(memberOf(rootOf(document), "toString")).toBeUndefined();
});
