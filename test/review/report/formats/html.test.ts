import { describe, expect, test } from "vitest";
import type { Change } from "../../../../scripts/review/report/changes.js";
import { formatHtml } from "../../../../scripts/review/report/formats/html.js";
import type { PrintableReview } from "../../../../scripts/review/report/printable.js";
import { HOSTILE, toHostileChange } from "./hostile-names.js";
import { printable } from "./printable.js";

const print = (changes: readonly Change[], rest: Partial<PrintableReview> = {}): string =>
  formatHtml(printable(changes, rest));

const { accepted: _, ...open } = toHostileChange("n", 0);
const noted: Change = {
  ...open,
  note: "It rests on a `format`.",
  reason: "it is open",
  verdict: "undecided",
};
const quiet: Change = {
  ...open,
  level: "patch",
  message: "Document has a different `title`.",
  operationId: "",
};

describe("as HTML", () => {
  const notJudged = [
    { message: "`a` cannot be read", location: { ...open.location, side: "base" } as const },
  ];
  const text = print([open, { ...open, level: "minor" }, quiet, quiet], { remarks: ["over"], notJudged });

  test("each kind of change is a section, of which the breaks are open", () => {
    expect([...text.matchAll(/<details class="(\w+)"( open)?>\n<summary><h2>(.*?) <small>(\d+)/g)].map((match) => match.slice(1))).toEqual([
      ["wire", " open", "Breaks callers", "1"],
      ["minor", undefined, "Compatible", "1"],
      ["patch", undefined, "Without effect on callers", "2"],
    ]);
    expect(text).toContain("<p>Document has a different <code>title</code>. In 2 places.</p>");
    expect(text.match(/<p class="about">id /g)).toHaveLength(1);
    expect(print([{ ...open, level: "minor" }], { failOn: "minor" })).toContain('<p class="about">id ');
  }); // prettier-ignore

  test("names, places, proofs and ids are shown", () => {
    for (const part of [
      '<h1 class="break">Breaks callers: 1 breaking change',
      "<b>base</b>, what callers have: <code>v1</code>",
      "<p><code>n</code> of the request body takes less n.</p>",
      '<p class="about"><code>n.yaml:1:1</code>, operation n</p>',
      "<p>Request that worked and is now refused: <code>n</code> must not be n</p>",
      "<pre>{&quot;method&quot;:&quot;POST&quot;,&quot;path&quot;:&quot;/n&quot;,&quot;body&quot;:{&quot;n&quot;:&quot;n&quot;}}</pre>",
      "<pre>Type &#39;n&#39; is not assignable</pre>",
      "id <code>maximum-narrower@n#0</code>",
      '<p class="remark">Not judged: <code>n.yaml:1:1 (base)</code> <code>a</code> cannot be read</p>',
      '<p class="remark">over</p>',
    ])
      expect(text).toContain(part);
  });

  test("it is one file for light and dark that loads nothing and runs nothing", () => {
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(text).toContain("color-scheme: light dark");
    expect(text).toContain("@media (prefers-color-scheme: dark)");
    expect(text).not.toMatch(/<(?:script|img|link|iframe|a)\b|\b(?:src|href|on\w+)=|url\(/);
  });

  test("why nothing is decided, and what the level rests on, is said", () => {
    const html = print([noted]);
    expect(html).toContain("<p>It is open.</p>\n<p>It rests on a <code>format</code>.</p>");
  });

  test("is a whole document, its list of changes in it", () => {
    const [head, body] = print([open, { ...open, id: "b#1" }]).split("<main>\n");
    expect(head?.replace(/<style>[^]*<\/style>/, "<style/>").replace(/<title>.*<\/title>/, "<title/>")).toBe(
      `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title/>
<style/>
</head>
<body>
`,
    );
    expect(head).toContain(`<title>${/<h1 class="break">(.*)<\/h1>/.exec(body ?? "")?.[1]}</title>`);
    expect(body).toMatch(
      /^<h1 .*<\/h1>\n<p class="sides">.*<\/p>\n<details .*>\n<summary>.*<\/summary>\n<ul>\n<li><p>[^]*<p class="about">id <code>[^]*<\/li>\n<li>[^]*<\/li>\n<\/ul>\n<\/details>\n<\/main>\n<\/body>\n<\/html>\n$/,
    );
  });

  test.each([
    ["none", "a", "A."],
    ["one, which has no partner", "a`b", "A`b."],
    ["two", "a`b`c", "A<code>b</code>c."],
    ["three", "a`b`c`d", "A<code>b</code>c`d."],
    ["four", "a`b`c`d`e", "A<code>b</code>c<code>d</code>e."],
    ["five", "`b`c`d`e`f", "<code>b</code>c<code>d</code>e`f."],
  ])("what stands between backticks is code: of %s", (_count, words, html) => {
    expect(print([{ ...open, message: `${words.charAt(0).toUpperCase()}${words.slice(1)}.` }])).toContain(`<p>${html}</p>`);
  }); // prettier-ignore

  test("nothing to show is calm", () =>
    expect(print([])).toContain('<h1 class="quiet">No change in meaning.</h1>'));
});

/** Every tag that this file writes; whatever else a name holds has to be text. */
const TAG =
  /<\/?(?:html|head|meta|title|style|body|main|h1|h2|small|p|b|br|code|pre|ul|li|details|summary)\b[^<>]*>|<!doctype html>/g;

describe("whatever a document is called", () => {
  const plain = print([toHostileChange("n", 0)], { remarks: ["n"], base: "n", head: "n" }).match(TAG)?.length;

  test.each(HOSTILE)("%j stays text", (name) => {
    const text = print([toHostileChange(name, 0)], { remarks: [name], base: name, head: name });
    const rest = text.replaceAll(TAG, "");
    expect(rest).not.toMatch(/[<>]|(?![\n\t])\p{Cc}|[\u202A-\u202E]/u);
    // Backticks in a name may make code of a part of it.
    const codes = (all: string) => all.replaceAll(/<\/?code>/g, "").match(TAG)?.length;
    expect(codes(text)).toBe((plain ?? 0) - 2 * 6);
  }); // prettier-ignore
});
