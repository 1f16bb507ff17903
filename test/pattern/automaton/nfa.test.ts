import { describe, expect, test } from "vitest";
import { buildNfa, type Nfa } from "../../../scripts/pattern/automaton/nfa.js";
import { writeProgram } from "../../../scripts/pattern/automaton/program.js";
import { nfaOfPattern, readValid, symbolsOf } from "../patterns.js";

/** What is tried in a state on each letter, in order; `!` where the text is then sure to match. */
function listMoves(nfa: Nfa, letters: string): readonly string[] {
  return nfa.moves.map((row) =>
    symbolsOf(nfa, letters)
      .map((symbol) => row[symbol])
      .map((move) => `${move?.targets.join() ?? ""}${move?.sure === true ? "!" : ""}`)
      .join(" "),
  );
}

describe("what a matcher tries on the letters a and b, state by state", () => {
  test.each<[claim: string, pattern: string, moves: readonly string[], accepting: string]>([
    ["a bound search begins once", "^ab", ["1 ", " 2", "! !"], "001"],
    ["a free search begins again, last of all", "ab", ["2,1 1", "2,1 1", " 3", "! !"], "0001"],
    ["an empty pattern has matched before anything is tried", "", ["! !"], "1"],
    ["what stands first is tried first", "^(?:ab|a)$", ["1,2 ", " 2", " "], "001"],
    ["a lazy option is left out first", "^a??a$", ["1,2 ", " ", "1 "], "010"],
    ["what is certain ends the trying", "^(?:|a)", ["! !"], "1"],
    ["a step is tried three times where more ways lead to it", "^(?:||||)a", ["1,1,1 ", "! !"], "01"],
    ["two ways to a step are two", "^(?:|)a", ["1,1 ", "! !"], "01"],
    ["an iteration that takes nothing ends its loop", "^(?:(?:|a))*$", ["1 ", "1 "], "11"],
    ["both what a lookahead asks for and what follows are tried", "^(?=a)b", ["1 2", "! !", "! !"], "011"],
    ["what a lookbehind asks for has been read", "^(?<=a)b", [" 1", "! !"], "01"],
    ["behind a word no word begins", "a\\ba", ["3,2 2", "3,2 2", "3,2 2", " "], "0000"],
  ])("%s: %j", (_, pattern, moves, accepting) => {
    const nfa = nfaOfPattern(pattern);
    expect(listMoves(nfa, "ab")).toEqual(moves);
    expect(nfa.accepting.map(Number).join("")).toBe(accepting);
  });

  test.each([
    ["^a", "10"],
    ["a", "110"],
  ])("in %j a search begins in the states %s", (pattern, searching) => {
    expect(nfaOfPattern(pattern).searching.map(Number).join("")).toBe(searching);
  });
});

describe("an automaton is given up over its limit of moves", () => {
  // Each state has a move for each class, and counts what it leads to beside them.
  test.each([
    ["^a", 5],
    ["^ab", 11],
    ["a", 12],
  ])("%j has %i", (pattern, count) => {
    const program = writeProgram(readValid(pattern).syntax, 10);
    if (program === undefined) throw new Error("no program");
    expect(buildNfa(program, 0xffff, count, () => {})).toBeDefined();
    expect(buildNfa(program, 0xffff, count - 1, () => {})).toBeUndefined();
  });
});
