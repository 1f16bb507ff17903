import { describe, expect, test } from "vitest";
import type { Level } from "../../../scripts/review/judge/levels.js";
import type { Change } from "../../../scripts/review/report/changes.js";
import {
  alarmOf,
  createPlaceWriter,
  listNames,
  operationsOf,
  isAcceptable,
  placeOf,
  sectionsOf,
  sidesOf,
} from "../../../scripts/review/report/printable.js";
import { summarize } from "../../../scripts/review/report/summary.js";

const change: Change = {
  id: "a",
  level: "major",
  levels: { wire: "major", types: "patch" },
  direction: "request",
  keyword: "maximum",
  operationId: "readA",
  location: { side: "head", file: "a.yaml", line: 12, column: 3 },
  message: "`n` must now be at most 8.",
  verdict: "proved",
};

const leveled = (level: Level): Change => ({ ...change, level, levels: { wire: level, types: "none" } });
const review = (...changes: readonly Change[]) => ({ ...summarize(changes), base: "b", head: "h", version: undefined, remarks: [] }); // prettier-ignore

test.each([
  ["head", change.location, "a.yaml:12:3"],
  ["base", { ...change.location, side: "base" as const }, "a.yaml:12:3 (base)"],
])("a place of %s is %s", (_side, location, text) => expect(placeOf({ location })).toBe(text));

describe("what a reviewer reads first", () => {
  test.each([
    ["a break", [leveled("patch"), change], "break", ["wire", "patch"]],
    ["news, where nothing breaks", [leveled("patch"), leveled("minor"), leveled("minor")], "news", ["minor", "patch"]],
    ["calm, where nothing alters", [leveled("none")], "quiet", ["patch"]],
    ["calm, where nothing is", [], "quiet", []],
  ])("is %s", (_claim, changes, alarm, effects) => {
    expect(alarmOf(review(...changes))).toBe(alarm);
    const sections = sectionsOf(review(...changes));
    expect(sections.map(({ effect }) => effect)).toEqual(effects);
    expect(sections.flatMap((section) => section.changes)).toHaveLength(changes.length);
  }); // prettier-ignore
});

describe("the operations that a change reaches are", () => {
  test.each<[claim: string, rest: Partial<Change>, names: readonly string[]]>([
    ["the one", {}, ["readA"]],
    ["all, where there are several", { operations: ["readA", "readB"] }, ["readA", "readB"]],
    ["none", { operationId: "" }, []],
    ["none but the one that the sentence names", { message: "Operation `readA` is removed." }, []],
    ["the one, where the sentence names another", { message: "Operation `readAll` is removed." }, ["readA"]],
  ])("%s", (_claim, rest, names) => expect(operationsOf({ ...change, ...rest })).toEqual(names));

  test.each([
    [["a"], "a"],
    [["a", "b"], "a, b"],
    [[..."abcdefgh"], "a, b, c, d, e, f, g, h"],
    [[..."abcdefghi"], "a, b, c, d, e, f, g, h and 1 more"],
    [[], ""],
  ])("written from %j: %s", (names, text) => expect(listNames(names)).toBe(text));
});

const named = (id: string, rest: Partial<Change> = {}): Change => ({ ...change, direction: "response", ...rest, id }); // prettier-ignore
const idsOf = (changes: readonly Change[]) => sectionsOf(review(...changes)).flatMap((section) => section.changes.map(({ id }) => id)); // prettier-ignore

describe("breaks are read in this order", () => {
  const answer = { counterexample: { response: {}, refusedBy: "base", issues: [] } } as const;
  const request = { counterexample: { request: {}, refusedBy: "head", issues: [] } } as const;
  const sorted = [
    named("operation-removed@a#1", request),
    named("document-removed@a#1"),
    named("maximum-narrower@a#1", request),
    named("maximum-narrower@b#1", { direction: "request" }),
    named("security-tightened@a#1", request),
    named("maximum-wider@a#1", { ...answer, direction: "request" }),
    named("maximum-wider@b#1"),
  ];

  test("what is removed, what callers send, who may call, what they get", () => {
    const mixed = [4, 5, 2, 0, 6, 3, 1].flatMap((index) => sorted[index] ?? []);
    expect(idsOf(mixed)).toEqual(sorted.map(({ id }) => id));
  });

  test("others by their place", () => {
    const minor = sorted.toReversed().map((each) => ({ ...each, level: "minor" as const }));
    expect(idsOf(minor)).toEqual(minor.map(({ id }) => id));
  });
}); // prettier-ignore

const at = (side: "base" | "head", file: string): Change => ({ ...change, location: { side, file, line: 2, column: 1 } }); // prettier-ignore
const asked = (base: string, head: string, ...changes: readonly Change[]) => ({ ...review(...changes), base, head }); // prettier-ignore

describe("a file with a long name is written once", () => {
  const long = `${"a".repeat(26)}.yaml`;
  test.each<[claim: string, printed: ReturnType<typeof asked>, places: readonly string[], sides: { base: string; head: string }]>([
    ["where one a side is meant", asked("v1", `x/${long}`, at("base", long), at("head", long)), ["base:2:1", "head:2:1"], { base: `v1, ${long}`, head: `x/${long}` }],
    ["not where it is short", asked("v1", "v2", at("base", long.slice(1)), at("head", long)), [`${long.slice(1)}:2:1 (base)`, "head:2:1"], { base: "v1", head: `v2, ${long}` }],
    ["not where there are several", asked("v1", "v2", at("head", long), at("head", `b${long}`)), [`${long}:2:1`, `b${long}:2:1`], { base: "v1", head: "v2" }],
    ["from another folder", asked("v1", `/x/${long}`, at("head", `../../x/${long}`)), ["head:2:1"], { base: "v1", head: `/x/${long}` }],
  ])("%s", (_claim, printed, places, sides) => {
    expect(printed.changes.map(createPlaceWriter(printed))).toEqual(places);
    expect(sidesOf(printed)).toEqual(sides);
  });

  test("and parts that are not judged count", () => {
    const printed = { ...review(at("base", long)), notJudged: [{ message: "x", location: at("base", `b${long}`).location }] };
    expect(printed.changes.map(createPlaceWriter(printed))).toEqual([`${long}:2:1 (base)`]);
  });
}); // prettier-ignore

test.each<[claim: string, level: Level, failOn: "major" | "minor" | "none" | undefined, isShown: boolean]>([
  ["a break", "major", undefined, true],
  ["a break that fails nothing", "major", "none", true],
  ["no compatible change", "minor", "major", false],
  ["a compatible change that fails", "minor", "minor", true],
  ["nothing without effect", "patch", "minor", false],
])("an id is needed to accept: %s", (_claim, level, failOn, isShown) => {
  const { failOn: _, ...rest } = { ...review(), failOn };
  expect(isAcceptable(failOn === undefined ? rest : { ...rest, failOn }, leveled(level))).toBe(isShown);
});
