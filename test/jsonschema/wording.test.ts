import { describe, expect, test } from "vitest";
import { count, listAnd, listOr, mustBeType, quote } from "../../scripts/jsonschema/wording.js";
import { compiled, problemsOf } from "./compiled.js";

describe("words", () => {
  test.each<[words: readonly string[], or: string, and: string]>([
    [[], "", ""],
    [["a"], "a", "a"],
    [["a", "b"], "a or b", "a and b"],
    [["a", "b", "c"], "a, b or c", "a, b and c"],
  ])("%j", (words, or, and) => {
    expect([listOr(words), listAnd(words)]).toEqual([or, and]);
  });

  test.each([
    [count(0, "item"), "0 items"],
    [count(1, "item"), "1 item"],
    [count(2, "item"), "2 items"],
    [count(1, "property", "properties"), "1 property"],
    [count(2, "property", "properties"), "2 properties"],
    [quote('a"b'), '"a\\"b"'],
    [quote(null), "null"],
    [mustBeType(["integer"]), "must be an integer"],
    [mustBeType(["null", "object", "array"]), "must be null, an object or an array"],
  ])("%s is %s", (found, expected) => {
    expect(found).toBe(expected);
  });
});

const text = (length: number): string => "x".repeat(length);

describe("long values of a schema are cut in messages", () => {
  test.each<[claim: string, values: readonly unknown[], message: string]>([
    ["not one of 60 characters with its quotes", [text(58)], `must be "${text(58)}"`],
    ["one of 61 after 57", [text(59)], `must be "${text(56)}…`],
    ["twelve are listed", [...Array(12).keys()], "must be 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 or 11"],
    [
      "the thirteenth is counted",
      [...Array(13).keys()],
      "must be 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 or one of 1 more",
    ],
  ])("%s", async (_, values, message) => {
    const { validate } = await compiled({ enum: values });
    expect(validate(false).map((issue) => issue.message)).toEqual([message]);
  });
});

describe("what an author should know of a pattern", () => {
  test.each<[pattern: string, severity: string, rule: string, message: string]>([
    [
      "a(",
      "warning",
      "pattern",
      "not a regular expression of ECMA-262, so it asserts nothing: Invalid regular expression: /a(/u: Unterminated group",
    ],
    ["^(a+)\\1$", "error", "unsafe-pattern", "a backreference, and it is not shown to take linear time"],
    [
      "(?=.*x)",
      "warning",
      "unsafe-pattern",
      "not shown to take linear time as a RegExp; compiled into a linear matcher instead",
    ],
    [
      "^(a+)+$",
      "warning",
      "unsafe-pattern",
      `exponential backtracking as a RegExp; compiled into a linear matcher instead. A text that takes too long: "${"a".repeat(25)}b"`,
    ],
    [
      "a*b",
      "warning",
      "unsafe-pattern",
      `polynomial backtracking as a RegExp; compiled into a linear matcher instead. A text that takes too long: "0${"a".repeat(58)}… (10003 characters)`,
    ],
  ])("%j: %s %s: %s", async (pattern, severity, rule, message) => {
    const problems = await problemsOf({ patternProperties: { [pattern]: {} } });
    const pointer = `/patternProperties/${pattern.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    expect(problems).toMatchObject([{ severity, rule, message, pointer }]);
  });

  test("an attack that no matcher can ward off is an error with the text", async () => {
    const [problem] = await problemsOf({ pattern: "^(?:.*a.{14})+x$" });
    expect(problem).toMatchObject({ severity: "error", rule: "unsafe-pattern" });
    expect(problem?.message).toMatch(
      /^exponential backtracking, and its automaton is too large\. A text that/,
    );
  });

  test.each(["^a$", "^(?:ab)*$"])("nothing of %j, which is safe", async (pattern) => {
    expect(await problemsOf({ pattern })).toEqual([]);
  });
});
