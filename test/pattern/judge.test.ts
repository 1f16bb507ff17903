import { describe, expect, test } from "vitest";
import { buildNfa } from "../../scripts/pattern/automaton/nfa.js";
import { countSteps } from "../../scripts/pattern/backtracking/backtrack.js";
import { nfaOf, readPattern } from "../../scripts/pattern/automaton/automaton.js";
import { classOfCode } from "../../scripts/pattern/automaton/alphabet.js";
import { codesOf } from "../../scripts/pattern/automaton/dfa.js";
import { propertySets } from "../../scripts/pattern/syntax/property-set.js";
import type { PatternVerdict } from "../../scripts/pattern/judge.js";
import { judgePattern, judgePatterns } from "../../scripts/pattern/judge.js";
import { matcher } from "../../scripts/jsonschema/runtime/runtime-matcher.js";
import { domain, ip, ipv4, ipv6, publishedDomain, publishedIp } from "./addresses.js";

const properties = propertySets();

function judge(pattern: string): PatternVerdict {
  return judgePattern(pattern, { properties });
}

function growth(verdict: PatternVerdict): string {
  if (verdict.kind === "regexp" || verdict.kind === "invalid") return "linear";
  return verdict.attack?.complexity ?? "linear";
}

/** A word that costs more than twice the steps when it stands twice as often, with any ending. */
function findGrowth(pattern: string): string {
  const read = readPattern(pattern, properties);
  const nfa = read.kind === "valid" ? nfaOf(read.syntax, read.flags) : undefined;
  if (nfa === undefined) return "none";
  const symbols = Array.from({ length: nfa.alphabet.size }, (_, symbol) => symbol);
  const pumps = [
    ...symbols.map((one) => [one]),
    ...symbols.flatMap((one) => symbols.map((two) => [one, two])),
  ];
  const steps = (pump: readonly number[], times: number, ending: readonly number[]): number =>
    countSteps(nfa, [...Array.from({ length: times }, () => pump).flat(), ...ending], 100_000);
  for (const pump of pumps) {
    for (const ending of [[], ...symbols.map((one) => [one])]) {
      if (steps(pump, 160, ending) > 2.5 * steps(pump, 80, ending) + 50)
        return JSON.stringify({ pump, ending });
    }
  }
  return "none";
}

const growths: readonly (readonly [string, string])[] = [
  ["^(a+)+$", "exponential"],
  ["^(a*)*$", "exponential"],
  ["^(a|a)*$", "exponential"],
  ["^(a|aa)+$", "exponential"],
  ["^(a|b|ab)*c$", "exponential"],
  ["^(a+b?)+$", "exponential"],
  ["(x+x+)+y", "exponential"],
  ["^(([a-z])+.)+[A-Z]([a-z])+$", "exponential"],
  ["^a*a*$", "polynomial"],
  ["\\s+$", "polynomial"],
  ["a*b", "polynomial"],
  ["f.*o", "polynomial"],
  ["a\\w+b", "polynomial"],
  ["^(?:a*a*b|.*)$", "polynomial"],
  ["^\\d+\\.?\\d+$", "polynomial"],
  ["^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "polynomial"],
  ["^(?:.*,){5}P", "polynomial"],
  ["^(?:[^,]*,){5}P", "linear"],
  ["^(?:a|b)*abb$", "linear"],
  ["^(?:(?:a?)*b)*$", "linear"],
  ["(.*)*", "linear"],
  ["a*", "linear"],
  ["aaa*", "linear"],
  ["f.*", "linear"],
  ["\\S.*\\S", "linear"],
  ["x{0,20}y", "linear"],
  ["^.{1,5000}$", "linear"],
  ["\\bfoo\\b", "linear"],
  ["^([\\w-]+\\.)*[\\w-]+\\.[a-zA-Z]{2,}(\\/[\\w-]+)+$", "linear"],
  [domain, "linear"],
  ["^(a?){50}a{50}$", "exponential"],
];

describe("judgePattern", () => {
  test.each(growths)("%j is %s", (pattern, expected) => {
    expect(growth(judge(pattern))).toBe(expected);
  });

  const linear = growths.filter(([, expected]) => expected === "linear");
  test.each(linear)("%j takes steps in proportion to the text", (pattern) => {
    expect(findGrowth(pattern)).toBe("none");
  });
});

describe("bounded repeats", () => {
  test("a short bound makes a search slow only by a constant factor", () => {
    expect(growth(judge(publishedIp))).toBe("linear");
  });

  test("a bounded search is polynomial up to its bound when that is large", () => {
    expect(growth(judge("[a-z]{1,1000}@"))).toBe("polynomial");
    expect(growth(judge("a{0,100}a{0,100}a{0,100}b"))).toBe("polynomial");
  });

  test("a long row of options is exponential in its length, with no loop at all", () => {
    expect(growth(judge(`^${"a?".repeat(30)}${"a".repeat(30)}$`))).toBe("exponential");
  });
});

describe("attacks", () => {
  const attacked = [
    "^(a+)+$",
    "^(?:a*a*b|.*)$",
    "\\s+$",
    publishedDomain,
    "^(a?){50}a{50}$",
    "^(🐲+)+$",
    "[a-z]{1,1000}@",
  ];
  test.each(attacked)("the string against %j costs many steps for each character", (pattern) => {
    const verdict = judge(pattern);
    const attack = verdict.kind === "table" ? verdict.attack : undefined;
    const read = readPattern(pattern, properties);
    const nfa = read.kind === "valid" ? nfaOf(read.syntax, read.flags) : undefined;
    if (attack === undefined || nfa === undefined) throw new Error("no attack");
    expect(attack.string).toBe(attack.prefix + attack.pump.repeat(attack.repeats) + attack.suffix);
    const codes = codesOf(attack.string, nfa.alphabet.max);
    const symbols = codes.map((code) => classOfCode(nfa.alphabet, code));
    expect(countSteps(nfa, symbols, 1_000_000) / symbols.length).toBeGreaterThan(95);
  });

  test.each([40, 48, 1_000_000])("the published domain pattern answers %i characters", (n) => {
    const verdict = judge(publishedDomain);
    const table = verdict.kind === "table" ? verdict.table : "";
    expect(matcher(table)(`${"a".repeat(n - 1)}!`)).toBe(false);
  });
});

describe("verdicts", () => {
  test("what is valid only without the u flag is run without it", () => {
    expect(judge("^\\p$")).toMatchObject({ kind: "regexp", source: "^\\p$", flags: "" });
  });

  test("what is valid under no flag has V8's message", () => {
    expect(judge("a(")).toEqual({
      kind: "invalid",
      message: "Invalid regular expression: /a(/u: Unterminated group",
    });
  });

  test.each([
    ["^(?=a)[ab]$", "regexp"],
    ["^(?=(?:.*)*)a", "regexp"],
    ["^(?=a{0,60}a{0,60}a{0,60}b)", "dangerous"],
    ["^(?!x)a+$", "regexp"],
    ["(?<!a)b", "regexp"],
    ["(?=a)(?=b)c", "regexp"],
    ["^(?:ab(?!c))*$", "regexp"],
    ["^(?=.{1,253}$)([a-z0-9]+\\.)+[a-z]+$", "regexp"],
    ["(a)\\1b", "regexp"],
    ["^(?!y)(x+x+)+y$", "dangerous"],
    ["^(?=.*x)(?=(x+x+)+y)", "dangerous"],
    ["^(?=.*z)(?=(x+x+)+y)", "undecided"],
    ["^(?=y)(x+x+)+y$", "undecided"],
    ["^(?=x)(x+x+)+y$", "dangerous"],
    ["(?=.*x)", "undecided"],
    ["(?:(?=.*x)a)*", "undecided"],
    ["(?<=a+)b", "undecided"],
    ["(?<=[a-c]{2})b", "regexp"],
    ["(a+)\\1$", "a backreference, and it is not shown to take linear time"],
    ["(a\\1)", "a backreference, and it is not shown to take linear time"],
    ["(?<!(?=.*a))b", "a lookaround in a lookbehind, and it is not shown to take linear time"],
  ])("%j, which looks around or back, is %s", (pattern, expected) => {
    const verdict = judge(pattern);
    const kind =
      verdict.kind === "table" ? verdict.why : verdict.kind === "unsafe" ? verdict.reason : verdict.kind;
    expect(kind).toBe(expected);
  });

  test("an attack that no table can ward off is unsafe", () => {
    const verdict = judge("^(?:.*a.{14})+x$");
    expect(verdict).toMatchObject({ kind: "unsafe", attack: { complexity: "exponential" } });
  });

  test("groups nested a thousand deep are refused, not an overflow", () => {
    expect(judge(`${"(".repeat(1000)}a${")".repeat(1000)}`)).toEqual({
      kind: "unsafe",
      reason: "its groups are nested too deeply",
    });
  });

  test("repeats that come to millions are refused, not written out", () => {
    expect(judge("^((([a-z]{1,30}){1,30}){1,300})$")).toMatchObject({ kind: "unsafe" });
    expect(judge("^[a-z]{1,1000000}$")).toMatchObject({ kind: "regexp" });
  });

  test.each([
    ["one long run of a class", "^[a-zA-Z0-9-_\\s]+$"],
    ["a bounded run", "^[a-z0-9]{1,255}$"],
    ["a short pattern", ipv4],
  ])("%s stays a RegExp", (_, pattern) => {
    expect(judge(pattern)).toMatchObject({ kind: "regexp", source: pattern, flags: "u" });
  });

  test("a group that repeats without end becomes a table, because V8 remembers each of its rounds", () => {
    expect(judge(domain)).toMatchObject({ kind: "table", why: "faster" });
    expect(judge("^(?:ab(?!c))*$")).toMatchObject({ kind: "regexp", isDeep: true });
  });

  test.each([ipv6, ip, publishedIp])("long alternations become a table: %j", (p) => {
    expect(judge(p)).toMatchObject({ kind: "table", why: "faster", flags: "u" });
  });

  test.each([
    ["255 states that go back stay a RegExp", "^(?:[ab]|ac){127}$", "regexp"],
    ["256 become a table", "^x(?:[ab]|ac){127}$", "faster"],
    ["501 that never go back stay a RegExp", "^[a-z]{500}$", "regexp"],
    ["a repeated group is worth a table of 4,000 cells", "^(?:ab)*c{996}$", "faster"],
    ["and none of more", "^(?:ab)*c{997}$", "regexp"],
  ])("%s: %j", (_, pattern, expected) => {
    const verdict = judge(pattern);
    expect(verdict.kind === "table" ? verdict.why : verdict.kind).toBe(expected);
  });

  test("the same patterns give the same verdicts, each pattern once", async () => {
    const verdicts = await judgePatterns([ip, "a", ip]);
    expect([...verdicts.keys()]).toEqual([ip, "a"]);
    expect(await judgePatterns([ip, "a"])).toEqual(verdicts);
  });
});

test("what looks around, is not shown to be linear and has too large an automaton is not run", () => {
  expect(judge("(?=.*a.{14}b)x")).toEqual({
    kind: "unsafe",
    reason: "its automaton is too large, and it is not shown to take linear time",
  });
});

test("an automaton over its limit is given up, not built", () => {
  const steps = [{ op: "take", set: [97, 97], next: 1 }, { op: "accept" }] as const;
  expect(
    buildNfa({ steps, start: 0, hasBoundary: false, hasLooks: false }, 0xffff, 1, () => {}),
  ).toBeUndefined();
});
