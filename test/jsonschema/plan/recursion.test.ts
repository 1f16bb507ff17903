import { describe, expect, test } from "vitest";
import { findCycles } from "../../../scripts/jsonschema/plan/cycles.js";
import { all, when, type Plan } from "../../../scripts/jsonschema/plan/plan.js";
import { findEndless, findRecursions } from "../../../scripts/jsonschema/plan/recursion.js";
import * as p from "./plans.js";

const self = p.call("f");

describe("a function comes back to itself", () => {
  test.each<[claim: string, plan: Plan, recursion: "simple" | "tangled" | undefined]>([
    ["not at all", p.fields({ a: p.call("other") }), undefined],
    ["once for each part", p.fields({ a: self, b: self }), "simple"],
    ["through items", p.items(self), "simple"],
    ["through a property that is there", p.present("a", p.fields({ a: self })), "simple"],
    ["twice for one property", all([p.fields({ a: self }), p.fields({ a: self })]), "tangled"],
    [
      "twice for one property of two alternatives",
      p.anyOf(p.fields({ a: self }), p.fields({ a: self })),
      "tangled",
    ],
    ["twice for each item", all([p.items(self), p.items(self)]), "tangled"],
    ["for the first item and for the others", p.items(self, self), "tangled"],
    ["for items and to count them", all([p.items(self), p.some(self)]), "tangled"],
    ["for a property and for names by pattern", withPattern(p.fields({ a: self })), "tangled"],
    ["for names by pattern alone", withPattern(p.fields({})), "simple"],
    ["for the properties or for the others", p.fields({ a: self }, [], { additional: self }), "simple"],
    [
      "in one branch or the other",
      p.choice(p.test(), p.fields({ a: self }), p.fields({ a: self })),
      "simple",
    ],
    [
      "in the condition and a branch",
      p.choice(p.fields({ a: self }), p.fields({ a: self }), p.test()),
      "tangled",
    ],
    ["for what is left and before", p.unevaluated("items", p.items(self), self), "tangled"],
    ["for what is left of the properties", p.unevaluated("properties", p.test(), self), "simple"],
    ["in alternatives that a tag tells apart", p.anyOf(tagged("x"), tagged("y")), "simple"],
    [
      "in alternatives that presence tells apart",
      p.anyOf(p.object({ a: self, b: p.test() }, ["b"]), p.object({ a: self, b: p.never })),
      "simple",
    ],
    ["of one type", when("array", p.items(self)), "simple"],
  ])("%s", (_, plan, recursion) => {
    expect(findRecursions(p.plansOf({ f: plan, other: p.test() })).get(p.key("f"))).toBe(recursion);
  });

  test("tangled makes every function of the circle so", () => {
    const twice = all([p.items(p.call("a")), p.items(p.call("a"))]);
    const found = findRecursions(p.plansOf({ a: p.items(p.call("b")), b: twice, c: p.items(p.call("c")) }));
    expect([...found].toSorted()).toEqual([
      ["a", "tangled"],
      ["b", "tangled"],
      ["c", "simple"],
    ]);
  });
});

function withPattern(plan: Plan): Plan {
  return plan.kind === "object" ? { ...plan, patterns: [{ pattern: "a", plan: self }] } : plan;
}

function tagged(value: string): Plan {
  return p.object({ kind: p.equal(value), a: self }, ["kind"]);
}

test("only what comes back for the same value never ends", () => {
  const plans = p.plansOf({
    direct: all([p.call("direct")]),
    a: p.anyOf(p.call("b")),
    b: p.not(p.call("a")),
    deep: p.items(p.call("deep")),
    outside: p.call("a"),
  });
  expect([...findEndless(plans)].toSorted()).toEqual(["a", "b", "direct"]);
});

const cycles = (graph: Readonly<Record<string, readonly string[]>>) => {
  const found = findCycles(new Map(Object.entries(graph)));
  const groups = [...new Set(found.values())].map((number) =>
    [...found].filter(([, own]) => own === number).map(([node]) => node),
  );
  return groups.map((group) => group.toSorted().join("")).toSorted();
};

describe("cycles", () => {
  test.each<[claim: string, graph: Readonly<Record<string, readonly string[]>>, found: readonly string[]]>([
    ["a line has none", { a: ["b"], b: ["c"], c: [] }, []],
    ["a node that leads to itself is one", { a: ["a"], b: ["a"] }, ["a"]],
    ["a ring is one", { a: ["b"], b: ["c"], c: ["a"] }, ["abc"]],
    ["two rings that share a node are one", { a: ["b", "c"], b: ["a"], c: ["a"] }, ["abc"]],
    [
      "two rings with an arrow between are two",
      { a: ["b"], b: ["a", "c"], c: ["d"], d: ["c"] },
      ["ab", "cd"],
    ],
    ["an arrow back to a finished ring adds nothing", { a: ["a"], b: ["a", "c"], c: ["b"] }, ["a", "bc"]],
    ["arrows to nodes that are not there lead nowhere", { a: ["x"], b: ["b", "x"] }, ["b"]],
    [
      "a late arrow back closes a long ring",
      { a: ["b"], b: ["c", "d"], c: [], d: ["e"], e: ["a"] },
      ["abde"],
    ],
  ])("%s", (_, graph, found) => expect(cycles(graph)).toEqual(found));
});
