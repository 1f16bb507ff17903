import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyMutant, drawMutants, findRoom, listMutantsAt } from "./draw.js";
import { describeMutant, isEquivalent, isStale, readEquivalents } from "./equivalent.js";
import { enclosingFunctions, findMutants, OPERATORS } from "./operators.js";
import ts from "typescript";

function mutantsOf(text: string, operator: string): readonly string[] {
  return findMutants("x.ts", text)
    .filter((mutant) => mutant.operator === operator)
    .map((mutant) => applyMutant(mutant, text));
}

describe("what a file could say instead", () => {
  test.each([
    ["condition", "if (a) b();", ["if (!(a)) b();", "if (true) b();", "if (false) b();"]],
    ["condition", "x = a ? b : c;", ["x = !(a) ? b : c;", "x = true ? b : c;", "x = false ? b : c;"]],
    ["condition", "while (true) b();", []],
    ["comparison", "a === b;", ["a !== b;"]],
    ["comparison", "a <= b;", ["a < b;"]],
    ["arithmetic", "a + b;", ["a - b;"]],
    ["arithmetic", "i++;", ["i--;"]],
    ["logic", "a && b;", ["a || b;"]],
    ["logic", "!a;", ["(a);"]],
    ["number", "f(2);", ["f((2 + 1));", "f((2 - 1));"]],
    ["string", 'f("a", "");', ['f("", "");', 'f("a", "x");']],
    ["string", "f(`a${b}`);", ['f("");']],
    ["string", 'x = { "a": 1 };', []],
    ["string", 'import a from "a";', []],
    ["string", 'type A = "a";', []],
    ["string", "/^a$/u.test(b);", ["/a/u.test(b);"]],
    ["boolean", "f(true);", ["f(false);"]],
    ["list", "f([a], ...b);", ["f([], ...b);", "f([a], ...[]);"]],
    ["list", "x = { ...a, b };", ["x = { ...{}, b };"]],
    ["statement", "a();", [";"]],
    ["statement", "throw a;", [";"]],
    [
      "result",
      "f = () => a;",
      ["f = () => undefined;", "f = () => [];", 'f = () => "";', "f = () => true;", "f = () => false;"],
    ],
    ["method", "a.filter(b).c;", ["a.c;"]],
    ["method", "a.some(b);", ["a.every(b);"]],
    ["optional", "a?.b;", ["undefined;"]],
  ])("%s: %s", (operator, text, expected) => {
    expect(mutantsOf(text, operator)).toEqual(expected);
  });

  test("every operator finds something in the code", () => {
    const found = [...drawSome("src", 400)];
    expect(new Set(found.map(({ operator }) => operator))).toEqual(new Set(Object.keys(OPERATORS)));
  });
});

test("the same seed draws the same mutants, and another one others", () => {
  const [first, again, other] = [7, 7, 8].map((seed) => [...drawSome("spec", 20, seed)]);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test("at a line are the mutants that begin in it, at a file all of them, if they compile", () => {
  const file = "scripts/spec/style.ts";
  const text = readFileSync(file, "utf8");
  const all = [...listMutantsAt(file, () => true)];
  expect(all).toEqual(findMutants(file, text));
  const line = text.slice(0, all.at(-1)?.start).split("\n").length;
  const there = [...listMutantsAt(`${file}:${line}`, () => true)];
  expect(there.length).toBeGreaterThan(0);
  expect(there).toEqual(all.slice(-there.length));
  expect([...listMutantsAt(`${file}:1`, () => true)]).toEqual([]);
  expect([...listMutantsAt(file, () => false)]).toEqual([]);
});

test.each([
  ["scripts/spec/style.ts", "spec"],
  ["scripts/review/index.ts:3", "review"],
  ["src/client.ts", "src"],
  ["scripts/json/place.ts", ""],
  ["nowhere.ts", ""],
])("the room of %s is %j", (place, room) => expect(findRoom(place)).toBe(room));

test.each([
  ["function f() { return [1].map((x) => HERE); }", ["f"]],
  ["const f = () => HERE;", ["f"]],
  ["const table = { 'a-b': () => HERE };", ["a-b"]],
  ["class A { m() { const g = () => HERE; } }", ["g", "m"]],
  ["const a = HERE;", []],
])("the functions around HERE in %s", (text, expected) => {
  const source = ts.createSourceFile("x.ts", text, ts.ScriptTarget.ES2022, true);
  expect(enclosingFunctions(source, text.indexOf("HERE"))).toEqual(expected);
});

describe("the list of equivalent mutants", () => {
  const entries = readEquivalents();

  test("holds what the code still says, each with a reason", () => {
    expect(entries.filter(isStale)).toEqual([]);
    expect(entries.filter(({ reason }) => !/\w+ \w+ \w+/.test(reason))).toEqual([]);
  });

  test("says which of two equal tokens of a line it means", () => {
    const text = "if (a) {\n  f(1, 1);\n}";
    const [first, second] = findMutants("x.ts", text).filter(({ replacement }) => replacement === "(1 + 1)");
    if (!first || !second) throw new Error("there are two");
    const entry = { ...describeMutant(second, text), reason: "" };
    expect(entry).toMatchObject({ line: "f(1, 1);", column: 6, from: "1" });
    expect([first, second].map((mutant) => isEquivalent([entry], mutant, text))).toEqual([false, true]);
  });

  test("an entry that is no mutant of its file is stale", () => {
    const [mutant] = drawSome("spec", 1);
    if (!mutant) throw new Error("no mutant");
    const entry = { ...describeMutant(mutant, "nothing of the file"), reason: "" };
    expect(isStale(entry)).toBe(true);
  });
});

function* drawSome(room: string, count: number, seed = 1) {
  let left = count;
  for (const mutant of drawMutants(room, seed, () => true)) {
    if (left-- <= 0) return;
    yield mutant;
  }
}
