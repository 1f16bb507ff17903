import { describe, expect, test } from "vitest";
import type { Problem } from "../../scripts/pipeline/problem.js";
import { sortProblems } from "../../scripts/pipeline/problem.js";
import { chooseStyle, renderProblems, renderProgress, renderStage } from "../../scripts/pipeline/report.js";

const problem: Problem = {
  severity: "error",
  rule: "struct",
  message: "Wrong",
  file: "a.yaml",
  line: 2,
  column: 3,
};

describe("colour is for a terminal that wants it", () => {
  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
  ])("terminal %s, %o: %s", (isTTY, environment, color) => {
    expect(chooseStyle({ isTTY }, environment)).toEqual({ color });
    expect(renderStage("lint", 1, { color }).includes("\u001B")).toBe(color);
  });
});

test("a problem is its place, its rule, its message and its lines", () => {
  const warning: Problem = { ...problem, severity: "warning", snippet: "1 | a" };
  expect(renderProblems([problem, warning], { color: false })).toBe(
    "a.yaml:2:3 error struct\n  Wrong\n\na.yaml:2:3 warning struct\n  Wrong\n  1 | a\n\n1 error, 1 warning",
  );
});

test("thousands of problems are counted and not all shown", () => {
  const text = renderProblems(
    Array.from({ length: 2000 }, () => problem),
    { color: false },
  );
  expect(text.match(/error struct/g)).toHaveLength(100);
  expect(text).toMatch(/\n2000 errors, of which 1900 are not shown$/);
});

test("a document's text does not steer the terminal", () => {
  const text = renderProblems([{ ...problem, message: "\u001B[2Jgone\u0007", snippet: "\u009B1m" }], {
    color: false,
  });
  expect(text).not.toMatch(/[^\P{Cc}\n]/u);
});

test("problems stand in reading order, errors first at one place", () => {
  const error: Problem = { ...problem, rule: "tag-description" };
  const late = { ...error, line: 10 };
  const warning: Problem = { ...error, severity: "warning" };
  const other = { ...error, file: "b.yaml", line: 1 };
  expect(sortProblems([other, late, warning, error])).toEqual([error, warning, late, other]);
});

test("errors of the structure stand before all others, from which these may follow", () => {
  const early: Problem = { ...problem, line: 1, rule: "tag-description" };
  const structural: Problem = { ...problem, line: 10, severity: "error", rule: "struct" };
  const warning: Problem = { ...problem, line: 2, severity: "warning", rule: "struct" };
  expect(sortProblems([warning, early, structural])).toEqual([structural, early, warning]);
});

test("progress grows to its full width", () => {
  expect(renderProgress("load", 0, 8)).toBe("[........................] load");
  expect(renderProgress("write", 4, 8)).toBe("[############............] write");
});
