import { describe, expect, test } from "vitest";
import { readPattern } from "../../../scripts/pattern/automaton/automaton.js";
import { propertySets } from "../../../scripts/pattern/syntax/property-set.js";
import { unfold, unfoldAll } from "../../../scripts/pattern/syntax/unfold.js";

const properties = propertySets();

function syntaxOf(pattern: string) {
  const read = readPattern(pattern, properties);
  if (read.kind === "invalid") throw new Error(read.message);
  return read.syntax;
}

describe("unfold", () => {
  test.each([
    ["^(?=a)b", ["^a", "^b"]],
    ["^(?!a)b", ["!^a", "^b"]],
    ["^(?=a)(?!b)(?=c)d", ["^a", "!^b", "^c", "^d"]],
    ["^ab(?=c)d", ["^abc", "^abd"]],
    ["^a(?=b)c(?=d)e", ["^ab", "^acd", "^ace"]],
    ["^(?:a|b){2}(?=c)", ["^(?:a|b){2}c", "^(?:a|b){2}"]],
    ["^(?:a(?=b)c)d", ["^ab", "^acd"]],
    ["^\\b(?=a)", ["^\\ba", "^\\b"]],
    ["^(?:ab|c{2})(?=d)", ["^(?:ab|c{2})d", "^(?:ab|c{2})"]],
    ["^(?:abc|d{2}|e)(?=f)", ["^(?:abc|d{2}|e)(?=f)"]],
    ["^a*(?=b)", ["^a*(?=b)"]],
    ["^(?=a)b*(?=c)", ["^a", "^b*(?=c)"]],
    ["^(?:a|bb)(?=c)", ["^(?:a|bb)(?=c)"]],
    ["^(?:a(?=c)|b)(?=c)", ["^(?:a(?=c)|b)(?=c)"]],
    ["^(?:a*){2}(?=c)", ["^(?:a*){2}(?=c)"]],
    ["^a{1,2}(?=c)", ["^a{1,2}(?=c)"]],
    ["^(?<=a)(?=c)", ["^(?<=a)(?=c)"]],
    ["(?=a)b", ["(?=a)b"]],
    ["$(?=a)b", ["$(?=a)b"]],
    ["^a|(?=b)", ["^a|(?=b)"]],
  ])("%j is %j", (pattern, expected) => {
    const parts = expected.map((part) => ({
      syntax: flat(syntaxOf(part.replace(/^!/, ""))),
      negated: part.startsWith("!"),
    }));
    expect(
      unfold(syntaxOf(pattern)).map(({ syntax, negated }) => ({ syntax: flat(syntax), negated })),
    ).toEqual(parts);
  });

  test.each([
    ["^(?=a)b", 2],
    ["^(?=(?=a)b)c", 3],
    ["^(?=(?!a)b)c", 3],
    ["^(?!(?=a)b)c", undefined],
    ["^(?=a)b*(?=c)", undefined],
    ["^a", 1],
    ["(?=a)", undefined],
  ])("%j comes to %d parts without lookarounds", (pattern, expected) => {
    expect(unfoldAll(syntaxOf(pattern))?.length).toBe(expected);
  });
});

/** Sequences in sequences say nothing. */
function flat(syntax: ReturnType<typeof syntaxOf>): ReturnType<typeof syntaxOf> {
  if (syntax.kind !== "sequence") return syntax;
  const items = syntax.items.map(flat).flatMap((item) => (item.kind === "sequence" ? item.items : [item]));
  return { kind: "sequence", items };
}
