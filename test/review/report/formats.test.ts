import { describe, expect, test } from "vitest";
import { childOf, rootOf } from "../../../scripts/json/place.js";
import { readDocument, type Place } from "../../../scripts/review/document/document.js";
import { readOperations } from "../../../scripts/review/document/operations.js";
import type { Finding, Proof } from "../../../scripts/review/judge/findings.js";
import { toChanges, type Change } from "../../../scripts/review/report/changes.js";
import { formatJson } from "../../../scripts/review/report/format-json.js";
import { formatMarkdown } from "../../../scripts/review/report/format-markdown.js";
import { formatText } from "../../../scripts/review/report/format-text.js";
import { renderReview, type ReviewRequest } from "../../../scripts/review/report/index.js";
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
    ["notes that a proof rests on a format", prove({ kind: "request" }, "format"), { note: "The proof rests on a format." }],
  ])("%s", (_, rest, part) => expect(toChange(rest)).toMatchObject(part)); // prettier-ignore

  test("gives a reason only where it is undecided, and a note only where there is one", () => {
    const change = toChange({ ...prove({ kind: "request" }), reason: "none was found" });
    expect(Object.keys(change ?? {})).not.toContain("reason");
    expect(Object.keys(change ?? {})).not.toContain("note");
  });

  test.each<[name: string, message: Proof["message"], shown: object]>([
    ["a request", { kind: "request", params: { id: "$&" }, query: { q: 1 }, body: { n: 2 } }, { request: { method: "GET", path: "/a/$&/b/{id}", query: { q: 1 }, body: { n: 2 } } }],
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
  ])("%s", (_, rest, id) => expect(idOf(rest)?.slice(0, -6)).toBe(id)); // prettier-ignore

  test("tells changes at one place apart by name and values, and by nothing else", () => {
    const ids = [{}, { was: 3 }, { now: 3 }, { name: "n" }].map(idOf);
    expect(new Set(ids).size).toBe(4);
    expect(idOf({ levels: { wire: "minor", types: "minor" }, predicate: "x", verdict: "compatible" })).toBe(ids[0]);
  }); // prettier-ignore
});

const levels = (wire: Finding["levels"]["wire"]) => ({ levels: { wire, types: "none" } as const });

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
  note: "The proof rests on a format.",
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

describe("as text", () => {
  test("each change is a block, with what shows it", () => {
    expect(formatText(printable([change, undecided], { remarks: ["take it off"] }), false)).toBe(`v1 → v2

major: 2 changes. Nothing breaks. Wire major, types major.

major a.yaml:3:2  request, proved
  \`n\` of the request body must now be at most 1 (was 2).
  The proof rests on a format.
  TypeScript: Type '2' is not assignable
  A request that base accepts and head refuses: /n must be at most 1
    {"method":"GET","path":"/a"}
  accepted until 2026-06-30: nobody has so many
  id: maximum-narrower@a#1

minor a.yaml:3:2 (base)  response, undecided
  Second.
  Undecided: none of the 3 values that were tried shows it.
  id: b#1

note: take it off
`);
  });

  test("levels are coloured where that is asked for", () => {
    const calm = (["patch", "none"] as const).map((level) => ({ ...undecided, level }));
    const lines = formatText(printable([change, undecided, ...calm]), true).split("\n");
    expect(lines.filter((line) => line.includes("\u001B"))).toEqual([
      "\u001B[31mmajor\u001B[0m a.yaml:3:2  request, proved",
      "\u001B[33mminor\u001B[0m a.yaml:3:2 (base)  response, undecided",
      "\u001B[32mpatch\u001B[0m a.yaml:3:2 (base)  response, undecided",
      "\u001B[2mnone \u001B[0m a.yaml:3:2 (base)  response, undecided",
    ]);
  });

  test("a document's text steers no terminal, and a long payload is cut", () => {
    const hostile = { ...change, message: "a\u001B[2Jb", counterexample: undefined };
    expect(formatText(printable([{ ...undecided, message: hostile.message }]), false)).toContain("  a\uFFFD[2Jb\n");
    const long = { request: { body: "x".repeat(590) }, refusedBy: "head", issues: [] } as const;
    expect(formatText(printable([{ ...change, counterexample: long }]), false)).toContain("… (601 characters)\n");
    const short = { request: { body: "x".repeat(589) }, refusedBy: "head", issues: [] } as const;
    expect(formatText(printable([{ ...change, counterexample: short }]), false)).toContain(`    {"body":"${"x".repeat(589)}"}\n`);
  }); // prettier-ignore
});

describe("as Markdown", () => {
  test("each change is a row, and what shows it is folded", () => {
    const text = formatMarkdown(printable([change, undecided], { remarks: ["take it off"] }));
    expect(text).toBe(`### 🔴 major: 2 changes. Nothing breaks. Wire major, types major.

v1 → v2

> take it off

| level | place | change | verdict |
|---|---|---|---|
| 🔴 major | \`a.yaml:3:2\` | \`n\` of the request body must now be at most 1 (was 2). | request, proved; The proof rests on a format.; accepted until 2026-06-30: nobody has so many |
| 🟡 minor | \`a.yaml:3:2 (base)\` | Second. | response, undecided: none of the 3 values that were tried shows it |

<details><summary>A request that base accepts and head refuses: /n must be at most 1</summary>

\`a.yaml:3:2\`, id \`maximum-narrower@a#1\`

\`\`\`json
{"method":"GET","path":"/a"}
\`\`\`

</details>
<details><summary>What the TypeScript compiler says of code written for base</summary>

\`a.yaml:3:2\`, id \`maximum-narrower@a#1\`

\`\`\`text
Type '2' is not assignable
\`\`\`

</details>
`);
  });

  test("nothing to show is two lines", () => {
    expect(formatMarkdown(printable([]))).toBe("### 🟢 No change in meaning.\n\nv1 → v2\n");
  });
});

describe("as JSON", () => {
  test("what the compiler says ends the message", () => {
    const text = formatJson(printable([change, undecided]));
    const { compiler: said, ...rest } = change;
    const message = `${change.message} TypeScript: ${said ?? ""}`;
    expect(text.startsWith('{\n  "level": "major",\n')).toBe(true);
    expect(JSON.parse(text)).toEqual({
      level: "major",
      levels: { wire: "major", types: "major" },
      changes: [{ ...rest, message }, undecided],
    });
  });
});

const sentence = (changes: readonly Change[], rest: Partial<PrintableReview> = {}) =>
  formatText(printable(changes, rest), false).split("\n")[2];

describe("in one sentence", () => {
  test.each<[name: string, changes: readonly Change[], rest: Partial<PrintableReview>, text: string]>([
    ["no change", [], {}, "No change in meaning."],
    ["one break", [open], {}, "major: 1 change. 1 breaks callers, 1 proved. Wire major, types major."],
    ["two breaks", [open, { ...open, verdict: "undecided" }], {}, "major: 2 changes. 2 break callers, 1 proved. Wire major, types major."],
    ["a release", [undecided], { version: { current: "1.2.0", next: "1.3.0" } }, "minor: 1 change. Nothing breaks. Wire minor, types patch; next version 1.3.0 (now 1.2.0)."],
    ["no release", [undecided], { version: { current: "1.2.0", next: "1.2.0" } }, "minor: 1 change. Nothing breaks. Wire minor, types patch; no release is needed."],
  ])("%s", (_name, changes, rest, text) => expect(sentence(changes, rest)).toBe(text)); // prettier-ignore

  test("an answer is foreseen", () => {
    const answer = { response: { status: "200" }, refusedBy: "base", issues: [] } as const;
    expect(formatText(printable([{ ...change, counterexample: answer }]), false)).toContain(
      "  A response that head foresees and base refuses: \n",
    );
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

  test.each<[version: string | undefined, changes: readonly Change[] | undefined, words: string]>([
    ["1.2.3", [open], "next version 2.0.0 (now 1.2.3)"],
    ["1.2.3", [undecided], "next version 1.3.0 (now 1.2.3)"],
    ["2.0.0-rc.1", [open], "types major.\n"],
    [undefined, [open], "types major.\n"],
    ["1.2.3", undefined, "No change in meaning."],
  ])("from %s", (version, changes, words) => {
    const { text } = renderReview(summarize(changes), { ...request, version, format: "text" });
    expect(text).toContain(words);
  });

  test("prints what is asked for", () => {
    expect([print("json")[0], print("markdown").slice(0, 3), print("text").slice(0, 2)]).toEqual(["{", "###", "v1"]);
  }); // prettier-ignore
});
