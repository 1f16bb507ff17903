import { expect, test } from "vitest";
import { findInOrder } from "../../../scripts/jsonschema/plan/order.js";
import { all, when, type Plan } from "../../../scripts/jsonschema/plan/plan.js";
import * as p from "./plans.js";

const deep = p.fields({ a: p.test() });
const flat = p.test();
const CALLED = { deep, flat, unordered: all([deep, flat]) };

test.each<[claim: string, plan: Plan, inOrder: boolean]>([
  ["one thing is in order", deep, true],
  ["what stays at the value before what goes deeper", all([flat, deep]), true],
  ["not what goes deeper before what stays", all([deep, flat]), false],
  ["not two that go deeper", all([deep, p.items(flat)]), false],
  ["a function that goes deeper counts as such", all([p.call("deep"), flat]), false],
  ["one that does not, does not", all([p.call("flat"), flat]), true],
  ["a function may come last", all([flat, p.call("deep")]), true],
  ["names go deeper", all([p.names(flat), flat]), false],
  ["what is inside of an alternative counts", all([p.anyOf(deep), flat]), false],
  ["what is left comes after all others", p.unevaluated("items", flat, flat), false],
  ["counting asks about items that stay whole", p.some(flat), true],
  ["not when it looks into them", p.some(deep), false],
  ["a disorder further down is one", p.fields({ a: all([deep, flat]) }), false],
  ["and in a function that is called", p.items(p.call("unordered")), false],
  ["properties that are read by their names are not", p.fields({ a: flat, b: flat }), false],
  ["those of a map are", p.fields({ a: flat, b: flat }, [], { additional: p.type("string") }), true],
  ["of one type too", when("array", all([p.items(flat), flat])), false],
])("%s", (_, plan, inOrder) => {
  const ordered = findInOrder(p.plansOf({ root: plan, ...CALLED }));
  expect(ordered.has(p.key("root"))).toBe(inOrder);
});

test("a function is out of order because of those that it calls, however far away and in a circle", () => {
  const plans = p.plansOf({
    a: p.items(p.call("b")),
    b: p.items(p.call("c")),
    c: all([p.items(p.call("a")), flat]),
    d: p.items(p.call("e")),
    e: flat,
  });
  expect([...findInOrder(plans)]).toEqual(["d", "e"]);
});
