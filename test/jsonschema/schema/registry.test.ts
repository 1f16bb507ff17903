import { describe, expect, test } from "vitest";
import {
  child,
  createRegistry,
  locate,
  placeName,
  resolve,
  subschemas,
  withoutFragment,
  type Holds,
} from "../../../scripts/jsonschema/schema/registry.js";

const holds: Holds = (name) =>
  (({ items: "schema", allOf: "list", $defs: "map", properties: "map" }) as const)[name];

const MAIN = "https://a.test/main";
const OTHER = "https://a.test/other#frag";

const main = {
  $defs: {
    plain: { type: "string" },
    anchored: { $anchor: "here" },
    dynamic: { $dynamicAnchor: "node" },
    resource: { $id: "sub/r", $defs: { inner: { $anchor: "deep", type: "null" } } },
    "a/b~c": { type: "array" },
  },
  allOf: [true, { $anchor: "listed" }],
  const: { $anchor: "noSchema" },
  outside: { $anchor: "below" },
};

const registry = createRegistry(
  new Map<string, unknown>([
    [MAIN, main],
    [OTHER, { $anchor: "there" }],
  ]),
  [{ document: MAIN, pointer: "/outside" }],
  holds,
);
const root = locate(registry, MAIN, "");
const found = (reference: string, from = root) => {
  const place = resolve(registry, reference, from);
  return place && placeName(place);
};

describe("a reference", () => {
  test.each<[reference: string, place: string | undefined]>([
    ["#", `${MAIN}#`],
    ["#/$defs/plain", `${MAIN}#/$defs/plain`],
    ["main#/$defs/plain", `${MAIN}#/$defs/plain`],
    [`${MAIN}`, `${MAIN}#`],
    ["#/$defs/a~1b~0c", `${MAIN}#/$defs/a~1b~0c`],
    ["#/%24defs/plain", `${MAIN}#/$defs/plain`],
    ["#here", `${MAIN}#/$defs/anchored`],
    ["#node", `${MAIN}#/$defs/dynamic`],
    ["#listed", `${MAIN}#/allOf/1`],
    ["#below", `${MAIN}#/outside`],
    ["sub/r", `${MAIN}#/$defs/resource`],
    ["sub/r#/$defs/inner", `${MAIN}#/$defs/resource/$defs/inner`],
    ["sub/r#deep", `${MAIN}#/$defs/resource/$defs/inner`],
    ["#deep", undefined],
    ["#noSchema", undefined],
    ["#/$defs/missing", undefined],
    ["elsewhere", undefined],
    ["elsewhere#/$defs/plain", undefined],
    ["http://[", undefined],
    ["#/%", undefined],
    ["https://a.test/other#there", `${OTHER}#`],
  ])("%s leads to %s", (reference, place) => expect(found(reference)).toBe(place));

  test("starts from the resource that holds it", () => {
    const inner = locate(registry, MAIN, "/$defs/resource/$defs/inner");
    expect(inner.base).toBe("https://a.test/sub/r");
    expect(found("#deep", inner)).toBe(`${MAIN}#/$defs/resource/$defs/inner`);
    expect(found("#here", inner)).toBeUndefined();
    expect(found("#", inner)).toBe(`${MAIN}#/$defs/resource`);
  });
});

test("dynamic anchors are kept by resource", () => {
  expect([...(registry.dynamicAnchors.get(MAIN) ?? [])].map(([name, p]) => [name, p.pointer])).toEqual([
    ["node", "/$defs/dynamic"],
  ]);
});

test("an object that stands at two places, as an alias of YAML does, is known by one of them", () => {
  const shared = { $anchor: "shared" };
  const schema = { $defs: { a: shared, b: shared } };
  const { anchors } = createRegistry(new Map([[MAIN, schema]]), [], holds);
  expect(anchors.get(`${MAIN}#shared`)?.pointer).toBe("/$defs/b");
});

test("a place holds what stands there, its pointer and its base", () => {
  const place = child(root, "$defs", "a/b~c", "type");
  expect(place).toMatchObject({ value: "array", pointer: "/$defs/a~1b~0c/type", base: MAIN });
  expect(child(root, "no", "such").value).toBeUndefined();
  expect(locate(registry, "https://nowhere.test/", "/a")).toMatchObject({ value: undefined, pointer: "/a" });
});

test("only values of keywords that hold schemas are subschemas", () => {
  const schema = {
    items: true,
    allOf: [{}, {}],
    properties: { a: {}, b: false },
    const: {},
    $defs: [],
    unknown: {},
  };
  const one = createRegistry(new Map([[MAIN, schema]]), [], holds);
  expect(subschemas(locate(one, MAIN, ""), holds).map(({ pointer }) => pointer)).toEqual([
    "/items",
    "/allOf/0",
    "/allOf/1",
    "/properties/a",
    "/properties/b",
  ]);
  expect(subschemas(locate(one, MAIN, "/items"), holds)).toEqual([]);
});

test("a fragment is cut off", () => {
  expect(["a#b", "a#", "a"].map(withoutFragment)).toEqual(["a", "a", "a"]);
});
