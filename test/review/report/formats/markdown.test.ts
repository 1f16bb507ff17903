import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { formatMarkdown } from "../../../../scripts/review/report/formats/markdown.js";
import type { Change } from "../../../../scripts/review/report/changes.js";
import { review } from "../../../../scripts/review/index.js";
import type { PrintableReview } from "../../../../scripts/review/report/printable.js";
import { HOSTILE, toHostileChange } from "./hostile-names.js";
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
  ["thousands of hostile names", 4200, print(many(4200, (index) => HOSTILE[index % HOSTILE.length] ?? ""))],
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
    expect([shown + hidden(html, "change"), folded + hidden(html, "folded detail")]).toEqual([
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

  test("leaves out remarks with a count", () => {
    expect(toHtml(print(["a"], { remarks: many(12, String) }))).toContain(
      "<p>2 more remarks are not shown.</p>",
    );
  });

  test("says of one thing that it is left out, and of one other place where", () => {
    expect(print(["a"], { remarks: many(11, String) })).toContain("\n1 more remark is not shown.\n");
    const quiet = { ...toSmallChange("n", 1), id: "n", message: "Quiet." };
    const [once, twice, thrice] = [1, 2, 3].map((times) => formatMarkdown({ ...summarize(Array.from({ length: times }, () => quiet)), base: "base", head: "head", version: undefined, remarks: [] }));
    expect([once, twice, thrice].map((text) => /^- .*$/m.exec(text ?? "")?.[0])).toEqual([
      "- `n.yaml:1002:1`: Quiet. (n)",
      "- `n.yaml:1002:1`, and in 1 other place: Quiet. (n)",
      "- `n.yaml:1002:1`, and in 2 other places: Quiet. (n)",
    ]);
  }); // prettier-ignore

  test("names ten parts that are not judged, and no more", () => {
    const text = print(["a"], { notJudged: many(11, String).map((message) => ({ ...toHostileChange("a", 0), message })) });
    expect(text.match(/^> Not judged: .*$/gm)).toHaveLength(10);
  }); // prettier-ignore

  test("one enormous name takes no room from the others", () => {
    const text = print(["n".repeat(1_000_000), ...many(40, (index) => `n${index}`)]);
    expect(count(toHtml(text), "<tr>")).toBe(42);
  });
});

describe("what does not fit below 58,000 bytes is left out to the byte", () => {
  const changes = many(400, (index) => `n${1000 + index}`).map(toSmallChange);
  const notJudged = changes.slice(0, 1);
  /** Remarks of so many bytes more than the shortest ten, which take room from all that follows. */
  const printBeside = (bytes: number): string => {
    const remarks = many(10, (index) => "r".repeat(1 + Math.max(0, Math.min(290, bytes - 290 * index))));
    return formatMarkdown({ ...summarize(changes, notJudged), base: "base", head: "head", version: undefined, remarks });
  };
  const shortest = printBeside(0);
  const room = 58_000 - Buffer.byteLength(shortest.slice(0, shortest.indexOf("\n\n| effect")));

  test.each([
    ["rows, in two fifths of the room", /^\| 🔴 .*$/gm, (block: number) => (block * 5) / 2],
    ["folded details, in two fifths", /^<details><summary>What [^]*?^<\/details>$/gm, (block: number) => (block * 5) / 2],
    ["lines of what alters nothing, in a fifth but for 300 bytes", /^- .*$/gm, (block: number) => block * 5, 1500],
  ])("%s", (_claim, pattern, toRoom, kept = 0) => {
    const countKept = (bytes: number): number => printBeside(bytes).match(pattern)?.length ?? 0;
    const block = Buffer.byteLength(pattern.exec(shortest)?.[0] ?? "") + 1;
    pattern.lastIndex = 0;
    const most = Math.floor((room - kept) / toRoom(block));
    const spare = Math.floor(room - kept - toRoom(most * block));
    expect([0, spare, spare + 1].map(countKept)).toEqual([most, most, most - 1]);
  });
}); // prettier-ignore

/** Breaks with what the compiler says of them, and as many that alter nothing, all of them equally long. */
function toSmallChange(name: string, index: number): Change {
  const { accepted: _, counterexample: __, ...change } = toHostileChange(name, index + 1000);
  if (index % 2 === 0) return change;
  return { ...change, level: "patch", levels: { wire: "patch", types: "patch" } };
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
  expect(count(html, "<tr>") - 1 + hidden(html, "change")).toBe(NAMES);
  expect(hidden(html, "folded detail")).toBeGreaterThan(0);
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
  return Number(new RegExp(`<p>(\\d+) more ${noun}s? (?:is|are) not shown.</p>`).exec(html)?.[1] ?? 0);
}
