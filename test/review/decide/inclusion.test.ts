import { expect, test } from "vitest";
import { openInclusions } from "../../../scripts/review/decide/inclusion.js";
import { describeUse } from "./uses.js";

/** Flags as one schema, and as a schema for each combination of them. */
function describeFlags(count: number): readonly [one: object, all: object] {
  const names = Array.from({ length: count }, (_, index) => `f${index}`);
  const flags = (member: (name: string) => object) => ({
    type: "object",
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, member(name)])),
  });
  const combinations = Array.from({ length: 2 ** count }, (_, bits) =>
    flags((name) => ({ const: Math.floor(bits / 2 ** names.indexOf(name)) % 2 === 1 })),
  );
  return [flags(() => ({ type: "boolean" })), { anyOf: combinations }];
}

test.each([
  ["a part is asked about with as much patience as an easy question needs", 2, "included"],
  ["a part is given up sooner than the whole: there may be many of them", 7, "undecided"],
])("%s", (_claim, count, expected) => {
  const { documents, use } = describeUse(describeFlags(count));
  const { keeps } = openInclusions(documents, [use]);
  expect([keeps({ ...use, isPart: true }).kind, keeps(use).kind]).toEqual([expected, "included"]);
});

test.each([
  ["a name that the other side does not know is no reason to refuse it", { type: "object" }, { type: "object", properties: { a: { type: "string" } } }, ["included", true, false]],
  ["but two that differ in nothing else are not the same", { properties: { a: { type: "string" } } }, {}, ["included", true, false]],
  ["what is only written otherwise is the same", { enum: [1] }, { const: 1 }, ["included", true, true]],
  ["what takes less is not", { maxLength: 2 }, { maxLength: 1 }, ["witness", true, false]],
  ["nor what takes more", { maxLength: 1 }, { maxLength: 2 }, ["included", false, false]],
])("%s", (_claim, base, head, expected) => {
  const { documents, use } = describeUse([base, head]);
  const { keeps, keepsBack, isSame } = openInclusions(documents, [use]);
  expect([keeps(use).kind, keepsBack(use), isSame(use)]).toEqual(expected);
}); // prettier-ignore
