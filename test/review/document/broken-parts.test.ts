import { expect, test } from "vitest";
import type { Problem } from "../../../scripts/pipeline/problem.js";
import { findBrokenParts } from "../../../scripts/review/document/broken-parts.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { BrokenSide } from "../../../scripts/review/document/broken-side.js";
import { type Side } from "../../../scripts/review/document/side.js";

type Sketch = readonly [line: number, message?: string, file?: string, rule?: string];

/** A side of the lines `one` to `four`, with an error in each of some lines. */
function toSide(name: "base" | "head", lines: readonly string[], sketches: readonly Sketch[]): Side {
  const problems = sketches.map(([line, message = "is wrong", file = "a.yaml", rule = "struct"]): Problem => ({ severity: "error", rule, message, file, line, column: 1 }));
  const files = new Map([["a.yaml", lines.join("\n")]]);
  return { name, document: readDocument({}, name), text: "", locate: () => ({ file: "", line: 1, column: 1 }), files, entry: "a.yaml", source: `the ${name}`, problems };
} // prettier-ignore

const lines = ["one", "two", "three", "four"];

test.each<[claim: string, base: readonly Sketch[], head: readonly Sketch[], own: number, moved?: readonly string[]]>([
  ["no error is none of head's own", [], [], 0],
  ["one that base has is not", [[2]], [[2]], 0],
  ["one that has moved, with its line, is not", [[2]], [[4]], 0, ["zero", "zero", "one", "  two"]],
  ["one that is mended in head is none", [[1], [2]], [[2]], 0],
  ["one that stands in another line is", [[2]], [[3]], 1],
  ["one that says something else of that line is", [[2]], [[2, "is missing"]], 1],
  ["one by another rule is", [[2]], [[2, "is wrong", "a.yaml", "syntax"]], 1],
  ["of several each that base has not is", [[2]], [[1], [2], [3]], 2],
  ["in a file that nobody has read, the rule and the message count", [[1, "is wrong", "b.yaml"]], [[9, "is wrong", "b.yaml"]], 0],
])("of errors, %s", (_claim, base, head, own, moved = lines) => {
  const sides = { base: toSide("base", lines, base), head: toSide("head", moved, head) };
  const found = attempt(sides);
  expect(found instanceof BrokenSide ? found.problems.length : found === sides.base.problems && 0).toBe(own);
}); // prettier-ignore

function attempt(sides: Parameters<typeof findBrokenParts>[0]): unknown {
  try {
    return findBrokenParts(sides);
  } catch (error) {
    return error;
  }
}

test("errors of head's own are told of the side that has them", () => {
  const sides = { base: toSide("base", lines, []), head: toSide("head", lines, [[1]]) };
  expect(() => findBrokenParts(sides)).toThrow("The head (the head) cannot be reviewed.");
});
