import { describe, expect, test } from "vitest";
import { chooseDispatch, excludeEachOther } from "../../../scripts/jsonschema/plan/dispatch.js";
import type { Plan } from "../../../scripts/jsonschema/plan/plan.js";
import * as p from "./plans.js";

const planOf = p.lookUp({});
const kind = (...values: unknown[]) => p.object({ kind: p.equal(...values) }, ["kind"]);
const cat = kind("cat");
const dog = kind("dog", "wolf");

/** The same plan with other messages. */
const reword = (plan: Plan, word: string): Plan =>
  JSON.parse(JSON.stringify(plan).replaceAll('"message":"', `"message":"${word} `)) as Plan;

describe("alternatives are told apart by the value of a property", () => {
  test("with the values of each, and why the property must be there", () => {
    expect(chooseDispatch([cat, dog], planOf)).toEqual({
      kind: "tag",
      property: "kind",
      cases: [
        { values: ["cat"], plan: cat },
        { values: ["dog", "wolf"], plan: dog },
      ],
      missing: p.because("kind is required"),
      notObject: p.reason,
    });
  });

  test("and with the words of the first for what is no object, or has no such property", () => {
    const [first, second] = [reword(cat, "first"), reword(dog, "second")];
    expect(chooseDispatch([first, second], planOf)).toMatchObject({
      missing: p.because("first kind is required"),
      notObject: p.because("first m"),
    });
    const [there, missing] = [reword(p.object({}, ["a"]), "first"), p.object({ a: p.never })];
    expect(chooseDispatch([there, missing], planOf)).toMatchObject({ notObject: p.because("first m") });
  });

  test.each<[claim: string, alternatives: readonly Plan[]]>([
    ["one alternative needs none", [cat]],
    ["a value of two says nothing", [cat, kind("cat", "lion")]],
    ["a value that is an object says nothing", [cat, kind({})]],
    ["the property must be required", [cat, p.object({ kind: p.equal("dog") })]],
    ["every alternative must name its values", [cat, p.object({}, ["kind"])]],
    ["every alternative must be an object", [cat, p.type("string")]],
  ])("not else: %s", (_, alternatives) => expect(chooseDispatch(alternatives, planOf)).toBeUndefined());
});

describe("alternatives are told apart by a property that is there or not", () => {
  const withA = p.object({}, ["a"]);
  const withoutA = p.object({ a: p.never });
  const closed = p.object({ b: p.test() }, ["b"], { additional: p.never });

  test("because the others exclude it", () => {
    expect(chooseDispatch([withA, withoutA, withA], planOf)).toEqual({
      kind: "presence",
      property: "a",
      present: [withA, withA],
      absent: [withoutA],
      notObject: p.reason,
    });
  });

  test("or because the others know no such property", () => {
    expect(chooseDispatch([withA, closed], planOf)).toMatchObject({
      kind: "presence",
      property: "a",
      present: [withA],
      absent: [closed],
    });
  });

  test("what is excluded by name says more than what is merely unknown", () => {
    const first = p.object({ x: p.test(), a: p.test() }, ["x", "a"], { additional: p.never });
    const second = p.object({ a: p.never, y: p.test() }, ["y"], { additional: p.never });
    expect(chooseDispatch([first, second], planOf)).toMatchObject({ property: "a" });
  });

  test("not where one alternative may have it or not", () => {
    expect(chooseDispatch([withA, withoutA, p.object({})], planOf)).toBeUndefined();
    expect(chooseDispatch([withA, p.object({}, ["a", "b"])], planOf)).toBeUndefined();
  });
});

test("alternatives exclude each other only when each pair does", () => {
  const [text, list] = [p.type("string"), p.type("array")];
  expect(excludeEachOther([text, list, p.type("null")], planOf)).toBe(true);
  expect(excludeEachOther([text, list, p.type("null", "array")], planOf)).toBe(false);
  expect(excludeEachOther([cat, dog], planOf)).toBe(true);
  expect(excludeEachOther([text], planOf)).toBe(true);
});
