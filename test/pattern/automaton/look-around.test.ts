import { describe, expect, test } from "vitest";
import { determinizeLooks } from "../../../scripts/pattern/automaton/look-around.js";
import { writeProgram } from "../../../scripts/pattern/automaton/program.js";
import { readValid } from "../patterns.js";

/** Before the smallest automaton is made of it. */
function determinize(pattern: string, limit: number) {
  const program = writeProgram(readValid(pattern).syntax, 1_000);
  return program && determinizeLooks(program, 0x10ffff, limit, () => {});
}

describe("a search that looks around has no more states than what is known at a place", () => {
  // Two of them are what is refused and what is accepted whatever follows.
  test.each([
    ["no place is told from others by what has been found", "a(?=b)", 6],
    ["what has been refused by a lookahead ends", "^(?=a)b", 4],
    ["what must follow runs beside what is read", "^(?=.*b)a", 7],
    ["the start of the text is a place of its own", "(?=a)$", 4],
    ["a lookbehind begins at every place", "(?<=a)b", 6],
    ["so does one that must not be", "(?<!a)b", 6],
    ["words are told from others where they are asked for", "\\b(?=a)", 6],
  ])("%s: %j has %s", (_, pattern, states) => {
    expect(determinize(pattern, states)?.accepting).toHaveLength(states);
    expect(determinize(pattern, states - 1)).toBeUndefined();
  });
});
