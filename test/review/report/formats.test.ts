import { describe, expect, test } from "vitest";
import { childOf, rootOf } from "../../../scripts/json/place.js";
import { readDocument, type Place } from "../../../scripts/review/document/document.js";
import { readOperations } from "../../../scripts/review/document/operations.js";
import type { Finding, Proof } from "../../../scripts/review/judge/findings.js";
import { toChanges, type Change } from "../../../scripts/review/report/changes.js";
import { formatJson } from "../../../scripts/review/report/formats/json.js";
import { formatMarkdown } from "../../../scripts/review/report/formats/markdown.js";
import { formatText } from "../../../scripts/review/report/formats/text.js";
import { FORMATS, renderReview, type ReviewRequest } from "../../../scripts/review/report/index.js";
import type { PrintableReview } from "../../../scripts/review/report/printable.js";
import { summarize } from "../../../scripts/review/report/summary.js";

const document = readDocument(
  {
    openapi: "3.1.0",
    paths: { "/a/{id}/b/{id}": { get: { operationId: "readA", parameters: [{ name: "p" }] }, put: {} } },
    components: { schemas: { A: { anyOf: [{ maximum: 1 }], "200": {} } } },
  },
  "head",
);
const place = (...keys: readonly (string | number)[]): Place => childOf(rootOf(document), ...keys);
const operations = readOperations(document);
const [readA, putA] = ["GET", "PUT"].map((method) => ({
  base: undefined,
  head: operations.get(`${method} /a/{}/b/{}`),
}));
const none = { base: undefined, head: undefined };

const finding: Finding = {
  rule: "maximum-narrower",
  keyword: "maximum",
  name: undefined,
  operations: [readA ?? none],
  direction: "request",
  base: undefined,
  head: place("components", "schemas", "A", "anyOf", 0, "maximum"),
  was: 2,
  now: 1,
  subject: "request body",
  predicate: "must now be at most 1 (was 2)",
  levels: { wire: "major", types: "patch" },
  verdict: "undecided",
  reason: "none was found",
  compiler: undefined,
  proof: undefined,
};

const levels = (wire: Finding["levels"]["wire"]) => ({ levels: { wire, types: "none" } as const });

const location = { side: "head", file: "a.yaml", line: 3, column: 2 } as const;
const toChange = (rest: Partial<Finding>) => toChanges([{ ...finding, ...rest }], () => location)[0];
const prove = (message: Proof["message"], keyword = "maximum"): Partial<Finding> => ({
  verdict: "proved",
  reason: undefined,
  proof: { operation: readA ?? none, message, refusedBy: "head", issues: [{ message: "must be at most 1", path: ["n", 0], keyword }] },
}); // prettier-ignore

describe("a change", () => {
  test("is a finding with its place, an id and a sentence", () => {
    expect(toChange({})).toEqual({
      id: "maximum-narrower@schemas.A.anyOf.maximum#f0675b",
      level: "major",
      levels: { wire: "major", types: "patch" },
      direction: "request",
      keyword: "maximum",
      operationId: "readA",
      location,
      message: "Request body must now be at most 1 (was 2).",
      verdict: "undecided",
      reason: "none was found",
    });
  });

  test.each<[name: string, rest: Partial<Finding>, part: Partial<Change>]>([
    ["has the worse of its levels", { levels: { wire: "patch", types: "minor" } }, { level: "minor" }],
    ["names an operation without an id by method and path", { operations: [putA ?? none] }, { operationId: "PUT /a/{id}/b/{id}" }],
    ["belongs to no operation", { operations: [none] }, { operationId: "", message: "Request body must now be at most 1 (was 2)." }],
    ["counts the operations that it reaches", { operations: [readA ?? none, readA ?? none, putA ?? none] }, { message: "Request body must now be at most 1 (was 2). In 2 operations." }],
    ["gives what the compiler says in a field of its own", { compiler: "Type 'a' …" }, { compiler: "Type 'a' …", message: "Request body must now be at most 1 (was 2)." }],
    ["notes that a proof rests on a format", prove({ kind: "request" }, "format"), { note: "The message is refused for a format alone, which a server may not check." }],
    ["lists the operations where there are several", { operations: [readA ?? none, putA ?? none] }, { operationId: "readA", operations: ["readA", "PUT /a/{id}/b/{id}"] }],
    ["of a schema says what follows for messages", { spot: "request body", verdict: "compatible", levels: levels("minor").levels }, { message: "Component `A` must now be at most 1 (was 2): requests only widen." }],
    ["of a schema that is proved says who refuses what", { spot: "request body", ...prove({ kind: "request" }) }, { message: "Component `A` must now be at most 1 (was 2): head refuses requests that base accepts." }],
    ["of types alone is proved by the compiler", { verdict: "compatible", reason: undefined, levels: { wire: "patch", types: "major" }, compiler: "why" }, { verdict: "proved" }],
    ["of types alone is not, where the compiler was not asked", { verdict: "compatible", reason: undefined, levels: { wire: "patch", types: "major" } }, { verdict: "compatible" }],
    ["tells how it was decided that nothing is refused", { verdict: "compatible", isKept: true }, { reason: "every request that base accepts, head accepts" }],
    ["tells that another change is what a message is refused for", { verdict: "compatible", isKept: false }, { reason: "no message is refused because of this change" }],
  ])("%s", (_, rest, part) => expect(toChange(rest)).toMatchObject(part)); // prettier-ignore

  test("gives a reason only where nothing is proved, and a note only where there is one", () => {
    const change = toChange({ ...prove({ kind: "request" }), reason: "none was found" });
    expect(Object.keys(change ?? {})).not.toContain("reason");
    expect(Object.keys(change ?? {})).not.toContain("note");
  });

  test.each<[name: string, message: Proof["message"], shown: object]>([
    ["a request", { kind: "request", params: { id: "$&" }, query: { q: 1 }, body: { n: 2 } }, { request: { method: "GET", path: "/a/$&/b/$&", query: { q: 1 }, body: { n: 2 } } }],
    ["a response", { kind: "response", status: "200", contentType: "a/b", body: 1 }, { response: { operationId: "readA", status: "200", contentType: "a/b", body: 1 } }],
  ])("shows %s as it can be sent", (_, message, shown) => {
    const issues = [{ message: "must be at most 1", path: ["n", 0], keyword: "maximum" }];
    expect(toChange(prove(message))?.counterexample).toEqual({ ...shown, refusedBy: "head", issues });
  }); // prettier-ignore
});

const idOf = (rest: Partial<Finding>) => toChange(rest)?.id;

describe("an id", () => {
  test.each<[name: string, rest: Partial<Finding>, id: string]>([
    ["names a place in an operation by it, without indices", { head: place("paths", "/a/{id}/b/{id}", "get", "parameters", 0, "name") }, "maximum-narrower@readA.parameters.name#"],
    ["names a place in an operation that was removed by it", { operations: [{ base: readA?.head, head: undefined }], head: undefined, base: place("paths", "/a/{id}/b/{id}", "get", "parameters") }, "maximum-narrower@readA.parameters#"],
    ["names a place elsewhere from the root", { head: place("paths", "/a/{id}/b/{id}", "put", "x") }, "maximum-narrower@paths./a/{id}/b/{id}.put.x#"],
    ["keeps a status, which is no index", { head: place("components", "schemas", "A", "200") }, "maximum-narrower@schemas.A.200#"],
    ["goes by base where nothing is left in head", { head: undefined, base: place("components", "schemas", "A") }, "maximum-narrower@schemas.A#"],
    ["of the document", { head: rootOf(document) }, "maximum-narrower@document#"],
    ["of no place", { head: undefined }, "maximum-narrower@document#"],
    ["of a schema goes by where it counts in a message, wherever it is written", { spot: "request body.n" }, "maximum-narrower@readA.request-body.n#"],
    ["of a schema in several operations goes by the first by name", { spot: "request body", operations: [readA ?? none, putA ?? none] }, "maximum-narrower@PUT /a/{id}/b/{id}.request-body#"],
  ])("%s", (_, rest, id) => expect(idOf(rest)?.slice(0, -6)).toBe(id)); // prettier-ignore

  test("tells changes at one place apart by name and values, and by nothing else", () => {
    const ids = [{}, { was: 3 }, { now: 3 }, { name: "n" }].map(idOf);
    expect(new Set(ids).size).toBe(4);
    expect(idOf({ levels: { wire: "minor", types: "minor" }, predicate: "x", verdict: "compatible" })).toBe(ids[0]);
  }); // prettier-ignore
});

test("changes are sorted by level, verdict and place", () => {
  const all: readonly [predicate: string, rest: Partial<Finding>, place: Partial<Change["location"]>][] = [
    ["8", levels("patch"), {}],
    ["7", levels("minor"), {}],
    ["6", { verdict: "compatible" }, {}],
    ["5", {}, { file: "b.yaml", line: 1 }],
    ["4", {}, { line: 4 }],
    ["3", {}, { column: 9 }],
    ["2", {}, {}],
    ["1", { verdict: "proved" }, { file: "z.yaml" }],
  ];
  const places = new Map(all.map(([predicate, , at]) => [predicate, { ...location, ...at }]));
  const findings = all.map(([predicate, rest]) => ({ ...finding, ...rest, predicate, was: predicate }));
  const sorted = toChanges(findings, (found) => places.get((found as Finding).predicate) ?? location); // a finding has its places
  expect(sorted.map(({ message }) => message)).toEqual(
    ["1", "2", "3", "4", "5", "6", "7", "8"].map((text) => `Request body ${text}.`),
  );
});

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

const printable = (changes: readonly Change[], rest: Partial<PrintableReview> = {}): PrintableReview => ({
  ...summarize(changes),
  base: "v1",
  head: "v2",
  version: undefined,
  remarks: [],
  ...rest,
});

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
      .toBe(`Breaks callers: 2 changes break requests or responses (a message shows each). 1 change was accepted as a break, 1 is news to callers and no break, 2 alter nothing for callers.

base: v1 (what callers have)
head: v2 (what they will have)

Breaks callers (2)

  a.yaml:3:2
    \`n\` of the request body must now be at most 1 (was 2).
    Operation: readA
    It rests on a format.
    A request that base accepts and head refuses: \`n\` must be at most 1
      curl 'https://a'
    What TypeScript says of code written for base: Type '2' is not assignable
    id: maximum-narrower@a#1

  a.yaml:3:2
    \`n\` of the request body must now be at most 1 (was 2).
    Operations: readA, readB
    It rests on a format.
    A response that head may give and base does not describe: \`n[0].m\` must be at most 1
      HTTP/1.1 200
      X-A: 1
      content-type: application/json
      
      {"n":2}
    What TypeScript says of code written for base: Type '2' is not assignable
    id: maximum-narrower@a#1

Breaks that are accepted (1)

  a.yaml:3:2
    \`n\` of the request body must now be at most 1 (was 2).
    Operation: readA
    It rests on a format.
    A request that base accepts and head refuses: \`n\` must be at most 1
      {"method":"GET","path":"/a"}
    What TypeScript says of code written for base: Type '2' is not assignable
    Accepted until 2026-06-30: nobody has so many
    id: maximum-narrower@a#1

Breaks nothing, and is news to callers (1)
  a.yaml:3:2 (base)  Second. [b#1]

Alters nothing for callers (2)
  a.yaml:3:2 (base)  Third. Also in 1 other place: x.

note: take it off
`);
  });

  test("a break that no message shows says why", () => {
    const text = formatText(printable([{ ...undecided, level: "major", levels: { wire: "major", types: "patch" } }]), false); // prettier-ignore
    expect(text).toContain("Counts as a break, though no message shows it (1)\n\n  a.yaml:3:2 (base)\n    Second.\n    None of the 3 values that were tried shows it.\n"); // prettier-ignore
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
      "    Operations: o0, o1, o2, o3, o4, o5, o6, o7 and 3 more\n",
    );
  });

  test("an operation that the message names is not named again", () => {
    const text = formatText(printable([{ ...open, operationId: "GET /a", message: "Operation `GET /a` is removed." }]), false); // prettier-ignore
    expect(text).not.toContain("Operation: ");
  });

  test("titles are coloured where that is asked for", () => {
    const lines = formatText(printable([open, undecided, quiet]), true).split("\n");
    expect(lines.filter((line) => line.includes("\u001B"))).toEqual([
      "\u001B[31mBreaks callers (1)\u001B[0m",
      "\u001B[33mBreaks nothing, and is news to callers (1)\u001B[0m",
      "\u001B[32mAlters nothing for callers (1)\u001B[0m",
    ]);
  });

  test("a document's text steers no terminal, and a long payload is cut", () => {
    const hostile = { ...change, message: "a\u001B[2Jb", counterexample: undefined };
    expect(formatText(printable([{ ...undecided, message: hostile.message }]), false)).toContain("  a\uFFFD[2Jb");
    const long = { request: { body: "x".repeat(2000) }, refusedBy: "head", issues: [] } as const;
    expect(formatText(printable([{ ...change, counterexample: long }]), false)).toContain("… (2011 characters)\n");
    const short = { request: { body: "x".repeat(1989) }, refusedBy: "head", issues: [] } as const;
    expect(formatText(printable([{ ...change, counterexample: short }]), false)).toContain(`      {"body":"${"x".repeat(1989)}"}\n`);
  }); // prettier-ignore
});

describe("as Markdown", () => {
  test("each change is a row, and what shows it is folded, as is what alters nothing", () => {
    const text = formatMarkdown(printable([change, undecided, quiet], { remarks: ["take it off"] }));
    expect(text)
      .toBe(`### 🟡 Breaks no caller: 1 change was accepted as a break, 1 is news to callers and no break, 1 alters nothing for callers.

base: v1 (what callers have), head: v2 (what they will have)

> take it off

| effect | place | change | how it is known |
|---|---|---|---|
| ⚪ accepted break | \`a.yaml:3:2\` | \`n\` of the request body must now be at most 1 (was 2). (readA) | shown by a request; shown by the TypeScript compiler; It rests on a format.; accepted until 2026-06-30: nobody has so many |
| 🟡 news | \`a.yaml:3:2 (base)\` | Second. | none of the 3 values that were tried shows it |

<details><summary>A request that base accepts and head refuses: \`n\` must be at most 1</summary>

\`a.yaml:3:2\`, id \`maximum-narrower@a#1\`

\`\`\`json
{"method":"GET","path":"/a"}
\`\`\`

</details>
<details><summary>What TypeScript says of code written for base</summary>

\`a.yaml:3:2\`, id \`maximum-narrower@a#1\`

\`\`\`text
Type '2' is not assignable
\`\`\`

</details>

<details><summary>1 change alters nothing for callers</summary>

- \`a.yaml:3:2 (base)\`: Third.

</details>
`);
  });

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
    const more = {
      ...undecided,
      aliases: ["x"],
      location: { ...undecided.location, inHead: { file: "a.yaml", line: 7 } },
    };
    expect(JSON.parse(formatJson(printable([more])))).toMatchObject({ changes: [undecided] });
    expect(formatJson(printable([more]))).not.toMatch(/aliases|inHead/);
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
    ["2.0.0-rc.1", [open], "(a message shows it).\n"],
    [undefined, [open], "(a message shows it).\n"],
    ["1.2.3", [], "No change in meaning. No release is needed.\n"],
  ])("from %s", (version, changes, words) => {
    const { text } = renderReview(summarize(changes), { ...request, version, format: "text" });
    expect(text).toContain(words);
  });

  test("prints what is asked for", () => {
    const starts = FORMATS.map((format) => print(format).slice(0, 9));
    expect(starts).toEqual(["Breaks ca", "### 🔴 Br", '{\n  "leve', "<!doctype", "Breaks ca"]);
  }); // prettier-ignore
});
