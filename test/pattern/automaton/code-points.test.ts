import { describe, expect, test } from "vitest";
import { dfaOf } from "../../../scripts/pattern/automaton/automaton.js";
import { readCodePoints } from "../../../scripts/pattern/automaton/code-points.js";
import { acceptsText, type Dfa } from "../../../scripts/pattern/automaton/dfa.js";
import { readValid } from "../patterns.js";

function readUnitDfa(pattern: string): Dfa {
  const { syntax, flags } = readValid(pattern);
  const dfa = dfaOf(syntax, flags);
  if (dfa === undefined || dfa.alphabet.max !== 0xffff) throw new Error("no automaton over code units");
  return dfa;
}

const highs = [0xd800, 0xd801, 0xd83c, 0xd83d, 0xd83e, 0xd83f, 0xdbfe, 0xdbff];
const lows = [0xdc00, 0xdc01, 0xddff, 0xde00, 0xde01, 0xde02, 0xdffe, 0xdfff];
const letters = [
  ..."\0,-.\uD7FF\uE000\uE001\uFFFF",
  ...highs.flatMap((high) => lows.map((low) => String.fromCharCode(high, low))),
];

describe("an automaton over code units reads code points", () => {
  // With a character that Annex B alone takes, so that the pattern is read in code units.
  const patterns = [
    ["^\\,\\-$", 5],
    ["^[^]\\-$", 4],
    ["^\\uD7FF\\-$", 6],
    ["^\\uE000\\-$", 6],
    ["^[^\\uD800]\\-$", 7],
    ["^\\uDBFF[^]\\-$", 7],
    ["^[\\uD83D-\\uD83E][^]\\-$", 8],
    ["^[\\uD83D\\uDBFF][^]\\-$", 11],
    ["^\\-[^\\uDC00-\\uDFFF]$", 6],
    // Where low surrogates differ, each of the 1,024 high ones has borders of its own.
    ["^[^]\\uDC00\\-$", 2053],
    ["^\\uD800\\uDC00\\-$", 2055],
    ["^\\uD800\\uDC01\\-$", 2057],
    ["^\\uDBFF\\uDFFF\\-$", 2055],
    ["^[\\uD800-\\uDBFE]\\uDC00\\-$", 2055],
    ["^\\uD83D\\uDE00\\-$", 2058],
    ["^\\uD83D[\\uDE00-\\uDE01]\\-$", 2058],
    ["^[\\uD83D-\\uD83E][\\uDE00\\uDE02]\\-$", 4108],
  ] as const;

  test.each(patterns)("as they are written in %j", (pattern) => {
    const units = readUnitDfa(pattern);
    const points = readCodePoints(units);
    const texts = letters.flatMap((letter) => [letter, `${letter}-`, `-${letter}`]);
    expect(texts.filter((text) => acceptsText(points, text) !== acceptsText(units, text))).toEqual([]);
    expect(texts.some((text) => acceptsText(points, text))).toBe(true);
  });

  test.each(patterns)("of %j, in %i stretches that behave alike", (pattern, stretches) => {
    const { alphabet } = readCodePoints(readUnitDfa(pattern));
    expect([alphabet.max, alphabet.starts.length]).toEqual([0x10ffff, stretches]);
  });
});
