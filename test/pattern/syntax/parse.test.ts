import { describe, expect, test } from "vitest";
import type { Syntax } from "../../../scripts/pattern/syntax/syntax.js";
import {
  findIrregular,
  hasPart,
  isLook,
  isNullable,
  repeatsGroup,
} from "../../../scripts/pattern/syntax/syntax.js";
import { readValid } from "../patterns.js";

const set = (...codes: readonly number[]): Syntax => ({ kind: "set", set: codes });
const letter = (text: string): Syntax => set(text.codePointAt(0) ?? 0, text.codePointAt(0) ?? 0);
const sequence = (...items: readonly Syntax[]): Syntax => ({ kind: "sequence", items });
const repeat = (body: Syntax, min: number, max: number, lazy = false): Syntax => ({
  kind: "repeat",
  body,
  min,
  max,
  lazy,
});
const look = (behind: boolean, negated: boolean): Syntax => ({
  kind: "look",
  body: sequence(letter("a")),
  behind,
  negated,
});
const text = (letters: string): Syntax => sequence(...Array.from(letters, letter));

describe("under u", () => {
  test.each<[pattern: string, syntax: Syntax]>([
    ["", sequence()],
    ["ab", text("ab")],
    ["a|b|", { kind: "choice", items: [text("a"), text("b"), sequence()] }],
    ["(?:a)", sequence(text("a"))],
    ["^$", sequence({ kind: "assertion", at: "start" }, { kind: "assertion", at: "end" })],
    ["\\b\\B", sequence({ kind: "assertion", at: "boundary" }, { kind: "assertion", at: "inside" })],
    ["(?=a)", sequence(look(false, false))],
    ["(?!a)", sequence(look(false, true))],
    ["(?<=a)", sequence(look(true, false))],
    ["(?<!a)", sequence(look(true, true))],
    ["a*", sequence(repeat(letter("a"), 0, Infinity))],
    ["a+?", sequence(repeat(letter("a"), 1, Infinity, true))],
    ["a??b", sequence(repeat(letter("a"), 0, 1, true), letter("b"))],
    ["a{12}", sequence(repeat(letter("a"), 12, 12))],
    ["a{12,}", sequence(repeat(letter("a"), 12, Infinity))],
    ["a{1,23}?", sequence(repeat(letter("a"), 1, 23, true))],
    ["(a)\\1", sequence(text("a"), { kind: "reference", group: "1" })],
    ["(?<x>a)\\k<x>", sequence(text("a"), { kind: "reference", group: "x" })],
    ["(?<\\u0078>a)\\k<\\u{78}>", sequence(text("a"), { kind: "reference", group: "x" })],
    ["\\x41\\u0042\\u{43}\\cJ\\t\\0", text("ABC\n\t\0")],
    ["\\u{1F432}\\uD83D\\uDC32🐲", text("🐲🐲🐲")],
    ["\\uD83D\\u0041", sequence(set(0xd83d, 0xd83d), letter("A"))],
    ["\\uD83Da", sequence(set(0xd83d, 0xd83d), letter("a"))],
    ["\\uDC32\\uDC33", sequence(set(0xdc32, 0xdc32), set(0xdc33, 0xdc33))],
    ["\\uDBFF\\uDFFF\\uD800\\uDC00", text("\u{10FFFF}\u{10000}")],
    ["[a-cx\\-]", sequence(set(0x2d, 0x2d, 0x61, 0x63, 0x78, 0x78))],
    ["[-a]", sequence(set(0x2d, 0x2d, 0x61, 0x61))],
    ["[a-]", sequence(set(0x2d, 0x2d, 0x61, 0x61))],
    ["[^\\u{1}-\\u{10FFFF}]", sequence(set(0, 0))],
    ["[\\b\\]]", sequence(set(8, 8, 0x5d, 0x5d))],
    ["[(](a)\\1", sequence(letter("("), text("a"), { kind: "reference", group: "1" })],
    ["\\p{ASCII}", sequence(set(0, 0x7f))],
    ["\\P{ASCII}", sequence(set(0x80, 0x10ffff))],
    [".", sequence(set(0, 9, 0xb, 0xc, 0xe, 0x2027, 0x202a, 0x10ffff))],
  ])("%j", (pattern, syntax) => {
    expect(readValid(pattern)).toMatchObject({ flags: "u", syntax });
  });
});

describe("by Annex B, where u refuses it", () => {
  test.each<[pattern: string, syntax: Syntax]>([
    ["\\-{", text("-{")],
    ["\\-a{,3}", text("-a{,3}")],
    ["\\-a{1", text("-a{1")],
    ["\\-a{1,", text("-a{1,")],
    ["\\-a{1,2", text("-a{1,2")],
    ["\\-\\1", text("-\x01")],
    ["\\-\\8", text("-8")],
    ["\\-\\377\\400", text("-\xff\x200")],
    ["\\-\\07", text("-\x07")],
    ["\\-\\c", text("-\\c")],
    ["\\-\\c1", text("-\\c1")],
    ["\\-[\\c1]", sequence(letter("-"), set(0x11, 0x11))],
    ["\\-[\\c*]", sequence(letter("-"), set(0x2a, 0x2a, 0x5c, 0x5c, 0x63, 0x63))],
    ["\\-\\x4", text("-x4")],
    ["\\-\\u12", text("-u12")],
    ["\\-\\u{2}", sequence(letter("-"), repeat(letter("u"), 2, 2))],
    ["\\-\\p{2}", sequence(letter("-"), repeat(letter("p"), 2, 2))],
    ["\\-\\k<x>", text("-k<x>")],
    ["\\-(?<x>a)\\k<x>", sequence(letter("-"), text("a"), { kind: "reference", group: "x" })],
    ["\\-(a)\\1\\2", sequence(letter("-"), text("a"), { kind: "reference", group: "1" }, letter("\x02"))],
    [
      "\\-(?:a)(?=a)(?<=a)(?<!a)\\1",
      sequence(
        letter("-"),
        text("a"),
        look(false, false),
        look(true, false),
        look(true, true),
        letter("\x01"),
      ),
    ],
    ["\\-(?<=a)\\1", sequence(letter("-"), look(true, false), letter("\x01"))],
    ["\\-(?<!a)\\1", sequence(letter("-"), look(true, true), letter("\x01"))],
    ["\\-(?<=a)\\k<x>", sequence(letter("-"), look(true, false), ...Array.from("k<x>", letter))],
    ["\\-[(]\\(\\1", text("-((\x01")],
    ["\\-[(](a)\\1", sequence(letter("-"), letter("("), text("a"), { kind: "reference", group: "1" })],
    ["\\-🐲", sequence(letter("-"), set(0xd83d, 0xd83d), set(0xdc32, 0xdc32))],
    ["\\-[\\w-x]", sequence(letter("-"), set(0x2d, 0x2d, 0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a))],
    ["\\-[x-\\d]", sequence(letter("-"), set(0x2d, 0x2d, 0x30, 0x39, 0x78, 0x78))],
    ["\\-[^\\0-\\uFFFE]", sequence(letter("-"), set(0xffff, 0xffff))],
  ])("%j", (pattern, syntax) => {
    expect(readValid(pattern)).toMatchObject({ flags: "", syntax });
  });
});

const nested = (depth: number) => readValid("(".repeat(depth) + ")".repeat(depth)).syntax.kind;

describe("captured groups", () => {
  test("are known by number in the order in which they open, and by name", () => {
    const { groups } = readValid("(a(?<x>b))(?:c)(?=d)(e)");
    expect([...groups.keys()].toSorted()).toEqual(["1", "2", "3", "x"]);
    expect(groups.get("1")).toEqual(sequence(letter("a"), text("b")));
    expect(groups.get("2")).toEqual(text("b"));
    expect(groups.get("x")).toEqual(text("b"));
    expect(groups.get("3")).toEqual(text("e"));
  });

  test("nested two hundred deep are read, one more is not", () => {
    expect([nested(200), nested(201)]).toEqual(["sequence", "nesting"]);
    expect(readValid("(a)".repeat(300)).syntax.kind).toBe("sequence");
    expect(readValid(`[${"(".repeat(300)}]`).syntax.kind).toBe("sequence");
    expect(readValid("\\(".repeat(300)).syntax.kind).toBe("sequence");
  });
});

describe("what a pattern is like", () => {
  test.each([
    ["", true],
    ["a", false],
    ["a*", true],
    ["a{0}", true],
    ["a+", false],
    ["(?:a?)+", true],
    ["a?b?", true],
    ["a?b", false],
    ["a|", true],
    ["a|b", false],
    ["^", true],
    ["(?=a)", true],
  ])("%j may be empty: %s", (pattern, expected) => {
    expect(isNullable(readValid(pattern).syntax)).toBe(expected);
  });

  test.each([
    ["a*", false],
    ["[ab]+", false],
    ["(?:ab)*", true],
    ["(?:a)*", true],
    ["(?:ab){1,9}", false],
    ["a(?:b(?:ab)*|c)", true],
    ["(?=(?:ab)*)", true],
  ])("%j repeats more than one character without end: %s", (pattern, expected) => {
    expect(repeatsGroup(readValid(pattern).syntax)).toBe(expected);
  });

  test.each([
    ["a", undefined],
    ["(?=a)", undefined],
    ["(?<=a)", undefined],
    ["(?=(?<=a))", undefined],
    ["(?=(?=a))", undefined],
    ["(?<=a(?=b))", "a lookaround in a lookbehind"],
    ["(?<=a(?<=b))", "a lookaround in a lookbehind"],
    ["a|(?<=(?:b(?=b))?)", "a lookaround in a lookbehind"],
    ["(a)b|\\1", "a backreference"],
  ])("%j has something that is not regular: %s", (pattern, expected) => {
    expect(findIrregular(readValid(pattern).syntax)).toBe(expected);
  });

  test("parts are looked for at every depth", () => {
    expect(hasPart(readValid("a(?:b|(?:c(?=d))*)").syntax, isLook)).toBe(true);
    expect(hasPart(readValid("a(?:b|(?:cd)*)").syntax, isLook)).toBe(false);
  });
});
