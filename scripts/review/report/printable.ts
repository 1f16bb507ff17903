import type { SideName, Sides } from "../document/document.js";
import type { FailOn } from "../../settings/review-settings.js";
import { readRule } from "./change-id.js";
import type { Change } from "./changes.js";
import { reaches } from "./fail-on.js";
import { ALARMS, effectOf, EFFECTS, saySummary, type Effect, type Version } from "./phrases.js";
import type { Review } from "./summary.js";

/** A review with what its readers want to know beside it. */
export type PrintableReview = Review & {
  /** What was compared, as a person calls it. */
  readonly base: string;
  readonly head: string;
  readonly version: Version | undefined;
  /** The level that fails; major where nothing is said. */
  readonly failOn?: FailOn;
  readonly remarks: readonly string[];
};

type Placed = Pick<Change, "location">;

/** `openapi/openapi.yaml:12:3`, and of the base where the head has no such line. */
export function placeOf({ location }: Placed): string {
  const { file, line, column, side } = location;
  return `${file}:${line}:${column}${side === "base" ? " (base)" : ""}`;
}

/** A short name of a file is written at every place, for editors to follow; a long one once. */
const MAX_FILE_LENGTH = 30;

/** How places of a review are written: `openapi/openapi.yaml:12:3`, or `head:12:3` where one file with a long name is meant. */
export function createPlaceWriter(review: PrintableReview): (placed: Placed) => string {
  const files = listFiles(review);
  return (placed) => {
    const { file, line, column, side } = placed.location;
    const isOnly = files[side].length === 1 && file.length > MAX_FILE_LENGTH;
    return isOnly ? `${side}:${line}:${column}` : placeOf(placed);
  };
}

/** What was compared, with the name of a file that places leave out. */
export function sidesOf(review: PrintableReview): Sides<string> {
  const files = listFiles(review);
  const name = (side: SideName): string => {
    const [file = "", ...others] = files[side];
    const isSaid =
      others.length > 0 ||
      file.length <= MAX_FILE_LENGTH ||
      review[side].endsWith(file.replace(/^(?:\.\.\/)+/, ""));
    return isSaid ? review[side] : `${review[side]}, ${file}`;
  };
  return { base: name("base"), head: name("head") };
}

function listFiles({ changes, notJudged = [] }: PrintableReview): Sides<readonly string[]> {
  const all = [...changes, ...notJudged].map(({ location }) => location);
  const filesOf = (wanted: SideName) => [
    ...new Set(all.flatMap(({ side, file }) => (side === wanted ? [file] : []))),
  ];
  return { base: filesOf("base"), head: filesOf("head") };
}

/** One line about the whole, that a reviewer can act on. */
export function summaryOf({ changes, version }: PrintableReview): string {
  return saySummary(changes, version);
}

export type Section = { readonly effect: Effect; readonly changes: readonly Change[] };

/** Changes by what they do to callers, the worst first. */
export function sectionsOf({ changes }: PrintableReview): readonly Section[] {
  return EFFECTS.map((effect) => ({
    effect,
    changes: inReadingOrder(
      effect,
      changes.filter((change) => effectOf(change) === effect),
    ),
  })).filter((section) => section.changes.length > 0);
}

/** Of breaks first what is removed, then what callers send, who may call, and what they get; all else by its place. */
function inReadingOrder(effect: Effect, changes: readonly Change[]): readonly Change[] {
  if (ALARMS[effect] !== "break") return changes;
  return changes.toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ id, direction, counterexample }: Change): number {
  const rule = readRule(id);
  if (rule === "operation-removed" || rule === "document-removed") return 0;
  if (rule.startsWith("security-")) return 2;
  const isRequest = counterexample === undefined ? direction === "request" : "request" in counterexample;
  return isRequest ? 1 : 3;
}

/** Whether somebody may want to accept a change, for which its id is needed. */
export function isAcceptable({ failOn = "major" }: PrintableReview, change: Change): boolean {
  return change.level === "major" || reaches(failOn)({ level: change.level });
}

export function alarmOf(review: PrintableReview): "break" | "news" | "quiet" {
  const [worst] = sectionsOf(review);
  return worst === undefined ? "quiet" : ALARMS[worst.effect];
}

export type Group = {
  readonly first: Change;
  /** What they say together, and where. */
  readonly text: string;
  readonly all: readonly Change[];
};

/** Changes that say the same of many places, once; `sayMore` is what else is told of them. */
export function groupAlike(
  changes: readonly Change[],
  sayMore: (change: Change) => string = () => "",
): readonly Group[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const sentence = isNewComponent(change) ? "" : (change.sentence ?? change.message);
    const key = JSON.stringify([effectOf(change), sentence, sayMore(change)]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    return first === undefined ? [] : [{ first, text: sayGroup(first, all), all }];
  });
}

function isNewComponent({ id }: Change): boolean {
  return readRule(id) === "component-added";
}

function sayGroup(first: Change, all: readonly Change[]): string {
  const sentence = first.sentence ?? first.message;
  if (isNewComponent(first) && all.length > 1) {
    const names = all.map(({ message }) => /`.*`/.exec(message)?.[0] ?? message);
    return `${all.length} components are new: ${listNames(names)}.`;
  }
  const names = [...new Set(all.flatMap(operationsOf))];
  if (names.length > 1) return `${sentence} In ${names.length} operations: ${listNames(names)}.`;
  const where = names.length === 0 ? "" : ` (${listNames(names)})`;
  return all.length === 1 ? `${sentence}${where}` : `${sentence} In ${all.length} places${where}.`;
}

/** Names of the operations that a change reaches, but for one that its message names. */
export function operationsOf({ operationId, operations, message }: Change): readonly string[] {
  if (operations !== undefined) return operations;
  return operationId === "" || message.startsWith(`Operation \`${operationId}\``) ? [] : [operationId];
}

const MAX_LISTED = 8;

/** a, b and 3 more; of a long list the first ones. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_LISTED);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}
