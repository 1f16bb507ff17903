import { describe, expect, test } from "vitest";
import type { Direction } from "../../../scripts/json/direction.js";
import { openInclusions } from "../../../scripts/review/decide/inclusion.js";
import { createSpots } from "../../../scripts/review/decide/spots.js";
import { compareSchemas } from "../../../scripts/review/differ/schemas/index.js";
import type { Comparison } from "../../../scripts/review/keywords/index.js";
import { describeUse, type Pair } from "./uses.js";

function look(pair: Pair, direction: Direction = "request") {
  const { documents, use } = describeUse(pair, direction);
  const changes = compareSchemas(use.base, use.head, direction);
  const spots = createSpots(openInclusions(documents, [use]));
  return {
    comparisons: changes.map((change) => spots.compare(change, direction)),
    collapsed: spots.collapse({ use, changes }).map(({ kind, comparison, path, keyword }) => [kind, comparison, ...path, keyword].join(" ")),
  };
} // prettier-ignore

const text = { type: "string" };
const open = (properties: object) => ({ type: "object", properties });
const union = { anyOf: [{ const: 1 }, { const: 2 }] };

describe("what head accepts at a spot, beside base", () => {
  test.each<[claim: string, pair: Pair, comparison: Comparison]>([
    [
      "more",
      [
        { ...text, maxLength: 1 },
        { ...text, maxLength: 2 },
      ],
      "wider",
    ],
    [
      "less",
      [
        { ...text, maxLength: 2 },
        { ...text, maxLength: 1 },
      ],
      "narrower",
    ],
    ["the same in other words", [{ const: 1 }, { enum: [1] }], "same"],
    ["something else", [{ const: 1 }, { const: 2 }], "incomparable"],
  ])("is %s, whoever sends it", (_, pair, comparison) => {
    const found = (["request", "response"] as const).flatMap(
      (direction) => look(pair, direction).comparisons,
    );
    expect(found.every((each) => each === comparison)).toBe(true);
  });

  const [one, more] = [{ properties: { a: { maxLength: 2 } } }, { properties: { a: text } }];
  const less = { properties: { a: { maxLength: 1 } } };
  test.each<[claim: string, pair: Pair]>([
    ["on both sides", [{ allOf: [more, one] }, { allOf: [more, less] }]],
    ["on one side", [one, { allOf: [more, less] }]],
    ["on the other side", [{ allOf: [more, one] }, less]],
  ])("is not told where several schemas stand %s", (_, pair) => {
    expect(new Set(look(pair).comparisons)).toEqual(new Set(["incomparable"]));
  });
});

describe("changes that cancel out", () => {
  test.each<[claim: string, pair: Pair, changes: readonly string[]]>([
    ["are one rewrite where they stand", [open({ a: union }), open({ a: { enum: [1, 2] } })], ["rewrite same a enum"]],
    ["are one rewrite where all of them together do", [open({ a: union, b: union }), open({ a: { enum: [1, 2] }, b: { enum: [1, 2] } })], ["rewrite same a enum"]],
    ["are none beside one that does not", [open({ a: union, b: { ...text, maxLength: 2 } }), open({ a: { enum: [1, 2] }, b: { ...text, maxLength: 1 } })], ["rewrite same a enum", "assertion narrower b maxLength"]],
    ["keep the annotations beside them", [{ ...union, description: "a" }, { enum: [1, 2], description: "b" }], ["rewrite same enum", "annotation same description"]],
  ])("%s", (_, pair, changes) => expect(look(pair).collapsed).toEqual(changes)); // prettier-ignore
});

test("of a spot both sides are asked once, as of a part, however many changes stand at it", () => {
  const { documents, use } = describeUse([
    { minimum: 1, maximum: 5 },
    { minimum: 2, maximum: 4 },
  ]);
  const changes = compareSchemas(use.base, use.head, "request");
  const inclusions = openInclusions(documents, [use]);
  const asked: string[] = [];
  const noted = Object.fromEntries(
    (["isSame", "keeps", "keepsBack"] as const).map((question) => [
      question,
      (...args: Parameters<(typeof inclusions)["keeps"]>) => {
        asked.push(args[0].isPart ? `${question} of a part` : question);
        return inclusions[question](...args);
      },
    ]),
  );
  const spots = createSpots({ ...inclusions, ...noted });
  for (const change of changes) spots.compare(change, "request");
  spots.collapse({ use, changes });
  expect([changes.length, asked]).toEqual([
    2,
    ["keeps of a part", "keepsBack of a part", "isSame of a part"],
  ]);
});
