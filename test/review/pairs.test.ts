import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { review } from "../../scripts/review/index.js";
import type { Change } from "../../scripts/review/report.js";
import { worst, type Level } from "../../scripts/review/rules.js";
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
  widens: ["minor", "patch"],
  same: ["patch", "none"],
  named: ["minor"],
};

describe("on the wire", () => {
  test.each(judged)("$name $wire", ({ wire, level }) => {
    expect(ALLOWED[wire]).toContain(level);
  });
});

const breaks = judged.filter(({ level }) => level === "major");

/** Breaks that a rule finds and no payload shows, with the reason. */
const UNPROVED: Readonly<Record<string, string>> = {
  "a maxLength out of reach falls": "no payload of four million characters is tried",
};

test("every break is proved, but for those that are known not to be", () => {
  const unproved = breaks.flatMap(({ name, found }) =>
    found.filter(isByRule).map(() => name.replace(/^\w+: /, "").replace(/, back$/, "")),
  );
  expect([...new Set(unproved)]).toEqual(Object.keys(UNPROVED));
});

function isByRule({ levels, verdict }: Change): boolean {
  return levels.wire === "major" && verdict !== "proved";
}

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
function judgeProof({ direction, before, after, counterexample }: Proved) {
  const message = "request" in counterexample ? counterexample.request : counterexample.response;
  const body = message["body"];
  const [accepting, refusing] = direction === "request" ? [before, after] : [after, before];
  return { accepted: isValid(accepting, body), refused: !isValid(refusing, body) };
}

function isValid(schema: unknown, value: unknown): boolean {
  const ajv = new Ajv2020({ strict: false, multipleOfPrecision: 9 });
  addFormats.default(ajv);
  // The table holds schemas alone.
  return ajv.validate(schema as object, value);
}
