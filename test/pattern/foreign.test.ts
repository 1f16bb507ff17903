import { describe, expect, test } from "vitest";
import { readForeign } from "../../scripts/pattern/foreign/index.js";

describe("a pattern of another engine is read as ECMA-262 writes it", () => {
  test.each<[claim: string, source: string, read: string]>([
    ["the ends of a text", String.raw`\Aabc\z`, "^abc$"],
    ["an end before a last line break", String.raw`a\Z`, String.raw`a(?=\n?$)`],
    ["quoted letters", String.raw`\Qa.b\E+`, String.raw`a\.b+`],
    ["a class of POSIX", "^[[:alnum:]_]+$", "^[0-9A-Za-z_]+$"],
    ["a class of POSIX among what is excluded", "[^[:space:]]", String.raw`[^ \t-\r]`],
    ["a class of Java", String.raw`\p{Print}*`, String.raw`[\x20-\x7e]*`],
    ["what is in no class of Java", String.raw`\P{Blank}`, String.raw`[^ \t]`],
    ["a property without braces", String.raw`\pL+`, String.raw`\p{L}+`],
    ["a property that its name excludes", String.raw`\p{^L}\P{^L}`, String.raw`\P{L}\p{L}`],
    ["a script as Java names it", String.raw`\p{IsLatin}`, String.raw`\p{Script=Latin}`],
    ["spaces in a quantifier", "^a{10, 15}$", "^a{10,15}$"],
    ["a quantifier without a least number", "a{,5}", "a{0,5}"],
    ["a long code", String.raw`\x{1F600}`, String.raw`\u{1F600}`],
    ["a bell and an escape", String.raw`\a\e\_`, String.raw`\x07\x1b\_`],
    ["letters of either case", "(?i)^ab[c-f]1$", "^[aA][bB][c-fC-F]1$"],
    ["the last sign of ASCII beside letters of either case", "(?i)a\x7f", "[aA]\x7f"],
    ["letters of either case after the start", "^(?i)ab$", "^[aA][bB]$"],
    ["a point that is any character", "(?s)a.b", String.raw`a[\s\S]b`],
    ["a point behind a class, and one in it", "(?s)[a.].", String.raw`[a.][\s\S]`],
    ["a group as Python names it", String.raw`(?P<y>\d)(?P=y)`, String.raw`(?<y>\d)\k<y>`],
    ["a comment", "(?#letters)[a-z]", "[a-z]"],
    ["a bracket that comes first", "[]abc]+", String.raw`[\]abc]+`],
    ["a bracket that comes first among what is excluded", "[^]abc]+", String.raw`[^\]abc]+`],
    ["between slashes, as code has it", "/^[a-z]+$/i", "^[a-zA-Z]+$"],
    [
      "a property beside a sign that needs no backslash",
      String.raw`^[\p{L}\_\-\@]+$`,
      String.raw`^[\p{L}_\-@]+$`,
    ],
  ])("%s", (_claim, source, read) => {
    expect(readForeign(source)).toEqual({ kind: "translated", source: read });
    expect(() => new RegExp(read)).not.toThrow();
    expect(readForeign(read).kind).toBe("own");
  });
});

test.each([
  ["a backslash before a sign", String.raw`^\@\_\-$`],
  ["a brace that opens no quantifier", "^{[a-z]}$"],
  ["a class with a dash behind an escape", String.raw`^[\w-.]+$`],
  ["any property of Unicode", String.raw`\p{Lu}\P{Script=Greek}`],
  ["an octal escape", String.raw`\_\07`],
  ["lookarounds", String.raw`^(?!a)(?<=b)\_$`],
  ["what is between slashes by itself", "/a/b"],
])("what ECMA-262 means by itself stays: %s", (_claim, source) => {
  expect(readForeign(source)).toEqual({ kind: "own" });
});

test.each([
  ["a property that nobody has", String.raw`^\p{Foo}+$`],
  ["one that only ends as Java begins its scripts", String.raw`\p{LIs}`],
  ["a quantifier that never goes back", "a++"],
  ["an atomic group", "(?>a)"],
  ["a class without some of its members", "[a-z-[aeiou]]"],
  ["what two classes share", "[a-z&&[^b]]"],
  ["space that means nothing", "(?x) a b"],
  ["flags for a part", "(?i:a)b"],
  ["flags that begin in the middle", "a(?i)b"],
  ["either case of a letter beyond ASCII", "(?i)é"],
  ["either case of a group's value", String.raw`(?i)(a)\1`],
  ["space of some engines and hexadecimal digits of others", String.raw`\h+`],
  ["what is in no class of POSIX", "[[:^alpha:]]"],
  ["a class that is not closed", "[a-"],
])("what has no counterpart is not read at all: %s", (_claim, source) => {
  expect(readForeign(source)).toEqual({ kind: "foreign" });
});
