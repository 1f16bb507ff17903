import { describe, expect, test } from "vitest";
import { readChangelog, releaseChangelog } from "../../scripts/release/changelog.js";
import { judgeRelease, type Facts } from "../../scripts/release/judge-release.js";
import {
  compareVersions,
  findNextVersion,
  parseVersion,
  type Level,
  type Version,
} from "../../scripts/version.js";

/** A commit that may be released: a new field in the document, and the next minor version. */
const good: Facts = {
  tag: "v1.3.0",
  lastTag: "v1.2.0",
  versions: { "package.json": "1.3.0", "package-lock.json": "1.3.0", "src/version.ts": "1.3.0" },
  changelog: { unreleased: "", released: ["1.3.0", "1.2.0"] },
  level: "minor",
  repository: "https://example.com/source",
  missing: [],
  relativeLinks: [],
  isOwnerMissing: false,
};

/** The same before `npm version`: nothing is tagged yet. */
const dry: Facts = {
  ...good,
  tag: undefined,
  versions: { "package.json": "1.2.0", "src/version.ts": "1.2.0" },
  changelog: { unreleased: "### Added", released: ["1.2.0"] },
};

function versions(text: string): Facts["versions"] {
  return { "package.json": text, "src/version.ts": text };
}

const results = (facts: Facts): string[] =>
  judgeRelease(facts).flatMap(({ rule, result }) => (result === "ok" ? [] : [`${result} ${rule}`]));

describe("a release", () => {
  test.each<readonly [string, Facts, readonly string[]]>([
    ["with everything in place is fine", good, []],
    ["of another version than its tag", { ...good, tag: "v1.3.1" }, ["error tag"]],
    ["of a second package that says otherwise", { ...good, differing: ["license"] }, ["error tool"]],
    [
      "with two versions in its files",
      { ...good, versions: { ...good.versions, "src/version.ts": "1.2.0" } },
      ["error version"],
    ],
    [
      "of a pre-release",
      {
        ...good,
        tag: "v1.3.0-rc.1",
        versions: versions("1.3.0-rc.1"),
        changelog: { unreleased: "", released: ["1.3.0-rc.1"] },
      },
      ["error version", "error bump"],
    ],
    [
      "without a changelog entry",
      { ...good, changelog: { unreleased: "", released: ["1.2.0"] } },
      ["error changelog"],
    ],
    [
      "with something left under Unreleased",
      { ...good, changelog: { ...good.changelog, unreleased: "### Added" } },
      ["error changelog"],
    ],
    ["that is lower than the change of the document asks for", { ...good, level: "major" }, ["error bump"]],
    ["that is higher than that", { ...good, level: "none" }, []],
    ["whose document cannot be compared", { ...good, level: undefined }, ["error bump"]],
    ["that is the first", { ...good, lastTag: undefined, level: undefined }, ["note bump"]],
    ["whose source has no address", { ...good, repository: undefined }, ["error repository"]],
    ["without what npm shows", { ...good, missing: ["bugs"] }, ["note manifest"]],
    ["with a link that npm cannot follow", { ...good, relativeLinks: ["src/README.md"] }, ["error links"]],
    ["whose document has no owner", { ...good, isOwnerMissing: true }, ["error owners"]],
  ])("%s", (_, facts, expected) => expect(results(facts)).toEqual(expected));
});

describe("a dry run", () => {
  test.each<readonly [string, Facts, readonly string[]]>([
    ["notes what comes with the tag", dry, ["note tag", "note changelog", "note bump"]],
    [
      "notes what must be set up before a release",
      { ...dry, repository: undefined, missing: ["author"], relativeLinks: ["a.md"], isOwnerMissing: true },
      ["tag", "changelog", "bump", "repository", "manifest", "links", "owners"].map((rule) => `note ${rule}`),
    ],
    [
      "finds a version that nobody wrote down",
      { ...dry, changelog: { unreleased: "", released: ["1.1.0"] } },
      ["note tag", "error changelog", "note bump"],
    ],
    [
      "of a release without a change since has nothing to add",
      { ...dry, changelog: { unreleased: "", released: ["1.2.0"] }, level: "none" },
      ["note tag", "note bump"],
    ],
    [
      "finds a change of the document that nobody wrote down",
      { ...dry, changelog: { unreleased: "", released: ["1.2.0"] } },
      ["note tag", "error changelog", "note bump"],
    ],
    [
      "finds a version that is raised too little",
      { ...dry, versions: versions("1.2.1") },
      ["note tag", "note changelog", "error bump"],
    ],
  ])("%s", (_, facts, expected) => expect(results(facts)).toEqual(expected));

  test("says which version comes next", () => {
    const { text } = judgeRelease(dry).find(({ rule }) => rule === "bump") ?? { text: "" };
    expect(text).toBe("the next version is at least 1.3.0 (the change of the document since 1.2.0 is minor)");
  });
});

describe("the next version", () => {
  test.each<readonly [Version, Level, Version]>([
    [[1, 2, 3], "major", [2, 0, 0]],
    [[1, 2, 3], "minor", [1, 3, 0]],
    [[1, 2, 3], "patch", [1, 2, 4]],
    [[1, 2, 3], "none", [1, 2, 4]],
    [[0, 2, 3], "major", [0, 3, 0]],
    [[0, 2, 3], "minor", [0, 2, 4]],
    [[0, 2, 3], "patch", [0, 2, 4]],
  ])("after %j and a %s change is %j", (version, level, next) => {
    expect(findNextVersion(version, level)).toEqual(next);
  });

  test.each([
    ["1.2.3", [1, 2, 3]],
    ["1.2", undefined],
    ["1.2.3-rc.1", undefined],
    ["", undefined],
  ])("%j is read as %j", (text, version) => expect(parseVersion(text)).toEqual(version));

  test.each<readonly [Version, Version]>([
    [
      [1, 9, 9],
      [2, 0, 0],
    ],
    [
      [1, 2, 9],
      [1, 10, 0],
    ],
    [
      [0, 0, 9],
      [0, 0, 10],
    ],
  ])("%j is lower than %j", (left, right) => {
    expect(compareVersions(left, right)).toBeLessThan(0);
    expect(compareVersions(right, left)).toBeGreaterThan(0);
  });
});

describe("the changelog", () => {
  const text = "# Changelog\n\n## [Unreleased]\n\n- new\n\n## [0.1.0] - 2026-01-31\n\n- first\n";

  test.each([
    ["LF", text],
    ["CRLF", text.replaceAll("\n", "\r\n")],
  ])("is read with %s", (_, written) => {
    expect(readChangelog(written)).toEqual({ unreleased: "- new", released: ["0.1.0"] });
  });

  test("gives what is unreleased to a version", () => {
    expect(readChangelog(releaseChangelog(text, "0.2.0", "2026-02-01"))).toEqual({
      unreleased: "",
      released: ["0.2.0", "0.1.0"],
    });
  });

  test("has no release without a date, and none in the text of another", () => {
    expect(readChangelog("## [0.1.0]\n\nsee ## [0.0.9] - 2026-01-01\n").released).toEqual([]);
  });
});
