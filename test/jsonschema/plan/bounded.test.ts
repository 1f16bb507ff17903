import { expect, test } from "vitest";
import { isBounded } from "../../../scripts/jsonschema/plan/bounded.js";
import { all, PASS, type Plan } from "../../../scripts/jsonschema/plan/plan.js";
import * as p from "./plans.js";

const planOf = p.lookUp({
  small: p.type("string"),
  large: p.items(p.test()),
  again: p.call("again"),
  ...Object.fromEntries(
    Array.from({ length: 6 }, (_, i) => [`f${i}`, p.call(i < 5 ? `f${i + 1}` : "small")]),
  ),
});

test.each<[claim: string, plan: Plan, bounded: boolean]>([
  ["a type is", p.type("string"), true],
  ["known properties are", p.fields({ a: p.test() }), true],
  ["a closed object is", p.fields({ a: p.test() }, [], { additional: p.never }), true],
  ["a map is not", p.fields({}, [], { additional: p.test() }), false],
  ["names by pattern are not", p.fields({}, [], { patterns: [{ pattern: "a", plan: PASS }] }), false],
  ["all names are not", p.names(p.test()), false],
  ["the first items are", p.items(undefined, p.test()), true],
  ["items of which nothing is asked are", p.items(PASS), true],
  ["all items are not", p.items(p.test()), false],
  ["counting items is not", p.some(p.test()), false],
  ["what is left is not", p.unevaluated("items", PASS, PASS), false],
  ["a loop in a property is not", p.fields({ a: p.items(p.test()) }), false],
  ["a loop among others is not", all([p.test(), p.not(p.names(p.test()))]), false],
  ["a function that is bounded is", p.call("small"), true],
  ["a function that is not is not", p.call("large"), false],
  ["a function that comes back to itself is not", p.call("again"), false],
  ["five functions are looked through", p.call("f2"), true],
  ["and not more", p.call("f1"), false],
])("%s", (_, plan, bounded) => expect(isBounded(plan, planOf)).toBe(bounded));
