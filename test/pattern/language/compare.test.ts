import { describe, expect, test } from "vitest";
import { differencePatterns } from "../../../scripts/pattern/language/index.js";
import { domain, publishedDomain } from "../addresses.js";

describe("differencePatterns", () => {
  const none = { kind: "none" };
  test.each([
    ["^a+$", "^a*$", none],
    ["^a*$", "^a+$", { kind: "found", string: "" }],
    ["^(?:a|b)*$", "^[ab]*$", none],
    ["^[ab]*$", "^(?:a|b)*$", none],
    ["^[a-z]{1,64}$", "^[a-z]{1,63}$", { kind: "found", string: "a".repeat(64) }],
    ["^[a-z]{1,63}$", "^[a-z]{1,64}$", none],
    ["^🐲?$", "^$", { kind: "found", string: "🐲" }],
    ["^.$", "^[^\\n]$", none],
    ["^[^\\n]$", "^.$", { kind: "found", string: "\u2028" }],
    ["(?=a)", "a", none],
    ["(a)\\1", "a", { kind: "undecided" }],
    [domain, publishedDomain, none],
  ])("%j without %j", (first, second, expected) => {
    expect(differencePatterns(first, second)).toEqual(expected);
  });

  test("the published pattern of domains accepts a name without a dot", () => {
    const difference = differencePatterns(publishedDomain, domain);
    expect(difference.kind === "found" && difference.string).toMatch(/^[^.]{4}$/u);
  });
});
