import { readFileSync } from "node:fs";
import type { Mutant } from "./operators.js";

/** What the tests made of a mutant: `hung` is killed by the time limit, `unreached` survived without a test that calls it. */
export type Outcome = "killed" | "hung" | "survived" | "unreached" | "equivalent";

export type Result = { readonly room: string; readonly mutant: Mutant; readonly outcome: Outcome };

/** Killed shares that a room must reach, in percent of the mutants that are not equivalent. */
const GOALS: Readonly<Record<string, number>> = { src: 90 };
const OTHER_GOAL = 85;

export function hasSurvived({ outcome }: Result): boolean {
  return outcome === "survived" || outcome === "unreached";
}

type Score = Readonly<Record<Outcome, number>> & { readonly share: number; readonly goal: number };

/** Of one room; `share` is NaN where nothing has been judged. */
export function scoreRoom(room: string, results: readonly Result[]): Score {
  const here = results.filter((result) => result.room === room);
  const count = (outcome: Outcome): number => here.filter((result) => result.outcome === outcome).length;
  const [killed, hung, survived, unreached] = [
    count("killed"),
    count("hung"),
    count("survived"),
    count("unreached"),
  ];
  const share = (100 * (killed + hung)) / (killed + hung + survived + unreached);
  const equivalent = count("equivalent");
  return { killed, hung, survived, unreached, equivalent, share, goal: GOALS[room] ?? OTHER_GOAL };
}

/** Also where nothing has been judged, so that an empty sample does not pass. */
export function isUnderGoal({ share, goal }: Score): boolean {
  return !(share >= goal);
}

/** One line a room. */
export function writeTable(rooms: readonly string[], results: readonly Result[]): string {
  const heads = [
    "room",
    "judged",
    "killed",
    "by time",
    "survived",
    "unreached",
    "equivalent",
    "share",
    "goal",
  ];
  const rows = rooms.map((room) => {
    const { killed, hung, survived, unreached, equivalent, share, goal } = scoreRoom(room, results);
    const counts = [killed, hung, survived, unreached, equivalent];
    const judged = counts.reduce((sum, each) => sum + each, 0);
    return [room, judged, ...counts, Number.isNaN(share) ? "" : `${share.toFixed(1)} %`, `${goal} %`];
  });
  return [heads, ...rows]
    .map((cells) => cells.map((cell) => String(cell).padEnd(11)).join(""))
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}

/** `file:line:column`, the operator, and what stands there instead of what. */
export function describeResult({ mutant, outcome }: Result): string {
  const { file, start, end, replacement, operator } = mutant;
  const text = readFileSync(file, "utf8");
  const before = text.slice(0, start).split("\n");
  const place = `${file}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
  const [was, is] = [text.slice(start, end), replacement].map((each) => each.replaceAll(/\s+/g, " "));
  return `${place} ${operator}: ${was} → ${is}${outcome === "unreached" ? " (no test reaches it)" : ""}`;
}
