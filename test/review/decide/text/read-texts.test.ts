import { describe, expect, test } from "vitest";
import { readAsText } from "../../../../scripts/review/decide/text/read-texts.js";

const exploded = { location: "query", style: "form", explode: true, allowReserved: false };
const joined = { ...exploded, explode: false };

describe("what texts may stand for", () => {
  test.each<[claim: string, texts: unknown, form: typeof exploded, readings: readonly unknown[]]>([
    ["one text: itself, a number, or a list of one", ["5"], exploded, ["5", 5, ["5"], [5]]],
    ["one text that is no number", ["x"], exploded, ["x", ["x"]]],
    ["one text with a separator: a list too", ["1,x"], joined, ["1,x", ["1,x"], ["1", "x"], [1, "x"]]],
    ["one list in a list, which is no text", [["1"]], joined, [["1"], [1], [["1"]], [[1]]]],
    ["several texts: a list", ["a", "1"], exploded, [["a", "1"], ["a", 1]]],
    ["several texts with a separator: one text too", ["a", "b"], joined, [["a", "b"], "a,b"]],
    ["no text", [], exploded, [[]]],
    ["texts by name", { a: "1", b: ["true"] }, exploded, [{ a: "1", b: ["true"] }, { a: 1, b: [true] }]],
    ["words of truth", ["true", "false", "True"], exploded, [["true", "false", "True"], [true, false, "True"]]],
    ["numbers", ["-1.5", "01", "0"], exploded, [["-1.5", "01", "0"], [-1.5, 1, 0]]],
    ["what only looks like a number", ["1e5", "", " 1", "1 ", "+1", ".5", "1."], exploded, [["1e5", "", " 1", "1 ", "+1", ".5", "1."]]],
  ])("%s", (_, texts, form, readings) => {
    const asked: unknown[] = [];
    const accepts = (value: unknown) => asked.push(value) < 0;
    expect(readAsText({ accepts, issues: () => [] }, form).accepts(texts)).toBe(false);
    expect(asked).toEqual(readings);
  }); // prettier-ignore

  test("any of it is taken", () => {
    const isNumber = { accepts: (value: unknown) => typeof value === "number", issues: () => [] };
    expect(["5", "x"].map((text) => readAsText(isNumber, exploded).accepts([text]))).toEqual([true, false]);
  });
});

const issue = (message: string) => ({ message, path: [], keyword: "type", keywordLocation: "/type" });

/** As many issues as the reading is told to have, by its type. */
const issuesOf = (counts: Readonly<Record<string, number>>) => {
  const issues = (value: unknown) => Array.from({ length: counts[typeof value] ?? 9 }, () => issue(typeof value));
  return readAsText({ accepts: () => false, issues }, exploded).issues(["5"]).map(({ message }) => message);
}; // prettier-ignore

describe("the issues are those of the reading that has fewest", () => {
  test.each([
    ["the first", { string: 1, number: 2, object: 3 }, ["string"]],
    ["another", { string: 3, number: 1, object: 2 }, ["number"]],
    ["of equals the first", { string: 2, number: 2, object: 2 }, ["string", "string"]],
  ])("%s", (_, counts, messages) => expect(issuesOf(counts)).toEqual(messages));
});
