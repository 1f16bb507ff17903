import { describe, expect, test } from "vitest";
import { isUnderGoal, scoreRoom, writeTable, type Outcome, type Result } from "./results.js";

describe("the table of a run", () => {
  const mutant = { file: "x.ts", operator: "number", start: 0, end: 1, replacement: "2" };
  const resultsOf = (room: string, outcomes: Readonly<Partial<Record<Outcome, number>>>): readonly Result[] =>
    Object.entries(outcomes).flatMap(([outcome, count]) =>
      // What Object.entries gives of a record's keys.
      Array.from({ length: count }, () => ({ room, mutant, outcome: outcome as Outcome })),
    );

  test("counts by room, and no equivalent one in the share", () => {
    const results = [
      ...resultsOf("src", { killed: 8, hung: 1, survived: 1, equivalent: 5 }),
      ...resultsOf("spec", { killed: 2, unreached: 1 }),
    ];
    expect(writeTable(["src", "spec", "review"], results)).toBe(
      `room       judged     killed     by time    survived   unreached  equivalent share      goal
src        15         8          1          1          0          5          90.0 %     90 %
spec       3          2          0          0          1          0          66.7 %     85 %
review     0          0          0          0          0          0                     85 %
`,
    );
  });

  test.each<[string, string, Readonly<Partial<Record<Outcome, number>>>, boolean]>([
    ["9 of 10 killed are enough", "src", { killed: 9, survived: 1 }, false],
    ["one less is not", "src", { killed: 8, survived: 1 }, true],
    ["elsewhere 85 of 100 are enough", "spec", { killed: 85, unreached: 15 }, false],
    ["what nobody has judged is under its goal", "spec", { equivalent: 1 }, true],
  ])("%s", (_claim, room, outcomes, isUnder) => {
    expect(isUnderGoal(scoreRoom(room, resultsOf(room, outcomes)))).toBe(isUnder);
  });
});
