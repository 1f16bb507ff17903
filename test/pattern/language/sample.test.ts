import { describe, expect, test } from "vitest";
import { sampleDfa } from "../sample-words.js";
import { dfaOfPattern } from "../dfas.js";

/** Without luck all random walks are empty, and end in the shortest way to a match. */
const unlucky = (): number => 0;

describe("the samples", () => {
  test.each([
    [
      "^a{2,3}-?$",
      ["aa", "aa-", "aaa", "aaa-"],
      ["", "b", "-", "a", "bb", "b-", "ba", "ab", "a-", "aab", "aa-b", "aa--", "aa-a", "aaab", "aaaa"],
    ],
    ["^$", [""], ["a", "aa"]],
    ["", ["", "a", "aa"], []],
    ["^[]$", [], ["", "a", "aa"]],
    [
      "^(?:ab|c)$",
      ["c", "ab"],
      ["", "0", "b", "a", "00", "0b", "0a", "0c", "a0", "aa", "ac", "c0", "cb", "ca", "cc"],
    ],
  ])("of %j take every move of its automaton", (pattern, accepted, refused) => {
    const samples = sampleDfa(dfaOfPattern(pattern), unlucky);
    expect(samples.accepted.toSorted()).toEqual(accepted.toSorted());
    expect(samples.refused.toSorted()).toEqual(refused.toSorted());
    expect(samples.accepted.map(({ length }) => length)).toEqual(accepted.map(({ length }) => length));
  });

  test("of many, the two hundred shortest and every so many of the others are kept", () => {
    const { refused } = sampleDfa(dfaOfPattern("^a{400}$"), unlucky);
    const lengths = refused.map(({ length }) => length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect([0, 199, 200, 201, 350].map((i) => lengths[i])).toEqual([0, 99, 99, 101, 399]);
    expect(lengths).toHaveLength(351);
  });

  test("sixteen walks go on by chance, up to 23 characters and the shortest way to a match", () => {
    let calls = 0;
    sampleDfa(dfaOfPattern("^(?:ab)*$"), () => 0 * ++calls);
    expect(calls).toBe(16);
    const lucky = sampleDfa(dfaOfPattern("^(?:ab)*$"), () => 0.999);
    expect(lucky.accepted).toEqual(["", "ab", "ab".repeat(12)]);
    const never = sampleDfa(dfaOfPattern("^[]$"), () => 0.999);
    expect(never.refused).toEqual(["", "a", "aa"]);
  });
});
