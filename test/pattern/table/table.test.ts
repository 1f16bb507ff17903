import { array, check, constantFrom, letrec, oneof, property, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { representatives } from "../../../scripts/pattern/automaton/alphabet.js";
import { dfaOf, nfaOf, readPattern } from "../../../scripts/pattern/automaton/automaton.js";
import type { Dfa } from "../../../scripts/pattern/automaton/dfa.js";
import { determinize, START } from "../../../scripts/pattern/automaton/dfa.js";
import type { Nfa } from "../../../scripts/pattern/automaton/nfa.js";
import { packTable } from "../../../scripts/pattern/table/pack-table.js";
import { propertySets } from "../../../scripts/pattern/syntax/property-set.js";
import type { Flags, Syntax } from "../../../scripts/pattern/syntax/syntax.js";
import { samplePattern } from "../sample-words.js";
import { matcher } from "../../../scripts/jsonschema/runtime/runtime-matcher.js";
import { annexPatterns, documentPatterns, regularPatterns } from "../cases.js";
import type { Context, Term } from "../derivatives.js";
import { derive, isEmptyIn, searchTerm } from "../derivatives.js";
import { domain, ip, ipv4, ipv6, publishedIp } from "../addresses.js";

const properties = propertySets();

type Built = { readonly syntax: Syntax; readonly flags: Flags; readonly nfa: Nfa; readonly dfa: Dfa };

function build(source: string): Built {
  const read = readPattern(source, properties);
  if (read.kind === "invalid") throw new Error(read.message);
  const nfa = nfaOf(read.syntax, read.flags);
  const dfa = nfa && dfaOf(read.syntax, read.flags);
  if (nfa === undefined || dfa === undefined) throw new Error("no automaton");
  return { syntax: read.syntax, flags: read.flags, nfa, dfa };
}

function compile(source: string): (text: string) => boolean {
  return matcher(packTable(build(source).dfa) ?? "");
}

/** What may behave differently, whatever the pattern: line ends, surrogates alone and in pairs, letters, signs. */
const odd = [
  "",
  "\n",
  "\r",
  "\u2028",
  " ",
  "\u00A0",
  "\uFEFF",
  "\0",
  "\b",
  "{",
  "}",
  "]",
  "\\",
  "-",
  ".",
  "8",
  "c",
];
const surrogates = [
  "🐲",
  "🐳",
  "\uD83D",
  "\uDC32",
  "\uDC32\uD83D",
  "a\uD83D",
  "\uDC32a",
  "𐀀",
  "\u{10FFFF}",
  "\uFFFF",
];
const words = [
  "abb",
  "abcd",
  "Aα",
  "α",
  "É",
  "á",
  "٣",
  "\t\n\v\f\r\0",
  "1a_-\n!",
  "\nAAA",
  "^$.*+?()[]{}|\\/",
];

/** Every string of up to `length` code points over one member of each class, at most a few thousand. */
function shortStrings({ nfa }: Built, length: number): readonly string[] {
  const letters = representatives(nfa.alphabet).map((code) => String.fromCodePoint(code));
  let layer = [""];
  const all = [...odd, ...surrogates, ...words];
  for (let i = 0; i < length && layer.length * letters.length < 4000; i++) {
    layer = layer.flatMap((text) => letters.map((letter) => text + letter));
    all.push(...layer);
  }
  return all;
}

describe("a table has the language of its RegExp", () => {
  const cases = [...regularPatterns, ...annexPatterns, ipv4];
  test.each(cases)("%j on all short strings", (source) => {
    const built = build(source);
    const matches = matcher(packTable(built.dfa) ?? "");
    const expression = new RegExp(source, built.flags);
    const wrong = shortStrings(built, 6).filter((text) => matches(text) !== expression.test(text));
    expect(wrong).toEqual([]);
  });

  test.each(regularPatterns)("%j on random strings", (source) => {
    const matches = compile(source);
    const expression = new RegExp(source, "u");
    const text = string({ unit: constantFrom(..."aabbcd-. 01A\n", ...surrogates), maxLength: 10 });
    const agree = property(text, (one) => matches(one) === expression.test(one));
    expect(check(agree, { numRuns: 100, seed: 1 }).counterexample).toBeNull();
  });

  test("random patterns on random strings", () => {
    const text = string({ unit: constantFrom(..."aabbc-"), maxLength: 6 });
    const agree = property(
      anyPattern,
      text,
      (source, one) => compile(source)(one) === new RegExp(source, "u").test(one),
    );
    expect(check(agree, { numRuns: 400, seed: 2 }).counterexample).toBeNull();
  });

  test.each<readonly string[]>([
    ["the corrected domain pattern", domain],
    ["IPv4", ipv4],
    ["IPv6", ipv6],
    ["an address or a range", ip],
    ["the published pattern of addresses", publishedIp],
    ...documentPatterns.map((source) => [source, source]),
  ])("%s on strings that take every move of its automaton", (_, source = "") => {
    const matches = compile(source);
    const expression = new RegExp(source, "u");
    const samples = samplePattern(source, fixedRandom());
    const texts = [...(samples?.accepted ?? []), ...(samples?.refused ?? [])];
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => matches(text) !== expression.test(text))).toEqual([]);
  });
});

const { pattern: anyPattern } = letrec<{ pattern: string; part: string }>((tie) => ({
  pattern: array(tie("part"), { maxLength: 3, depthIdentifier: "nesting" }).map((parts) => parts.join("")),
  part: oneof(
    { maxDepth: 2, depthIdentifier: "nesting", withCrossShrink: true },
    constantFrom(
      "a",
      "b",
      ".",
      "[ab]",
      "[^a]",
      "\\w",
      "^",
      "$",
      "\\b",
      "\\B",
      "a*",
      "b?",
      "c+?",
      "a{2}",
      "b{0,2}",
    ),
    tuple(tie("pattern"), tie("pattern"), constantFrom("", "*", "+", "?", "{2}", "{1,2}", "{2,}", "*?")).map(
      ([one, other, quantifier]) => `(?:${one}|${other})${quantifier}`,
    ),
  ),
}));

describe("a second construction, by derivatives, has the same language", () => {
  test.each([...regularPatterns, ...annexPatterns, ipv4])("%j", (source) => {
    const { syntax, flags, nfa } = build(source);
    const dfa = determinize(nfa, 5000, () => {});
    expect(dfa && disagreement(dfa, searchTerm(syntax, flags === "u" ? 0x10ffff : 0xffff))).toBe("none");
  });
});

/** Walks both automata side by side through every pair of states that one text reaches. */
function disagreement(dfa: Dfa, root: Term): string {
  const codes = representatives(dfa.alphabet);
  type Place = {
    readonly state: number;
    readonly term: Term;
    readonly before: Context;
    readonly text: string;
  };
  const queue: Place[] = [{ state: START, term: root, before: "nothing", text: "" }];
  const seen = new Set<string>();
  for (const { state, term, before, text } of queue) {
    if (dfa.accepting[state] !== isEmptyIn(term, before, "nothing")) return JSON.stringify(text);
    for (const [symbol, code] of codes.entries()) {
      const letter = String.fromCodePoint(code);
      const kind = /\w/u.test(letter) ? "word" : "other";
      const next = dfa.next[state * dfa.alphabet.size + symbol] ?? -1;
      const place: Place = {
        state: next,
        term: derive(term, before, code, kind),
        before: kind,
        text: text + letter,
      };
      const key = `${next} ${place.before} ${place.term.key}`;
      if (!seen.has(key)) queue.push(place);
      seen.add(key);
    }
  }
  return "none";
}

function fixedRandom(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
}

describe("samplePattern", () => {
  test("gives the same strings for the same random numbers", () => {
    expect(samplePattern(domain, fixedRandom())).toEqual(samplePattern(domain, fixedRandom()));
  });

  test("has the shortest member and the shortest near misses first", () => {
    const samples = samplePattern("^a{2,3}-?$", fixedRandom());
    expect(samples?.accepted.slice(0, 3)).toEqual(["aa", "aa-", "aaa"]);
    expect(samples?.refused.slice(0, 2)).toEqual(["", "b"]);
  });

  test.each([...regularPatterns, domain, ipv6])("%j: every sample is on its side", (source) => {
    const expression = new RegExp(source, "u");
    const samples = samplePattern(source, fixedRandom());
    expect(samples?.accepted.filter((text) => !expression.test(text))).toEqual([]);
    expect(samples?.refused.filter((text) => expression.test(text))).toEqual([]);
  });

  test.each(["(a)\\1", "["])("%j has no automaton, so no samples", (source) => {
    expect(samplePattern(source, fixedRandom())).toBeUndefined();
  });
});
