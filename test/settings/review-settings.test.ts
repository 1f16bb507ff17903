import { describe, expect, test } from "vitest";
import { readSettings } from "../../scripts/settings/entries.js";
import { NO_REVIEW_SETTINGS } from "../../scripts/settings/review-settings.js";

const configuration = (review: string, root = "openapi/openapi.yaml") => `apis:
  other@v1:
    root: other.yaml
  main@v1:
    root: ${root}
    x-openapi-proof:
      output: generated
      review: ${review}
`;

const read = (review: string) => readSettings(configuration(review));

describe("what the configuration may say", () => {
  test.each([
    ["nothing", "{}", {}],
    ["severities", "{ severity: [{ path: /a/**, level: none, reason: ours }, { rule: x, level: minor }] }", { severity: [{ path: "/a/**", level: "none", reason: "ours" }, { rule: "x", level: "minor" }] }],
    ["prefixes", "{ stripPrefix: { base: /v1, head: /v2 } }", { stripPrefix: { base: "/v1", head: "/v2" } }],
    ["one prefix", "{ stripPrefix: { base: /v1 } }", { stripPrefix: { base: "/v1" } }],
    ["days of deprecation", "{ deprecation: { days: 0 } }", { deprecation: { days: 0 } }],
    ["what fails", "{ failOn: none }", { failOn: "none" }],
  ])("%s", (_claim, review, expected) => {
    const { entries, problems } = read(review);
    expect([entries.at(-1)?.review, problems]).toEqual([{ ...NO_REVIEW_SETTINGS, ...expected }, []]);
  }); // prettier-ignore
});

describe("what it must not say is told with its place", () => {
  test.each([
    ["7", "8:15 `review` must be an object: severity, stripPrefix, deprecation, failOn"],
    ["{ failon: minor }", "8:17 `review` has no setting `failon`; did you mean `failOn`?"],
    ["{ level: minor }", "8:17 `review` has no setting `level`, but: severity, stripPrefix, deprecation, failOn"],
    ["{ failOn: patch }", "8:25 `failOn` must be one of: major, minor, none"],
    ["{ severity: { a: 1 } }", "8:27 `severity` must be a list"],
    ["{ severity: [7] }", "8:28 entry 1 of `severity` must be an object: path, rule, level, reason"],
    ["{ severity: [{ level: none }] }", "8:28 entry 1 of `severity` needs a `path`, a `rule` or both"],
    ["{ severity: [{ path: /a }] }", "8:28 entry 1 of `severity` needs a `level`: major, minor, patch, none"],
    ["{ severity: [{ rule: a, level: bad }] }", "8:46 `level` must be one of: major, minor, patch, none"],
    ["{ severity: [{ rule: 7, level: none }] }", "8:36 `rule` must be a glob for rules such as header-*"],
    ["{ severity: [{ path: '', level: none }] }", "8:36 `path` must be a glob such as /internal/**"],
    ["{ severity: [{ path: /a, level: none, reason: 7 }] }", "8:61 `reason` must be a text"],
    ["{ stripPrefix: { base: v1 } }", "8:38 `base` must be a path such as /v1"],
    ["{ stripPrefix: { head: v1 } }", "8:38 `head` must be a path such as /v1"],
    ["{ deprecation: {} }", "8:30 `deprecation` needs `days`"],
    ["{ deprecation: { days: 1.5 } }", "8:38 `days` must be a whole number of days"],
    ["{ deprecation: { days: -1 } }", "8:38 `days` must be a whole number of days"],
    ["{ deprecation: { days: soon } }", "8:38 `days` must be a whole number of days"],
  ])("%s", (review, expected) => {
    const { entries, problems } = read(review);
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join("; ")).toBe(expected);
    expect(entries).toEqual([]);
  }); // prettier-ignore
});
