import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { formatMarkdown } from "../../../../scripts/review/report/formats/markdown.js";
import type { Change } from "../../../../scripts/review/report/changes.js";
import { review } from "../../../../scripts/review/index.js";
import type { PrintableReview } from "../../../../scripts/review/report/printable.js";
import { HOSTILE, toHostileChange } from "./hostile-names.js";
import { printable } from "./printable.js";
import { summarize } from "../../../../scripts/review/report/summary.js";

function print(names: readonly string[], rest: Partial<PrintableReview> = {}): string {
  const about = { base: "base", head: "head", version: undefined, remarks: [] };
  return formatMarkdown({ ...summarize(names.map(toHostileChange)), ...about, ...rest });
}

const many = (size: number, name: (index: number) => string) =>
  Array.from({ length: size }, (_, index) => name(index));

/** A test can name what is left out when it knows how much there was: a row and two folded texts each. */
const cases: readonly (readonly [name: string, changes: number, text: string])[] = [
  ["thousands of changes", 5000, print(many(5000, (index) => `name${index}`))],
  ["enormous names", 200, print(many(200, (index) => `${index}${"n".repeat(50_000)}`))],
  ["enormous names of four bytes a character", 200, print(many(200, (index) => `${index}${"😀".repeat(20_000)}`))],
  ["names of backticks", 200, print(many(200, (index) => "`".repeat(3000 + index)))],
  ["names of bars", 200, print(many(200, (index) => "\\|".repeat(3000 + index)))],
  ["one enormous name among small ones", 41, print(["n".repeat(1_000_000), ...many(40, (index) => `n${index}`)])],
  ["hostile names", HOSTILE.length, print(HOSTILE)],
  ["thousands of hostile names", 4200, print(many(4200, (index) => `${HOSTILE[index % HOSTILE.length]} ${index}`))],
  [
    "enormous remarks and names of the sides",
    1,
    print(["a"], { base: "b".repeat(90_000), head: "😀".repeat(90_000), remarks: many(50, () => "r".repeat(90_000)) }),
  ],
]; // prettier-ignore

describe("Markdown for a pull request", () => {
  test.each(cases)("of %s stays below 60 kB", (_, __, text) => {
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  });

  test.each(cases)("of %s is one table of four cells a row, and closed details", (_, __, text) => {
    const html = toHtml(text);
    expect(count(html, "<table>")).toBe(1);
    expect(count(html, "</table>")).toBe(1);
    const rows = html.split("<tr>").slice(2);
    expect(rows.map((row) => count(row, "<td>")).filter((cells) => cells !== 4)).toEqual([]);
    expect(count(html, "<details>")).toBe(count(html, "</details>"));
    expect(count(html, "<pre>")).toBe(count(html, "<details>"));
    expect(html.match(/<(?:a|img|script|h1|em|strong|del)\b|<!--/g)).toBe(null);
  });

  test.each(cases)("of %s counts what it leaves out", (_, changes, text) => {
    const html = toHtml(text);
    const shown = count(html, "<tr>") - 1;
    const folded = count(html, "<details>");
    expect([shown + hidden(html, "other changes"), folded + hidden(html, "proofs")]).toEqual([
      changes,
      2 * changes,
    ]);
    expect(shown).toBeGreaterThan(0);
  });

  test.each(HOSTILE)("calls nobody and links nothing by %j", (name) => {
    const html = toHtml(print([name])).replaceAll("&#39;", "'");
    const outside = html.replaceAll(/<(code|pre)>.*?<\/\1>/gs, "");
    expect(outside).not.toMatch(/@\w|#\d|:\/\/|www\./);
  });

  test.each([
    [10, undefined],
    [11, "> 1 more remark is not shown."],
    [12, "> 2 more remarks are not shown."],
  ])("of %i remarks counts those after the tenth", (size, line) => {
    expect(/^> \d+ more .*$/m.exec(print(["a"], { remarks: many(size, String) }))?.[0]).toBe(line);
  });

  test.each([
    [10, undefined],
    [11, "> 1 more part that is not judged."],
    [12, "> 2 more parts that are not judged."],
  ])("of %i parts that are not judged names ten", (size, line) => {
    const notJudged = many(size, String).map((message) => ({ ...toHostileChange("a", 0), message }));
    const text = print(["a"], { notJudged });
    expect(text.match(/^> Not judged: .*$/gm)).toHaveLength(10);
    expect(/^> \d+ more .*$/m.exec(text)?.[0]).toBe(line);
  });

  test("tells what says the same of several places once", () => {
    const quiet = { ...toSmallChange("n", 0, "patch"), id: "n", message: "Quiet." };
    const lines = [1, 2].map((times) => /^- .*$/m.exec(formatMarkdown(printable(many(times, () => "n").map(() => quiet))))?.[0]);
    expect(lines).toEqual(["- `n.yaml:1001:1`: Quiet. (n)", "- `n.yaml:1001:1`: Quiet. In 2 places (n)."]);
  }); // prettier-ignore

  test("one enormous name takes no room from the others", () => {
    const text = print(["n".repeat(1_000_000), ...many(40, (index) => `n${index}`)]);
    expect(count(toHtml(text), "<tr>")).toBe(42);
  });
});

const countKept = (text: string): readonly number[] =>
  [/^\| 🔴 /gm, /^<details><summary>TypeScript/gm, /^\| 🟡 /gm, /^- /gm].map((pattern) => text.match(pattern)?.length ?? 0); // prettier-ignore

describe("what does not fit gives way to what a reviewer needs more", () => {
  const sizes = ["major", "minor", "patch"] as const;
  /** So many breaks, with what the compiler says of them, compatible changes and changes without effect. */
  const printMany = (...counts: readonly number[]): string => {
    const changes = sizes.flatMap((level, at) => many(counts[at] ?? 0, (index) => `${level}${index}`).map((name, index) => toSmallChange(name, index, level)));
    return formatMarkdown(printable(changes));
  };
  const NOUNS = ["breaking changes", "proofs", "other changes", "changes without effect"];

  test("nothing, where all fits", () => {
    const text = printMany(3, 3, 3);
    expect(countKept(text)).toEqual([3, 3, 3, 3]);
    expect(text).not.toContain("fit here");
  });

  test.each<[claim: string, counts: readonly [number, number, number], tier: number]>([
    ["what has no effect", [3, 3, 2000], 3],
    ["with it all that is compatible", [3, 2000, 3], 2],
    ["with them what shows a break", [300, 3, 3], 1],
    ["breaks at last, which are told as such", [2000, 3, 3], 0],
  ])("%s", (_claim, [breaks, compatible, silent], tier) => {
    const text = printMany(breaks, compatible, silent);
    const totals = [breaks, breaks, compatible, silent];
    const kept = countKept(text);
    const part = kept[tier] ?? 0;
    expect(part).toBeGreaterThan(0);
    expect(kept).toEqual(totals.map((total, at) => (at < tier ? total : at === tier ? part : 0)));
    const left = totals.map((total, at) => total - (kept[at] ?? 0));
    const lines = NOUNS.map((noun, at) => `${left[at]} of the ${totals[at]} ${noun} do not fit here.`).slice(tier);
    expect(text.split("\n").at(-2)).toBe(`${lines.join(" ")} \`--format html\` shows all of them.`);
    expect(Buffer.byteLength(text)).toBeLessThan(58_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(56_500);
  });
}); // prettier-ignore

function toSmallChange(name: string, index: number, level: "major" | "minor" | "patch"): Change {
  const { accepted: _, counterexample: __, compiler, ...change } = toHostileChange(name, index + 1000);
  if (level === "major") return { ...change, ...(compiler !== undefined && { compiler }) };
  return { ...change, level, levels: { wire: level, types: level } };
}

test("a review of many changes with long names is as valid", async () => {
  const [base, head] = [9, 8].map((most) => ({
    name: String(most),
    entry: "a.json",
    read: () => toDocument(most),
  }));
  if (base === undefined || head === undefined) throw new Error("there are two sides");
  const found = await review(base, head);
  const text = formatMarkdown({ ...found, base: "9", head: "8", version: undefined, remarks: [] });
  expect(found.changes.length).toBe(NAMES);
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  const html = toHtml(text);
  expect(count(html, "<tr>") - 1 + hidden(html, "breaking changes")).toBe(NAMES);
  expect(hidden(html, "proofs")).toBeGreaterThan(0);
});

const NAMES = 40;

function toDocument(most: number): string {
  const names = many(
    NAMES,
    (index) => `${index} ${HOSTILE[index % HOSTILE.length] ?? ""} ${"n".repeat(400)}`,
  );
  const properties = Object.fromEntries(names.map((name) => [name, { type: "integer", maximum: most }]));
  const content = { "application/json": { schema: { type: "object", properties } } };
  const post = { requestBody: { content }, responses: { "200": { description: "ok" } } };
  return JSON.stringify(
    { openapi: "3.1.0", info: { title: "t", version: "1" }, paths: { "/a": { post } } },
    undefined,
    1,
  );
}

function toHtml(text: string): string {
  return marked.parse(text, { async: false });
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function hidden(html: string, noun: string): number {
  return Number(new RegExp(`(\\d+) of the \\d+ ${noun} (?:does|do) not fit here\\.`).exec(html)?.[1] ?? 0);
}
