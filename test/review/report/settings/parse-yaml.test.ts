import { expect, test } from "vitest";
import { parseYaml } from "../../../../scripts/review/report/settings/parse-yaml.js";

const text = "a:\n  b: 1\n  c:\n    - x\n    - yes: 2\n";

test.each<[claim: string, path: readonly (string | number)[], place: string]>([
  ["the whole", [], "1:1"],
  ["a value", ["a", "b"], "2:6"],
  ["an item", ["a", "c", 1], "5:7"],
  ["a value in an item", ["a", "c", 1, "yes"], "5:12"],
  ["what is not there, where it would stand", ["a", "d"], "2:3"],
  ["what is not there in something that is not there", ["a", "d", "e", 3], "2:3"],
  ["what is not there at all", ["z"], "1:1"],
])("%s has its place", (_, path, place) => expect(parseYaml(text, "core").placeOf(path)).toBe(place));

test("nothing has the place of the start", () => expect(parseYaml("", "core").placeOf(["a"])).toBe("1:1"));

test("numbers are numbers, or all scalars texts", () => {
  expect(parseYaml("[1, yes, true]", "core").value).toEqual([1, "yes", true]);
  expect(parseYaml("[1, yes, true]", "failsafe").value).toEqual(["1", "yes", "true"]);
});

test("what is no YAML is told in one line, without a value", () => {
  expect(parseYaml("a: [1\nb: 2", "core")).toMatchObject({ value: undefined, error: { place: "2:1" } });
  expect(parseYaml("a: [1\nb: 2", "core").error?.message).toMatch(/^[^\n]+$/);
  expect(parseYaml("a: 1", "core").error).toBeUndefined();
});
