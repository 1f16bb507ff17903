import { describe, expect, test } from "vitest";
import {
  countTakes,
  hasBounds,
  loosenBounds,
  writeProgram,
} from "../../../scripts/pattern/automaton/program.js";
import type { Repeat, Syntax } from "../../../scripts/pattern/syntax/syntax.js";
import { readValid } from "../patterns.js";

const a: Syntax = { kind: "set", set: [97, 97] };
const empty: Syntax = { kind: "sequence", items: [] };
const choice = (...items: readonly Syntax[]): Syntax => ({ kind: "choice", items });
const repeat = (body: Syntax, min: number, max: number, lazy = false): Repeat => ({
  kind: "repeat",
  body,
  min,
  max,
  lazy,
});

describe("a program takes so many characters at most", () => {
  test.each([
    ["", 1],
    ["abc", 3],
    ["a|b", 2],
    ["a?", 1],
    ["a*", 1],
    ["a+", 1],
    ["a{3}", 3],
    ["a{0,3}", 3],
    ["a{2,5}", 5],
    ["a{3,}", 3],
    ["a{0}", 1],
    ["(?:ab){3}", 6],
    ["(?:a?){3,}", 4],
    ["(?:a?)*", 1],
    ["(?:a{2}){3}", 6],
    ["(?:){5}", 5],
    ["(?=ab)c", 3],
    ["^$", 2],
  ])("%j: %d", (pattern, takes) => {
    expect(countTakes(readValid(pattern).syntax)).toBe(takes);
  });

  test("and is not written where there are more than the limit", () => {
    expect(writeProgram(repeat(a, 5, 5), 5)).toBeDefined();
    expect(writeProgram(repeat(a, 6, 6), 5)).toBeUndefined();
  });
});

const take = (next: number) => ({ op: "take", set: [97, 97], next });
const fork = (first: number, second: number) => ({ op: "fork", first, second });
const enter = (next: number) => ({ op: "enter", next });
const leave = (entered: number, next: number) => ({ op: "leave", entered, next });

describe("the steps of a program, from the back", () => {
  const accept = { op: "accept" };

  test.each<[claim: string, syntax: Syntax, steps: readonly unknown[], start: number]>([
    ["a character", a, [accept, take(0)], 1],
    ["a sequence", { kind: "sequence", items: [a, a] }, [accept, take(0), take(1)], 2],
    ["a choice tries its first one first", choice(a, empty), [accept, take(0), fork(1, 0)], 2],
    [
      "a choice of three is a chain of forks",
      choice(a, a, a),
      [accept, take(0), take(0), take(0), fork(2, 3), fork(1, 4)],
      5,
    ],
    ["an assertion", { kind: "assertion", at: "end" }, [accept, { op: "assert", at: "end", next: 0 }], 1],
    ["what stands twice", repeat(a, 2, 2), [accept, take(0), take(1)], 2],
    ["what stands never", repeat(a, 0, 0), [accept], 0],
    [
      "an option is tried before it is left out",
      repeat(a, 0, 1),
      [accept, enter(3), leave(1, 0), take(2), fork(1, 0)],
      4,
    ],
    [
      "a lazy option is left out first",
      repeat(a, 0, 1, true),
      [accept, enter(3), leave(1, 0), take(2), fork(0, 1)],
      4,
    ],
    [
      "a loop may be left out",
      repeat(a, 0, Infinity),
      [accept, fork(2, 0), enter(4), leave(2, 1), take(3)],
      1,
    ],
    [
      "a loop that must be gone through begins inside",
      repeat(a, 1, Infinity),
      [accept, fork(2, 0), enter(4), leave(2, 1), take(3)],
      2,
    ],
    [
      "all but the last of what must be stands before the loop",
      repeat(a, 2, Infinity),
      [accept, fork(2, 0), enter(4), leave(2, 1), take(3), take(2)],
      5,
    ],
    [
      "an iteration that may be empty stands before its loop",
      repeat(empty, 1, Infinity),
      [accept, fork(2, 0), enter(3), leave(2, 1)],
      1,
    ],
    [
      "options stand behind what must be",
      repeat(a, 1, 2),
      [accept, enter(3), leave(1, 0), take(2), fork(1, 0), take(4)],
      5,
    ],
    [
      "a lookaround has an end of its own",
      { kind: "look", body: a, behind: true, negated: false },
      [accept, accept, take(1), { op: "look", body: 2, behind: true, negated: false, next: 0 }],
      3,
    ],
  ])("%s", (_, syntax, steps, start) => {
    expect(writeProgram(syntax, 100)).toMatchObject({ steps, start });
  });

  test.each([
    ["a", false, false],
    ["^a$", false, false],
    ["a\\b", true, false],
    ["(?:a\\B)?", true, false],
    ["(?=a)", false, true],
    ["(?:a(?<=\\b))?", true, true],
  ])("%j asks about words: %s, looks around: %s", (pattern, hasBoundary, hasLooks) => {
    expect(writeProgram(readValid(pattern).syntax, 100)).toMatchObject({ hasBoundary, hasLooks });
  });

  test.each<Syntax>([{ kind: "reference", group: "1" }, { kind: "nesting" }])(
    "a $kind has none",
    (syntax) => {
      expect(() => writeProgram(syntax, 100)).toThrow(`a program cannot hold a ${syntax.kind}`);
    },
  );
});

describe("without its bounds", () => {
  test.each([
    ["a{2,5}", "a+"],
    ["a{0,5}", "a*"],
    ["a{3}", "a+"],
    ["a{1,2}", "a+"],
    ["a{2,5}?", "a+?"],
    ["(?:a{2}b){3}", "(?:a+b)+"],
    ["(?=a{2})", "(?=a+)"],
    ["(?:a?){1,3}", "(?:a?)+"],
    ["(?:a?){2,3}", "(?:a?|a?)*"],
    ["(?:a?){2,3}?", "(?:a?|a?)*?"],
    ["a{0,1}", "a?"],
    ["(?:a{2}){0,1}", "(?:a+)?"],
    ["a{0}", "a{0}"],
    ["a*", "a*"],
    ["a{2,}", "a+"],
  ])("%j is %j", (pattern, loose) => {
    expect(loosenBounds(readValid(pattern).syntax)).toEqual(readValid(loose).syntax);
  });

  test.each([
    ["a{2}", true],
    ["a{0,2}", true],
    ["(?:ba{2})*", true],
    ["a{0,1}", false],
    ["a{1}", false],
    ["a{2,}", false],
    ["a*", false],
    ["a+|b", false],
  ])("%j has some: %s", (pattern, expected) => {
    expect(hasBounds(readValid(pattern).syntax)).toBe(expected);
  });
});
