import { expect, test } from "vitest";
import type { Plan } from "../../../scripts/jsonschema/plan/plan.js";
import { findRecursions } from "../../../scripts/jsonschema/plan/recursion.js";
import { findSinglePass } from "../../../scripts/jsonschema/plan/single-pass.js";
import * as p from "./plans.js";

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `n${i}`);
const record = (count: number, others: object = {}): Plan =>
  p.fields(Object.fromEntries(names(count).map((name) => [name, p.test()])), names(count), others);
const tagged = (value: string): Plan => p.object({ kind: p.equal(value) }, ["kind"], { additional: p.never });

test.each<[claim: string, plan: Plan, isSinglePass: boolean]>([
  ["a text", p.type("string"), true],
  ["a list", p.items(p.type("string")), true],
  ["a closed object", record(9, { additional: p.never }), true],
  ["a map", p.fields({}, [], { additional: p.type("string") }), true],
  ["an open object", record(1), true],
  ["what holds one", p.items(p.fields({ a: record(1) }, [], { additional: p.never })), true],
  ["what calls one", p.call("open"), true],
  ["alternatives that a tag tells apart", p.anyOf(tagged("a"), tagged("b")), true],
  ["alternatives that their types tell apart", p.anyOf(p.type("string"), p.type("null")), true],
  ["others are asked first, as all of them are tried", p.anyOf(p.type("string"), p.type("string")), false],
  [
    "so are some that a type leaves",
    p.anyOf(p.type("null"), p.type("string"), p.type("string", "boolean")),
    false,
  ],
  [
    "and some whose discriminator says which was meant",
    {
      kind: "alternatives",
      plans: [p.type("string"), p.type("null")],
      exactlyOne: true,
      reason: p.reason,
      hint: { property: "t", values: [] },
    },
    false,
  ],
  ["one alternative is none", p.anyOf(p.type("string")), true],
  ["what is left unevaluated is asked first", p.unevaluated("items", p.items(p.test()), p.never), false],
  ["what comes back to itself is asked first", p.items(p.call("root")), false],
])("in one pass: %s", (_, plan, isSinglePass) => {
  const plans = p.plansOf({ root: plan, open: record(2), text: p.type("string") });
  expect(findSinglePass(plans, findRecursions(plans)).has(p.key("root"))).toBe(isSinglePass);
});
