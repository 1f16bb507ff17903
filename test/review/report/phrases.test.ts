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

describe("the first line says what to do", () => {
  test.each<[changes: readonly Judged[], version: Version | undefined, line: string]>([
    [[], undefined, "No change in meaning."],
    [[], { current: "1.2.0", next: "1.2.0" }, "No change in meaning. No release is needed."],
    [[break1], up, "Breaks callers: 1 change breaks requests or responses (a message shows it). The next version is 2.0.0 (now 1.2.0)."],
    [[break1, break1, typed], undefined, "Breaks callers: 2 changes break requests or responses (a message shows each), 1 breaks TypeScript code alone."],
    [[typed, typed], undefined, "Breaks callers: 2 changes break TypeScript code alone."],
    [[open], undefined, "May break callers: 1 change counts as a break though no message shows it."],
    [[open, open, break1], undefined, "Breaks callers: 1 change breaks requests or responses (a message shows it), 2 count as breaks though no message shows it."],
    [[break1, news, quiet], undefined, "Breaks callers: 1 change breaks requests or responses (a message shows it). 1 change is news to callers and no break, 1 alters nothing for callers."],
    [[news], undefined, "Breaks no caller: 1 change is news to callers and no break."],
    [[news, news, quiet, quiet], undefined, "Breaks no caller: 2 changes are news to callers and no break, 2 alter nothing for callers."],
    [[accepted], undefined, "Breaks no caller: 1 change was accepted as a break."],
    [[accepted, accepted, break1], undefined, "Breaks callers: 1 change breaks requests or responses (a message shows it). 2 changes were accepted as a break."],
  ])("%j %j", (changes, version, line) => expect(saySummary(changes, version)).toBe(line)); // prettier-ignore
});

describe("the end of a sentence says what follows for messages", () => {
  const usual = { direction: "request", level: "minor", refusedBy: undefined, isUsed: true } as const;
  test.each<[asked: Partial<Parameters<typeof sayEffect>[0]>, words: string | undefined]>([
    [{}, "requests only widen"],
    [{ direction: "response" }, "responses only narrow"],
    [{ direction: "both" }, "requests only widen, and responses only narrow"],
    [{ refusedBy: "head" }, "head refuses requests that base accepts"],
    [{ refusedBy: "base", direction: "both" }, "head may answer what base does not describe"],
    [{ level: "patch" }, undefined],
    [{ level: "none" }, undefined],
    [{ isUsed: false }, "no operation uses it"],
  ])("%j: %s", (asked, words) => expect(sayEffect({ ...usual, ...asked })).toBe(words));
});

test.each([
  ["request", "every request that base accepts, head accepts"],
  ["response", "every response that head may give, base describes"],
  [
    "both",
    "every request that base accepts, head accepts, and every response that head may give, base describes",
  ],
] as const)("how a %s was decided: %s", (direction, words) => expect(sayDecision(direction)).toBe(words));

test.each([
  ["request", "head", "A request that base accepts and head refuses"],
  ["request", "base", "A request that head sends and base does not describe"],
  ["response", "base", "A response that head may give and base does not describe"],
  ["response", "head", "A response that base describes and head no longer gives"],
] as const)("a %s that %s refuses: %s", (kind, refusedBy, words) =>
  expect(sayProof(kind, refusedBy)).toBe(words),
);
