import { expect, test } from "vitest";
import type { Level } from "../../../scripts/review/judge/levels.js";
import type { Change } from "../../../scripts/review/report/changes.js";
import { summarize } from "../../../scripts/review/report/summary.js";

const location = { side: "head", file: "a.yaml", line: 1, column: 1 } as const;

const change = (wire: Level, types: Level): Change => ({
  id: "a",
  level: "none",
  levels: { wire, types },
  direction: "request",
  keyword: "type",
  operationId: "a",
  location,
  message: "",
  verdict: "compatible",
});

test.each<[claim: string, changes: readonly Change[], level: Level, wire: Level, types: Level]>([
  ["of nothing is none", [], "none", "none", "none"],
  ["of what alters nothing is a patch", [change("none", "none")], "patch", "patch", "patch"],
  ["is the worst on the wire and in the types", [change("minor", "none"), change("patch", "major")], "major", "minor", "major"],
  ["is the worst, wherever it stands", [change("major", "patch"), change("minor", "minor")], "major", "major", "minor"],
  ["counts what was accepted", [{ ...change("major", "none"), accepted: { reason: "", until: "" } }], "major", "major", "patch"],
])("the level %s", (_claim, changes, level, wire, types) => {
  expect(summarize(changes)).toEqual({ level, levels: { wire, types }, changes });
}); // prettier-ignore

test.each([[[]], [[change("minor", "none")]]])(
  "what is not judged is told beside the changes %j",
  (changes) => {
    const notJudged = [{ message: "x", location }];
    expect(summarize(changes, notJudged).notJudged).toBe(notJudged);
  },
);
