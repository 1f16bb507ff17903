import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { review } from "../../scripts/review/index.js";
import type { Change } from "../../scripts/review/report.js";
import { names, narrowings, rewrites } from "./schema-pairs.js";

type Case = {
  readonly name: string;
  readonly direction: "request" | "response";
  readonly before: unknown;
  readonly after: unknown;
  readonly wire: "breaks" | "widens" | "same" | "named";
};

/** Every pair both ways and in both directions. */
const cases: readonly Case[] = [
  ...narrowings.flatMap(([name, wide, narrow]) => [
    toCase(name, "request", wide, narrow, "breaks"),
    toCase(`${name}, back`, "request", narrow, wide, "widens"),
    toCase(name, "response", wide, narrow, "widens"),
    toCase(`${name}, back`, "response", narrow, wide, "breaks"),
  ]),
  ...bothWays(rewrites, "same"),
  ...bothWays(names, "named"),
];

function toCase(
  name: string,
  direction: Case["direction"],
  before: unknown,
  after: unknown,
  wire: Case["wire"],
): Case {
  return { name: `${direction}: ${name}`, direction, before, after, wire };
}

type Pairs = readonly (readonly [name: string, one: unknown, other: unknown])[];

function bothWays(pairs: Pairs, wire: Case["wire"]): Case[] {
  return pairs.flatMap(([name, one, other]) =>
    (["request", "response"] as const).flatMap((direction) => [
      toCase(name, direction, one, other, wire),
      toCase(`${name}, back`, direction, other, one, wire),
    ]),
  );
}

/** One document with an operation for each case: the compiler starts once. */
function toDocument(side: "before" | "after"): string {
  const paths = Object.fromEntries(
    cases.map((each, index) => [`/case${index}`, { post: toOperation(each, each[side], index) }]),
  );
  const info = { title: "pairs", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths }, undefined, 1);
}

function toOperation({ direction }: Case, schema: unknown, index: number): object {
  const content = { content: { "application/json": { schema } } };
  const isRequest = direction === "request";
  return {
    operationId: `case${index}`,
    ...(isRequest && { requestBody: { required: true, ...content } }),
    responses: { "200": { description: "", ...(!isRequest && content) } },
  };
}

const [base, head] = (["before", "after"] as const).map((side) => ({
  name: side,
  entry: "document.json",
  read: () => toDocument(side),
}));
if (base === undefined || head === undefined) throw new Error("there are two sides");
const { changes } = await review(base, head);
const changesOf = (index: number) => changes.filter(({ operationId }) => operationId === `case${index}`);

/** Breaks that a rule finds and no payload shows, with the reason. An entry that is not needed fails. */
const UNPROVED: Readonly<Record<string, string>> = {
  "a maxLength out of reach falls": "no payload of four million characters is tried",
};

test("the table holds at least 120 pairs", () => {
  expect(narrowings.length + rewrites.length + names.length).toBeGreaterThanOrEqual(120);
});

describe.each(cases.map((each, index) => [each.name, each, changesOf(index)] as const))(
  "%s",
  (_, { wire, ...each }, found) => {
    const levels = found.map(({ levels: { wire: level } }) => level);

    test(VERDICTS[wire], () => {
      if (wire === "breaks") expect(levels).toContain("major");
      else expect(levels).not.toContain("major");
      if (wire === "same") expect(levels).not.toContain("minor");
      if (wire === "named") expect(levels).toContain("minor");
    });

    if (wire === "breaks") {
      test("and another validator agrees with the payload", () => {
        const unproved = found.filter(({ levels: { wire: level } }) => level === "major").filter(isUnproved);
        const isKnown = Object.keys(UNPROVED).some((name) => each.name.includes(name));
        expect(unproved.length > 0, "by rule alone").toBe(isKnown);
        for (const { counterexample } of found) if (counterexample) expectProof(each, counterexample);
      });
    }
  },
);

const VERDICTS = {
  breaks: "breaks callers",
  widens: "breaks nobody",
  same: "changes nothing on the wire",
  named: "is minor",
} as const;

function isUnproved({ counterexample }: Change): boolean {
  return counterexample === undefined;
}

/** The accepting side is the old one for a request and the new one for a response. */
function expectProof(
  { direction, before, after }: Omit<Case, "wire">,
  counterexample: NonNullable<Change["counterexample"]>,
): void {
  const body = ("request" in counterexample ? counterexample.request : counterexample.response)["body"];
  const [accepting, refusing] = direction === "request" ? [before, after] : [after, before];
  expect(isValid(accepting, body), "accepted").toBe(true);
  expect(isValid(refusing, body), "refused").toBe(false);
}

function isValid(schema: unknown, value: unknown): boolean {
  const ajv = new Ajv2020({ strict: false, multipleOfPrecision: 9 });
  addFormats.default(ajv);
  // The table holds schemas alone.
  return ajv.validate(schema as object, value);
}
