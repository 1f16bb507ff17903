import { expect, test } from "vitest";
import type { Change } from "../../../../scripts/review/report/changes.js";
import { listEvidence, sayMessage } from "../../../../scripts/review/report/formats/evidence.js";
import { BREAK } from "./printable.js";

const counterexample = { request: {}, refusedBy: "head", issues: [{ message: "must be at most 1", path: ["n"], keyword: "maximum" }] } as const; // prettier-ignore

test.each<[claim: string, rest: Partial<Change>, lines: readonly string[]]>([
  ["nothing but its id", {}, []],
  ["why it is not decided", { reason: "it is open" }, ["It is open."]],
  ["what its level rests on", { note: "It rests on a format." }, ["It rests on a format."]],
  ["the message that shows it", { counterexample, curl: "curl 'https://a'" }, ["Request that worked and is now refused: `n` must be at most 1:", "curl 'https://a'"]],
  ["what TypeScript says", { compiler: "why" }, ["TypeScript says of code written for base: why"]],
  ["what it counts as", { configured: { level: "minor", reason: "ours" } }, ["By the configuration it counts as major and not as minor: ours"]],
  ["until when it is accepted", { accepted: { reason: "r", until: "2999-01-01" } }, ["Accepted until 2999-01-01: r"]],
  ["all of it, in this order", { reason: "it is open", note: "n", compiler: "why", accepted: { reason: "r", until: "2999-01-01" } }, ["It is open.", "n", "TypeScript says of code written for base: why", "Accepted until 2999-01-01: r"]],
])("of a change is told %s", (_, rest, lines) => {
  expect(listEvidence({ ...BREAK, ...rest })).toEqual([...lines, "id: maximum-narrower@a#1"]);
}); // prettier-ignore

test.each<[claim: string, rest: Partial<Change>, text: string]>([
  ["its operation", {}, "It changes. (a)"],
  ["no operation where it belongs to none", { operationId: "" }, "It changes."],
  ["its operations, counted once", { message: "It changes. In 2 operations.", sentence: "It changes.", operations: ["a", "b"] }, "It changes. In 2 operations: a, b."],
])("a change is one sentence with %s", (_, rest, text) => expect(sayMessage({ ...BREAK, ...rest })).toBe(text)); // prettier-ignore
