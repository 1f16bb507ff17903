import { shorten } from "../../json/shorten.js";
import type { Change } from "./changes.js";
import type { Counterexample } from "./counterexample.js";
import { ALARMS, effectOf, EFFECTS, sayProof, saySummary, type Effect, type Version } from "./phrases.js";
import type { Review } from "./summary.js";

/** A review with what its readers want to know beside it. */
export type PrintableReview = Review & {
  /** What was compared, as a person calls it. */
  readonly base: string;
  readonly head: string;
  readonly version: Version | undefined;
  readonly remarks: readonly string[];
};

/** `openapi/openapi.yaml:12:3`, and of the base where the head has no such line. */
export function placeOf({ location }: Pick<Change, "location">): string {
  const { file, line, column, side } = location;
  return `${file}:${line}:${column}${side === "base" ? " (base)" : ""}`;
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
    changes: changes.filter((change) => effectOf(change) === effect),
  })).filter((section) => section.changes.length > 0);
}

export function alarmOf(review: PrintableReview): "break" | "news" | "quiet" {
  const [worst] = sectionsOf(review);
  return worst === undefined ? "quiet" : ALARMS[worst.effect];
}

export type Group = {
  readonly first: Change;
  readonly operations: readonly string[];
  readonly others: number;
};

/** Changes that say the same of many places, once. */
export function groupAlike(changes: readonly Change[]): readonly Group[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) groups.set(change.message, [...(groups.get(change.message) ?? []), change]);
  return [...groups.values()].flatMap((all) => {
    const [first, ...others] = all;
    if (first === undefined) return [];
    return [{ first, operations: [...new Set(all.flatMap(operationsOf))], others: others.length }];
  });
}

/** Names of the operations that a change reaches, but for one that its message names. */
export function operationsOf({ operationId, operations, message }: Change): readonly string[] {
  if (operations !== undefined) return operations;
  return operationId === "" || message.startsWith(`Operation \`${operationId}\``) ? [] : [operationId];
}

const MAX_LISTED = 8;

/** `a`, `b` and 3 more; of a long list the first ones. */
export function listOperations(names: readonly string[]): string {
  const shown = names.slice(0, MAX_LISTED);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

export type Shown = {
  /** What the message is, and why it is refused. */
  readonly words: string;
  readonly language: "sh" | "http" | "json";
  readonly payload: string;
};

/** The message that shows a break: a command that sends a request, or an answer as it comes. */
export function proofOf({ counterexample, curl }: Change): Shown | undefined {
  if (counterexample === undefined) return undefined;
  const { refusedBy, issues } = counterexample;
  const title = sayProof("request" in counterexample ? "request" : "response", refusedBy);
  const [issue] = issues;
  const words = issue === undefined ? title : `${title}: ${sayIssue(issue)}`;
  if (curl !== undefined) return { words, language: "sh", payload: curl };
  if ("request" in counterexample)
    return { words, language: "json", payload: JSON.stringify(counterexample.request) };
  return { words, language: "http", payload: writeResponse(counterexample.response) };
}

function sayIssue({ path, message }: Counterexample["issues"][number]): string {
  const name = path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? key : `${text}.${key}`;
  }, "");
  // A name that is missing stands in the message as well.
  const rest = message.startsWith(`${JSON.stringify(path.at(-1))} `)
    ? message.slice(message.indexOf(" ") + 1)
    : message;
  if (name !== "") return `\`${name.replaceAll("`", "'")}\` ${shorten(rest, 100)}`;
  return message.startsWith("must ") ? `the value ${message}` : message;
}

function writeResponse({ status, contentType, headers, body }: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries({
    ...(headers as object | undefined),
    ...(contentType !== undefined && { "content-type": contentType }),
  });
  const text =
    body === undefined
      ? []
      : ["", typeof body === "string" && !String(contentType).includes("json") ? body : JSON.stringify(body)];
  return [
    `HTTP/1.1 ${String(status)}`,
    ...fields.map(([name, value]) => `${name}: ${String(value)}`),
    ...text,
  ].join("\n");
}
