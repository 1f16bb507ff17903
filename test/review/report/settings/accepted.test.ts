import { describe, expect, test } from "vitest";
import { applyAccepted, readAccepted } from "../../../../scripts/review/report/settings/accepted.js";
import type { Change } from "../../../../scripts/review/report/changes.js";
import { summarize } from "../../../../scripts/review/report/summary.js";

const change: Change = {
  id: "maximum@a#1",
  level: "major",
  levels: { wire: "major", types: "patch" },
  direction: "request",
  keyword: "maximum",
  operationId: "a",
  location: { side: "head", file: "a.yaml", line: 1, column: 1 },
  message: "takes less.",
  verdict: "proved",
};
const review = summarize([change]);
const entry = { id: change.id, reason: "nobody has so many", until: "2026-06-30" };

describe("an accepted finding", () => {
  test("is marked until its day is over", () => {
    const { review: marked, remarks } = applyAccepted(review, [entry], "2026-06-30");
    expect(marked.changes.map(({ accepted }) => accepted)).toEqual([
      { reason: entry.reason, until: entry.until },
    ]);
    expect(remarks).toEqual([]);
  });

  test("keeps its level: callers break all the same, and the version says so", () => {
    expect(applyAccepted(review, [entry], "2026-06-30").review.level).toBe("major");
  });

  test("counts again after its day, and that is told", () => {
    const { review: unmarked, remarks } = applyAccepted(review, [entry], "2026-07-01");
    expect(unmarked.changes).toEqual(review.changes);
    expect(remarks).toEqual(["maximum@a#1 was accepted until 2026-06-30 and counts again"]);
  });

  test("that matches nothing is told", () => {
    const { remarks } = applyAccepted(review, [{ ...entry, id: "gone" }], "2026-01-01");
    expect(remarks).toEqual(["gone is accepted and matches nothing any more: take it off the list"]);
  });
});

test("a change may have been accepted by another of its names", () => {
  const renamed = { ...review, changes: [{ ...change, id: "new", aliases: [change.id] }] };
  const { remarks, review: marked } = applyAccepted(renamed, [{ ...entry, id: change.id }], "2026-01-01");
  expect([remarks, marked.changes[0]?.accepted?.reason]).toEqual([[], entry.reason]);
});

test.each([
  ["", []],
  ["- { id: a, reason: b, until: 2026-12-31 }", [{ id: "a", reason: "b", until: "2026-12-31" }]],
  ["- { id: 1, reason: true, until: 2026-12-31 }", [{ id: "1", reason: "true", until: "2026-12-31" }]],
])("the list %j is read, and every value is a text", (text, list) => {
  expect(readAccepted(text, "a.yaml")).toEqual({ accepted: list, problems: [] });
});

test.each([
  ["a: 1", "1:1 the file must be a list of { id, reason, until }"],
  ["- id: x", "1:3 entry 1 needs an `id`, a `reason` and `until`"],
  ["- { id: x, reason: y }", "1:3 entry 1 needs an `id`, a `reason` and `until`"],
  ["- { id: x, until: 2026-12-31 }", "1:3 entry 1 needs an `id`, a `reason` and `until`"],
  ["- { reason: y, until: 2026-12-31 }", "1:3 entry 1 needs an `id`, a `reason` and `until`"],
  ["- { id: x, reason: y, untill: 2026-12-31, until: 2026-12-31 }", "1:23 entry 1 has no setting `untill`; did you mean `until`?"],
  ["- { id: '', reason: y, until: 2026-12-31 }", "1:9 `id` must be the id of a change"],
  ["- { id: x, reason: y, until: 2026-12-31 }\n- { id: x, reason: y, until: on 2026-12-31 }", "2:30 `until` must be a day such as 2026-12-31"],
  ["- { id: x, reason: y, until: 2026-12-311 }", "1:30 `until` must be a day such as 2026-12-31"],
  ["- { id: x, reason: y, until: soon }", "1:30 `until` must be a day such as 2026-12-31"],
  ["- [", /^1:4 Flow sequence/],
])("the list %j is refused", (text, expected) => {
  const { accepted, problems } = readAccepted(text, "a.yaml");
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join("; ")).toMatch(expected);
  expect(accepted).toEqual([]);
}); // prettier-ignore
