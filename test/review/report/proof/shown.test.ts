import { describe, expect, test } from "vitest";
import type { MessagePart } from "../../../../scripts/review/differ/message.js";
import type { Change } from "../../../../scripts/review/report/changes.js";
import type { Counterexample } from "../../../../scripts/review/report/proof/counterexample.js";
import { proofsOf, type Shown } from "../../../../scripts/review/report/proof/shown.js";
import { BREAK as change } from "../formats/printable.js";

function proofOf(one: Change, room?: "short" | "any"): Shown | undefined {
  const shown = proofsOf(one, room);
  expect(shown.length).toBeLessThan(2);
  return shown[0];
}

type Issue = Counterexample["issues"][number];

const refuse = (...issues: readonly Issue[]): Counterexample => ({
  request: { path: "/a" },
  refusedBy: "head",
  issues,
});
const why = (message: string, ...path: Issue["path"]): Counterexample =>
  refuse({ message, path, keyword: "maximum" });
const answer = (response: Readonly<Record<string, unknown>>): Counterexample => ({
  response,
  refusedBy: "base",
  issues: [],
});
const TITLE = "Request that worked and is now refused";

describe("a message is told with why it is refused", () => {
  test.each<[claim: string, counterexample: Counterexample, words: string]>([
    ["by nothing that has words", refuse(), TITLE],
    ["by the first issue", refuse({ message: "must be 1", path: ["n"], keyword: "const" }, { message: "must be 2", path: ["m"], keyword: "const" }), `${TITLE}: \`n\` must be 1`],
    ["at a path of names and indices", why("must be 1", "a", 0, "b", 1, 2), `${TITLE}: \`a[0].b[1][2]\` must be 1`],
    ["at an index of the whole", why("must be 1", 0, "a"), `${TITLE}: \`[0].a\` must be 1`],
    ["at a name with a backtick", why("must be 1", "a`b"), `${TITLE}: \`a'b\` must be 1`],
    ["of the whole", why("must be 1"), `${TITLE}: the value must be 1`],
    ["of the whole, in a sentence of its own", why("is not allowed"), `${TITLE}: is not allowed`],
    ["of a name that is missing once", why('"n" is required', "a", "n"), `${TITLE}: \`a.n\` is required`],
    ["of a name that another word begins with", why('"name" is required', "n"), `${TITLE}: \`n\` "name" is required`],
    ["in a hundred characters", why("x".repeat(100), "n"), `${TITLE}: \`n\` ${"x".repeat(100)}`],
    ["in no more", why("x".repeat(101), "n"), `${TITLE}: \`n\` ${"x".repeat(97)}…`],
  ])("%s", (_claim, counterexample, words) => expect(proofOf({ ...change, counterexample })?.words).toBe(words));
}); // prettier-ignore

describe("a message is shown", () => {
  test.each<[claim: string, rest: Partial<Change>, language: string | undefined, payload: string | undefined]>([
    ["not at all where there is none", {}, undefined, undefined],
    ["as the command that sends it", { counterexample: refuse(), curl: "curl 'x'" }, "sh", "curl 'x'"],
    ["as JSON where there is no command", { counterexample: refuse() }, "json", '{"path":"/a"}'],
    ["as an answer without a body", { counterexample: answer({ status: "204" }) }, "http", "HTTP/1.1 204"],
    ["as an answer with headers and JSON", { counterexample: answer({ status: "200", headers: { "X-A": 1 }, contentType: "application/json", body: "a" }) }, "http", 'HTTP/1.1 200\nX-A: 1\ncontent-type: application/json\n\n"a"'],
    ["as an answer with a text as it is", { counterexample: answer({ status: "200", contentType: "text/plain", body: "a" }) }, "http", "HTTP/1.1 200\ncontent-type: text/plain\n\na"],
    ["as an answer with another value as JSON", { counterexample: answer({ status: "200", contentType: "text/plain", body: 1 }) }, "http", "HTTP/1.1 200\ncontent-type: text/plain\n\n1"],
  ])("%s", (_claim, rest, language, payload) => {
    const shown = proofOf({ ...change, ...rest });
    expect([shown?.language, shown?.payload]).toEqual([language, payload]);
  });

  test("an answer without a name that callers expect misses it", () => {
    const counterexample = { ...answer({ status: "200" }), issues: [{ message: '"n" is required', path: ["a", "n"], keyword: "required" }] };
    expect(proofOf({ ...change, counterexample })?.words).toBe("Response that callers do not expect: `a.n` is missing");
  });

  test("an answer is told as such", () => {
    expect(proofOf({ ...change, counterexample: answer({ status: "200" }) })?.words).toBe("Response that callers do not expect");
  });
}); // prettier-ignore

describe("the part of a message that is refused is named", () => {
  const parameter: MessagePart = { kind: "parameter", in: "query", name: "limit" };
  const header: MessagePart = { kind: "header", status: "200", name: "X-A" };
  const body: MessagePart = { kind: "body", mediaType: "a/b" };
  const response: MessagePart = { kind: "response", status: "200", mediaType: "a/b" };
  test.each<[claim: string, part: MessagePart, path: Issue["path"], reason: string]>([
    ["a parameter", parameter, [], "query parameter `limit` must be 1"],
    ["an item of a parameter", parameter, [0], "query parameter `limit[0]` must be 1"],
    ["a header", header, [], "header `X-A` must be 1"],
    ["a request body", body, [], "the request body must be 1"],
    ["a name in a request body", body, ["a"], "`a` must be 1"],
    ["a response body", response, [], "the response body must be 1"],
    ["what stands in no message", { kind: "component", name: "A" }, [], "the value must be 1"],
  ])("%s", (_claim, part, path, reason) => {
    const shown = proofOf({ ...change, part, counterexample: why("must be 1", ...path) });
    expect(shown?.words).toBe(`${TITLE}: ${reason}`);
  });
});

const rest = (length: number) => `(shortened from ${length} characters; --format json has all of it)`;

describe("where room is short, of a long message the part that is refused is shown", () => {
  const long = "x".repeat(2000);
  const issue = { message: "must be 1", path: ["b", "c"], keyword: "const" };
  const body = { a: long, b: { c: null, d: long } };
  const json = { contentType: "application/json", body };
  const answered: Counterexample = { response: { status: "200", ...json }, refusedBy: "base", issues: [issue] };
  const sent: Counterexample = { request: { method: "POST", path: "/a", query: { q: ["1", "2"] }, headers: { "X-A": 1 }, ...json }, refusedBy: "head", issues: [issue] };
  const text: Counterexample = { response: { status: "200", contentType: "text/plain", body: long }, refusedBy: "base", issues: [] };
  test.each<[claim: string, counterexample: Counterexample, lines: readonly string[]]>([
    ["a response", answered, ["HTTP/1.1 200", "content-type: application/json", "", '{…,"b":{"c":null,…}}', rest(4075)]],
    ["a request, without its command", sent, ["POST /a?q=1&q=2", "X-A: 1", "content-type: application/json", "", '{…,"b":{"c":null,…}}', rest(2007)]],
    ["a text, from its beginning", text, ["HTTP/1.1 200", "content-type: text/plain", "", `${"x".repeat(458)}…`, rest(2039)]],
  ])("%s", (_claim, counterexample, lines) => {
    const shown = proofOf({ ...change, counterexample, curl: `curl '${long}'` }, "short");
    expect([shown?.language, shown?.payload]).toEqual(["http", lines.join("\n")]);
  });

  test.each<[claim: string, counterexample: Counterexample, isWhole: boolean]>([
    ["a response of 500 characters", { ...text, response: { status: "1", body: "x".repeat(488) } }, true],
    ["no response of 501", { ...text, response: { status: "1", body: "x".repeat(489) } }, false],
    ["a request of 2,000", { ...sent, request: { body: "x".repeat(1989) } }, true],
    ["no request of 2,001", { ...sent, request: { body: "x".repeat(1990) } }, false],
  ])("but whole %s", (_claim, counterexample, isWhole) => {
    const [short, any] = (["short", "any"] as const).map((room) => proofOf({ ...change, counterexample }, room)?.payload);
    expect(short === any).toBe(isWhole);
  });
}); // prettier-ignore

test("a change that breaks requests and responses shows one of each, the request first", () => {
  const part = { kind: "response", status: "200", mediaType: "a/b" } as const;
  const counterexample = { ...answer({ status: "200" }), issues: [{ message: "must be 2", path: [], keyword: "const" }] };
  const shown = proofsOf({ ...change, counterexample: why("must be 1"), curl: "curl 'x'", second: { counterexample, part } });
  expect(shown.map(({ words, payload }) => [words, payload])).toEqual([
    [`${TITLE}: the value must be 1`, "curl 'x'"],
    ["Response that callers do not expect: the response body must be 2", "HTTP/1.1 200"],
  ]);
}); // prettier-ignore
