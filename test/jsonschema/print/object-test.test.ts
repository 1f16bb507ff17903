import { describe, expect, test } from "vitest";
import { identifier } from "../../../scripts/jsonschema/code/code.js";
import { all, PASS, type Plan } from "../../../scripts/jsonschema/plan/plan.js";
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

const five = ["a", "b", "c", "d", "e"];
const of = (names: readonly string[], plan = text1) => Object.fromEntries(names.map((name) => [name, plan]));
const read = (name: string): string[] => [
  `const $${name} = f["${name}"];`,
  `if (typeof $${name} !== "string") return false;`,
];

describe("a closed object whose names are all required is read by them, and its names are counted", () => {
  test("behind what costs little, before what loops", () => {
    expect(print(p.fields({ l: many, ...of(five) }, ["l", ...five], closed))).toBe(
      [
        ...five.flatMap(read),
        "if (hasMore(f, 6)) return false;",
        'const $l = f["l"];',
        "if ($l === undefined) return false;",
        loop("$l"),
      ].join("\n"),
    );
  });

  test("a forbidden name is one too many like all others", () => {
    expect(print(p.fields({ ...of(five), z: p.never }, five, closed))).toBe(
      [...five.flatMap(read), "if (hasMore(f, 5)) return false;"].join("\n"),
    );
  });

  test.each<[claim: string, plan: Plan]>([
    ["there are only a few", p.fields(of(five.slice(1)), five.slice(1), closed)],
    ["a name is optional", p.fields({ ...of(five), o: text1 }, five, closed)],
    ["a required name is not known", p.fields(of(five), [...five, "z"], closed)],
    [
      "a pattern knows names",
      p.fields(of(five), five, { ...closed, patterns: [{ pattern: "x", plan: PASS }] }),
    ],
    ["other names are asked something", p.fields(of(five), five, { additional: text1 })],
  ])("not when %s", (_, plan) => expect(print(plan)).toMatch(/for \(const \$key in f\)/));
});

const branch = (name: string, ...lines: string[]): string =>
  `    case "${name}": {\n${lines.map((line) => `      ${line}\n`).join("")}      break;\n    }`;
const load = ["const $value = f[$key];", "if ($value === undefined) break;"];

const names = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`);

describe("any other object is read name by name", () => {
  test("required names are counted, and those that no case knows are asked for", () => {
    expect(print(p.fields({ a: text1, b: text1 }, ["a", "z"], { additional: p.type("null") }))).toBe(
      [
        "let $required = 0;",
        "for (const $key in f) {",
        "  switch ($key) {",
        branch("a", ...load, 'if (typeof $value !== "string") return false;', "$required++;"),
        branch("b", ...load, 'if (typeof $value !== "string") return false;'),
        "    default: {\n      const $value = f[$key];\n      if ($value === undefined) break;\n      if ($value !== null) return false;\n      break;\n    }",
        "  }",
        "}",
        "if ($required !== 1) return false;",
        'if (f["z"] === undefined) return false;',
      ].join("\n"),
    );
  });

  test("what loops is put off until every name has been looked at", () => {
    expect(print(p.fields({ l: many, a: text1 }, ["a"], closed))).toBe(
      [
        "let $required = 0;",
        "for (const $key in f) {",
        "  switch ($key) {",
        '    case "l": break;',
        branch("a", ...load, 'if (typeof $value !== "string") return false;', "$required++;"),
        "    default: {\n      if (f[$key] !== undefined) return false;\n      break;\n    }",
        "  }",
        "}",
        "if ($required !== 1) return false;",
        'const $l = f["l"];',
        `if ($l !== undefined) {\n${indented(loop("$l"))}\n}`,
      ].join("\n"),
    );
  });

  test("but not what it costs little to ask before", () => {
    const sized = all([p.type("array"), { kind: "when", type: "array", plan: all([p.test(), many]) }]);
    expect(print(p.fields({ l: sized }, [], closed))).toContain(
      branch("l", ...load, "if (!Array.isArray($value) || !$value) return false;"),
    );
  });

  test("so is an open one with more names than 16, most of them optional", () => {
    expect(print(p.fields(of(names(17)), names(8)))).toContain("for (const $key in f)");
    expect(print(p.fields(of(names(17)), names(9)))).not.toContain("for");
    expect(print(p.fields(of(names(16))))).not.toContain("for");
  });

  test("and one whose evaluated names are noted", () => {
    expect(print(p.fields({ a: text1, l: many }), "e")).toBe(
      [
        "for (const $key in f) {",
        "  switch ($key) {",
        branch("a", ...load, "e.names.add($key);", 'if (typeof $value !== "string") return false;'),
        `    case "l": {\n${indented(indented(indented([...load, "e.names.add($key);", loop("$value"), "break;"].join("\n"))))}\n    }`,
        "  }",
        "}",
      ].join("\n"),
    );
  });
});

test("names of properties are asked as strings", () => {
  expect(print(p.names(p.type("string")))).toBe("");
  expect(text(printing({ isCollecting: true }).issues(p.names(p.type("string")), subject))).toBe("");
  expect(print(p.names(p.test()))).toBe(
    "for (const $key in f) {\n  const $value = f[$key];\n  if ($value === undefined) continue;\n  if (!$key) return false;\n}",
  );
});
