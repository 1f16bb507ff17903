import { describe, expect, test } from "vitest";
import type { Change } from "../../../../scripts/review/report/changes.js";
import { formatJson } from "../../../../scripts/review/report/formats/json.js";
import { formatMarkdown } from "../../../../scripts/review/report/formats/markdown.js";
import { formatText } from "../../../../scripts/review/report/formats/text.js";
import { FORMATS, type Format } from "../../../../scripts/review/report/formats/index.js";
import { renderReview, type ReviewRequest } from "../../../../scripts/review/report/index.js";
import { summarize } from "../../../../scripts/review/report/summary.js";
import { printable } from "./printable.js";

const location = { side: "head", file: "a.yaml", line: 3, column: 2 } as const;

const change: Change = {
  id: "maximum-narrower@a#1",
  level: "major",
  levels: { wire: "major", types: "major" },
  direction: "request",
  keyword: "maximum",
  operationId: "readA",
  location,
  message: "`n` of the request body must now be at most 1 (was 2).",
  compiler: "Type '2' is not assignable",
  verdict: "proved",
  note: "It rests on a format.",
  accepted: { reason: "nobody has so many", until: "2026-06-30" },
  counterexample: {
    request: { method: "GET", path: "/a" },
    refusedBy: "head",
    issues: [{ message: "must be at most 1", path: ["n"], keyword: "maximum" }],
  },
};
/** The same, not accepted. */
const { accepted: _, ...open } = change;

const undecided: Change = {
  id: "b#1",
  level: "minor",
  levels: { wire: "minor", types: "none" },
  direction: "response",
  keyword: "type",
  operationId: "",
  location: { ...location, side: "base" },
  message: "Second.",
  verdict: "undecided",
  reason: "none of the 3 values that were tried shows it",
};

const response: Change = {
  ...open,
  operations: ["readA", "readB"],
  counterexample: { response: { operationId: "readA", status: "200", contentType: "application/json", headers: { "X-A": 1 }, body: { n: 2 } }, refusedBy: "base", issues: [{ message: "must be at most 1", path: ["n", 0, "m"], keyword: "maximum" }] },
}; // prettier-ignore
const quiet: Change = { ...undecided, id: "c#1", level: "patch", verdict: "compatible", message: "Third." };
const proved: Change = { ...open, curl: "curl 'https://a'" };

describe("as text", () => {
  test("what breaks callers is a block each, and everything else a line", () => {
    const text = formatText(printable([proved, response, change, undecided, quiet, { ...quiet, operationId: "x" }], { remarks: ["take it off"] }), false); // prettier-ignore
    expect(text)
      .toBe(`Breaks callers: 2 breaking changes in requests or responses, all in readA. 1 accepted break, 1 compatible change, 2 changes without effect.

2 changes stop TypeScript code from compiling. TypeScript code that calls readA stops compiling: Type '2' is not assignable

base: v1 (what callers have)
head: v2 (what they will have)

Breaks callers (2)

  a.yaml:3:2
    \`n\` of the request body must now be at most 1 (was 2).
    Operation: readA
    It rests on a format.
    Request that worked and is now refused: \`n\` must be at most 1
      curl 'https://a'
    TypeScript says of code written for base: Type '2' is not assignable
    id: maximum-narrower@a#1

  a.yaml:3:2
    \`n\` of the request body must now be at most 1 (was 2).
    2 operations: readA, readB
    It rests on a format.
    Response that callers do not expect: \`n[0].m\` must be at most 1
      HTTP/1.1 200
      X-A: 1
      content-type: application/json
      
      {"n":2}
    TypeScript says of code written for base: Type '2' is not assignable
    id: maximum-narrower@a#1

Breaks that are accepted (1)

  a.yaml:3:2
    \`n\` of the request body must now be at most 1 (was 2).
    Operation: readA
    It rests on a format.
    Request that worked and is now refused: \`n\` must be at most 1
      {"method":"GET","path":"/a"}
    TypeScript says of code written for base: Type '2' is not assignable
    Accepted until 2026-06-30: nobody has so many
    id: maximum-narrower@a#1

Compatible (1)
  a.yaml:3:2 (base)  Second.

Without effect on callers (2, in 1 line)
  a.yaml:3:2 (base)  Third. In 2 places (x).

note: take it off
`);
  });

  test("a break that no message shows says why", () => {
    const text = formatText(printable([{ ...undecided, level: "major", levels: { wire: "major", types: "patch" } }]), false); // prettier-ignore
    expect(text).toContain("Counts as a break without a proof: please look (1)\n\n  a.yaml:3:2 (base)\n    Second.\n    None of the 3 values that were tried shows it.\n"); // prettier-ignore
  });

  test("parts of base that cannot be read are named", () => {
    const notJudged = [{ message: "cannot be read", location: { ...location, side: "base" } as const }];
    expect(formatText({ ...printable([]), notJudged }, false)).toContain(
      "\n\nnot judged: a.yaml:3:2 (base) cannot be read\n",
    );
  });

  test("of many operations the first ones are listed", () => {
    const names = Array.from({ length: 11 }, (_each, index) => `o${index}`);
    expect(formatText(printable([{ ...open, operations: names }]), false)).toContain(
      "    11 operations: o0, o1, o2, o3, o4, o5, o6, o7 and 3 more\n",
    );
  });

  test("an operation that the message names is not named again", () => {
    const text = formatText(printable([{ ...open, operationId: "GET /a", message: "Operation `GET /a` is removed." }]), false); // prettier-ignore
    expect(text).not.toContain("Operation: ");
  });

  test("a break of types alone, and one that no message shows, are as red as any", () => {
    const levels = { wire: "none", types: "major" } as const;
    const counts = { ...undecided, level: "major", levels: { wire: "major", types: "patch" } } as const;
    const lines = formatText(printable([{ ...open, level: "major", levels }, counts]), true).split("\n");
    expect(lines.filter((line) => line.includes("\u001B")).map((line) => line.slice(1, 5))).toEqual(["[31m", "[31m"]);
  }); // prettier-ignore

  test("titles are coloured where that is asked for", () => {
    const lines = formatText(printable([open, undecided, quiet]), true).split("\n");
    expect(lines.filter((line) => line.includes("\u001B"))).toEqual([
      "\u001B[31mBreaks callers (1)\u001B[0m",
      "\u001B[33mCompatible (1)\u001B[0m",
      "\u001B[32mWithout effect on callers (1)\u001B[0m",
    ]);
  });

  test("a document's text steers no terminal, and a long payload is cut", () => {
    const hostile = { ...change, message: "a\u001B[2Jb", counterexample: undefined };
    expect(formatText(printable([{ ...undecided, message: hostile.message }]), false)).toContain("  a\uFFFD[2Jb");
    const long = { response: { body: "x".repeat(500) }, refusedBy: "base", issues: [] } as const;
    expect(formatText(printable([{ ...change, counterexample: long }]), false)).toMatch(/xxx…\n +\(shortened from \d+ characters; --format json has all of it\)\n/);
  }); // prettier-ignore
});

describe("as Markdown", () => {
  test("each change is a row, and what shows it is folded, as is what alters nothing", () => {
    const text = formatMarkdown(printable([change, undecided, quiet], { remarks: ["take it off"] }));
    expect(text)
      .toBe(`### 🟡 Breaks no caller: 1 accepted break, 1 compatible change, 1 change without effect.

base: v1 (what callers have), head: v2 (what they will have)

> take it off

| effect | place | change | how it is known |
|---|---|---|---|
| ⚪ accepted break | \`a.yaml:3:2\` | \`n\` of the request body must now be at most 1 (was 2). (readA) | shown by a request and the TypeScript compiler; It rests on a format.; Accepted until 2026-06-30: nobody has so many |
| 🟡 compatible | \`a.yaml:3:2 (base)\` | Second. | none of the 3 values that were tried shows it |

<details><summary>Request that worked and is now refused: \`n\` must be at most 1</summary>

\`a.yaml:3:2\`, id \`maximum-narrower@a#1\`

\`\`\`json
{"method":"GET","path":"/a"}
\`\`\`

</details>
<details><summary>TypeScript says of code written for base</summary>

\`a.yaml:3:2\`, id \`maximum-narrower@a#1\`

\`\`\`text
Type '2' is not assignable
\`\`\`

</details>

<details><summary>1 change without effect on callers</summary>

- \`a.yaml:3:2 (base)\`: Third.

</details>
`);
  });

  test("breaks that say the same, and are known in the same way, are one row", () => {
    const [first, ...others] = ["a", "b"].map((id) => ({ ...open, id, operationId: id, note: "N." }));
    const text = formatMarkdown(printable([first, ...others, { ...open, note: "Other." }].flatMap((each) => each ?? [])));
    expect(text.match(/^\| 🔴 .*$/gm)).toEqual([
      "| 🔴 breaks callers | `a.yaml:3:2` | `n` of the request body must now be at most 1 (was 2). In 2 operations: a, b. | shown by a request and the TypeScript compiler; N. |",
      "| 🔴 breaks callers | `a.yaml:3:2` | `n` of the request body must now be at most 1 (was 2). (readA) | shown by a request and the TypeScript compiler; Other. |",
    ]);
  }); // prettier-ignore

  test("nothing to show is two lines", () => {
    expect(formatMarkdown(printable([]))).toBe(
      "### 🟢 No change in meaning.\n\nbase: v1 (what callers have), head: v2 (what they will have)\n",
    );
  });
});

describe("as JSON", () => {
  test("what the compiler says has a field of its own", () => {
    const text = formatJson(printable([change, undecided]));
    expect(text.startsWith('{\n  "level": "major",\n')).toBe(true);
    const worst = { wire: "major", types: "major" };
    expect(JSON.parse(text)).toEqual({ level: "major", levels: worst, changes: [change, undecided] });
  });

  test("names by which a change may have been accepted, and lines for annotations, are left out", () => {
    const shown = { counterexample: { response: { status: "200" }, refusedBy: "base", issues: [] } } as const;
    const more = {
      ...undecided,
      aliases: ["x"],
      sentence: "S.",
      part: { kind: "component", name: "A" } as const,
      second: { ...shown, part: { kind: "component", name: "A" } as const },
      location: { ...undecided.location, inHead: { file: "a.yaml", line: 7 } },
    };
    const text = formatJson(printable([more]));
    expect(JSON.parse(text)).toMatchObject({ changes: [{ ...undecided, second: shown }] });
    expect(text).not.toMatch(/aliases|inHead|sentence|part/);
  });
});

const request: ReviewRequest = {
  base: "v1",
  head: "v2",
  version: "1.2.3",
  accepted: [],
  today: "2026-01-01",
  format: "json",
  failOn: "major",
  color: false,
};

const print = (format: ReviewRequest["format"]) =>
  renderReview(summarize([open]), { ...request, format }).text;

describe("a command", () => {
  const entry = { id: change.id, reason: "nobody has so many", until: "2026-06-30" };
  test.each<[name: string, changes: readonly Change[], rest: Partial<ReviewRequest>, code: 0 | 1]>([
    ["a break", [open], {}, 1],
    ["a break, which fails nothing", [open], { failOn: "none" }, 0],
    ["an accepted break", [open], { accepted: [entry] }, 0],
    ["no break", [undecided], {}, 0],
    ["no break, which is too much", [undecided], { failOn: "minor" }, 1],
    ["a break where less is too much", [open], { failOn: "minor" }, 1],
    ["nothing", [], { failOn: "minor" }, 0],
  ])("%s ends it", (_name, changes, rest, code) => {
    expect(renderReview(summarize(changes), { ...request, ...rest }).code).toBe(code);
  }); // prettier-ignore

  test.each<[version: string | undefined, changes: readonly Change[], words: string]>([
    ["1.2.3", [open], " The next version is 2.0.0 (now 1.2.3).\n"],
    ["1.2.3", [undecided], " The next version is 1.3.0 (now 1.2.3).\n"],
    ["2.0.0-rc.1", [open], "in requests or responses.\n"],
    [undefined, [open], "in requests or responses.\n"],
    ["1.2.3", [], "No change in meaning. No release is needed.\n"],
  ])("from %s", (version, changes, words) => {
    const { text } = renderReview(summarize(changes), { ...request, version, format: "text" });
    expect(text).toContain(words);
  });

  test("prints what is asked for", () => {
    // A table's keys are its formats, which the compiler forgets.
    const formats = Object.keys(FORMATS) as readonly Format[];
    const starts = formats.map((format) => [format, print(format).slice(0, 9)]);
    expect(Object.fromEntries(starts)).toEqual({
      text: "Breaks ca",
      markdown: "### 🔴 Br",
      json: '{\n  "leve',
      html: "<!doctype",
      github: "Breaks ca",
      junit: "<?xml ver",
      sarif: '{\n  "$sch',
      gitlab: "[\n  {\n   ",
      changelog: "## 2.0.0\n",
    });
  });
});
