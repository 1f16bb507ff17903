import { expect, test } from "vitest";
import { nfaOf } from "../../../scripts/pattern/automaton/automaton.js";
import { hasBounds, loosenBounds } from "../../../scripts/pattern/automaton/program.js";
import { isSurelyLinear } from "../../../scripts/pattern/backtracking/lookaround-cost.js";
import { readValid } from "../patterns.js";

test.each([
  ["a lookahead of fixed length", "(?=a)b", true],
  ["a lookahead that reads on from every place", "(?=.*a)b", false],
  ["the same at the start of the text alone", "^(?=.*a)b", true],
  ["loops side by side in a lookahead", "^(?=a*a*b)", false],
  ["an exponential body", "^(?!(?:a+)+b)", false],
  ["a lookbehind of 63 characters", "(?<=a{63})b", true],
  ["a lookbehind of 64, and the sequence that holds them", "(?<=a{64})b", false],
  ["a lookbehind of 62 ways", `(?<=${Array<string>(31).fill("a").join("|")})b`, true],
  ["a lookbehind of 66 ways", `(?<=${Array<string>(33).fill("a").join("|")})b`, false],
  ["a lookbehind in which ways multiply", "(?<=(?:a|b){3})b", false],
  ["a lookbehind without end", "(?<=a*)b", false],
  ["a lookbehind that looks around", "(?<=(?=a)a)b", false],
  ["a costly lookbehind inside of another part", "^(?:a(?<=a{64})|b)", false],
  ["a bounded search of 100 states", "(?!x)[a-z]{1,100}@", true],
  ["a bounded search of 256 states and more", "(?!x)[a-z]{1,300}@", false],
  ["bounds that are linear without them, too many to write out", "^(?!x)[a-z]{1,100000}@", true],
  ["bounds that are not, too many to write out", "(?!x)[a-z]{1,100000}@", false],
  ["a long row of options", `^(?!x)${"a?".repeat(30)}${"a".repeat(30)}$`, false],
])("%s: %j is linear: %s", (_, pattern, isLinear) => {
  const { syntax, flags } = readValid(pattern);
  const loose = hasBounds(syntax) ? nfaOf(loosenBounds(syntax), flags) : undefined;
  expect(isSurelyLinear(syntax, nfaOf(syntax, flags), loose)).toBe(isLinear);
});
