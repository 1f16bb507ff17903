import { describe, expect, test } from "vitest";
import { dropCovered, findSimulation } from "../../../scripts/pattern/automaton/simulation.js";
import { nfaOfPattern } from "../patterns.js";

describe("of each state, which states accept all that it accepts, as far as it is seen step by step", () => {
  test.each<[claim: string, pattern: string, covers: readonly string[]]>([
    ["the start is covered by itself alone", "^ab$", ["100", "010", "001"]],
    // The start, before a b, the end.
    ["what is sure to match covers all, and nothing else covers it", "^(?:ab|a)", ["101", "011", "001"]],
    ["an end of the text covers no more than that", "^(?:ab|a)$", ["100", "010", "001"]],
    ["who has begun a loop accepts no more than who has not", "^(?:a*b|c)$", ["100", "110", "001"]],
  ])("%s: %j", (_, pattern, covers) => {
    const nfa = nfaOfPattern(pattern);
    const isCovered = findSimulation(nfa);
    const states = nfa.moves.map((_move, state) => state);
    expect(states.map((low) => states.map((high) => Number(isCovered(low, high))).join(""))).toEqual(covers);
  }); // prettier-ignore
});

// 1 is covered by 0; 2 and 3 cover each other.
const covers = (state: number, by: number) => state === by || ["10", "23", "32"].includes(`${state}${by}`);

describe("of states, those that another one covers are dropped", () => {
  test.each<[claim: string, states: readonly number[], kept: readonly number[]]>([
    ["one that is covered", [0, 1], [0]],
    ["not where what covers it is not there", [1, 2], [1, 2]],
    ["the later of two that cover each other", [3, 2], [2]],
    ["none by itself", [1], [1]],
    ["in their order", [3, 0], [3, 0]],
  ])("%s", (_, states, kept) => expect(dropCovered(states, covers)).toEqual(kept));
});
