import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { judgePatterns, type PatternVerdict } from "../../../scripts/pattern/judge.js";
import { passes } from "./format-predicates.js";
import { foldCase, readRegExpLiterals, splitLookarounds } from "./regexp-literals.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const runtimeFiles = ["runtime-formats.ts", "runtime-idn.ts"].map(
  (name) => new URL(`../../../scripts/jsonschema/runtime/${name}`, import.meta.url),
);
/** V8 throws a RangeError after some million rounds of a repeated group. */
const many = (text: string): string => text.repeat(Math.ceil(12_000_000 / text.length));

/** Lookarounds that run to the end of a text, and stand behind `^` outside of any loop. */
const ONCE = new Set(["(?:(?::*[\\da-fA-F]+\\b){8})", "(?:[^/?#]*:)"]);

/** The classes of a label, of which the second begins with a lookahead that keeps it off the first: see the test. */
const LABEL = /^\^\(\?:(\[\\u200c-[^\]]*\])\|(\(\?!.*)\)\+\$$/;
const PATH = "[\\w.~!$&'()*+,;=:@%/-]*";

/** The same pattern where a lookahead says what is tried next, so that it is not to be left out. */
function withoutCutting(source: string): string {
  return (
    source
      // What follows an authority begins with a slash, a question mark or a hash, or is nothing.
      .replace(`(?=[/?#]|$)|(?!\\/\\/))${PATH}`, () => `(?:\\/${PATH})?|${PATH})`)
      .replace(LABEL, "^$1+$")
  );
}

function isLinear(verdict: PatternVerdict): boolean {
  return verdict.kind === "regexp" || (verdict.kind === "table" && verdict.attack === undefined);
}

/** Whether a pattern has a repeat without a bound. */
function isEndless(source: string): boolean {
  return /[*+]|\{\d+,\}/.test(source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/g, ""));
}

describe("linear time", () => {
  const literals = runtimeFiles.flatMap(readRegExpLiterals);
  it("finds the literals", () => expect(literals.length).toBeGreaterThan(40));

  it.each(literals)("/$source/$flags does not backtrack more than linearly", async ({ source, flags }) => {
    const exact = withoutCutting(source);
    const folded = flags.includes("i") ? foldCase(exact) : exact;
    // A lookaround forbids and takes nothing: without it there is no less to try.
    const { rest, bodies } = splitLookarounds(folded);
    const verdicts = await judgePatterns([rest, ...bodies.map((body) => `^${body}`)]);
    expect([...verdicts].filter(([, verdict]) => !isLinear(verdict))).toEqual([]);
    // It costs no more than a constant each time, or it is asked once for each text.
    expect(bodies.filter((body) => isEndless(body) && !ONCE.has(body))).toEqual([]);
  });

  it("no character is in two of the classes that a label of an internationalised name is made of", () => {
    const [, alone = "", rest = ""] = literals.map(({ source }) => LABEL.exec(source)).find(Boolean) ?? [];
    const [isAlone, isRest] = [alone, rest].map((source) => new RegExp(`^(?:${source})$`, "u"));
    const both = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
      (character) => isAlone?.test(character) && isRest?.test(character),
    );
    expect(isAlone?.test("-") && isRest?.test("é")).toBe(true);
    expect(both).toEqual([]);
  });

  it("every lookaround that is asked once is one of a literal", () => {
    const bodies = new Set(literals.flatMap(({ source }) => splitLookarounds(foldCase(source)).bodies));
    expect([...ONCE].filter((body) => !bodies.has(body))).toEqual([]);
  });

  it.each([
    ["date-time", `2025-01-31T12:00:00.${many("0")}Z`, true],
    ["time", `12:00:00.${many("0")}`, false],
    ["duration", `P${many("1")}D`, true],
    ["email", `${many("a.")}a@${many("b.")}c`, true],
    ["email", `"${many('\\"')}"@b`, true],
    ["idn-email", `${many("é")}@b`, true],
    ["idn-email", `a@${many("e\u0301\u0316")}`, false],
    ["hostname", many("a."), false],
    ["idn-hostname", many("é"), false],
    ["ipv4", many("1."), false],
    ["ipv6", many("1:"), false],
    ["uri", `a://${many("%20")}/${many("%20")}?${many("%20")}#${many("%20")}`, true],
    ["uri", `a://${many("a@")}`, false],
    ["uri-reference", many("a"), true],
    ["iri", `a:${many("é")}`, true],
    ["iri-reference", `${many("😀")}:`, false],
    ["uri-template", many("a"), true],
    ["uri-template", `{a${many(",a.b:1")}}`, true],
    ["uri-template", many("{a"), false],
    ["json-pointer", many("/~0"), true],
    ["json-pointer", `/${many("a")}`, true],
    ["relative-json-pointer", `1${many("0")}+1${many("/a")}`, true],
    ["regex", many("a"), true],
    ["uuid", many("a"), false],
    ["byte", many("AAAA"), true],
  ])("%s answers a text of twelve million characters (row %#)", (name, text, valid) => {
    expect(passes(name, text)).toBe(valid);
  });
});

describe("weight", () => {
  it.each([
    ["isUuidFormat", 200],
    ["isDateTimeFormat", 1200],
    ["isIriFormat", 1800],
  ])("%s alone costs less than %d bytes and brings no table", async (name, limit) => {
    const contents = `export { ${name} } from "./scripts/jsonschema/runtime/runtime-formats.ts"`;
    const options = { bundle: true, minify: true, format: "esm", write: false, charset: "utf8" } as const;
    const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: root } });
    expect(outputFiles[0]?.text).not.toContain("xn--");
    expect(outputFiles[0]?.text.length).toBeLessThan(limit);
  });
});
