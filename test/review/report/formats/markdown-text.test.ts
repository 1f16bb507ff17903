import { describe, expect, test } from "vitest";
import {
  toBlock,
  toCode,
  toHtml,
  toInline,
} from "../../../../scripts/review/report/formats/markdown-text.js";

/** A space of no width. */
const Z = "\u200B";

describe("one line of Markdown", () => {
  test.each<[claim: string, text: string, shown: string]>([
    ["plain words stay", "must be at most 1", "must be at most 1"],
    ["breaks and tabs are spaces", "a\r\n\n\tb", "a b"],
    ["signs of Markdown and HTML are escaped", "\\ * _ [ ] | < ~ &", "\\\\ \\* \\_ \\[ \\] \\| \\< \\~ \\&"],
    ["code stays code, with nothing escaped in it", "a `*b*` c", "a `*b*` c"],
    ["text after code is escaped again", "`a` *b*", "`a` \\*b\\*"],
    ["two pieces of code", "`a` and `b`", "`a` and `b`"],
    ["a backtick without a partner is one", "a ` b*", "a \\` b\\*"],
    ["the third backtick has none", "`a` b ` c", "`a` b \\` c"],
    ["nobody is called and nothing is linked", "@a #1 https://b www.c", `@${Z}a #${Z}1 https:${Z}//b www${Z}.c`],
    ["nor anything twice", "@a @b", `@${Z}a @${Z}b`],
  ])("%s", (_, text, shown) => expect(toInline(text, 100)).toBe(shown)); // prettier-ignore

  test.each<[claim: string, text: string, shown: string]>([
    ["is cut when it is too long, with a word", "a".repeat(21), `${"a".repeat(20)}… (cut, 21 characters in all)`],
    ["is whole when it is just as long", "a".repeat(20), "a".repeat(20)],
    ["tears no character", `${"a".repeat(19)}😀`, `${"a".repeat(19)}… (cut, 21 characters in all)`],
    ["keeps a whole character at the cut", `${"a".repeat(18)}😀b`, `${"a".repeat(18)}😀… (cut, 21 characters in all)`],
    ["counts breaks as the spaces that they become", `a${"\n".repeat(50)}b`, "a b"],
  ])("%s", (_, text, shown) => expect(toInline(text, 20)).toBe(shown)); // prettier-ignore
});

describe("text of an element of HTML", () => {
  test.each<[claim: string, text: string, shown: string]>([
    ["breaks are spaces", "a\n\nb", "a b"],
    ["it opens no tag and no entity", "<b>&lt; <i>", "&lt;b>&amp;lt; &lt;i>"],
    ["Markdown is not read there", "*a* `b`", "*a* `b`"],
    ["nobody is called", "@a", `@${Z}a`],
    ["what is too long is cut", "a".repeat(21), `${"a".repeat(20)}… (cut, 21 characters in all)`],
  ])("%s", (_, text, shown) => expect(toHtml(text, 20)).toBe(shown)); // prettier-ignore
});

describe("code on a line", () => {
  test.each<[claim: string, text: string, shown: string]>([
    ["stands between backticks", "a b", "`a b`"],
    ["has no backtick of its own", "a`b``c", "`a'b''c`"],
    ["has no break", "a\n \nb", "`a b`"],
    ["ends no cell of a table", "a|b|c", "`a\\|b\\|c`"],
    ["ends none after a backslash", "a\\|b", "`a\\`\\|`b`"],
    ["of nothing is nothing", "", ""],
    ["of spaces is one", " \n ", " "],
    ["is whole, where no length is told", "a".repeat(5000), `\`${"a".repeat(5000)}\``],
  ])("%s", (_, text, shown) => expect(toCode(text)).toBe(shown)); // prettier-ignore

  test("is cut where a length is told", () => {
    expect(toCode("abc", 2)).toBe("`ab… (cut, 3 characters in all)`");
  });
});

describe("a block of code", () => {
  test.each<[claim: string, text: string, inside: string]>([
    ["keeps its lines", "a\nb", "a\nb"],
    ["has no fence of its own", "```a``````", "\\u0060\\u0060\\u0060a\\u0060\\u0060\\u0060\\u0060\\u0060\\u0060"],
    ["keeps fewer backticks", "``", "``"],
    ["is cut", "a".repeat(31), `${"a".repeat(30)}… (cut, 31 characters in all)`],
  ])("%s", (_, text, inside) => expect(toBlock("json", text, 30)).toBe(`\`\`\`json\n${inside}\n\`\`\``)); // prettier-ignore
});
