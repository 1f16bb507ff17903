import { describe, expect, test } from "vitest";
import { areDisjoint, arePrimitive, factsOf, isObject } from "../../../scripts/jsonschema/plan/facts.js";
import { all, when, type Plan } from "../../../scripts/jsonschema/plan/plan.js";
import * as p from "./plans.js";

const FUNCTIONS: Readonly<Record<string, Plan>> = {
  cat: p.object({ kind: p.equal("cat") }, ["kind"]),
  one: p.equal(1),
  ...Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`f${i}`, p.call(i < 5 ? `f${i + 1}` : "cat")])),
};
const planOf = p.lookUp(FUNCTIONS);
const facts = (plan: Plan) => factsOf(plan, planOf);

describe("the types that pass", () => {
  test.each<[claim: string, plan: Plan, types: readonly string[] | undefined]>([
    ["of a type", p.type("string", "null"), ["string", "null"]],
    ["of two types are those of both", all([p.type("string", "null"), p.type("null", "array")]), ["null"]],
    ["are open where nothing is said", p.equal("a"), undefined],
    ["are said once", all([p.test(), p.type("string")]), ["string"]],
    ["say nothing where they only count for one type", when("string", p.type("string")), undefined],
    ["of a function", p.call("cat"), ["object"]],
    ["of what leaves nothing unevaluated", p.unevaluated("items", p.type("array"), p.never), ["array"]],
    ["are open for alternatives", p.anyOf(p.type("string")), undefined],
    ["are open after five references", p.call("f0"), undefined],
    ["are known after four", p.call("f3"), ["object"]],
  ])("%s", (_, plan, types) => expect(facts(plan).types).toEqual(types));
});

describe("the properties of an object", () => {
  const plan = p.fields({ a: p.equal(1, 2), b: p.call("one"), c: p.never, d: all([p.test(), p.equal(3)]) }, [
    "a",
    "z",
  ]);

  test("are required by name, with the reason", () => {
    expect([...facts(plan).required].map(([name, { message }]) => [name, message])).toEqual([
      ["a", "a is required"],
      ["z", "z is required"],
    ]);
  });

  test("have the only values that they may have", () => {
    expect([...facts(plan).values]).toEqual([
      ["a", [1, 2]],
      ["b", [1]],
      ["d", [3]],
    ]);
  });

  test("are forbidden by name, or as one of no known name", () => {
    const closed = facts(p.fields({ a: p.test(), c: p.never }, [], { additional: p.never }));
    expect(["a", "c", "x"].map(closed.forbids)).toEqual([false, true, true]);
    expect(["a", "c", "x"].map(closed.excludes)).toEqual([false, true, false]);
  });

  test("are not known to be forbidden where a pattern may allow them", () => {
    const patterns = [{ pattern: "x", plan: p.test() }];
    const open = facts(p.fields({ c: p.never }, [], { additional: p.never, patterns }));
    expect(["c", "x"].map(open.forbids)).toEqual([true, false]);
  });

  test("of two plans add up", () => {
    const both = facts(all([p.fields({ a: p.equal(1) }, ["a"]), p.fields({ b: p.never }, ["c"])]));
    expect([...both.required.keys()]).toEqual(["a", "c"]);
    expect([both.forbids("b"), both.excludes("b"), both.forbids("a"), both.excludes("a")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

const kind = (value: unknown) => p.object({ kind: p.equal(value) }, ["kind"]);

describe("two plans have no instance in common", () => {
  test.each<[claim: string, a: Plan, b: Plan, disjoint: boolean]>([
    ["by their types", p.type("string"), p.type("null", "array"), true],
    ["not when they share one", p.type("string", "null"), p.type("null"), false],
    ["not when one is open", p.type("string"), p.test(), false],
    ["not an integer and a number", p.type("integer"), p.type("number"), false],
    [
      "by a property that one requires and the other forbids",
      p.object({}, ["a"]),
      p.object({ a: p.never }),
      true,
    ],
    ["the other way round too", p.object({ a: p.never }), p.object({}, ["a"]), true],
    ["by the values of a property that both require", kind("cat"), kind("dog"), true],
    ["not when the values overlap", kind("cat"), kind("cat"), false],
    ["not when the values are objects", kind({}), kind([]), false],
    ["not when only one requires the property", kind("cat"), p.object({ kind: p.equal("dog") }), false],
    ["not when one has no values", kind("cat"), p.object({}, ["kind"]), false],
    [
      "not when they may be something else than objects",
      p.fields({}, ["a"]),
      p.fields({ a: p.never }),
      false,
    ],
  ])("%s", (_, a, b, disjoint) => expect(areDisjoint(facts(a), facts(b))).toBe(disjoint));
});

test("only what takes objects and nothing else is an object", () => {
  const plans = [p.type("object"), p.type("object", "null"), p.type("array"), p.test()];
  expect(plans.map((plan) => isObject(facts(plan)))).toEqual([true, false, false, false]);
});

test("null is primitive, objects and arrays are not", () => {
  expect([[1, "a", null, true], [{}], [[]], []].map(arePrimitive)).toEqual([true, false, false, true]);
});
