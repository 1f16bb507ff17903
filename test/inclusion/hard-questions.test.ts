import { expect, test } from "vitest";
import { decide } from "../../scripts/inclusion/index.js";
import { HARD_QUESTIONS } from "./hard-questions.js";
import { judgeOf } from "./hyperjump.js";

test.each(HARD_QUESTIONS)("$name: $answer within $steps steps", async ({ a, b, answer, steps }) => {
  const decision = decide(a, b, { steps });
  expect(decision).toMatchObject({ kind: answer });
  if (decision.kind !== "witness") return;
  expect([(await judgeOf(a))(decision.value), (await judgeOf(b))(decision.value)]).toEqual([true, false]);
});

test("a budget that is used up is said", () => {
  const [hard] = HARD_QUESTIONS;
  expect(decide(hard?.a, hard?.b, { steps: 100 })).toMatchObject({
    kind: "undecided",
    reason: "no answer within 100 steps",
  });
});
