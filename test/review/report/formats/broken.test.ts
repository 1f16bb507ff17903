import { expect, test } from "vitest";
import { BrokenSide } from "../../../../scripts/review/document/broken-side.js";
import { formatBroken } from "../../../../scripts/review/report/formats/broken.js";

const problem = (line: number, message = `Wrong ${line}.`) =>
  ({ severity: "error", rule: "syntax", message, file: "a.yaml", line, column: 2 }) as const;
const count = (length: number) => Array.from({ length }, (_, index) => problem(index + 1));

test("a side that cannot be read is told with its problems", () => {
  expect(formatBroken(new BrokenSide("head", "v2", count(2)))).toBe(
    [
      "### 🔴 The head (v2) cannot be reviewed.",
      "",
      "- `a.yaml:1:2` Wrong 1.",
      "- `a.yaml:2:2` Wrong 2.",
      "",
    ].join("\n"),
  );
});

test.each([
  [20, []],
  [21, ["", "1 more is not shown."]],
  [22, ["", "2 more are not shown."]],
])("of %i problems no more than twenty are shown", (length, rest) => {
  const lines = formatBroken(new BrokenSide("base", "v1", count(length))).split("\n");
  expect(lines.slice(22)).toEqual([...rest, ""]);
  expect(lines[21]).toBe("- `a.yaml:20:2` Wrong 20.");
});

test("long names and messages are cut", () => {
  const long = { ...problem(1, "m".repeat(501)), file: "f".repeat(297) };
  const [heading, , row] = formatBroken(new BrokenSide("head", "v".repeat(300), [long])).split("\n");
  expect(heading).toBe(`### 🔴 The head (${"v".repeat(290)}… (cut, 331 characters in all)`);
  expect(row).toBe(
    `- \`${"f".repeat(297)}:1:… (cut, 301 characters in all)\` ${"m".repeat(500)}… (cut, 501 characters in all)`,
  );
});
