import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Change } from "../../../../scripts/review/report/changes.js";
import { reaches } from "../../../../scripts/review/report/fail-on.js";
import { formatChangelog } from "../../../../scripts/review/report/formats/changelog.js";
import { formatGitlab } from "../../../../scripts/review/report/formats/gitlab.js";
import { formatJunit } from "../../../../scripts/review/report/formats/junit.js";
import { formatSarif } from "../../../../scripts/review/report/formats/sarif.js";
import type { PrintableReview } from "../../../../scripts/review/report/printable.js";
import { HOSTILE, toHostileChange } from "./hostile-names.js";
import { parseXml, type Element } from "./parse-xml.js";
import { printable } from "./printable.js";

const change: Change = {
  id: "maximum-narrower@addItem.n#1",
  level: "major",
  levels: { wire: "major", types: "patch" },
  direction: "request",
  keyword: "maximum",
  operationId: "addItem",
  endpoints: [{ method: "POST", path: "/items" }],
  location: { side: "head", file: "openapi/a b.yaml", line: 3, column: 2 },
  message: "`n` of the request body must now be at most 1 (was 2): requests that worked are now refused.",
  plain: "`n` of the request body must now be at most 1 (was 2).",
  verdict: "proved",
};
const gone: Change = {
  ...change,
  id: "operation-removed@x#2",
  message: "Operation `GET /x` is removed.",
  plain: "Operation `GET /x` is removed.",
  location: { side: "base", file: "old.yaml", line: 9, column: 4, inHead: { file: "new.yaml", line: 7 } },
};
const accepted: Change = { ...change, accepted: { reason: "nobody does", until: "2999-12-31" } };
const news: Change = { ...change, id: "operation-added@x#3", level: "minor", levels: { wire: "minor", types: "minor" }, verdict: "compatible" }; // prettier-ignore
const deprecated: Change = { ...news, id: "deprecated@x#4" };
const types: Change = { ...change, id: "property-removed@x#5", levels: { wire: "patch", types: "major" } };
const undecided: Change = {
  ...change,
  id: "pattern-narrower@x#6",
  verdict: "undecided",
  reason: "it is open",
};
const quiet: Change = { ...change, id: "text-changed@x#7", level: "patch", levels: { wire: "patch", types: "patch" }, verdict: "compatible" }; // prettier-ignore
const notJudged = [{ message: "cannot be read", location: { ...change.location, side: "base" } as const }];

const printJunit = (changes: readonly Change[], rest: Partial<PrintableReview> = {}): Element =>
  parseXml(formatJunit(printable(changes, rest), reaches("major")));
const casesOf = (root: Element) => root.children[0]?.children.filter(({ name }) => name === "testcase") ?? [];

describe("JUnit's XML", () => {
  test("has a test for each change, at its line of head", () => {
    expect(casesOf(printJunit([gone]))[0]?.attributes).toEqual({
      classname: "operation-removed",
      name: "Operation `GET /x` is removed. (addItem)",
      file: "old.yaml",
      line: "7",
    });
  });

  test.each<[claim: string, change: Change, children: readonly string[]]>([
    ["what reaches the level fails", change, ["failure"]],
    ["what was accepted is skipped", accepted, ["skipped"]],
    ["what does not reach it passes", news, ["system-out"]],
  ])("%s", (_claim, each, children) => {
    expect(casesOf(printJunit([each]))[0]?.children.map(({ name }) => name)).toEqual(children);
  });

  test("says why, and by what", () => {
    const [failure] = casesOf(printJunit([undecided]))[0]?.children ?? [];
    expect(failure?.attributes).toEqual({ type: "major", message: undecided.message });
    expect(failure?.text).toBe("openapi/a b.yaml:3:2\nIt is open.\nid: pattern-narrower@x#6");
  });

  test("counts them", () => {
    const root = printJunit([change, accepted, news], { notJudged });
    const counts = { tests: "4", failures: "1", errors: "0", skipped: "2" };
    expect(root.attributes).toEqual(counts);
    expect(root.children[0]?.attributes).toEqual({ name: "v1 → v2", ...counts });
  });

  test("has a test that passes where nothing changes, and says what was remarked", () => {
    const root = printJunit([], { remarks: ["take it off"] });
    expect(casesOf(root)[0]).toMatchObject({ attributes: { name: "No change in meaning." }, children: [] });
    expect(root.children[0]?.children.at(-1)?.text).toBe("No change in meaning.\ntake it off");
  });

  test.each([...HOSTILE, "a\u0000\u0001\uFFFE\uD800]]>"])("is well-formed whatever is called %j", (name) => {
    const [testcase] = casesOf(printJunit([toHostileChange(name, 0)], { remarks: [name] }));
    const plain = name.replaceAll("\r", "\uFFFD").replaceAll(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD"); // prettier-ignore
    expect(testcase?.attributes["file"]).toBe(`${plain}.yaml`);
  });
});

/** The parts of SARIF's schema that readers of it rely on, in our own words. */
const SARIF = {
  type: "object",
  required: ["$schema", "version", "runs"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: { type: "array", minItems: 1, maxItems: 1, items: { $ref: "#/$defs/run" } },
  },
  $defs: {
    message: { type: "object", required: ["text"], properties: { text: { type: "string", minLength: 1 } } },
    run: {
      type: "object",
      required: ["tool", "results"],
      properties: {
        tool: {
          required: ["driver"],
          properties: { driver: { required: ["name"], properties: { rules: { type: "array", uniqueItems: true, items: { required: ["id"] } } } } },
        },
        columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
        invocations: { items: { required: ["executionSuccessful"] } },
        results: { type: "array", items: { $ref: "#/$defs/result" } },
      },
    },
    result: {
      required: ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
      properties: {
        kind: { enum: ["notApplicable", "pass", "fail", "review", "open", "informational"] },
        level: { enum: ["none", "note", "warning", "error"] },
        message: { $ref: "#/$defs/message" },
        partialFingerprints: { type: "object", minProperties: 1, additionalProperties: { type: "string" } },
        suppressions: { uniqueItems: true, items: { required: ["kind"], properties: { kind: { enum: ["inSource", "external"] }, status: { enum: ["accepted", "underReview", "rejected"] } } } },
        locations: { minItems: 1, items: { required: ["physicalLocation"], properties: { physicalLocation: {
          required: ["artifactLocation", "region"],
          properties: {
            artifactLocation: { required: ["uri"], properties: { uri: { type: "string", pattern: "^[^\\\\\\s]+$" } } },
            region: { required: ["startLine"], properties: { startLine: { type: "integer", minimum: 1 }, startColumn: { type: "integer", minimum: 1 } } },
          },
        } } } },
      },
      // What does not fail has no level (§3.27.10).
      if: { properties: { kind: { not: { const: "fail" } } } },
      then: { properties: { level: { const: "none" } } },
    },
  },
}; // prettier-ignore

describe("SARIF", () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(SARIF);
  const print = (changes: readonly Change[], rest: Partial<PrintableReview> = {}) => {
    const log: unknown = JSON.parse(formatSarif(printable(changes, rest)));
    expect(validate(log) ? [] : validate.errors).toEqual([]);
    return (log as { runs: [any] }).runs[0]; // oxlint-disable-line typescript/no-explicit-any -- its form is checked above
  };

  test("says what it is, and that the review was made", () => {
    const { runs, ...log } = JSON.parse(formatSarif(printable([change], { notJudged }))) as {
      runs: object[];
    };
    expect(log).toEqual({
      $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      version: "2.1.0",
    });
    expect(runs).toMatchObject([
      {
        tool: {
          driver: {
            name: "openapi-proof",
            rules: [{ id: "maximum-narrower", shortDescription: { text: "maximum narrower" } }],
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ level: "warning" }] }],
      },
    ]);
  });

  test("refers from each result to its rule", () => {
    const { tool, results } = print([gone, change, accepted]);
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      "maximum-narrower",
      "operation-removed",
    ]);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  test.each<[claim: string, change: Change, level: string, kind: string]>([
    ["a break", change, "error", "fail"],
    ["what counts as one", undecided, "error", "fail"],
    ["a break of types", types, "error", "fail"],
    ["news", news, "note", "fail"],
    ["what alters nothing", quiet, "none", "informational"],
  ])("%s has its level", (_claim, each, level, kind) => {
    expect(print([each]).results[0]).toMatchObject({ level, kind });
  });

  test.each<[claim: string, change: Change, uri: string, region: object]>([
    ["at its line and column", change, "openapi/a%20b.yaml", { startLine: 3, startColumn: 2 }],
    ["where a line that is gone stood in head", gone, "new.yaml", { startLine: 7 }],
    ["at the first line of a file that is empty", { ...gone, location: { ...gone.location, inHead: { file: "x", line: 0 } } }, "x", { startLine: 1 }],
  ])("stands %s", (_claim, each, uri, region) => {
    expect(print([each]).results[0].locations).toEqual([
      { physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region } },
    ]);
  }); // prettier-ignore

  test("knows a change again by its id, and what was accepted is suppressed", () => {
    const [open, closed] = print([change, accepted]).results;
    expect(open.partialFingerprints).toEqual({ "changeId/v1": change.id });
    expect(open).not.toHaveProperty("suppressions");
    expect(closed.suppressions).toEqual([
      { kind: "external", status: "accepted", justification: "Accepted until 2999-12-31: nobody does" },
    ]);
  });

  test("says what was not judged", () => {
    const [{ toolExecutionNotifications }] = print([], { notJudged }).invocations;
    expect(toolExecutionNotifications[0].message.text).toBe("Not judged: cannot be read");
  });

  test("is valid whatever a document is called", () => {
    expect(print(HOSTILE.map(toHostileChange)).results).toHaveLength(HOSTILE.length);
  });
});

const printGitlab = (changes: readonly Change[]) => JSON.parse(formatGitlab(printable(changes))) as unknown[];

describe("GitLab's code quality report", () => {
  test("has an entry for each change, at its line of head", () => {
    expect(printGitlab([gone])).toEqual([
      {
        description: "Operation `GET /x` is removed. (addItem)",
        check_name: "operation-removed",
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        severity: "critical",
        location: { path: "new.yaml", lines: { begin: 7 } },
      },
    ]);
  });

  test.each<[claim: string, change: Change, severity: string]>([
    ["what counts as a break", undecided, "major"],
    ["a break of types", types, "major"],
    ["an accepted break", accepted, "info"],
    ["news", news, "minor"],
    ["what alters nothing", quiet, "info"],
  ])("%s has its severity", (_claim, each, severity) => {
    expect(printGitlab([each])).toMatchObject([{ severity }]);
  });

  test("a fingerprint stays when the line moves, and is another one in another file", () => {
    const moved = { ...change, location: { ...change.location, line: 99 } };
    const elsewhere = { ...change, location: { ...change.location, file: "b.yaml" } };
    const [first, second, third] = printGitlab([change, moved, elsewhere]) as { fingerprint: string }[];
    expect(second?.fingerprint).toBe(first?.fingerprint);
    expect(third?.fingerprint).not.toBe(first?.fingerprint);
  });

  test("begins at the first line of a file that is empty", () => {
    const empty = { ...gone, location: { ...gone.location, inHead: { file: "x", line: 0 } } };
    expect(printGitlab([empty])).toMatchObject([{ location: { lines: { begin: 1 } } }]);
  });

  test("says why a break was accepted", () => {
    expect(printGitlab([accepted])).toMatchObject([{ description: expect.stringMatching(/ Accepted until 2999-12-31: nobody does$/) as string }]); // prettier-ignore
  });
});

describe("a changelog", () => {
  test("tells callers what breaks, what is new and what else changes, by operation and without our words", () => {
    const version = { current: "1.0.0", next: "2.0.0" };
    const flag = { ...deprecated, keyword: "explode", plain: "Parameter `a` now allows more (`explode`)." };
    const whole = { ...change, endpoints: [], plain: "Server `https://a` is removed." };
    expect(formatChangelog(printable([change, gone, whole, accepted, types, news, flag, quiet], { version })))
      .toBe(`## 2.0.0

### Breaking

- \`POST /items\`
  - \`n\` of the request body must now be at most 1 (was 2).
  - Operation \`GET /x\` is removed.
  - \`n\` of the request body must now be at most 1 (was 2). (TypeScript code alone)
- The API as a whole
  - Server \`https://a\` is removed.

### Added

- \`POST /items\`
  - \`n\` of the request body must now be at most 1 (was 2).

### Changed

- \`POST /items\`
  - Parameter \`a\` now allows more.
`);
  });

  test("cuts what is longer than a thousand characters", () => {
    const long = {
      ...news,
      plain: "m".repeat(1001),
      endpoints: [{ method: "GET", path: `/${"p".repeat(1000)}` }],
    };
    const [, , , , endpoint, line] = formatChangelog(printable([long])).split("\n");
    expect(endpoint).toBe(`- \\\`GET /${"p".repeat(994)}… (cut, 1007 characters in all)`);
    expect(line).toBe(`  - ${"m".repeat(1000)}… (cut, 1001 characters in all)`);
  });

  test.each<[claim: string, changes: readonly Change[], version: PrintableReview["version"], text: string]>([
    ["nothing", [quiet], undefined, "## Unreleased\n\nNothing changes for callers.\n"],
    ["no release", [], { current: "1.0.0", next: "1.0.0" }, "## Unreleased\n\nNothing changes for callers.\n"],
  ])("says so where there is %s", (_claim, changes, version, text) => {
    expect(formatChangelog(printable(changes, { version }))).toBe(text);
  }); // prettier-ignore
});
