import { describe, expect, test } from "vitest";
import { countSteps } from "../../../scripts/pattern/backtracking/backtrack.js";
import { confirmAttack } from "../../../scripts/pattern/backtracking/attack.js";
import { judgePattern } from "../../../scripts/pattern/judge.js";
import { nfaOfPattern, symbolsOf } from "../patterns.js";

describe("the matcher looks at so many characters", () => {
  test.each([
    ["^ab$", "ab", 2],
    ["^ab$", "ax", 1],
    ["^ab$", "", 0],
    ["^ab$", "abab", 2],
    // Where it does not match, the search begins anew: once at each character.
    ["b", "aab", 3],
    ["a", "xa!", 2],
    ["^(?:a|ab)c$", "abc", 4],
    ["^(?:a|ab)c$", "abd", 3],
    ["^a*$", "aaa", 3],
    ["^a*$", "aab", 2],
    ["^a*a*$", "aab", 5],
    ["^(?:a+)+$", "aaab", 7],
    ["^(?:a?){3}$", "aaa", 3],
    // Behind a match nothing is looked at.
    ["^a", "abc", 1],
    ["", "abc", 0],
  ])("%j on %j: %d", (pattern, text, steps) => {
    const nfa = nfaOfPattern(pattern);
    expect(countSteps(nfa, symbolsOf(nfa, text), 1_000)).toBe(steps);
  });

  test("and at no more than the limit", () => {
    const nfa = nfaOfPattern("^(?:a+)+$");
    expect(countSteps(nfa, symbolsOf(nfa, `${"a".repeat(40)}b`), 1_000)).toBe(1_000);
  });
});

describe("the text that takes too long is", () => {
  test.each([
    ["^(a+)+$", "a", "a", 24, "b"],
    ["^(a*)*$", "a", "a", 24, "b"],
    ["^(a|a)*$", "a", "a", 16, "b"],
    ["^(a|aa)+$", "a", "aa", 16, "b"],
    ["^(a|b|ab)*c$", "a", "ab", 16, ""],
    ["^(a+b?)+$", "a", "a", 24, "0"],
    ["(x+x+)+y", "x", "xx", 8, ""],
    ["^a*a*$", "a", "a", 10_000, "b"],
    ["\\s+$", "a", " ", 10_000, "a"],
    ["a*b", "0", "a", 10_000, ""],
    ["f.*o", "a", "fa", 5_000, ""],
    ["a\\w+b", "-", "a0", 5_000, ""],
    ["^\\d+\\.?\\d+$", "0", "0", 10_000, "a"],
    ["^x(?:ab)*(?:ab)*$", "xa", "ba", 5_000, ""],
    ["^x(?:abc)*(?:abc)*$", "xa", "bca", 3_334, ""],
    ["^(a?){50}a{50}$", "", "a", 4, ""],
    ["[a-z]{1,1000}@", "0", "a", 10_000, ""],
    // Where no single character makes the text fail, the ending is found with the loop.
    ["^xy(?:a|a)*[^]?$", "xya", "a", 16, "bb"],
    ["^xy(?:b|b)*[^]{0,2}$", "xyb", "b", 16, "aaa"],
    ["^xa*a*[^]?$", "xa", "a", 10_000, "bb"],
  ])("for %j %j, then %j %d times, then %j", (pattern, prefix, pump, repeats, suffix) => {
    const verdict = judgePattern(pattern);
    const attack = verdict.kind === "table" ? verdict.attack : undefined;
    expect(attack).toMatchObject({ prefix, pump, repeats, suffix });
    expect(attack?.string).toBe(prefix + pump.repeat(repeats) + suffix);
  });
});

describe("an attack is confirmed by its steps alone", () => {
  test.each<
    [
      claim: string,
      pattern: string,
      complexity: "exponential" | "polynomial",
      suffix: string,
      repeats: unknown,
    ]
  >([
    ["one that is exponential", "^(?:a+)+$", "exponential", "b", 24],
    ["not where the text matches", "^(?:a+)+$", "exponential", "", undefined],
    ["not where the growth is less than exponential", "^a*a*$", "exponential", "b", undefined],
    ["one that is polynomial", "^a*a*$", "polynomial", "b", 10_000],
    ["one that is worse than said", "^(?:a+)+$", "polynomial", "b", 10_000],
    ["not a linear one", "^a*$", "polynomial", "b", undefined],
  ])("%s", (_, pattern, complexity, suffix, repeats) => {
    const nfa = nfaOfPattern(pattern);
    const word = { complexity, prefix: [], pump: symbolsOf(nfa, "a"), suffix: symbolsOf(nfa, suffix) };
    expect(confirmAttack(nfa, word)?.repeats).toBe(repeats);
  });
});
