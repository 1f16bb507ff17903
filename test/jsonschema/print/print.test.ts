import { describe, expect, test } from "vitest";
import { identifier } from "../../../scripts/jsonschema/code/code.js";
import type { Recursion } from "../../../scripts/jsonschema/plan/recursion.js";
import { createNames, read, recursionArguments, VALUE } from "../../../scripts/jsonschema/print/print.js";
import { functionsOf, printing, V } from "./printing.js";

const args = (callee: Recursion, caller: Recursion, isOwn: boolean, isCollecting = false) =>
  recursionArguments(
    functionsOf("f", callee),
    isOwn ? VALUE : V,
    printing({ recursion: caller, isCollecting }),
    isCollecting,
  ).map(({ text }) => text);

describe("the arguments of a function that comes back to itself", () => {
  test.each<
    [callee: Recursion, caller: Recursion, isOwn: boolean, isCollecting: boolean, expected: string[]]
  >([
    ["none", "none", false, false, []],
    ["none", "tangled", false, false, []],
    ["simple", "none", false, false, ["0"]],
    ["simple", "simple", false, false, ["depth + 1"]],
    ["simple", "simple", true, false, ["depth"]],
    ["tangled", "none", false, false, ["0", "new Map()"]],
    ["tangled", "simple", false, false, ["depth + 1", "new Map()"]],
    ["tangled", "tangled", false, false, ["depth + 1", "memo"]],
    ["tangled", "tangled", false, true, ["depth + 1"]],
  ])("%s from %s, of its own value: %s, collecting: %s", (callee, caller, isOwn, isCollecting, expected) => {
    expect(args(callee, caller, isOwn, isCollecting)).toEqual(expected);
  });

  test("a pass that collects keeps no answers to hand on", () => {
    const caller = printing({ recursion: "tangled", isCollecting: true });
    const found = recursionArguments(functionsOf("f", "tangled"), V, caller);
    expect(found.map(({ text }) => text)).toEqual(["depth + 1", "new Map()"]);
  });
});

test("names of locals are unlike each other and unlike the run-time module", () => {
  const names = createNames();
  const asked = ["a", "a", "b-c", "runtime", "x".repeat(50), "", "a"];
  expect(asked.map((name) => names(name).text)).toEqual([
    "$a",
    "$a$2",
    "$b_c",
    "$runtime$2",
    `$${"x".repeat(40)}`,
    "$",
    "$a$3",
  ]);
});

test("a property that every object inherits is read as its own", () => {
  expect(read(identifier("f"), "a").text).toBe('f["a"]');
  expect(read(identifier("f"), "constructor").text).toBe(
    '(Object.hasOwn(f, "constructor") ? f["constructor"] : undefined)',
  );
});
