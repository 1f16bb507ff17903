import { describe, expect, test } from "vitest";
import type { Level } from "../../../scripts/review/judge/levels.js";
import { mergeReviews, reviewWholeDocument } from "../../../scripts/review/report/merge.js";

describe("of a document that is not on both sides there is one change", () => {
  test("a break that nothing shows, where it is gone", () => {
    expect(reviewWholeDocument("a.yaml", "removed").changes).toEqual([
      {
        id: "document-removed@a.yaml#5cc07f",
        level: "major",
        levels: { wire: "major", types: "major" },
        direction: "both",
        keyword: "removed",
        operationId: "",
        location: { side: "base", file: "a.yaml", line: 1, column: 1 },
        message: "Document `a.yaml` is removed, with all its operations.",
        verdict: "undecided",
        reason: "what it described was not read",
      },
    ]);
  });

  test("news, where it is new", () => {
    expect(reviewWholeDocument("a.yaml", "added").changes).toEqual([
      {
        id: "document-added@a.yaml#fd7229",
        level: "minor",
        levels: { wire: "minor", types: "minor" },
        direction: "both",
        keyword: "added",
        operationId: "",
        location: { side: "head", file: "a.yaml", line: 1, column: 1 },
        message: "Document `a.yaml` is new.",
        verdict: "compatible",
      },
    ]);
  });
});

test("reviews of several documents are one, its changes by their weight", () => {
  const part = {
    message: "not read",
    location: { side: "base", file: "c.yaml", line: 1, column: 1 },
  } as const;
  const [added, removed] = [reviewWholeDocument("a.yaml", "added"), reviewWholeDocument("b.yaml", "removed")];
  const merged = mergeReviews([
    { path: "a.yaml", review: added },
    { path: "b.yaml", review: { ...removed, notJudged: [part] } },
  ]);
  expect(merged.changes.map(({ id }) => id)).toEqual(
    [...removed.changes, ...added.changes].map(({ id }) => id),
  );
  expect(merged.notJudged).toEqual([part]);
  expect(merged.level).toBe("major" satisfies Level);
});
