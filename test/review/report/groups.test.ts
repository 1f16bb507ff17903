import { describe, expect, test } from "vitest";
import type { Change } from "../../../scripts/review/report/changes.js";
import { groupAlike, groupEqual } from "../../../scripts/review/report/groups.js";
import { BREAK } from "./formats/printable.js";

const change: Change = { ...BREAK, operationId: "readA", message: "`n` must now be at most 8." };
const told = (...changes: readonly Partial<Change>[]) =>
  groupAlike(changes.map((each) => ({ ...change, ...each }))).map(({ text, all }) => [text, all.length]); // prettier-ignore
const added = (name: string): Partial<Change> => ({ id: `component-added@${name}#1`, operationId: "", message: `Component \`${name}\` is new.` }); // prettier-ignore

describe("changes that say the same are told once", () => {
  test.each<[claim: string, changes: readonly Partial<Change>[], lines: readonly (readonly [string, number])[]]>([
    ["one, with its operation", [{}], [["`n` must now be at most 8. (readA)", 1]]],
    ["one of no operation", [{ operationId: "" }], [["`n` must now be at most 8.", 1]]],
    ["one of several operations", [{ message: "N. In 2 operations.", sentence: "N.", operations: ["a", "b"] }], [["N. In 2 operations: a, b.", 1]]],
    ["with each operation once", [{}, { operationId: "readB" }, {}], [["`n` must now be at most 8. In 2 operations: readA, readB.", 3]]],
    ["by the sentence, however many operations each has", [{ sentence: "N." }, { message: "N. In 2 operations.", sentence: "N.", operations: ["a", "b"] }], [["N. In 3 operations: readA, a, b.", 2]]],
    ["in places of one operation", [{}, {}], [["`n` must now be at most 8. In 2 places (readA).", 2]]],
    ["in places of none", [{ operationId: "" }, { operationId: "" }], [["`n` must now be at most 8. In 2 places.", 2]]],
    ["and others for themselves", [{}, { message: "Other." }, {}], [["`n` must now be at most 8. In 2 places (readA).", 2], ["Other. (readA)", 1]]],
    ["new components in one line", [added("a"), {}, added("b")], [["2 components are new: `a`, `b`.", 2], ["`n` must now be at most 8. (readA)", 1]]],
    ["properties of a component", [{ message: "`a` of component `X` is a new property." }, { message: "`b.c` of component `X` is a new property.", operationId: "readB" }], [["`a`, `b.c` of component `X` are new properties. In 2 operations: readA, readB.", 2]]],
    ["properties of a component in one operation", [{ message: "`a` of component `X` has a different `title`." }, { message: "`b` of component `X` has a different `title`." }], [["`a`, `b` of component `X` have a different `title`. (readA)", 2]]],
    ["not of two components", [{ message: "`a` of component `X` is a new property." }, { message: "`a` of component `Y` is a new property." }], [["`a` of component `X` is a new property. (readA)", 1], ["`a` of component `Y` is a new property. (readA)", 1]]],
    ["one property in several places", [{ message: "`a` of component `X` is a new property." }, { message: "`a` of component `X` is a new property." }], [["`a` of component `X` is a new property. In 2 places (readA).", 2]]],
    ["one new component as it is", [added("a")], [["Component `a` is new.", 1]]],
  ])("%s", (_claim, changes, lines) => expect(told(...changes)).toEqual(lines));
}); // prettier-ignore

describe("of several properties a sentence goes on", () => {
  test.each([
    ["is a new property.", "are new properties."],
    ["is a new property and is required.", "are new properties and are required."],
    ["is no longer a property.", "are no longer properties."],
    ["is now required in responses: no caller breaks.", "are now required in responses: no caller breaks."],
    ["is no longer deprecated.", "are no longer deprecated."],
    ["has a different `title`.", "have a different `title`."],
    ["no longer has `title`.", "no longer have `title`."],
    ["now has `title`.", "now have `title`."],
    ["may now also be null: requests only widen.", "may now also be null: requests only widen."],
    ["must now be at most 8.", "must now be at most 8."],
  ])("%s", (one, many) => {
    expect(told({ message: `\`a\` of component \`X\` ${one}` }, { message: `\`b\` of component \`X\` ${one}` })).toEqual([[`\`a\`, \`b\` of component \`X\` ${many} (readA)`, 2]]);
  });

  test("or there is a line for each, where it has no plural", () => {
    expect(told({ message: "`a` of component `X` accepts it." }, { message: "`b` of component `X` accepts it." })).toHaveLength(2);
  });
}); // prettier-ignore

test("breaks are told together where nothing else is told of them either", () => {
  const [a, b, c] = [["a", "x"], ["b", "x"], ["c", "y"]].map(([operationId = "", note = ""]) => ({ ...change, operationId, note }));
  const groups = groupEqual([a, b, c].flatMap((each) => each ?? []), ({ note = "" }) => note);
  expect(groups.map(({ text }) => text)).toEqual(["`n` must now be at most 8. In 2 operations: a, b.", "`n` must now be at most 8. (c)"]);
}); // prettier-ignore
