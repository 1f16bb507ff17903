import { describe, expect, test } from "vitest";
import { buildDfa, dfaOf, nfaOf, readPattern } from "../../../scripts/pattern/automaton/automaton.js";
import { acceptsText, determinize } from "../../../scripts/pattern/automaton/dfa.js";
import { findSimulation } from "../../../scripts/pattern/automaton/simulation.js";
import type { Flags, Syntax } from "../../../scripts/pattern/syntax/syntax.js";
import { propertySets } from "../../../scripts/pattern/syntax/property-set.js";
import { domain, publishedDomain } from "../addresses.js";

const properties = propertySets();
const free = (): void => {};

function parse(pattern: string): { readonly syntax: Syntax; readonly flags: Flags } {
  const read = readPattern(pattern, properties);
  if (read.kind === "invalid") throw new Error(read.message);
  return read;
}

const LIMITS = { takes: 1_000, moves: 100_000, states: 1_000 };

describe("the smallest automaton", () => {
  test.each([
    ["^a$", 4, 2],
    ["^[]$", 3, 1],
    ["", 3, 1],
    ["^$", 3, 1],
    ["^(?:a|b)*$", 3, 2],
    ["^(?:aa)*$", 4, 2],
    ["^(?:ab|cb)$", 5, 3],
    ["^(?:ab|ac|db|dc)$", 5, 3],
    ["^a{3}$", 6, 2],
    ["a|b", 3, 2],
    ["^(?=.*b)a", 4, 4],
    ["^(?:(?!ab)[abc])*$", 4, 4],
    [domain, 191, 5],
  ])("of %j has %i states and %i classes", (pattern, states, classes) => {
    const { syntax, flags } = parse(pattern);
    const dfa = buildDfa(syntax, flags, LIMITS, free);
    expect(dfa && [dfa.accepting.length, dfa.alphabet.size]).toEqual([states, classes]);
  });

  test("reads code units of what is written in code points", () => {
    const { syntax, flags } = parse("^🐲$");
    const dfa = dfaOf(syntax, flags);
    expect(dfa?.alphabet.max).toBe(0xffff);
    expect(dfa && ["🐲", "\uD83D", "\uDC32", "🐳", "a"].map((text) => acceptsText(dfa, text))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test.each([
    ["takes", "^a{1001}$"],
    ["moves", "^(?:a?){700}$"],
    ["states", "^(?:a{999})$"],
    ["states", "^(?=.*a{990})(?=.*b{500}).*$"],
    ["states", "x(?=a{400}.{500}b)"],
  ])("is given up over its limit of %s: %j", (_, pattern) => {
    const { syntax, flags } = parse(pattern);
    expect(buildDfa(syntax, flags, LIMITS, free)).toBeUndefined();
  });
});

test("a pattern takes and asks 2,500 times at most", () => {
  const [most, more] = ["^a{2498}$", "^a{2499}$"].map(parse);
  expect(most && nfaOf(most.syntax, most.flags)).toBeDefined();
  expect(most && dfaOf(most.syntax, most.flags)).toBeDefined();
  expect(more && nfaOf(more.syntax, more.flags)).toBeUndefined();
  expect(more && dfaOf(more.syntax, more.flags)).toBeUndefined();
});

describe("determinize", () => {
  test.each([
    ["^a$", 4],
    ["^(?:a|b)c$", 5],
    ["a", 5],
  ])("has one state that refuses and one that accepts for good: %j comes to %d", (pattern, states) => {
    const { syntax, flags } = parse(pattern);
    const nfa = nfaOf(syntax, flags);
    expect(nfa && determinize(nfa, 100, free)?.accepting.length).toBe(states);
    expect(nfa && determinize(nfa, states, free)).toBeDefined();
    expect(nfa && determinize(nfa, states - 1, free)).toBeUndefined();
  });

  test("drops subsets that a simulation covers where there would be too many", () => {
    const { syntax, flags } = parse(publishedDomain);
    const nfa = nfaOf(syntax, flags);
    expect(nfa && determinize(nfa, 3_000, free)?.accepting.length).toBeLessThan(3_000);
  });

  test("a state covers another when it accepts at least as much, step by step", () => {
    const { syntax, flags } = parse("^(?:ab*|a)$");
    const nfa = nfaOf(syntax, flags);
    if (nfa === undefined) throw new Error("no automaton");
    const covers = findSimulation(nfa);
    const states = nfa.moves.map((_, state) => state);
    // The start, behind the first a, behind the second a, behind a b.
    expect(states.map((low) => states.map((high) => (covers(low, high) ? 1 : 0)).join(""))).toEqual([
      "1000",
      "0101",
      "0111",
      "0101",
    ]);
  });
});
