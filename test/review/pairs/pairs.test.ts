import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { review } from "../../../scripts/review/index.js";
import type { Change } from "../../../scripts/review/report/changes.js";
import { worst, type Level } from "../../../scripts/review/judge/levels.js";
import { cases, toDocument, typeBreaks, type Case } from "./schema-cases.js";
import { names, narrowings, rewrites } from "./schema-pairs.js";

const sides = (["base", "head"] as const).map((side) => ({
  name: side,
  entry: "document.json",
  read: () => toDocument(side),
}));
const [old, now] = sides;
if (old === undefined || now === undefined) throw new Error("there are two sides");
const { changes } = await review(old, now);

const judged = cases.map((each, index) => {
  const found = changes.filter(({ operationId }) => operationId === `case${index}`);
  const level = worst(["none", ...found.map(({ levels }) => levels.wire)]);
  return { ...each, found, level };
});

test("the table holds at least 120 pairs", () => {
  expect(narrowings.length + rewrites.length + names.length).toBeGreaterThanOrEqual(120);
});

const ALLOWED: Readonly<Record<Case["wire"], readonly Level[]>> = {
  breaks: ["major"],
  widens: ["minor"],
  same: ["patch", "none"],
  named: ["minor"],
};

describe("on the wire", () => {
  test.each(judged)("$name $wire", ({ wire, level }) => {
    expect(ALLOWED[wire]).toContain(level);
  });
});

test("of what refuses no message, these alone stop old code from compiling", () => {
  const silent = judged.filter(({ level }) => level !== "major");
  const broken = silent.filter(({ found }) => found.some(({ levels }) => levels.types === "major"));
  expect(broken.map(({ name }) => name).toSorted()).toEqual([...typeBreaks].toSorted());
});

const breaks = judged.filter(({ level }) => level === "major");

/** Breaks that a rule finds and no payload shows, with the reason. */
const UNPROVED: Readonly<Record<string, string>> = {
  "a maxLength out of reach falls": "no payload of four million characters is tried",
  "a maxLength out of reach appears": "no payload of five million characters is tried",
  "a maxItems out of reach falls": "no payload of four million items is tried",
};

test("every break is proved, but for those that are known not to be", () => {
  const unproved = breaks.flatMap(({ name, found }) =>
    found.filter(isUndecided).map(() => name.replace(/^\w+: /, "").replace(/, back$/, "")),
  );
  expect([...new Set(unproved)]).toEqual(Object.keys(UNPROVED));
});

function isUndecided({ levels, verdict }: Change): boolean {
  return levels.wire === "major" && verdict !== "proved";
}

describe("a limit that falls takes less, under alternatives as well", () => {
  const falls = judged.filter(
    ({ name, wire }) => wire === "breaks" && name.startsWith("request: a maximum falls in one"),
  );
  test.each(falls)("$name", ({ found }) => {
    expect(
      found.map(({ id, message }) => [
        id.split("@")[0],
        / must now be at most \d+ \(was \d+\): requests that worked are now refused\.$/.test(message),
      ]),
    ).toEqual([["maximum-narrower", true]]);
  });

  test("two of them", () => expect(falls.length).toBe(2));
});

const proofs = breaks.flatMap((each) =>
  each.found.flatMap(({ counterexample }) =>
    counterexample === undefined ? [] : [{ ...each, counterexample }],
  ),
);

describe("another validator agrees with the payload", () => {
  test.each(proofs)("$name", (each) => {
    expect(judgeProof(each)).toEqual({ accepted: true, refused: true });
  });
});

type Proved = Case & { readonly counterexample: NonNullable<Change["counterexample"]> };

/** The accepting side is the old one for a request and the new one for a response. */
function judgeProof({ direction, base, head, counterexample }: Proved) {
  const message = "request" in counterexample ? counterexample.request : counterexample.response;
  const body = message["body"];
  const [accepting, refusing] = direction === "request" ? [base, head] : [head, base];
  return { accepted: isValid(accepting, body), refused: !isValid(refusing, body) };
}

const ajv = new Ajv2020({ strict: false, multipleOfPrecision: 9 });
addFormats.default(ajv);

function isValid(schema: unknown, value: unknown): boolean {
  // The table holds schemas alone.
  return ajv.validate(schema as object, value);
}
