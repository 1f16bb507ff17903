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
  undecided: "Counts as a break, though no message shows it",
  types: "Breaks TypeScript code alone",
  configured: "Counts as a break by the configuration",
  accepted: "Breaks that are accepted",
  lowered: "Counts for less by the configuration",
  minor: "Breaks nothing, and is news to callers",
  patch: "Alters nothing for callers",
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
};

export function effectOf({ level, levels, verdict, accepted, configured }: Judged): Effect {
  if (configured !== undefined && LEVELS.indexOf(level) < LEVELS.indexOf(configured.level)) return "lowered";
  if (level !== "major") return level === "minor" ? "minor" : "patch";
  if (accepted !== undefined) return "accepted";
  if (configured !== undefined) return "configured";
  if (levels.wire !== "major") return "types";
  return verdict === "undecided" ? "undecided" : "wire";
}

/** The first line of a report: whether anybody breaks, by what, and what it asks of the next version. */
export function saySummary(changes: readonly Judged[], version: Version | undefined): string {
  if (changes.length === 0) return `No change in meaning.${sayVersion(version)}`;
  const count = (effect: Effect) => changes.filter((change) => effectOf(change) === effect).length;
  const shown = count("wire") === 1 ? "a message shows it" : "a message shows each";
  const breaks = listCounted([
    [count("wire"), "breaks", "break", `requests or responses (${shown})`],
    [count("types"), "breaks", "break", "TypeScript code alone"],
    [count("undecided"), "counts as a break", "count as breaks", "though no message shows it"],
    [count("configured"), "counts as a break", "count as breaks", "by the configuration"],
  ]);
  const others = listCounted([
    [count("accepted"), "was", "were", "accepted as a break"],
    [count("lowered"), "counts", "count", "for less by the configuration"],
    [count("minor"), "is", "are", "news to callers and no break"],
    [count("patch"), "alters", "alter", "nothing for callers"],
  ]);
  const isBroken = count("wire") + count("types") > 0;
  const verdict = isBroken ? "Breaks callers" : breaks === "" ? "Breaks no caller" : "May break callers";
  const sentences = [
    `${verdict}: ${breaks === "" ? others : breaks}.`,
    ...(breaks === "" || others === "" ? [] : [`${others}.`]),
  ];
  return `${sentences.join(" ")}${sayVersion(version)}`;
}

type Counted = readonly [count: number, one: string, many: string, rest: string];

/** `1 change breaks …, 2 break …`. */
function listCounted(parts: readonly Counted[]): string {
  const counted = parts.filter(([count]) => count > 0);
  return counted
    .map(
      ([count, one, many, rest], index) =>
        `${index === 0 ? sayChanges(count) : String(count)} ${count === 1 ? one : many} ${rest}`,
    )
    .join(", ");
}

export type Version = { readonly current: string; readonly next: string };

function sayVersion(version: Version | undefined): string {
  if (version === undefined) return "";
  const { current, next } = version;
  return next === current ? " No release is needed." : ` The next version is ${next} (now ${current}).`;
}

export function sayChanges(count: number): string {
  return count === 1 ? "1 change" : `${count} changes`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type Wire = {
  readonly direction: Direction | "both";
  readonly level: Level;
  readonly refusedBy: "base" | "head" | undefined;
  /** Whether any operation uses the schema. */
  readonly isUsed: boolean;
};

/** What follows for messages from a change of a schema, as the end of its sentence; undefined where it says so itself. */
export function sayEffect({ direction, level, refusedBy, isUsed }: Wire): string | undefined {
  if (!isUsed) return "no operation uses it";
  if (refusedBy === "head") return "head refuses requests that base accepts";
  if (refusedBy === "base") return "head may answer what base does not describe";
  if (level !== "minor") return undefined;
  if (direction === "both") return "requests only widen, and responses only narrow";
  return direction === "request" ? "requests only widen" : "responses only narrow";
}

/** How it was decided that nothing is refused. */
export function sayDecision(direction: Direction | "both"): string {
  const requests = "every request that base accepts, head accepts";
  const responses = "every response that head may give, base describes";
  if (direction === "both") return `${requests}, and ${responses}`;
  return direction === "request" ? requests : responses;
}

/** The same of one change, where another one at the same place is what a message is refused for. */
export const NOT_THE_CAUSE = "no message is refused because of this change";

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

/** What heads a message that shows a break. */
export function sayProof(kind: "request" | "response", refusedBy: "base" | "head"): string {
  if (kind === "response")
    return refusedBy === "base"
      ? "A response that head may give and base does not describe"
      : "A response that base describes and head no longer gives";
  return refusedBy === "head"
    ? "A request that base accepts and head refuses"
    : "A request that head sends and base does not describe";
}

export const WORDS = {
  compiler: "What TypeScript says of code written for base",
  format: "The message is refused for a format alone, which a server may not check.",
  base: "what callers have",
  head: "what they will have",
} as const;
