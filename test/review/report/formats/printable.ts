import type { Change } from "../../../../scripts/review/report/changes.js";
import type { PrintableReview } from "../../../../scripts/review/report/printable.js";
import { summarize } from "../../../../scripts/review/report/summary.js";

/** A break that is proved. */
export const BREAK: Change = {
  id: "maximum-narrower@a#1",
  level: "major",
  levels: { wire: "major", types: "patch" },
  direction: "request",
  keyword: "maximum",
  operationId: "a",
  location: { side: "head", file: "a.yaml", line: 3, column: 2 },
  message: "It changes.",
  verdict: "proved",
};

/** What a format is given of some changes. */
export function printable(changes: readonly Change[], rest: Partial<PrintableReview> = {}): PrintableReview {
  return { ...summarize(changes), base: "v1", head: "v2", version: undefined, remarks: [], ...rest };
}
