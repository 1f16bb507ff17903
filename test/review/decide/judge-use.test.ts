import { describe, expect, test } from "vitest";
import type { Direction } from "../../../scripts/json/direction.js";
import { openAttribution } from "../../../scripts/review/decide/attribution/attribute.js";
import { openInclusions } from "../../../scripts/review/decide/inclusion.js";
import { judgeUse, type Asked } from "../../../scripts/review/decide/judge-use.js";
import { createSpots } from "../../../scripts/review/decide/spots.js";
import { compareSchemas } from "../../../scripts/review/differ/schemas/index.js";
import { describeUse, type Pair } from "./uses.js";

/** What is made of a decision on a schema, by validators that take what they are told to. */
function judge(
  pair: Pair,
  decision: Asked["decision"],
  {
    direction = "request" as Direction,
    isTolerated = false,
    accepts = (side: "base" | "head"): boolean => side === "base",
  } = {},
) {
  const { documents, use } = describeUse(pair, direction);
  const changes = compareSchemas(use.base, use.head, direction);
  const inclusions = openInclusions(documents, [use]);
  const check = (side: "base" | "head") => ({
    accepts: () => accepts(side),
    issues: () => [],
  });
  const outcome = judgeUse(
    { use, changes, decision, isTolerated },
    { base: check("base"), head: check("head") },
    { ...openAttribution(documents, inclusions), spots: createSpots(inclusions), asked: new Map() },
  );
  const named = (all: Iterable<(typeof changes)[number]>) => [...all].map(({ keyword }) => keyword);
  return {
    ...outcome,
    effects: [...outcome.effects].map(([{ keyword }, effect]) => `${keyword} ${effect}`),
    proofs: [...outcome.proofs].map(([{ keyword }, { value }]) => [keyword, value]),
    undecided: named(outcome.undecided),
  };
}

const limits = (minLength: number, maxLength: number) => ({ type: "string", minLength, maxLength });
const included = { kind: "included", reason: "it is" } as const;
const open = { kind: "undecided", reason: "it is a riddle", place: undefined } as const;
const witness = (value: unknown) => ({ kind: "witness", value }) as const;

describe("of a schema", () => {
  test("of which every value is kept nothing is shown and nothing open", () => {
    expect(judge([limits(2, 4), limits(1, 4)], included)).toMatchObject({
      isOpened: true,
      effects: ["minLength wider"],
      proofs: [],
      undecided: [],
    });
  });

  test("that takes no more than before, nothing is opened", () => {
    expect(judge([limits(1, 4), limits(1, 4)], included).isOpened).toBe(false);
  });

  test("of which a value is refused, it is shown", () => {
    expect(judge([limits(1, 4), limits(2, 4)], witness("a"))).toMatchObject({
      isOpened: false,
      effects: ["minLength narrower"],
      proofs: [["minLength", ""]],
      undecided: [],
    });
  });

  test("that is refused for alternatives alone, that is noted", () => {
    const outcome = judge([limits(1, 4), limits(2, 4)], witness("a"), { isTolerated: true });
    expect(outcome).toMatchObject({ proofs: [], undecided: [] });
    expect(outcome.note).toBe(
      "base refuses an answer here only because it matches more than one alternative of a `oneOf`.",
    );
  });
});

describe("what is open", () => {
  test("is said with the reason, and with what its spots say", () => {
    expect(judge([limits(1, 4), limits(2, 4)], open)).toMatchObject({
      effects: ["minLength narrower"],
      proofs: [],
      undecided: ["minLength"],
      reason: "it is a riddle",
    });
  });

  test("is also what the validators do not confirm", () => {
    expect(judge([limits(1, 4), limits(2, 4)], witness("a"), { accepts: () => true })).toMatchObject({
      proofs: [],
      undecided: ["minLength"],
      reason: "the value that was found for it is not confirmed by the validators",
    });
  });

  test.each<[claim: string, pair: Pair, direction: Direction, undecided: readonly string[]]>([
    ["what narrows a request, and not what widens it", [limits(1, 4), limits(0, 3)], "request", ["maxLength"]],
    ["what widens a response", [limits(1, 4), limits(0, 3)], "response", ["minLength"]],
    ["what is not known to do either", [{ pattern: "^a", minLength: 2 }, { pattern: "^b", minLength: 1 }], "request", ["pattern"]],
    ["all of it, where nothing is known to do so", [limits(1, 4), limits(0, 5)], "request", ["minLength", "maxLength"]],
    ["a name that is closed, and not what widens beside it", [{ properties: { a: { maxLength: 4 } }, required: ["a"] }, { properties: { a: { maxLength: 5 }, b: false } }], "request", ["properties"]],
    ["no description", [{ ...limits(1, 4), description: "a" }, { ...limits(2, 4), description: "b" }], "request", ["minLength"]],
  ])("is %s", (_, pair, direction, undecided) => {
    expect(judge(pair, open, { direction }).undecided).toEqual(undecided);
  }); // prettier-ignore
});
