import { describe, expect, test } from "vitest";
import { readSettings, SettingsError } from "../../../../scripts/review/report/settings/read-settings.js";
import { NO_SETTINGS } from "../../../../scripts/review/report/settings/settings.js";

const configuration = (review: string, root = "openapi/openapi.yaml") => `apis:
  other@v1:
    root: other.yaml
  main@v1:
    root: ${root}
    x-openapi-proof:
      output: generated
      review: ${review}
`;

const read = (review: string) => readSettings(configuration(review), "redocly.yaml", "openapi/openapi.yaml");

describe("what the configuration may say", () => {
  test.each([
    ["nothing", "{}", {}],
    ["severities", "{ severity: [{ path: /a/**, level: none, reason: ours }, { rule: x, level: minor }] }", { severity: [{ path: "/a/**", level: "none", reason: "ours" }, { rule: "x", level: "minor" }] }],
    ["prefixes", "{ stripPrefix: { base: /v1, head: /v2 } }", { stripPrefix: { base: "/v1", head: "/v2" } }],
    ["one prefix", "{ stripPrefix: { base: /v1 } }", { stripPrefix: { base: "/v1" } }],
    ["days of deprecation", "{ deprecation: { days: 0 } }", { deprecation: { days: 0 } }],
    ["what fails", "{ failOn: none }", { failOn: "none" }],
  ])("%s", (_claim, review, expected) => {
    expect(read(review)).toEqual({ ...NO_SETTINGS, ...expected });
  }); // prettier-ignore
});

describe("of which document it speaks", () => {
  const text = configuration("{ failOn: minor }", "./api/../api/openapi.yaml");
  test.each([
    ["redocly.yaml", "api/openapi.yaml", "minor"],
    ["redocly.yaml", "api\\openapi.yaml", "minor"],
    ["sub/redocly.yaml", "sub/api/openapi.yaml", "minor"],
    ["sub/redocly.yaml", "api/openapi.yaml", undefined],
    ["redocly.yaml", "other.yaml", undefined],
  ])("%s speaks of %s: %s", (file, document, failOn) => {
    expect(readSettings(text, file, document).failOn).toBe(failOn);
  });

  test.each([[""], ["rules: {}"], ["apis: 7"], ["apis: { a: 7 }"], ["apis: { a: { root: a.yaml, x-openapi-proof: 7 } }"], ["apis: { a: { x-openapi-proof: { review: { failOn: none } } } }"]])(
    "%j says nothing",
    (other) => expect(readSettings(other, "redocly.yaml", "a.yaml")).toBe(NO_SETTINGS),
  ); // prettier-ignore
});

describe("what it must not say is told with its place", () => {
  test.each([
    ["7", "8:15 must be an object: severity, stripPrefix, deprecation, failOn"],
    ["{ failon: minor }", "8:25 failon is not a setting: severity, stripPrefix, deprecation, failOn"],
    ["{ failOn: patch }", "8:25 must be one of: major, minor, none"],
    ["{ severity: { a: 1 } }", "8:27 must be a list"],
    ["{ severity: [7] }", "8:28 must be an object: path, rule, level, reason"],
    ["{ severity: [{ level: none }] }", "8:28 needs a path, a rule or both"],
    ["{ severity: [{ path: /a }] }", "8:28 needs a level: major, minor, patch, none"],
    ["{ severity: [{ rule: a, level: bad }] }", "8:46 must be one of: major, minor, patch, none"],
    ["{ severity: [{ rule: 7, level: none }] }", "8:36 must be a text"],
    ["{ severity: [{ path: '', level: none }] }", "8:36 must be a text"],
    ["{ stripPrefix: { base: v1 } }", "8:38 must be a path such as /v1"],
    ["{ stripPrefix: { head: v1 } }", "8:38 must be a path such as /v1"],
    ["{ deprecation: {} }", "8:30 needs days"],
    ["{ deprecation: { days: 1.5 } }", "8:38 must be a whole number of days"],
    ["{ deprecation: { days: -1 } }", "8:38 must be a whole number of days"],
    ["{ deprecation: { days: soon } }", "8:38 must be a whole number of days"],
  ])("%s", (review, message) => {
    expect(() => read(review)).toThrow(new SettingsError(`redocly.yaml:${message}`));
  }); // prettier-ignore

  test("as is what is no YAML", () => {
    expect(() => readSettings("apis:\n  a: [\n", "redocly.yaml", "a.yaml")).toThrow(
      /^redocly\.yaml:\d+:\d+ \S/,
    );
  });
});
