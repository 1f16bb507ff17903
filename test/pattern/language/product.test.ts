import { check, constantFrom, property, subarray } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language, Spend } from "../../../scripts/pattern/language/index.js";
import {
  complement,
  createLanguageReader,
  hasCommonWord,
  hasWord,
  intersect,
  isEmpty,
  languageOfWords,
  takeWords,
  unite,
  words,
} from "../../../scripts/pattern/language/index.js";
import { enumerateWords } from "./short-words.js";

const read = createLanguageReader();
const free: Spend = () => {};
const short = enumerateWords("ab-", 5);

function languageOf(pattern: string): Language {
  const found = read(pattern, free);
  if (found.kind !== "regular") throw new Error(`${pattern} is ${found.kind}`);
  return found.language;
}

function list(language: Language | undefined): readonly string[] {
  return language ? takeWords(words(language, { min: 0, max: 4 }, free), 4) : ["too large"];
}

describe("intersect", () => {
  test.each<readonly [readonly string[], readonly string[], readonly string[]]>([
    [["^a+$"], ["^aa$"], ["a", "aaa", "aaaa"]],
    [["^[a-z]$", "^[^b-y]$"], [], ["a", "z"]],
    [["^a", "b$"], [], ["ab", "aab", "abb", "a0b"]],
    [["^a+$"], ["^a"], []],
    [["^a*$"], ["^a"], [""]],
    [[], ["^[^ab]*$", "^.{2,}$"], ["a", "b", "a\u2028", "a\u2029"]],
    [["^a{2}$", "^a{3}$"], [], []],
    [["^(?:🐲|é)$"], ["^[^é]"], ["é"]],
    [[], [], ["", "a", "b", "0"]],
    [[], [""], []],
  ])("the words of %j without %j", (included, excluded, expected) => {
    const [some, others] = [included.map(languageOf), excluded.map(languageOf)];
    const both = intersect(some, others, free);
    expect(list(both)).toEqual(expected);
    expect(both && isEmpty(both)).toBe(expected.length === 0);
    expect(hasCommonWord(some, others, free)).toBe(expected.length > 0);
  });

  const patterns = ["^a", "b$", "^(?:ab)*$", "-", "^.{2,3}$", "^[^b]*$", "^(?!.*aa)", "a-|-a", "", "^$"];
  test("has a word exactly when all that are included have it and none of the others", () => {
    const lists = property(
      subarray(patterns),
      subarray(patterns),
      constantFrom(...short),
      (in_, out, word) => {
        const both = intersect(in_.map(languageOf), out.map(languageOf), free);
        const expected =
          in_.every((one) => new RegExp(one, "u").test(word)) &&
          !out.some((one) => new RegExp(one, "u").test(word));
        return both !== undefined && hasWord(both, word) === expected;
      },
    );
    expect(check(lists, { numRuns: 200, seed: 4 }).counterexample).toBeNull();
  });

  test("dead states are dropped", () => {
    const both = intersect([languageOf("^a.{40}$"), languageOf("^[ab].{41}$")], [], free);
    expect(both && [isEmpty(both), both.size]).toEqual([true, 3]);
  });

  test("a word is found without building the product", () => {
    const counters = [7, 11, 13, 17, 19].map((n) => languageOf(`^(?:a{${n}})*$`));
    let steps = 0;
    expect(hasCommonWord(counters, [languageOf("^b")], (n) => (steps += n))).toBe(true);
    expect(steps).toBeLessThan(100);
    expect(intersect(counters, [], free)).toBeUndefined();
    expect(hasCommonWord(counters, [languageOf("^$")], free)).toBeUndefined();
  });
});

describe("complement and unite", () => {
  test.each(["^a*$", "b", "", "^$", "^[]$", "^(?:ab)+$"])("the complement of %j", (pattern) => {
    const language = languageOf(pattern);
    const other = complement(language, free);
    const twice = other && complement(other, free);
    expect(
      short.filter((word) => other === undefined || hasWord(other, word) === hasWord(language, word)),
    ).toEqual([]);
    expect(
      short.filter((word) => twice === undefined || hasWord(twice, word) !== hasWord(language, word)),
    ).toEqual([]);
  });

  test.each([
    [
      ["^a$", "^b$"],
      ["a", "b"],
    ],
    [["^[]$", "^b$"], ["b"]],
    [[], []],
    [
      ["^a{1,2}$", "^a{2,3}$"],
      ["a", "aa", "aaa"],
    ],
  ])("the words of any of %j", (patterns, expected) => {
    expect(list(unite(patterns.map(languageOf), free))).toEqual(expected);
  });
});

describe("languageOfWords", () => {
  test.each([
    [
      ["b", "a", "ab", "a"],
      ["a", "b", "ab"],
    ],
    [[""], [""]],
    [[], []],
    [["🐲", "\uD83D", "a\uDC32"], ["🐲"]],
    [["__proto__", "constructor"].map((word) => word.slice(0, 4)), ["__pr", "cons"]],
  ])("of %j are %j", (given, expected) => {
    const language = languageOfWords(given, free);
    expect([...words(language, { min: 0, max: Infinity }, free)].toSorted()).toEqual(expected.toSorted());
    expect(short.filter((word) => hasWord(language, word) !== given.includes(word))).toEqual([]);
  });

  test("costs steps", () => {
    let steps = 0;
    languageOfWords(["abc"], (n) => (steps += n));
    expect(steps).toBe(16);
  });
});
