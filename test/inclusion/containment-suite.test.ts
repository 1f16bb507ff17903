import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { decide, type Decision } from "../../scripts/inclusion/index.js";
import { FORMATS } from "./asserted-formats.js";
import { createDocuments, readQuestions, type SuiteQuestion } from "./containment-suite.js";
import { judgeOf } from "./hyperjump.js";

/** The suite was made from another one by programs; where they went wrong, so did its answer. */
const DAMAGED = {
  /** `not` was put around one keyword of several, or the original's "not" was: the parts do not deny each other. */
  "a denial of one keyword": [
    "nonvalid/dynamicRef 1 a in b",
    "nonvalid/dynamicRef 2 a in b",
    "nonvalid/dynamicRef 9 a in b",
    "nonvalid/ref 14 a in b",
    "universal/dynamicRef 1 b in a",
    "universal/dynamicRef 2 b in a",
    "universal/dynamicRef 3 b in a",
    "universal/dynamicRef 9 b in a",
    "universal/dynamicRef 10 b in a",
    "universal/items 4 b in a",
    "universal/ref 12 b in a",
    "universal/ref 14 b in a",
    "universal/unevaluatedItems 15 b in a",
    "universal/unevaluatedProperties 19 b in a",
    "unsatisfiable/dynamicRef 1 a in b",
    "unsatisfiable/dynamicRef 2 a in b",
    "unsatisfiable/dynamicRef 9 a in b",
    "unsatisfiable/ref 12 a in b",
  ],
  /** Pointers and anchors were renamed inside constants as well, so two lists of constants are no longer the same. */
  "a renamed constant": [
    "universal/ref 15 b in a",
    "unsatisfiable/ref 15 a in b",
    "universal/anchor 4 b in a",
    "universal/id 2 b in a",
    "unsatisfiable/anchor 4 a in b",
    "unsatisfiable/id 2 a in b",
  ],
} as const;

/** hyperjump reads `$id` and `$anchor` inside of constants as identifiers and drops them: ajv is asked instead. */
const READ_WRONG_BY_HYPERJUMP = new Set<string>([
  "universal/anchor 4 b in a",
  "universal/id 2 b in a",
  "unsatisfiable/anchor 4 a in b",
  "unsatisfiable/id 2 a in b",
]);

/** References that the rewriting has cut. */
const UNDECIDED = [
  "universal/ref 16 b in a",
  "universal/ref 17 b in a",
  "unsatisfiable/ref 16 a in b",
  "unsatisfiable/ref 17 a in b",
];

const damaged = new Set<string>(Object.values(DAMAGED).flat());
const documentsOf = createDocuments();
const questions = readQuestions();
const decisions = new Map(
  questions.map((question) => {
    const formats = question.name.includes("optional/format/") ? FORMATS : {};
    return [question, decide(question.a, question.b, { documents: documentsOf(question), formats })] as const;
  }),
);

test("all 4,320 questions of the suite are asked", () => {
  expect(questions).toHaveLength(4320);
});

describe("outside of optional/", () => {
  const required = questions.filter(({ name }) => !name.includes("optional/"));

  test("no answer differs from the suite's, but for its damaged ones", () => {
    const wrong = required.filter((question) => isRight(question) === false).map(({ name }) => name);
    expect(wrong.toSorted()).toEqual([...damaged].toSorted());
  });

  test("only questions with broken references are undecided", () => {
    const open = required.filter((question) => isRight(question) === undefined).map(({ name }) => name);
    expect(open.toSorted()).toEqual(UNDECIDED);
  });
});

test("in optional/, no answer differs but where \\w is meant to know all of Unicode, which ECMA-262 denies", () => {
  const optional = questions.filter(({ name }) => name.includes("optional/"));
  const wrong = optional.filter((question) => isRight(question) === false).map(({ name }) => name);
  expect(wrong.filter((name) => !name.includes("optional/unicode"))).toEqual([]);
  expect(wrong).toHaveLength(16);
});

test.each([...damaged])("another validator agrees that the suite's answer is wrong: %s", async (name) => {
  const question = questions.find((candidate) => candidate.name === name);
  const decision = question && decisions.get(question);
  if (question === undefined || decision === undefined) throw new Error(`the suite has no question ${name}`);
  const value = decision.kind === "witness" ? decision.value : constantOf(question);
  const judge = READ_WRONG_BY_HYPERJUMP.has(name) ? judgeWithAjv : judgeOf;
  const [isOfA, isOfB] = [(await judge(question.a))(value), (await judge(question.b))(value)];
  expect({ isOfA, isOfB }).toEqual({ isOfA: true, isOfB: decision.kind === "included" });
});

function isRight(question: SuiteQuestion): boolean | undefined {
  const answer = answerOf(decisions.get(question));
  return answer === undefined ? undefined : answer === question.expected;
}

function answerOf(decision: Decision | undefined): boolean | undefined {
  if (decision === undefined || decision.kind === "undecided") return undefined;
  return decision.kind === "included";
}

/** The only value of `a`, in the questions that ask of one. */
function constantOf({ a }: SuiteQuestion): unknown {
  return (a as { readonly const: unknown }).const;
}

function judgeWithAjv(schema: unknown): (value: unknown) => boolean {
  // Boolean or object: ajv takes both.
  const validate = new Ajv2020({ strict: false, logger: false }).compile(schema as object);
  return (value) => validate(value);
}
