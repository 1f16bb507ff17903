import { describe, expect, test } from "vitest";
import type { Language, Spend } from "../../../scripts/pattern/language/index.js";
import {
  createLanguageReader,
  hasWord,
  takeWords,
  within,
  words,
} from "../../../scripts/pattern/language/index.js";
import { enumerateWords } from "./short-words.js";

const read = createLanguageReader();
const free: Spend = () => {};

function languageOf(pattern: string): Language {
  const found = read(pattern, free);
  if (found.kind !== "regular") throw new Error(`${pattern} is ${found.kind}`);
  return found.language;
}

function list(pattern: string, min: number, max: number, variety?: number): readonly string[] {
  return takeWords(words(languageOf(pattern), { min, max }, free, variety), 6);
}

describe("words", () => {
  test.each<readonly [string, number, number, readonly string[]]>([
    ["^[a-c]{1,2}$", 0, Infinity, ["a", "b", "c", "aa", "ab", "ac"]],
    ["^[a-c]{1,2}$", 2, 2, ["aa", "ab", "ac", "ba", "bb", "bc"]],
    ["^[a-c]{1,2}$", 3, Infinity, []],
    ["^(?:ab|c)$", 0, Infinity, ["c", "ab"]],
    ["^(?:aa)*$", 3, 3, []],
    [
      "^(?:aa)*$",
      3,
      Infinity,
      ["aaaa", "a".repeat(6), "a".repeat(8), "a".repeat(10), "a".repeat(12), "a".repeat(14)],
    ],
    ["^(?:a{3})+$", 0.5, 4, ["aaa"]],
    ["^[]$", 0, Infinity, []],
    ["^$", 0, Infinity, [""]],
    ["^$", 1, Infinity, []],
    ["^🐲?$", 0, 1, ["", "🐲"]],
    ["", 0, 1, ["", "a", "b", "0", "z", "1"]],
    ["^[\\t\\u00e9z]$", 0, 1, ["z", "é", "\t"]],
    ["^[\\x00-\\x20]$", 1, 1, [" ", "\0", "\u0001", "\u0002", "\u0003", "\u0004"]],
    ["^[\\x9f-\\xa2]$", 1, 1, ["\xa1", "\xa2", "\x9f", "\xa0"]],
    ["^[\\x7d-\\x80]$", 1, 1, ["}", "~", "\x7f", "\x80"]],
    ["^[+*]$", 1, 1, ["*", "+"]],
    ["^[\\ud7ff-\\ue000]$", 1, 1, ["\ud7ff", "\ue000"]],
    ["^a{0,2}$", 1, 0, []],
  ])("of %j from length %d to %d are %j", (pattern, min, max, expected) => {
    expect(list(pattern, min, max)).toEqual(expected);
  });

  test.each(["^[ab]*$", "^(?!.*aa)[ab-]*$", "^(?:a|bb)*-$", "^[ab]{2,4}$"])(
    "every word of %j to length 5 comes once, shortest first",
    (pattern) => {
      const expression = new RegExp(pattern, "u");
      const expected = enumerateWords("ab-", 5).filter((word) => expression.test(word));
      expect([...words(languageOf(pattern), { min: 0, max: 5 }, free)]).toEqual(expected);
    },
  );

  test("of one class all code points come once, surrogates left out", () => {
    const all = [...words(languageOf("^[\\ud000-\\ue0ff!a]$"), { min: 1, max: 1 }, free)];
    expect(all.slice(0, 2)).toEqual(["a", "!"]);
    expect(all).toHaveLength(2 + 0x800 + 0x100);
    expect(new Set(all).size).toBe(all.length);
  });

  test("variety is how many of each class are used", () => {
    expect(list("^[a-z][0-9]$", 0, 2, 2)).toEqual(["a0", "a1", "b0", "b1"]);
    expect(list("^[a-z]$", 0, 2, 1)).toEqual(["a"]);
    expect(list("^[+-~]$", 0, 1, 1)).toEqual(["a"]);
  });

  test("a length of a hundred thousand is found by rounds, not by search", () => {
    const language = languageOf("^(?:a{3}|b{5})*$");
    const found = within(5_000_000, (spend) =>
      takeWords(words(language, { min: 100_000, max: 100_000 }, spend), 1),
    );
    expect(found?.map((word) => [word.length, hasWord(language, word)])).toEqual([[100_000, true]]);
  });

  test("lengths that no word has are skipped, to the end", () => {
    const spent = within(10_000, (spend) => [
      ...words(languageOf("^(?:a{7})*$"), { min: 1_000_001, max: 1_000_004 }, spend),
    ]);
    expect(spent).toEqual([]);
    expect([...words(languageOf("^a{3}$"), { min: 4, max: Infinity }, free)]).toEqual([]);
  });

  test("a budget stops the search", () => {
    expect(
      within(100, (spend) => [...words(languageOf("^[a-z]{4}$"), { min: 0, max: 9 }, spend)]),
    ).toBeUndefined();
  });
});

describe("takeWords", () => {
  test.each([
    [0, [], []],
    [2, [], ["", "a"]],
    [2, ["", "aa"], ["a", "aaa"]],
    [9, ["a"], ["", "aa", "aaa"]],
  ])("%d words without %j", (count, excluded, expected) => {
    const source = words(languageOf("^a{0,3}$"), { min: 0, max: Infinity }, free);
    expect(takeWords(source, count, new Set(excluded))).toEqual(expected);
  });
});
