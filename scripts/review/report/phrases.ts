/**
 * The words of a report that are not about one keyword or one kind of fact: what a change does to callers, how that is
 * known, and what a reviewer reads first. `base` is what callers have and `head` what they will have.
 */
import type { Direction } from "../../json/direction.js";
import type { Verdict } from "../judge/findings.js";
import type { Level, Levels } from "../judge/levels.js";
import { levels as LEVELS } from "../../version.js";

/** What a change does to callers, the worst first; a report has a section for each. */
export const EFFECTS = [
  "wire",
  "undecided",
  "types",
  "configured",
  "accepted",
  "lowered",
  "minor",
  "patch",
] as const;

export type Effect = (typeof EFFECTS)[number];

export const TITLES = {
  wire: "Breaks callers",
  undecided: "Counts as a break without a proof: please look",
  types: "Breaks TypeScript code alone",
  configured: "Counts as a break by the configuration",
  accepted: "Breaks that are accepted",
  lowered: "Counts for less by the configuration",
  minor: "Compatible",
  patch: "Without effect on callers",
} as const satisfies Record<Effect, string>;

/** How alarming a report is, by the worst that it tells. */
export const ALARMS = {
  wire: "break",
  undecided: "break",
  types: "break",
  configured: "break",
  accepted: "news",
  lowered: "news",
  minor: "news",
  patch: "quiet",
} as const satisfies Record<Effect, "break" | "news" | "quiet">;

type Judged = {
  readonly level: Level;
  readonly levels: Levels;
  readonly verdict: Verdict;
  readonly accepted?: unknown;
  readonly configured?: { readonly level: Level };
  readonly operationId?: string;
  readonly operations?: readonly string[];
};

export function effectOf({ level, levels, verdict, accepted, configured }: Judged): Effect {
  if (configured !== undefined && LEVELS.indexOf(level) < LEVELS.indexOf(configured.level)) return "lowered";
  if (level !== "major") return level === "minor" ? "minor" : "patch";
  if (accepted !== undefined) return "accepted";
  if (configured !== undefined) return "configured";
  if (levels.wire !== "major") return "types";
  return verdict === "undecided" ? "undecided" : "wire";
}

/** Whether a change counts against the review. */
export function isBreak(change: Judged): boolean {
  return ALARMS[effectOf(change)] === "break";
}

/** The first line of a report: whether anybody breaks, by what, and what it asks of the next version. */
export function saySummary(changes: readonly Judged[], version: Version | undefined): string {
  if (changes.length === 0) return `No change in meaning.${sayVersion(version)}`;
  const count = (effect: Effect) => changes.filter((change) => effectOf(change) === effect).length;
  const breaks = sayBreaks(changes.filter(isBreak));
  const others = [
    sayCount(count("accepted"), "accepted break"),
    sayCount(count("lowered"), "change", "that counts for less by the configuration"),
    sayCount(count("minor"), "compatible change"),
    sayCount(count("patch"), "change", "without effect"),
  ].flatMap((text) => text ?? []);
  const isBroken = count("wire") + count("types") > 0;
  const verdict = isBroken
    ? "Breaks callers"
    : breaks === undefined
      ? "Breaks no caller"
      : "May break callers";
  const sentences = breaks === undefined ? [] : [breaks];
  const rest = others.length === 0 ? [] : [`${others.join(", ")}`];
  return `${verdict}: ${[...sentences, ...rest].join(". ")}.${sayVersion(version)}`;
}

/** `3 breaking changes, 2 in requests or responses and 1 in TypeScript code alone; look first at readItem (2 of them)`. */
function sayBreaks(breaks: readonly Judged[]): string | undefined {
  const kinds = KINDS.flatMap(([effect, words]) => {
    const { length } = breaks.filter((change) => effectOf(change) === effect);
    return length === 0 ? [] : [{ length, words }];
  });
  const total = sayCount(breaks.length, "breaking change");
  const [only, ...more] = kinds;
  if (total === undefined || only === undefined) return undefined;
  const parts = kinds.map(({ length, words }) => `${length} ${words}`);
  const listed = [parts.slice(0, -1).join(", "), ...parts.slice(-1)].join(" and ");
  return `${total}${more.length === 0 ? ` ${only.words}` : `, ${listed}`}${sayWhereFirst(breaks)}`;
}

const KINDS = [
  ["wire", "in requests or responses"],
  ["types", "in TypeScript code alone"],
  ["undecided", "without a proof"],
  ["configured", "by the configuration"],
] as const satisfies readonly (readonly [Effect, string])[];

/** The operation that most breaks are in, of several the first; nothing where each is in another. */
function sayWhereFirst(breaks: readonly Judged[]): string {
  const counts = new Map<string, number>();
  for (const { operationId = "", operations = [operationId] } of breaks)
    for (const name of operations.filter((each) => each !== ""))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (most === undefined || most[1] === 1) return "";
  if (most[1] === breaks.length) return `, all in ${most[0]}`;
  return `; look first at ${most[0]} (${most[1]} of them)`;
}

/** Undefined for none. */
export function sayCount(count: number, noun: string, rest?: string): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${noun}${count === 1 ? "" : "s"}${rest === undefined ? "" : ` ${count === 1 ? rest : rest.replace("counts", "count")}`}`;
}

export type Version = { readonly current: string; readonly next: string };

function sayVersion(version: Version | undefined): string {
  if (version === undefined) return "";
  const { current, next } = version;
  return next === current ? " No release is needed." : ` The next version is ${next} (now ${current}).`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type Refusal = { readonly kind: "request" | "response"; readonly refusedBy: "base" | "head" };

/** A message that one side refuses: what follows for callers, and what heads it where it is shown. */
const REFUSALS = {
  request: {
    head: ["requests that worked are now refused", "Request that worked and is now refused"],
    base: ["the API may send a request that receivers do not expect", "Request of the API that receivers do not expect"],
  },
  response: {
    base: ["callers may get a response that they do not expect", "Response that callers do not expect"],
    head: ["responses of receivers that worked are now refused", "Response of a receiver that worked and is now refused"],
  },
} as const; // prettier-ignore

/** What heads a message that shows a break. */
export function sayProof({ kind, refusedBy }: Refusal): string {
  return REFUSALS[kind][refusedBy][1];
}

type Wire = {
  /** The directions in which the schema is used: none where no operation uses it. */
  readonly directions: ReadonlySet<Direction>;
  readonly level: Level;
  readonly refusals: readonly Refusal[];
  /** Whether the sentence names a component, and so no request or response. */
  readonly isComponent: boolean;
};

/** What follows for messages from a change of a schema, as the end of its sentence; empty where it says so itself. */
export function sayEffect({ directions, level, refusals, isComponent }: Wire): string {
  if (refusals.length > 0)
    return `: ${refusals.map(({ kind, refusedBy }) => REFUSALS[kind][refusedBy][0]).join(", and ")}`;
  if (directions.size === 0) return ": no operation uses it";
  if (level !== "minor") return "";
  if (directions.size > 1) return ": no caller breaks";
  if (directions.has("request")) return ": requests only widen";
  return `${isComponent ? " in responses" : ""}: no caller breaks`;
}

/** How it was decided that nothing is refused. */
export function sayDecision(direction: Direction | "both"): string {
  const requests = "every request that worked still works";
  const responses = "every response is one that callers expect";
  if (direction === "both") return `${requests}, and ${responses}`;
  return direction === "request" ? requests : responses;
}

/** The same of one change, where another one at the same place is what a message is refused for. */
export const NOT_THE_CAUSE = "no request or response breaks because of this change";

/** Why a change that TypeScript code breaks by is none on the wire. */
export function sayTypesAlone(reason: string): string {
  return `${reason}; TypeScript code alone breaks`;
}

/** That a break fails nothing, until when, and why. */
export function sayAccepted({ reason, until }: Accepted): string {
  return `Accepted${until === undefined ? "" : ` until ${until}`}: ${reason}`;
}

type Accepted = { readonly reason: string; readonly until?: string };

/** What a change counts as by the configuration, and why. */
export function sayConfigured(
  level: Level,
  configured: { readonly level: Level; readonly reason: string },
): string {
  return `By the configuration it counts as ${level} and not as ${configured.level}: ${configured.reason}`;
}

export const WORDS = {
  compiler: "TypeScript says of code written for base",
  format: "Only the `format` refuses this, and many servers do not check formats.",
  base: "what callers have",
  head: "what they will have",
} as const;
