import { expect, test } from "vitest";
import { checkRandomQuestions } from "./random-questions.js";

test("a witness is confirmed by another validator, and no value of the one refutes what is said to be included", async () => {
  const { wrong, counts } = await checkRandomQuestions({ runs: 150, values: 20, seed: 20_261_126 });
  expect(wrong).toEqual([]);
  expect(counts.included).toBeGreaterThan(50);
  expect(counts.witness).toBeGreaterThan(30);
  expect(counts.undecided).toBeLessThan(2);
});
