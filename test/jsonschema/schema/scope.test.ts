import { describe, expect, test } from "vitest";
import { createRegistry, locate } from "../../../scripts/jsonschema/schema/registry.js";
import {
  enterResource,
  OUTERMOST,
  resolveDynamic,
  scopeKey,
} from "../../../scripts/jsonschema/schema/scope.js";

const OUTER = "https://a.test/outer";
const INNER = "https://a.test/inner";
const PLAIN = "https://a.test/plain";
const registry = createRegistry(
  new Map<string, unknown>([
    [OUTER, { $id: OUTER, $dynamicAnchor: "node", $defs: { more: { $dynamicAnchor: "more" } } }],
    [INNER, { $id: INNER, $dynamicAnchor: "node", $defs: { fixed: { $anchor: "fixed" } } }],
    [PLAIN, { $id: PLAIN }],
  ]),
  [],
  (name) => (name === "$defs" ? "map" : undefined),
);
const outer = enterResource(OUTERMOST, OUTER, registry);
const inner = locate(registry, INNER, "");

describe("entering a resource", () => {
  test("without dynamic anchors changes nothing", () => {
    expect(enterResource(outer, PLAIN, registry)).toBe(outer);
  });

  test("whose anchors are all set already changes nothing", () => {
    expect(enterResource(outer, INNER, registry)).toBe(outer);
    expect(enterResource(outer, OUTER, registry)).toBe(outer);
  });

  test("adds its anchors and keeps those of an outer resource", () => {
    const scope = enterResource(enterResource(OUTERMOST, INNER, registry), OUTER, registry);
    expect([...scope].map(([name, place]) => [name, place.document.uri])).toEqual([
      ["node", INNER],
      ["more", OUTER],
    ]);
  });
});

describe("a dynamic reference", () => {
  test.each([
    ["to a dynamic anchor takes the outermost of that name", "#node", outer, `${OUTER}#`],
    ["takes its own where no outer resource has one", "#node", OUTERMOST, `${INNER}#`],
    ["to a plain anchor is a plain reference", "#fixed", outer, `${INNER}#/$defs/fixed`],
    ["by pointer is a plain reference", "#/$defs/fixed", outer, `${INNER}#/$defs/fixed`],
    ["to nothing finds nothing", "#missing", outer, undefined],
  ])("%s", (_, target, scope, expected) => {
    const place = resolveDynamic(registry, target, inner, scope);
    expect(place && `${place.document.uri}#${place.pointer}`).toBe(expected);
  });
});

test("scopes that mean the same have the same key, in whatever order they were made", () => {
  const reversed = new Map([...outer].toReversed());
  expect(scopeKey(reversed)).toBe(scopeKey(outer));
  expect(scopeKey(outer)).not.toBe(scopeKey(enterResource(OUTERMOST, INNER, registry)));
  expect(scopeKey(OUTERMOST)).toBe("");
});
