import { array, check, constantFrom, letrec, oneof, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language, ReadLanguage, Spend } from "../../../scripts/pattern/language/index.js";
import {
  createLanguageReader,
  hasWord,
  isEmpty,
  matchesPattern,
  within,
} from "../../../scripts/pattern/language/index.js";
import { annexPatterns, documentPatterns, lookPatterns, regularPatterns } from "../cases.js";
import { enumerateWords } from "./short-words.js";

const read = createLanguageReader();
const free: Spend = () => {};

function languageOf(pattern: string): Language {
  const found = read(pattern, free);
  if (found.kind !== "regular") throw new Error(`${pattern} is ${found.kind}`);
  return found.language;
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return new RegExp(pattern);
  }
}

const short = enumerateWords("abc", 5);
const others = [
  ...enumerateWords("a-\n", 3),
  ...enumerateWords("1🐲é", 3),
  "\u2028",
  "\0",
  "\uFFFF",
  "\u{10FFFF}",
  "𐀀",
  "\uD7FF",
  "\uE000",
  "{",
  "}",
  "]",
  "\\",
  "p{2}-",
  "c",
  "#fff",
  "UC0123456789abcdefghij_-",
  "A-b_c",
  "cole",
  "Aα",
  "٣",
  "a.b",
  "2020-01-02",
];

describe("a language has the words in which the RegExp finds a match", () => {
  test.each([...regularPatterns, ...annexPatterns, ...documentPatterns, ...lookPatterns])("%j", (pattern) => {
    const language = languageOf(pattern);
    const expression = compile(pattern);
    const wrong = [...short, ...others].filter((word) => hasWord(language, word) !== expression.test(word));
    expect(wrong).toEqual([]);
  });

  test("random patterns that look around", () => {
    const agree = property(anyPattern, (pattern) => {
      const found = read(pattern, free);
      const expression = new RegExp(pattern, "u");
      return (
        found.kind === "regular" &&
        enumerateWords("abc", 4).every((word) => hasWord(found.language, word) === expression.test(word))
      );
    });
    expect(check(agree, { numRuns: 300, seed: 3 }).counterexample).toBeNull();
  });
});

const { pattern: anyPattern } = letrec<{ pattern: string; part: string }>((tie) => ({
  pattern: array(tie("part"), { maxLength: 3, depthIdentifier: "nesting" }).map((parts) => parts.join("")),
  part: oneof(
    { maxDepth: 2, depthIdentifier: "nesting", withCrossShrink: true },
    constantFrom("a", "b", "[ab]", "[^a]", "^", "$", "\\b", "a*", "b?", "c+?", "a{2}", "(?<=a)", "(?<!b+)"),
    tuple(tie("pattern"), constantFrom("?=", "?!")).map(([body, mark]) => `(${mark}${body})`),
    tuple(tie("pattern"), tie("pattern"), constantFrom("", "*", "+", "?", "{2}")).map(
      ([one, other, quantifier]) => `(?:${one}|${other})${quantifier}`,
    ),
  ),
}));

describe("surrogates", () => {
  test.each([
    ["^.$", "🐲", true],
    ["^.$", "\uD83D", false],
    ["^[^a]$", "\uDC32", false],
    ["\\uD83D", "\uD83D", false],
    ["^[\\s\\S]*$", "a\uD83Db", false],
    ["^.\\-$", "🐲-", false],
    ["^..\\-$", "🐲-", true],
    ["^[🐲]{2}\\-$", "🐲-", true],
    ["^\\uD83D[\\uDC00-\\uDC32]\\-$", "🐲-", true],
    ["^\\uD83D[\\uDC00-\\uDC31]\\-$", "🐲-", false],
    ["^\\uD83D[\\uDC00-\\uDC32]\\-$", "🐳-", false],
    ["^\\uD83D.\\-$", "🐳-", true],
    ["^\\uD83D.\\-$", "\u{10000}-", false],
    ["^[\\uD83C-\\uD83E][\\uDC00-\\uDC32]\\-$", "\u{1F432}-", true],
    ["^[\\uD83C-\\uD83E][\\uDC00-\\uDC32]\\-$", "\u{1F433}-", false],
    ["^[\\uD83C-\\uD83E][\\uDC00-\\uDC32]\\-$", "\u{1F832}-", true],
    ["^[\\uD83C-\\uD83E][\\uDC00-\\uDC32]\\-$", "\u{1F833}-", false],
    ["^[\\uD83C-\\uD83D].\\-$", "\u{1F000}-", true],
    ["^[\\uD83C-\\uD83D].\\-$", "\u{1F800}-", false],
  ])("the language of %j: %j is a word: %s", (pattern, word, expected) => {
    expect(hasWord(languageOf(pattern), word)).toBe(expected);
  });

  test("a pattern that only a lone surrogate matches has no word", () => {
    expect(isEmpty(languageOf("^\\uD83D$"))).toBe(true);
    expect(isEmpty(languageOf("^[\\uD800-\\uDFFF]+$"))).toBe(true);
    expect(isEmpty(languageOf("^[\\uD800-\\uDFFF]*$"))).toBe(false);
  });

  test.each([
    ["^.$", "\uD83D", true],
    ["\\uD83D", "a\uD83D", true],
    ["^\\uD83D$", "🐲", false],
    ["^.\\-$", "🐲-", false],
    ["^.\\-$", "\uDC32-", true],
  ])("%j matches %j as its RegExp does: %s", (pattern, text, expected) => {
    expect(matchesPattern(read(pattern, free), text)).toBe(expected);
    expect(compile(pattern).test(text)).toBe(expected);
  });
});

describe("what is no regular language", () => {
  test.each<readonly [string, ReadLanguage["kind"], string | undefined]>([
    ["(a)\\1", "opaque", "a backreference"],
    ["(?<x>a)\\k<x>", "opaque", "a backreference"],
    ["(?<!(?=a))b", "opaque", "a lookaround in a lookbehind"],
    ["(?<=(?<!a))b", "opaque", "a lookaround in a lookbehind"],
    ["(".repeat(300) + ")".repeat(300), "opaque", "groups nested too deeply"],
    ["^(?:a?){30000}$", "opaque", "its automaton is too large"],
    ["^(?:[ab]*a[ab]{18})$", "opaque", "its automaton is too large"],
    ["a(", "invalid", "Invalid regular expression: /a(/u: Unterminated group"],
  ])("%j is %s: %s", (pattern, kind, reason) => {
    const found = read(pattern, free);
    expect(found.kind).toBe(kind);
    expect("reason" in found && found.reason).toBe(reason);
  });

  test.each([
    ["^(a|b)\\1$", ["aa", "ab", "ba", "bb", "a", "b"], ["c", "aaa", ""]],
    ["^\\1(a)$", ["a", "aa"], ["", "b"]],
    ["^(?<x>a)\\k<x>b$", ["aab", "ab"], ["a", "b"]],
    ["^(?<a\\u0062>a)\\k<ab>$", ["aa", "a"], ["b", "aaa"]],
    ["^(a(b))\\2$", ["abb", "ab"], ["aba", "a"]],
    ["^(a)(\\1b)\\2$", ["aabab", "abb", "ab"], ["a"]],
    ["^(a)(?!\\1)b?$", ["a", "ab"], ["aa"]],
    ["^(a)(?=\\1)a$", ["aa"], ["a", "ab"]],
    ["^(?=b)(b)\\1$", ["bb", "b"], ["a"]],
    ["^(?:a?){30000}b$", ["b", "ab"], ["a", ""]],
    ["^(?<!(?=b))b$", ["b"], ["a"]],
  ])("%j has a superset with %j and without %j", (pattern, inside, outside) => {
    const found = read(pattern, free);
    const superset = found.kind === "opaque" ? found.superset : undefined;
    expect(inside.filter((word) => !superset || !hasWord(superset, word))).toEqual([]);
    expect(outside.filter((word) => !superset || hasWord(superset, word))).toEqual([]);
  });

  test.each([
    "^(a|b)\\1$",
    "^(a)(?!\\1)b?$",
    "(b+)\\1",
    "^(.)(.)\\2\\1$",
    "^(?:(a)|b)\\1$",
    "(?<!(?=a))b",
    "^(?!(a)\\1)[ab]*$",
  ])("the superset of %j has every word that matches", (pattern) => {
    const found = read(pattern, free);
    const superset = found.kind === "opaque" ? found.superset : undefined;
    if (superset === undefined) throw new Error("no superset");
    const matching = short.filter((word) => compile(pattern).test(word));
    expect(matching.filter((word) => !hasWord(superset, word))).toEqual([]);
  });

  test.each([
    "(a\\1)",
    "(\\2)(\\1)",
    "(a)" + "(\\1)".repeat(2) + "\\3".repeat(70),
    "(".repeat(300) + ")".repeat(300),
    "^(?!a{30000})(?:a?){30000}$",
  ])("%j has none at hand", (pattern) => {
    expect(read(pattern, free)).toMatchObject({ kind: "opaque", superset: undefined });
  });

  test.each([
    ["^(a|b)\\1$", "aa", true],
    ["^(a|b)\\1$", "ab", false],
    ["^(a+)\\1$", "aa", undefined],
    ["^.{1,100000}$", "a", true],
    ["a(", "a", undefined],
  ])("%j, opaque or not, is run on %j when it is surely linear: %s", (pattern, text, expected) => {
    expect(matchesPattern(read(pattern, free), text)).toBe(expected);
  });
});

const spendAll = (steps: number) =>
  within(3, (spend) => {
    spend(1);
    spend(steps);
    return "done";
  });

describe("limits", () => {
  test.each([
    ["20,000 steps that take or ask", "^a{19998}$", "regular"],
    ["and no more", "^a{19999}$", "opaque"],
    ["groups in 200 groups", "(".repeat(200) + ")".repeat(200), "regular"],
    ["and in no more", "(".repeat(201) + ")".repeat(201), "opaque"],
  ])("of a pattern are %s", (_, pattern, kind) => {
    expect(read(pattern, free).kind).toBe(kind);
  });

  test.each([
    [64, true],
    [65, false],
  ])("with %d backreferences it has a superset: %s", (count, expected) => {
    const found = read(`(a)${"\\1".repeat(count)}`, free);
    expect(found.kind === "opaque" && found.superset !== undefined).toBe(expected);
  });

  test("a budget is used up by one step more than it has", () => {
    expect([spendAll(2), spendAll(3)]).toEqual(["done", undefined]);
  });
});

describe("a budget", () => {
  test("stops a large construction, and the caller's own errors pass", () => {
    expect(within(1_000, (spend) => read("^(?:a|b){1,500}$", spend))).toBeUndefined();
    expect(within(1_000_000, (spend) => read("^(?:a|b){1,500}$", spend))).toMatchObject({ kind: "regular" });
    expect(() =>
      within(1, () =>
        read("a", () => {
          throw new RangeError("mine");
        }),
      ),
    ).toThrow("mine");
  });
});
