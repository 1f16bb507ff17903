import { describe, expect, test } from "vitest";
import type { Level } from "../../../scripts/review/judge/levels.js";
import type { Change } from "../../../scripts/review/report/changes.js";
import type { Counterexample } from "../../../scripts/review/report/counterexample.js";
import {
  alarmOf,
  groupAlike,
  listOperations,
  operationsOf,
  placeOf,
  proofOf,
  sectionsOf,
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
  ])("written from %j: %s", (names, text) => expect(listOperations(names)).toBe(text));
});

test("changes that say the same are told once, with their operations and how many more there are", () => {
  const other = { ...change, message: "Other." };
  const groups = groupAlike([change, other, { ...change, operationId: "readB" }, change]);
  expect(groups).toEqual([
    { first: change, operations: ["readA", "readB"], others: 2 },
    { first: other, operations: ["readA"], others: 0 },
  ]);
});

type Issue = Counterexample["issues"][number];

const refuse = (...issues: readonly Issue[]): Counterexample => ({
  request: { path: "/a" },
  refusedBy: "head",
  issues,
});
const why = (message: string, ...path: Issue["path"]): Counterexample =>
  refuse({ message, path, keyword: "maximum" });
const answer = (response: Readonly<Record<string, unknown>>): Counterexample => ({
  response,
  refusedBy: "base",
  issues: [],
});
const TITLE = "A request that base accepts and head refuses";

describe("a message is told with why it is refused", () => {
  test.each<[claim: string, counterexample: Counterexample, words: string]>([
    ["by nothing that has words", refuse(), TITLE],
    ["by the first issue", refuse({ message: "must be 1", path: ["n"], keyword: "const" }, { message: "must be 2", path: ["m"], keyword: "const" }), `${TITLE}: \`n\` must be 1`],
    ["at a path of names and indices", why("must be 1", "a", 0, "b", 1, 2), `${TITLE}: \`a[0].b[1][2]\` must be 1`],
    ["at an index of the whole", why("must be 1", 0, "a"), `${TITLE}: \`[0].a\` must be 1`],
    ["at a name with a backtick", why("must be 1", "a`b"), `${TITLE}: \`a'b\` must be 1`],
    ["of the whole", why("must be 1"), `${TITLE}: the value must be 1`],
    ["of the whole, in a sentence of its own", why("is not allowed"), `${TITLE}: is not allowed`],
    ["of a name that is missing once", why('"n" is required', "a", "n"), `${TITLE}: \`a.n\` is required`],
    ["of a name that another word begins with", why('"name" is required', "n"), `${TITLE}: \`n\` "name" is required`],
    ["in a hundred characters", why("x".repeat(100), "n"), `${TITLE}: \`n\` ${"x".repeat(100)}`],
    ["in no more", why("x".repeat(101), "n"), `${TITLE}: \`n\` ${"x".repeat(97)}…`],
  ])("%s", (_claim, counterexample, words) => expect(proofOf({ ...change, counterexample })?.words).toBe(words));
}); // prettier-ignore

describe("a message is shown", () => {
  test.each<[claim: string, rest: Partial<Change>, language: string | undefined, payload: string | undefined]>([
    ["not at all where there is none", {}, undefined, undefined],
    ["as the command that sends it", { counterexample: refuse(), curl: "curl 'x'" }, "sh", "curl 'x'"],
    ["as JSON where there is no command", { counterexample: refuse() }, "json", '{"path":"/a"}'],
    ["as an answer without a body", { counterexample: answer({ status: "204" }) }, "http", "HTTP/1.1 204"],
    ["as an answer with headers and JSON", { counterexample: answer({ status: "200", headers: { "X-A": 1 }, contentType: "application/json", body: "a" }) }, "http", 'HTTP/1.1 200\nX-A: 1\ncontent-type: application/json\n\n"a"'],
    ["as an answer with a text as it is", { counterexample: answer({ status: "200", contentType: "text/plain", body: "a" }) }, "http", "HTTP/1.1 200\ncontent-type: text/plain\n\na"],
    ["as an answer with another value as JSON", { counterexample: answer({ status: "200", contentType: "text/plain", body: 1 }) }, "http", "HTTP/1.1 200\ncontent-type: text/plain\n\n1"],
  ])("%s", (_claim, rest, language, payload) => {
    const shown = proofOf({ ...change, ...rest });
    expect([shown?.language, shown?.payload]).toEqual([language, payload]);
  });

  test("an answer is told as such", () => {
    expect(proofOf({ ...change, counterexample: answer({ status: "200" }) })?.words).toBe("A response that head may give and base does not describe");
  });
}); // prettier-ignore
