import { describe, expect, test } from "vitest";
import type { Change } from "../../../../scripts/review/report/changes.js";
import { adjustReview } from "../../../../scripts/review/report/settings/adjust.js";
import {
  NO_REVIEW_SETTINGS,
  type ReviewSettings,
  type Severity,
} from "../../../../scripts/settings/review-settings.js";
import { summarize } from "../../../../scripts/review/report/summary.js";
import { renderReview } from "../../../../scripts/review/report/index.js";

const change: Change = {
  id: "header-removed@a#1",
  level: "major",
  levels: { wire: "minor", types: "major" },
  direction: "response",
  keyword: "headers",
  operationId: "a",
  endpoints: [{ method: "GET", path: "/internal/{id}/x" }],
  location: { side: "head", file: "a.yaml", line: 3, column: 2 },
  message: "Header `a` is removed.",
  verdict: "compatible",
};
const endpoint = (path: string) => ({ method: "GET", path });
const patch: Change = { ...change, level: "patch", levels: { wire: "patch", types: "patch" } };

const TODAY = "2026-06-15";
const adjust = (changes: readonly Change[], settings: Partial<ReviewSettings>) =>
  adjustReview(summarize(changes), { ...NO_REVIEW_SETTINGS, ...settings }, TODAY);

describe("what a change counts as", () => {
  type Row = readonly [claim: string, change: Change, severity: readonly Severity[], levels: Change["levels"], reason: string | undefined]; // prettier-ignore
  test.each<Row>([
    ["is what it is where nothing matches", change, [{ path: "/other/**", level: "none" }], change.levels, undefined],
    ["is lowered by its path", change, [{ path: "/internal/**", level: "none" }], { wire: "none", types: "none" }, "path /internal/**"],
    ["is lowered as far as it stands above", change, [{ path: "/internal/**", level: "minor" }], { wire: "minor", types: "minor" }, "path /internal/**"],
    ["keeps what stands below", { ...change, levels: { wire: "patch", types: "major" } }, [{ path: "/internal/**", level: "minor" }], { wire: "patch", types: "minor" }, "path /internal/**"],
    ["knows a parameter of a path by its braces", change, [{ path: "/internal/{id}/*", level: "minor" }], { wire: "minor", types: "minor" }, "path /internal/{id}/*"],
    ["takes no slash for a star", change, [{ path: "/internal/*", level: "none" }], change.levels, undefined],
    ["is not lowered where it reaches another path as well", { ...change, endpoints: [endpoint("/internal/a"), endpoint("/b")] }, [{ path: "/internal/**", level: "none" }], change.levels, undefined],
    ["is not lowered by a path where it reaches no operation", { ...change, endpoints: [] }, [{ path: "**", level: "none" }], change.levels, undefined],
    ["is lowered by its rule, for a reason", change, [{ rule: "header-removed", level: "patch", reason: "nobody reads them" }], { wire: "patch", types: "patch" }, "rule header-removed: nobody reads them"],
    ["is lowered by a family of rules", change, [{ rule: "*-removed", level: "patch" }], { wire: "patch", types: "patch" }, "rule *-removed"],
    ["is not lowered by the beginning of a rule", change, [{ rule: "header", level: "patch" }], change.levels, undefined],
    ["needs both where both are given", change, [{ rule: "header-removed", path: "/b", level: "patch" }], change.levels, undefined],
    ["has both where both match", change, [{ rule: "header-removed", path: "/internal/**", level: "patch" }], { wire: "patch", types: "patch" }, "path /internal/**, rule header-removed"],
    ["is raised by its rule", patch, [{ rule: "header-removed", level: "major" }], { wire: "major", types: "patch" }, "rule header-removed"],
    ["is not raised by its path alone", patch, [{ path: "/internal/**", level: "minor" }], patch.levels, undefined],
    ["is what the last entry says", change, [{ rule: "*", level: "none" }, { rule: "header-*", level: "minor" }], { wire: "minor", types: "minor" }, "rule header-*"],
    ["is not told where it is the same", change, [{ rule: "*", level: "major" }], change.levels, undefined],
  ])("%s", (_claim, each, severity, levels, reason) => {
    const [found] = adjust([each], { severity }).changes;
    expect(found?.levels).toEqual(levels);
    expect(found?.configured).toEqual(reason === undefined ? undefined : { level: each.level, reason });
  }); // prettier-ignore

  test("is what the whole counts as, and the heaviest still comes first", () => {
    const severity: readonly Severity[] = [{ rule: "header-removed", level: "none" }];
    expect(adjust([change], { severity })).toMatchObject({
      level: "none",
      levels: { wire: "none", types: "none" },
    });
    const news: Change = {
      ...change,
      id: "b@x#1",
      level: "minor",
      levels: { wire: "minor", types: "minor" },
    };
    const review = adjust([change, news], { severity });
    expect(review).toMatchObject({ level: "minor", changes: [news, { level: "none" }] });
  });

  test("keeps what was not judged", () => {
    const notJudged = [{ message: "m", location: change.location }];
    expect(adjustReview(summarize([change], notJudged), NO_REVIEW_SETTINGS, TODAY).notJudged).toBe(notJudged);
  });
});

describe("every format tells what the configuration lowers and raises", () => {
  const lowered = adjust([change], { severity: [{ rule: "header-removed", level: "minor", reason: "nobody reads them" }] });
  const raised = adjust([patch], { severity: [{ rule: "header-removed", level: "major", reason: "ours do" }] });
  const request = { base: "v1", head: "v2", version: "1.0.0", accepted: [], today: TODAY, color: false } as const;
  const FORMATS = ["text", "markdown", "json", "html", "github", "junit", "sarif", "gitlab"] as const;
  test.each(FORMATS)("%s", (format) => {
    const few = renderReview(lowered, { ...request, format, failOn: "major" });
    expect(few.text).toContain("nobody reads them");
    expect(few.code).toBe(0);
    const more = renderReview(raised, { ...request, format, failOn: "major" });
    expect(more.text).toContain("ours do");
    expect(more.code).toBe(1);
  });

  test("the first line counts them", () => {
    expect(renderReview(lowered, { ...request, format: "text", failOn: "major" }).text).toContain(
      "Breaks no caller: 1 change that counts for less by the configuration. The next version is 1.1.0",
    );
    expect(renderReview(raised, { ...request, format: "text", failOn: "major" }).text).toContain(
      "1 breaking change by the configuration. The next version is 2.0.0",
    );
  });

  test("callers read of neither as a break", () => {
    expect(renderReview(lowered, { ...request, format: "changelog", failOn: "major" }).text).toContain("### Changed");
    expect(renderReview(raised, { ...request, format: "changelog", failOn: "major" }).text).toContain("Nothing changes");
  });
}); // prettier-ignore

const end = (ending: Partial<NonNullable<Change["ending"]>>, rest: Partial<Change> = {}) =>
  adjust([{ ...change, ...rest, ending: { event: "removed", isDeprecated: true, was: undefined, now: undefined, ...ending } }], { deprecation: { days: 90 } }).changes[0]; // prettier-ignore

describe("the end of an operation", () => {
  test.each<[claim: string, was: unknown, expected: Partial<Change>]>([
    ["may come on the day of its sunset", "2026-06-15", { accepted: { reason: "it was deprecated, and its sunset was on 2026-06-15" } }],
    ["may come after it", "2026-06-14T23:59:59Z", { accepted: { reason: "it was deprecated, and its sunset was on 2026-06-14" } }],
    ["may not come before it", "2026-06-16", { note: "It may go on 2026-06-16, the day of its sunset, and not before." }],
    ["needs a sunset", undefined, { note: "It was deprecated, and no x-sunset says on which day it goes." }],
    ["needs a date", "soon", { note: "It was deprecated, and its x-sunset, soon, is no date such as 2026-12-31." }],
    ["needs a date that exists", "2026-02-30", { note: "It was deprecated, and its x-sunset, 2026-02-30, is no date such as 2026-12-31." }],
    ["needs a text", 20260101, { note: "It was deprecated, and its x-sunset, 20260101, is no date such as 2026-12-31." }],
  ])("%s", (_claim, was, expected) => {
    const found = end({ was });
    expect(found).toMatchObject({ level: "major", ...expected });
    expect([found?.accepted, found?.note].filter((each) => each !== undefined)).toHaveLength(1);
  }); // prettier-ignore

  test("of one that was not deprecated is a break", () => {
    const found = end({ was: "2020-01-01", isDeprecated: false });
    expect(found).toMatchObject({ level: "major", note: "It was not deprecated before." });
    expect(found).not.toHaveProperty("accepted");
  });

  const late = "and must be announced 90 days before";
  test.each<[claim: string, ending: Partial<NonNullable<Change["ending"]>>, reason: string | undefined]>([
    ["announced in time", { event: "deprecated", now: "2026-09-13" }, undefined],
    ["announced a day too late", { event: "deprecated", now: "2026-09-12" }, `its sunset, 2026-09-12, is 89 days away, ${late}`],
    ["announced for tomorrow", { event: "deprecated", now: "2026-06-16" }, `its sunset, 2026-06-16, is 1 day away, ${late}`],
    ["announced for today", { event: "deprecated", now: TODAY }, `its sunset, 2026-06-15, is no day to come, ${late}`],
    ["announced for no day", { event: "deprecated", now: undefined }, "no x-sunset says on which day it goes"],
    ["announced for what is no date", { event: "deprecated", now: "2026" }, "its x-sunset, 2026, is no date such as 2026-12-31"],
    ["put off", { event: "moved", was: "2026-06-16", now: "2026-06-17" }, undefined],
    ["brought forward, and far away", { event: "moved", was: "2027-06-16", now: "2026-09-13" }, undefined],
    ["brought forward too far", { event: "moved", was: "2026-07-02", now: "2026-07-01" }, `its sunset, 2026-07-01, is 16 days away, ${late}`],
    ["told later, and too late", { event: "moved", was: undefined, now: "2026-07-01" }, `its sunset, 2026-07-01, is 16 days away, ${late}`],
    ["taken back", { event: "moved", was: "2026-07-01", now: undefined }, "no x-sunset says on which day it goes"],
  ])("%s", (_claim, ending, reason) => {
    const found = end(ending, { level: "minor", levels: { wire: "patch", types: "minor" } });
    expect(found?.level).toBe(reason === undefined ? "minor" : "major");
    expect(found?.configured).toEqual(reason === undefined ? undefined : { level: "minor", reason });
  }); // prettier-ignore

  test("counts from what it is, whatever its severity is set to", () => {
    const ending = { event: "deprecated", isDeprecated: false, was: undefined, now: undefined } as const;
    const news: Change = { ...change, level: "minor", levels: { wire: "patch", types: "minor" }, ending };
    const [found] = adjust([news], {
      severity: [{ rule: "*", level: "none" }],
      deprecation: { days: 1 },
    }).changes;
    expect(found).toMatchObject({ level: "major", configured: { level: "minor" } });
  });

  test("is nobody's business without a policy, or of another change", () => {
    const ending = { event: "deprecated", isDeprecated: false, was: undefined, now: undefined } as const;
    expect(adjust([{ ...change, ending }], {}).changes).toEqual([{ ...change, ending }]);
    expect(adjust([change], { deprecation: { days: 90 } }).changes).toEqual([change]);
  });
});
