import { describe, expect, test } from "vitest";
import { code, identifier, type Code } from "../../../scripts/jsonschema/code/code.js";
import { FALSE, TRUE } from "../../../scripts/jsonschema/code/condition.js";
import {
  block,
  constant,
  declare,
  endsIn,
  exit,
  ifElse,
  iff,
  mentions,
  sequence,
  switchCase,
  until,
  variable,
} from "../../../scripts/jsonschema/code/statement.js";

const a = identifier("$a");
const b = identifier("$b");
const run = code`run(${a});`;
const leave = exit(code`return false;`);
const text = (lines: readonly Code[]) => lines.map((line) => line.text).join("\n");

test.each<[claim: string, lines: readonly Code[], expected: string]>([
  ["one simple statement stands on the line of its head", [block(code`if (x)`, [run])], "if (x) run($a);"],
  ["so does one that leaves", [block(code`if (x)`, [leave])], "if (x) return false;"],
  [
    "a declaration gets braces",
    [block(code`if (x)`, [constant(a, code`1`)])],
    "if (x) {\n  const $a = 1;\n}",
  ],
  [
    "a statement that holds others gets braces",
    [block(code`if (x)`, [block(code`if (y)`, [run])])],
    "if (x) {\n  if (y) run($a);\n}",
  ],
  ["two statements get braces", [block(code`if (x)`, [run, run])], "if (x) {\n  run($a);\n  run($a);\n}"],
  ["nothing gets braces", [block(code`if (x)`, [])], "if (x) {\n\n}"],
  [
    "bodies are indented at every level",
    [block(code`a:`, [block(code`b:`, [run, run])])],
    "a: {\n  b: {\n    run($a);\n    run($a);\n  }\n}",
  ],
  ["a condition", iff(a, [run]), "if ($a) run($a);"],
  ["a condition without a body is nothing", iff(a, []), ""],
  ["what is always so needs no condition", iff(TRUE, [run]), "run($a);"],
  ["what is never so is nothing", iff(FALSE, [run]), ""],
  ["one or the other", ifElse(a, [run], [leave]), "if ($a) {\n  run($a);\n} else {\n  return false;\n}"],
  ["one alone", ifElse(a, [run], []), "if ($a) run($a);"],
  ["the other alone", ifElse(a, [], [run]), "if (!$a) run($a);"],
  ["neither", ifElse(a, [], []), ""],
  ["always the one", ifElse(TRUE, [run], [leave]), "run($a);"],
  ["always the other", ifElse(FALSE, [run], [leave]), "return false;"],
  ["a case that goes on is ended", [switchCase(code`case 1:`, [run])], "case 1: {\n  run($a);\n  break;\n}"],
  ["a case that leaves is not", [switchCase(code`case 1:`, [leave])], "case 1: return false;"],
  ["an empty case", [switchCase(code`case 1:`, [])], "case 1: break;"],
  ["a constant with a type", [constant(a, code`1`, "unknown")], "const $a: unknown = 1;"],
  ["a variable", [variable(a, code`0`)], "let $a = 0;"],
])("%s", (_, lines, expected) => expect(text(lines)).toBe(expected));

describe("names", () => {
  test("of a block are those of its head and its body", () => {
    expect([...block(code`if (${b})`, [run]).names]).toEqual(["$b", "$a"]);
    expect([...(ifElse(b, [run], [leave])[0]?.names ?? [])]).toEqual(["$b", "$a"]);
  });

  test("a name inside of a block is mentioned; another, or a text that looks like it, is not", () => {
    expect(mentions([leave, block(code`if (x)`, [run])], a)).toBe(true);
    expect(mentions([run], b)).toBe(false);
    expect(mentions([code`run(${"$b"});`], b)).toBe(false);
  });
});

test("a declaration stands in front of lines that use its name, and nowhere else", () => {
  const declared = constant(a, code`1`);
  expect(text(declare(declared, [leave, run]))).toBe("const $a = 1;\nreturn false;\nrun($a);");
  expect(text(declare(declared, [leave]))).toBe("return false;");
  expect(text(declare(run, [leave]))).toBe("run($a);\nreturn false;");
});

test("lines end where they leave, and what stands behind that is left out", () => {
  expect(endsIn(leave, [run, leave])).toBe(true);
  expect(endsIn(leave, [leave, run])).toBe(false);
  expect(endsIn(leave, [])).toBe(false);
  expect(text(until(leave, [run, leave, run]))).toBe("run($a);\nreturn false;");
  expect(text(until(leave, [run, run]))).toBe("run($a);\nrun($a);");
});

test("statements in a row are one statement, one is itself", () => {
  expect(sequence([run])).toBe(run);
  const row = sequence([run, leave]);
  expect([row.text, [...row.names]]).toEqual(["run($a);\nreturn false;", ["$a"]]);
  expect(block(code`if (x)`, [row]).text).toBe("if (x) {\n  run($a);\n  return false;\n}");
});
