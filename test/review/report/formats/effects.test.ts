import { describe, expect, test } from "vitest";
import type { Change } from "../../../../scripts/review/report/changes.js";
import { formatChangelog } from "../../../../scripts/review/report/formats/changelog.js";
import { formatGithub } from "../../../../scripts/review/report/formats/github.js";
import { formatGitlab } from "../../../../scripts/review/report/formats/gitlab.js";
import { formatHtml } from "../../../../scripts/review/report/formats/html.js";
import { formatMarkdown } from "../../../../scripts/review/report/formats/markdown.js";
import { formatSarif } from "../../../../scripts/review/report/formats/sarif.js";
import { formatText } from "../../../../scripts/review/report/formats/text.js";
import { EFFECTS, effectOf, type Effect } from "../../../../scripts/review/report/phrases.js";
import type { PrintableReview } from "../../../../scripts/review/report/printable.js";
import { BREAK, printable } from "./printable.js";

const quiet: Change = { ...BREAK, levels: { wire: "patch", types: "patch" }, verdict: "compatible" };
const accepted = { reason: "nobody asks for it", until: "2026-06-30" };
const configured = (level: Change["level"]) => ({ level, reason: "by rule 1" });

/** A change of each effect, with what every format says of it. */
const ROWS: Readonly<Record<Effect, readonly [change: Change, title: string, summary: string, label: string, mark: string, alarm: string, color: number]>> = {
  wire: [BREAK, "Breaks callers", "Breaks callers: 1 breaking change in requests or responses.", "🔴 breaks callers", "🔴", "break", 31],
  undecided: [{ ...BREAK, verdict: "undecided" }, "Counts as a break without a proof: please look", "May break callers: 1 breaking change without a proof.", "🔴 not proved", "🔴", "break", 31],
  types: [{ ...BREAK, levels: { wire: "patch", types: "major" } }, "Breaks TypeScript code alone", "Breaks callers: 1 breaking change in TypeScript code alone.", "🔴 breaks types", "🔴", "break", 31],
  configured: [{ ...BREAK, configured: configured("minor") }, "Counts as a break by the configuration", "May break callers: 1 breaking change by the configuration.", "🔴 counts as a break", "🔴", "break", 31],
  accepted: [{ ...BREAK, accepted }, "Breaks that are accepted", "Breaks no caller: 1 accepted break.", "⚪ accepted break", "🟡", "news", 33],
  lowered: [{ ...quiet, level: "minor", configured: configured("major") }, "Counts for less by the configuration", "Breaks no caller: 1 change that counts for less by the configuration.", "⚪ counts for less", "🟡", "news", 33],
  minor: [{ ...quiet, level: "minor" }, "Compatible", "Breaks no caller: 1 compatible change.", "🟡 compatible", "🟡", "news", 33],
  patch: [{ ...quiet, level: "patch" }, "Without effect on callers", "Breaks no caller: 1 change without effect.", "", "🟢", "quiet", 32],
}; // prettier-ignore

/** What machines are told of it: GitHub's command, SARIF's level, GitLab's severity; and the section of a changelog. */
const TOLD: Readonly<Record<Effect, readonly [command: string | undefined, level: string, severity: string, section: string | undefined]>> = {
  wire: ["error", "error", "critical", "Breaking"],
  undecided: ["error", "error", "major", "Breaking"],
  types: ["error", "error", "major", "Breaking"],
  configured: ["error", "error", "major", "Changed"],
  accepted: ["warning", "error", "info", "Breaking"],
  lowered: ["notice", "note", "info", "Changed"],
  minor: ["notice", "note", "minor", "Changed"],
  patch: [undefined, "none", "info", undefined],
}; // prettier-ignore

/** What a configuration or a maintainer has said of it. */
const SAID: Partial<Record<Effect, string>> = {
  configured: "By the configuration it counts as major and not as minor: by rule 1",
  lowered: "By the configuration it counts as minor and not as major: by rule 1",
  accepted: "Accepted until 2026-06-30: nobody asks for it",
};

describe.each(EFFECTS)("a change of the effect %s", (effect) => {
  const [change, title, summary, label, mark, alarm, color] = ROWS[effect];
  const review = printable([change]);
  const said = SAID[effect];

  test("is one", () => expect(effectOf(change)).toBe(effect));

  test("has its title in its colour on a terminal", () => {
    const [first, sides, section] = formatText(review, true).split("\n\n");
    expect([first, sides]).toEqual([summary, "base: v1 (what callers have)\nhead: v2 (what they will have)"]);
    expect(section?.split("\n")[0]).toBe(`\u001B[${color}m${title} (1)\u001B[0m`);
    expect(formatText(review, false)).toContain(`\n\n${title} (1)\n`);
  });

  test("has its alarm and its label in Markdown", () => {
    const [heading, , sides] = formatMarkdown(review).split("\n");
    expect(heading).toBe(`### ${mark} ${summary}`);
    expect(sides).toBe("base: v1 (what callers have), head: v2 (what they will have)");
    const row = `\n| ${label} | \`a.yaml:3:2\` | It changes. (a) | ${said ?? ""} |\n`;
    expect(formatMarkdown(review).includes(row)).toBe(effect !== "patch");
  });

  test("has its alarm and its section in HTML, which is open where it is a break", () => {
    const html = formatHtml(review);
    expect(html).toContain(`<h1 class="${alarm}">${summary}</h1>`);
    const open = alarm === "break" ? " open" : "";
    expect(html).toContain(
      `<details class="${effect}"${open}>\n<summary><h2>${title} <small>1</small></h2></summary>\n<ul>\n<li>`,
    );
  });

  test("is told to machines, and to callers in a section", () => {
    const [command, level, severity, section] = TOLD[effect];
    expect(/^::(\w+) .*title=(.*?)(?:,|::)/m.exec(formatGithub(review))?.slice(1)).toEqual(
      command === undefined ? undefined : [command, title.replaceAll(":", "%3A")],
    );
    const { runs } = JSON.parse(formatSarif(review)) as { runs: readonly { results: readonly object[] }[] };
    expect(runs[0]?.results).toMatchObject([{ level, kind: level === "none" ? "informational" : "fail" }]);
    expect(JSON.parse(formatGitlab(review))).toMatchObject([{ severity }]);
    expect(/^### (.*)$/m.exec(formatChangelog(review))?.[1]).toBe(section);
  });

  test("says what a configuration or a maintainer has said of it, and of no other", () => {
    for (const format of [formatHtml, formatGitlab, (one: PrintableReview) => formatText(one, false)]) {
      const text = format(review);
      expect(/By the configuration it.*?1|Accepted.*?it/.exec(text)?.[0]).toBe(said);
    }
  });
});
