import { expect, test } from "vitest";
import { findPosition, openDocument } from "../../../scripts/pipeline/source/redocly.js";

const yaml = "one: 1\ntwo: 2\nthree:\n  four: 4\n  five: 5\nsix: 6\nseven: 7\n";
const far = `{"a":"${"x".repeat(200)}","b":"${"y".repeat(200)}"}`;

test.each<readonly [claim: string, text: string, pointer: string, on: "key" | "value", snippet: string]>([
  [
    "stands between two lines on each side, without the indent that they share",
    yaml,
    "/three/five",
    "value",
    "3 | three:\n4 |   four: 4\n5 |   five: 5\n  |         ^\n6 | six: 6\n7 | seven: 7",
  ],
  ["marks a key", yaml, "/two", "key", "1 | one: 1\n2 | two: 2\n  | ^^^\n3 | three:\n4 |   four: 4"],
  [
    "marks the first line of several",
    yaml,
    "/three",
    "value",
    "2 | two: 2\n3 | three:\n4 |   four: 4\n  |   ^^^^^^^\n5 |   five: 5\n6 | six: 6",
  ],
  [
    "shows the part of a long line around the mark",
    far,
    "/b",
    "key",
    `1 | ${"x".repeat(57)}","b":"${"y".repeat(56)}\n  | ${" ".repeat(59)}^^^`,
  ],
])("a snippet %s", async (_claim, text, pointer, on, snippet) => {
  const document = await openDocument("a.yaml", () => text);
  if (!("entry" in document)) throw new Error(document.message);
  expect(findPosition(document, { file: "a.yaml", pointer }, on).snippet).toBe(snippet);
});

test("a snippet of a syntax error marks one character, at the end of the text too", async () => {
  const problem = await openDocument("a.yaml", () => "a: [");
  expect(problem).toMatchObject({ rule: "syntax", line: 1, column: 5, snippet: "1 | a: [\n  |     ^" });
});
