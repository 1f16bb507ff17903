import { describe, expect, it } from "vitest";
import { fold, listSpellings } from "../../../src/secrets/spellings.js";

describe("a secret is spelled", () => {
  it.each<[claim: string, secret: string, spellings: readonly string[]]>([
    [
      "as it is, in capitals, as in a form, in hex, and in base64 at each place of a group, without the ends",
      "a b",
      ["a b", "A B", "a+b", "612062", "YSBi", "EgY", "hIG"],
    ],
    [
      "in both alphabets of base64, wherever a digit differs",
      "???>>>?",
      ["???>>>?", "3f3f3f3e3e3e3f", "Pz8/Pj4+P", "8/Pz4+Pj", "/Pz8+Pj4/", "Pz8_Pj4-P", "8_Pz4-Pj", "_Pz8-Pj4_"],
    ],
    [
      "in both normal forms",
      "\u00E9",
      ["\u00E9", "\u00C9", "c3a9", "w6", "Op", "Dq", "e\u0301", "E\u0301", "65cc81", "ZcyB", "XMg", "lzI"],
    ],
    ["in hex with two digits a byte", "a\tb", ["a\tb", "A\tB", "610962", "YQli", "EJY", "hCW"]],
    ["with half a character as it is sent", "\uD83D", ["\uD83D", "efbfbd", "77+9", "+/v", "vv7", "77-9", "-_v", "\uFFFD"]],
  ])("%s", (_claim, secret, spellings) => {
    expect([...listSpellings(secret)].toSorted()).toEqual(spellings.toSorted());
  }); // prettier-ignore
});

describe("what is compared has no case", () => {
  it.each([
    ["ABC ÄÖ", "abc äö"],
    ["İSTANBUL", "istanbul"],
    ["ΣΑΣ ς", "σασ σ"],
    ["ẞ", "ß"],
  ])("%s is %s, of the same length", (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(folded).toHaveLength(text.length);
  });
});
