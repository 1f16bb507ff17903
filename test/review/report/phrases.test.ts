import { describe, expect, test } from "vitest";
import type { Level } from "../../../scripts/review/judge/levels.js";
import {
  effectOf,
  sayDecision,
  sayEffect,
  sayProof,
  saySummary,
  type Effect,
  type Version,
} from "../../../scripts/review/report/phrases.js";

type Judged = Parameters<typeof effectOf>[0];

const judged = (wire: Level, types: Level, rest: Partial<Judged> = {}): Judged => ({
  level: wire === "major" || types === "major" ? "major" : wire === "minor" || types === "minor" ? "minor" : "patch",
  levels: { wire, types },
  verdict: "proved",
  ...rest,
}); // prettier-ignore

const break1 = judged("major", "patch");
const typed = judged("patch", "major");
const open = judged("major", "patch", { verdict: "undecided" });
const accepted = judged("major", "major", { accepted: {} });
const news = judged("minor", "patch", { verdict: "compatible" });
const quiet = judged("patch", "patch", { verdict: "compatible" });

test.each<[claim: string, change: Judged, effect: Effect]>([
  ["what a message shows breaks callers", break1, "wire"],
  ["so it does where types break as well", judged("major", "major"), "wire"],
  ["what no message shows counts as a break", open, "undecided"],
  ["types alone", typed, "types"],
  ["types alone, where nothing was decided of them", judged("minor", "major", { verdict: "undecided" }), "types"],
  ["what was accepted breaks no more", accepted, "accepted"],
  ["more for callers", news, "minor"],
  ["nothing for callers", quiet, "patch"],
])("%s", (_, change, effect) => expect(effectOf(change)).toBe(effect)); // prettier-ignore

const up: Version = { current: "1.2.0", next: "2.0.0" };

const inOperation = (change: Judged, ...operations: readonly string[]): Judged => ({ ...change, operations });
const lowered = judged("minor", "patch", { configured: { level: "major" } });

describe("the first line says what to do", () => {
  test.each<[changes: readonly Judged[], version: Version | undefined, line: string]>([
    [[], undefined, "No change in meaning."],
    [[], { current: "1.2.0", next: "1.2.0" }, "No change in meaning. No release is needed."],
    [[break1], up, "Breaks callers: 1 breaking change in requests or responses. The next version is 2.0.0 (now 1.2.0)."],
    [[break1, break1, typed], undefined, "Breaks callers: 3 breaking changes, 2 in requests or responses and 1 in TypeScript code alone."],
    [[typed, typed], undefined, "Breaks callers: 2 breaking changes in TypeScript code alone."],
    [[open], undefined, "May break callers: 1 breaking change without a proof."],
    [[open, open, break1, typed], undefined, "Breaks callers: 4 breaking changes, 1 in requests or responses, 1 in TypeScript code alone and 2 without a proof."],
    [[break1, news, quiet], undefined, "Breaks callers: 1 breaking change in requests or responses. 1 compatible change, 1 change without effect."],
    [[news], undefined, "Breaks no caller: 1 compatible change."],
    [[news, news, quiet, quiet], undefined, "Breaks no caller: 2 compatible changes, 2 changes without effect."],
    [[accepted], undefined, "Breaks no caller: 1 accepted break."],
    [[accepted, accepted, break1], undefined, "Breaks callers: 1 breaking change in requests or responses. 2 accepted breaks."],
    [[lowered], undefined, "Breaks no caller: 1 change that counts for less by the configuration."],
    [[lowered, lowered], undefined, "Breaks no caller: 2 changes that count for less by the configuration."],
    [[inOperation(break1, "a"), inOperation(break1, "b", "c"), inOperation(break1, "b")], undefined, "Breaks callers: 3 breaking changes in requests or responses; look first at b (2 of them)."],
    [[inOperation(break1, "a"), inOperation(break1, "b")], undefined, "Breaks callers: 2 breaking changes in requests or responses."],
    [[inOperation(break1, "a"), inOperation(break1, "a"), inOperation(news, "b")], undefined, "Breaks callers: 2 breaking changes in requests or responses, all in a. 1 compatible change."],
    [[{ ...break1, operationId: "a" }, { ...break1, operationId: "a" }, { ...break1, operationId: "" }, { ...break1, operationId: "" }, { ...break1, operationId: "" }], undefined, "Breaks callers: 5 breaking changes in requests or responses; look first at a (2 of them)."],
  ])("%j %j", (changes, version, line) => expect(saySummary(changes, version)).toBe(line)); // prettier-ignore
});

describe("the end of a sentence says what follows for messages, in the directions that hold the schema", () => {
  const usual = { directions: new Set(["request"] as const), level: "minor", refusals: [], isComponent: true } as const;
  const response = new Set(["response"] as const);
  const both = new Set(["request", "response"] as const);
  test.each<[claim: string, asked: Partial<Parameters<typeof sayEffect>[0]>, words: string]>([
    ["wider requests", {}, ": requests only widen"],
    ["narrower responses", { directions: response }, " in responses: no caller breaks"],
    ["narrower responses, where the sentence names one", { directions: response, isComponent: false }, ": no caller breaks"],
    ["both ways", { directions: both }, ": no caller breaks"],
    ["a refused request", { refusals: [{ kind: "request", refusedBy: "head" }] }, ": requests that worked are now refused"],
    ["a new response, whatever else", { refusals: [{ kind: "response", refusedBy: "base" }], directions: both }, ": callers may get a response that they do not expect"],
    ["both, where both break", { refusals: [{ kind: "request", refusedBy: "head" }, { kind: "response", refusedBy: "base" }] }, ": requests that worked are now refused, and callers may get a response that they do not expect"],
    ["a new request of a webhook", { refusals: [{ kind: "request", refusedBy: "base" }] }, ": the API may send a request that receivers do not expect"],
    ["a refused response of a receiver", { refusals: [{ kind: "response", refusedBy: "head" }] }, ": responses of receivers that worked are now refused"],
    ["nothing of less than that", { level: "patch" }, ""],
    ["nothing of none", { level: "none" }, ""],
    ["no use", { directions: new Set() }, ": no operation uses it"],
  ])("%s", (_claim, asked, words) => expect(sayEffect({ ...usual, ...asked })).toBe(words));
}); // prettier-ignore

test.each([
  ["request", "every request that worked still works"],
  ["response", "every response is one that callers expect"],
  ["both", "every request that worked still works, and every response is one that callers expect"],
] as const)("how a %s was decided: %s", (direction, words) => expect(sayDecision(direction)).toBe(words));

test.each([
  ["request", "head", "Request that worked and is now refused"],
  ["request", "base", "Request of the API that receivers do not expect"],
  ["response", "base", "Response that callers do not expect"],
  ["response", "head", "Response of a receiver that worked and is now refused"],
] as const)("a %s that %s refuses: %s", (kind, refusedBy, words) =>
  expect(sayProof({ kind, refusedBy })).toBe(words),
);
