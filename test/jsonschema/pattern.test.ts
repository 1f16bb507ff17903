import { check } from "recheck";
import { describe, expect, test } from "vitest";
import { buildNfa } from "../../scripts/pattern/automaton/nfa.js";
import { countSteps } from "../../scripts/pattern/backtracking/backtrack.js";
import { nfaOf, readPattern } from "../../scripts/pattern/automaton/automaton.js";
import { readSymbols } from "../../scripts/pattern/automaton/nfa.js";
import { propertySets } from "../../scripts/pattern/syntax/property-set.js";
import type { PatternVerdict } from "../../scripts/pattern/judge.js";
import { judgePatterns } from "../../scripts/pattern/judge.js";
import { matcher } from "../../scripts/jsonschema/runtime/runtime-matcher.js";
import { domain, ip, ipv4, ipv6, publishedDomain, publishedIp } from "./pattern-addresses.js";

async function judge(pattern: string): Promise<PatternVerdict> {
  const verdict = (await judgePatterns([pattern])).get(pattern);
  if (verdict === undefined) throw new Error("no verdict");
  return verdict;
}

function growth(verdict: PatternVerdict): string {
  if (verdict.kind === "regexp" || verdict.kind === "invalid") return "linear";
  return verdict.attack?.complexity ?? "linear";
}

describe("judgePatterns and recheck agree", () => {
  test.each([
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
  ])("%j is %s", async (pattern, expected) => {
    const [ours, theirs] = await Promise.all([judge(pattern), check(pattern, "u", { timeout: 5000 })]);
    expect(growth(ours)).toBe(expected);
    expect(theirs.status === "vulnerable" ? theirs.complexity.type : "linear").toBe(expected);
  });
});

describe("where judgePatterns knows more than recheck", () => {
  test("recheck calls a bounded search polynomial when it is slow only by a constant factor", async () => {
    expect(growth(await judge(publishedIp))).toBe("linear");
  });

  test("a bounded search is polynomial up to its bound when that is large", async () => {
    expect(growth(await judge("[a-z]{1,1000}@"))).toBe("polynomial");
    expect(growth(await judge("a{0,100}a{0,100}a{0,100}b"))).toBe("polynomial");
  });

  test("a long row of options is exponential in its length, with no loop at all", async () => {
    expect(growth(await judge(`^${"a?".repeat(30)}${"a".repeat(30)}$`))).toBe("exponential");
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
  test.each(attacked)("the string against %j costs many steps for each character", async (pattern) => {
    const verdict = await judge(pattern);
    const attack = verdict.kind === "table" ? verdict.attack : undefined;
    const read = readPattern(pattern, propertySets());
    const nfa = read.kind === "valid" ? nfaOf(read.syntax, read.flags) : undefined;
    if (attack === undefined || nfa === undefined) throw new Error("no attack");
    expect(attack.string).toBe(attack.prefix + attack.pump.repeat(attack.repeats) + attack.suffix);
    const symbols = readSymbols(nfa, attack.string);
    expect(countSteps(nfa, symbols, 1_000_000) / symbols.length).toBeGreaterThan(95);
  });

  test.each([40, 48, 1_000_000])("the published domain pattern answers %i characters", async (n) => {
    const verdict = await judge(publishedDomain);
    const table = verdict.kind === "table" ? verdict.table : "";
    expect(matcher(table)(`${"a".repeat(n - 1)}!`)).toBe(false);
  });
});

describe("verdicts", () => {
  test("what is valid only without the u flag is run without it", async () => {
    expect(await judge("^\\p$")).toMatchObject({ kind: "regexp", source: "^\\p$", flags: "" });
  });

  test("what is valid under no flag has V8's message", async () => {
    expect(await judge("a(")).toEqual({
      kind: "invalid",
      message: "Invalid regular expression: /a(/u: Unterminated group",
    });
  });

  test.each(["^(?=a)[ab]$", "^(?!x)a+$", "(?<!a)b"])(
    "%j has a lookaround that recheck knows to be safe",
    async (p) => {
      expect(await judge(p)).toMatchObject({ kind: "regexp" });
    },
  );

  test("a backreference that recheck knows to be slow is unsafe, with the reason", async () => {
    expect(await judge("^(?!y)(x+x+)+y$")).toEqual({
      kind: "unsafe",
      reason: "a lookaround is not regular, and recheck: exponential backtracking",
    });
  });

  test("an attack that no table can ward off is unsafe", async () => {
    const verdict = await judge("^(?:.*a.{14})+x$");
    expect(verdict).toMatchObject({ kind: "unsafe", attack: { complexity: "exponential" } });
  });

  test("groups nested a thousand deep are refused, not an overflow", async () => {
    expect(await judge(`${"(".repeat(1000)}a${")".repeat(1000)}`)).toEqual({
      kind: "unsafe",
      reason: "its groups are nested too deeply",
    });
  });

  test("repeats that come to millions are refused, not written out", async () => {
    expect(await judge("^((([a-z]{1,30}){1,30}){1,300})$")).toMatchObject({ kind: "unsafe" });
    expect(await judge("^[a-z]{1,1000000}$")).toMatchObject({ kind: "regexp" });
  });

  test.each([
    ["one long run of a class", "^[a-zA-Z0-9-_\\s]+$"],
    ["a bounded run", "^[a-z0-9]{1,255}$"],
    ["a short pattern", ipv4],
  ])("%s stays a RegExp", async (_, pattern) => {
    expect(await judge(pattern)).toMatchObject({ kind: "regexp", source: pattern, flags: "u" });
  });

  test("a group that repeats without end becomes a table, because V8 remembers each of its rounds", async () => {
    expect(await judge(domain)).toMatchObject({ kind: "table", why: "faster" });
    expect(await judge("^(?:ab(?!c))*$")).toMatchObject({ kind: "regexp", isDeep: true });
  });

  test.each([ipv6, ip, publishedIp])("long alternations become a table: %j", async (p) => {
    expect(await judge(p)).toMatchObject({ kind: "table", why: "faster", flags: "u" });
  });

  test("the same patterns give the same verdicts, each pattern once", async () => {
    const verdicts = await judgePatterns([ip, "a", ip]);
    expect([...verdicts.keys()]).toEqual([ip, "a"]);
    expect(await judgePatterns([ip, "a"])).toEqual(verdicts);
  });
});

test("an automaton over its limit is given up, not built", () => {
  const steps = [{ op: "take", set: [97, 97], next: 1 }, { op: "accept" }] as const;
  expect(buildNfa({ steps, start: 0, hasBoundary: false }, 0xffff, 1)).toBeUndefined();
});
