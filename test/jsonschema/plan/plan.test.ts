import { describe, expect, test } from "vitest";
import { code, identifier } from "../../../scripts/jsonschema/code/code.js";
import {
  all,
  because,
  isPass,
  parts,
  PASS,
  sameInstance,
  walk,
  walkSameInstance,
  when,
  type Plan,
  type Tools,
} from "../../../scripts/jsonschema/plan/plan.js";
import * as p from "./plans.js";

const a = p.type("string");
const b = p.equal(1);
const c = p.test();

test("a conjunction is flat, and of one plan it is the plan", () => {
  expect(all([a])).toBe(a);
  expect(all([])).toEqual(PASS);
  expect(all([a, all([b, c]), PASS])).toEqual({ kind: "all", plans: [a, b, c] });
});

test("only an empty conjunction asks nothing", () => {
  expect([PASS, a, all([a, b]), p.items(undefined)].map(isPass)).toEqual([true, false, false, false]);
});

test("nothing is left of a plan that asks nothing of a type", () => {
  expect(when("array", PASS)).toBe(PASS);
  expect(when("array", a)).toEqual({ kind: "when", type: "array", plan: a });
});

const rest = p.never;
describe("the plans directly below", () => {
  test.each<[kind: string, plan: Plan, same: readonly Plan[], deeper: readonly Plan[]]>([
    ["all", all([a, b]), [a, b], []],
    ["alternatives", p.anyOf(a, b), [a, b], []],
    ["when", when("string", c), [c], []],
    ["present", p.present("x", a), [a], []],
    ["not", p.not(a), [a], []],
    ["if", p.choice(a, b, c), [a, b, c], []],
    ["names", p.names(a), [], [a]],
    ["items", p.items(rest, a, b), [], [a, b, rest]],
    ["items without a rest", p.items(undefined, a), [], [a]],
    ["some", p.some(a), [], [a]],
    ["unevaluated", p.unevaluated("items", a, rest), [a], [rest]],
    [
      "object",
      p.fields({ x: a }, [], { patterns: [{ pattern: "y", plan: b }], additional: rest }),
      [],
      [a, b, rest],
    ],
    ["object without a rest", p.fields({ x: a }), [], [a]],
    ["type", a, [], []],
    ["call", p.call("f"), [], []],
  ])("%s", (_, plan, same, deeper) => {
    expect(sameInstance(plan)).toEqual(same);
    expect(parts(plan)).toEqual(deeper);
  });
});

test("every plan of a tree is walked over once, from the top", () => {
  const tree = all([a, p.fields({ x: p.not(b) }), p.items(c)]);
  expect([...walk(tree)].map(({ kind }) => kind)).toEqual([
    "all",
    "type",
    "object",
    "not",
    "equal",
    "items",
    "test",
  ]);
  expect(walkSameInstance(tree).map(({ kind }) => kind)).toEqual(["all", "type", "object", "items"]);
});

const messages = (plan: Plan): readonly unknown[] =>
  [...walk(because(plan, "x is 1"))].flatMap((inner) => [
    ...("reason" in inner ? [inner.reason.message] : []),
    ...(inner.kind === "object" ? inner.required.map(({ reason }) => reason.message) : []),
  ]);

describe("the condition under which a plan applies stands behind its messages", () => {
  const explained = "m, because x is 1";

  test.each<[kind: string, plan: Plan, messages: readonly string[]]>([
    [
      "type, equal, never and not",
      all([a, b, p.never, p.not(p.never)]),
      [explained, explained, explained, explained, "m"],
    ],
    ["in a test", p.test("must be 2"), ["must be 2, because x is 1"]],
    ["in what is asked of one type", when("string", a), [explained]],
    ["in what a property asks for", p.present("y", a), [explained]],
    ["in properties", p.fields({ y: a }, ["y"]), ["y is required, because x is 1", explained]],
    ["not in alternatives, of which each has its own", p.anyOf(a), ["m", "m"]],
  ])("%s", (_, plan, expected) => expect(messages(plan)).toEqual(expected));

  test("of a message that is an expression too", () => {
    const plan: Plan = p.reasoned((v) => code`f(${v})`);
    const [found] = messages(plan);
    const tools: Tools = { runtime: identifier, matches: () => identifier("m") };
    expect(typeof found === "function" && found(identifier("v"), tools).text).toBe(
      'f(v) + ", because x is 1"',
    );
  });
});
