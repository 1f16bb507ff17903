import { describe, expect, test } from "vitest";
import { identifier } from "../../../scripts/jsonschema/code/code.js";
import { PASS, type Plan } from "../../../scripts/jsonschema/plan/plan.js";
import { createSubject, type Subject } from "../../../scripts/jsonschema/print/subject.js";
import { printTest } from "../../../scripts/jsonschema/print/test.js";
import * as p from "../plan/plans.js";
import { FAIL, printing, text, V } from "./printing.js";

const subject: Subject = { ...createSubject(V), types: ["object"], fields: identifier("f") };
const print = (plan: Plan, evaluated?: string) =>
  text(
    printTest(
      plan,
      subject,
      { fail: FAIL, evaluated: evaluated ? identifier(evaluated) : undefined },
      printing(),
    ),
  );

const text1 = p.type("string");
const many = p.items(p.type("string"));
const closed = { additional: p.never };
const loop = (item: string): string =>
  [
    `for (let $i = 0; $i < ${item}.length; $i++) {`,
    `  const $item: unknown = ${item}[$i];`,
    '  if (typeof $item !== "string") return false;',
    "}",
  ].join("\n");
const indented = (lines: string): string => lines.replaceAll(/^/gm, "  ");

describe("an open object is read by the names that are known", () => {
  test.each<[claim: string, plan: Plan, expected: string]>([
    [
      "a required property is loaded and asked",
      p.fields({ a: text1 }, ["a"]),
      'const $a = f["a"];\nif (typeof $a !== "string") return false;',
    ],
    [
      "an optional one may be missing",
      p.fields({ a: text1 }),
      'const $a = f["a"];\nif ($a !== undefined && typeof $a !== "string") return false;',
    ],
    [
      "a required one of which nothing else is asked must be there",
      p.fields({ a: PASS }, ["a"]),
      'const $a = f["a"];\nif ($a === undefined) return false;',
    ],
    [
      "so must one whose plan would take what is missing",
      p.fields({ a: p.test() }, ["a"]),
      'const $a = f["a"];\nif ($a === undefined) return false;\nif (!$a) return false;',
    ],
    ["an optional one of which nothing is asked is not read", p.fields({ a: PASS }), ""],
    [
      "a forbidden one must not be there",
      p.fields({ a: p.never }),
      'const $a = f["a"];\nif ($a !== undefined) return false;',
    ],
    ["a required name without a plan", p.fields({}, ["z"]), 'if (f["z"] === undefined) return false;'],
    [
      "what costs little is asked first, then required names, then what loops",
      p.fields({ l: many, a: text1 }, ["l", "a", "z"]),
      [
        'const $a = f["a"];',
        'if (typeof $a !== "string") return false;',
        'if (f["z"] === undefined) return false;',
        'const $l = f["l"];',
        "if ($l === undefined) return false;",
        loop("$l"),
      ].join("\n"),
    ],
    ["what nothing can pass ends it", p.fields({ a: p.never, b: text1 }, ["a", "b"]), "return false;"],
  ])("%s", (_, plan, expected) => expect(print(plan)).toBe(expected));

  test("a rest that takes everything leaves it open", () => {
    expect(print(p.fields({ a: text1 }, ["a"], { additional: PASS }))).not.toContain("for");
  });
});

describe("a closed object of mostly required names is read by them, and its names are counted", () => {
  test("all required", () => {
    expect(print(p.fields({ a: text1, b: text1 }, ["a", "b"], closed))).toBe(
      [
        'const $a = f["a"];',
        'if (typeof $a !== "string") return false;',
        'const $b = f["b"];',
        'if (typeof $b !== "string") return false;',
        "if (hasMore(f, 2)) return false;",
      ].join("\n"),
    );
  });

  test("an optional one is counted where it is there", () => {
    expect(print(p.fields({ a: text1, o: text1, b: text1 }, ["a", "b"], closed))).toBe(
      [
        "let $known = 2;",
        'const $a = f["a"];',
        'if (typeof $a !== "string") return false;',
        'const $o = f["o"];',
        'if ($o !== undefined) {\n  if (typeof $o !== "string") return false;\n  $known++;\n}',
        'const $b = f["b"];',
        'if (typeof $b !== "string") return false;',
        "if (hasMore(f, $known)) return false;",
      ].join("\n"),
    );
  });

  test("what loops comes after the count", () => {
    expect(print(p.fields({ l: many, a: text1, o: many }, ["l", "a"], closed))).toBe(
      [
        "let $known = 2;",
        'const $a = f["a"];',
        'if (typeof $a !== "string") return false;',
        'const $o = f["o"];',
        "if ($o !== undefined) $known++;",
        "if (hasMore(f, $known)) return false;",
        'const $l = f["l"];',
        "if ($l === undefined) return false;",
        loop("$l"),
        `if ($o !== undefined) {\n${indented(loop("$o").replaceAll("$i", "$i$2").replaceAll("$i$2tem", "$item$2"))}\n}`,
      ].join("\n"),
    );
  });

  test.each<[claim: string, plan: Plan]>([
    ["half of the names are optional", p.fields({ a: text1, b: text1 }, ["a"], closed)],
    ["a name is forbidden", p.fields({ a: text1, b: p.never }, ["a"], closed)],
    ["a required name is not known", p.fields({ a: text1 }, ["a", "z"], closed)],
    [
      "a pattern knows names",
      p.fields({ a: text1 }, ["a"], { ...closed, patterns: [{ pattern: "x", plan: PASS }] }),
    ],
    ["other names are asked something", p.fields({ a: text1 }, ["a"], { additional: text1 })],
  ])("not when %s", (_, plan) => expect(print(plan)).toMatch(/for \(const \$key in f\)/));
});

describe("any other object is read name by name", () => {
  test("required names are counted, and those that no case knows are asked for", () => {
    expect(print(p.fields({ a: text1, b: text1 }, ["a", "z"], { additional: p.type("null") }))).toBe(
      [
        "let $required = 0;",
        "for (const $key in f) {",
        "  const $value = f[$key];",
        "  if ($value === undefined) continue;",
        "  switch ($key) {",
        '    case "a": {\n      if (typeof $value !== "string") return false;\n      $required++;\n      break;\n    }',
        '    case "b": {\n      if (typeof $value !== "string") return false;\n      break;\n    }',
        "    default: {\n      if ($value !== null) return false;\n      break;\n    }",
        "  }",
        "}",
        "if ($required !== 1) return false;",
        'if (f["z"] === undefined) return false;',
      ].join("\n"),
    );
  });

  test("so is one whose evaluated names are noted", () => {
    expect(print(p.fields({ a: text1 }), "e")).toBe(
      [
        "for (const $key in f) {",
        "  const $value = f[$key];",
        "  if ($value === undefined) continue;",
        "  switch ($key) {",
        '    case "a": {\n      e.names.add($key);\n      if (typeof $value !== "string") return false;\n      break;\n    }',
        "  }",
        "}",
      ].join("\n"),
    );
  });
});

test("names of properties are asked as strings", () => {
  expect(print(p.names(p.type("string")))).toBe("");
  expect(print(p.names(p.test()))).toBe(
    "for (const $key in f) {\n  const $value = f[$key];\n  if ($value === undefined) continue;\n  if (!$key) return false;\n}",
  );
});
