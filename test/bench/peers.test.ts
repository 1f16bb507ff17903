import { rm } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { buildCandidate, OUT } from "../../scripts/bench/validators/candidates.js";
import { dataOf, type Scenario } from "../../scripts/bench/validators/data.js";
import type { Checks } from "../../scripts/bench/validators/measure.js";
import type { Subject } from "../../scripts/bench/validators/schemas.js";

// What is written by hand does the same work, or its speed would mean nothing.

const SUBJECTS: readonly Subject[] = ["endpoint", "nested", "closed"];
const SCENARIOS: readonly Scenario[] = ["sizes", "shapes", "invalid", "kinds"];

afterAll(() => rm(OUT, { recursive: true, force: true }));

const load = async (candidate: "ours" | "hand", subject: Subject): Promise<Checks> => {
  const { module } = await buildCandidate(candidate, subject);
  // It exports the two functions of a candidate.
  return (await import(module)) as Checks;
};

test.each(SUBJECTS)("%s: the hand-written peer tells the same issues, word by word", async (subject) => {
  const [ours, hand] = [await load("ours", subject), await load("hand", subject)];
  for (const value of SCENARIOS.flatMap((scenario) => dataOf(subject, scenario))) {
    expect(hand.all(value)).toEqual(ours.all(value));
    expect(hand.is(value)).toBe(ours.is(value));
  }
});
