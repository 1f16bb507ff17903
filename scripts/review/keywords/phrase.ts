import { shorten } from "../../json/shorten.js";
import { listMembers, type Comparison } from "./comparison.js";

/** What a value must do to satisfy a keyword, as the end of a sentence: `be at most 5`. */
export type Demand = (value: unknown) => string;

/** Two values of a keyword; undefined where it is absent. */
export type Values = { readonly was: unknown; readonly now: unknown; readonly name?: string | undefined };

/** A change of a keyword as the end of a sentence whose subject is the value: `must now be at most 5`. */
export type Say = (values: Values, comparison: Comparison) => string;

const MAX_VALUE_LENGTH = 60;
const MAX_LISTED = 6;

/** A JSON value as code on one line, shortened. */
export function quote(value: unknown): string {
  return `\`${shorten(JSON.stringify(value) ?? "absent", MAX_VALUE_LENGTH)}\``;
}

/** `"a"`, `"b"` or `"c"`; the rest of a long list is counted. */
export function enumerate(texts: readonly string[], word: "and" | "or"): string {
  const shown = texts.slice(0, MAX_LISTED);
  const rest = texts.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} ${word} ${all.slice(-1).join("")}`;
}

/** A switch that demands something when it is on. */
export function saySwitch(keyword: string, demand: string): Say {
  return ({ was, now }, comparison) => {
    if (comparison === "same") return sayNeutral(keyword, was, now);
    return now === true ? `must now ${demand}` : `no longer has to ${demand}`;
  };
}

/**
 * The usual sentence for a keyword that demands something. Several schemas at one spot may each give a value; one with
 * which the keyword refuses nothing is as good as none.
 */
export function sayDemand(
  keyword: string,
  demand: Demand,
  isNeutral: (value: unknown) => boolean = () => false,
): Say {
  const all = (value: unknown) =>
    enumerate(Array.isArray(value) ? value.map(demand) : [demand(value)], "and");
  return ({ was, now }, comparison) => {
    if (comparison === "same") return sayNeutral(keyword, was, now);
    if (was === undefined || isNeutral(was)) return `must now ${all(now)}`;
    if (now === undefined || isNeutral(now)) return `no longer has to ${all(was)}`;
    return `${comparison === "wider" ? "may" : "must"} now ${all(now)} (was ${brief(was)})`;
  };
}

function sayNeutral(keyword: string, was: unknown, now: unknown): string {
  if (now === undefined) return `no longer has the \`${keyword}\` ${brief(was)}, without effect`;
  if (was === undefined) return `now has the \`${keyword}\` ${brief(now)}, without effect`;
  return `has the \`${keyword}\` ${brief(now)} instead of ${brief(was)}, without effect`;
}

/** A number as it is, anything else as code. */
function brief(value: unknown): string {
  return typeof value === "number" ? String(value) : quote(value);
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  null: "null",
  boolean: "a boolean",
  object: "an object",
  array: "an array",
  string: "a string",
  number: "a number",
  integer: "an integer",
};

/** `may now also be null`, `may no longer be a string`. */
export const sayTypes: Say = ({ was, now }) => {
  const [base, head] = [was, now].map(listTypes);
  if (base === undefined) return `must now be ${nameTypes(head ?? [])}`;
  if (head === undefined) return `may now be of any type (was ${nameTypes(base)})`;
  return sayMembers(subtractTypes(base, head), subtractTypes(head, base));
};

function listTypes(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  return (Array.isArray(value) ? value : [value]).map(String);
}

function nameTypes(types: readonly string[]): string {
  return enumerate(
    types.map((type) => TYPE_NAMES[type] ?? `\`${type}\``),
    "or",
  );
}

/** Names of what only the first list holds; every integer is a number. */
function subtractTypes(types: readonly string[], others: readonly string[]): string[] {
  return types
    .filter((type) => !others.includes(type) && !(type === "integer" && others.includes("number")))
    .map((type) =>
      type === "number" && others.includes("integer") ? "a number with a fraction" : nameTypes([type]),
    );
}

/** `may now also be "a"`, `may no longer be "b"`. */
export const sayListed: Say = ({ was, now }) => {
  const [base, head] = [was, now].map((value) => (value === undefined ? undefined : listMembers(value)));
  if (base === undefined) return `must now be ${enumerate(code(head ?? []), "or")}`;
  if (head === undefined) return `no longer has to be ${enumerate(code(base), "or")}`;
  const removed = base.filter((text) => !head.includes(text));
  const added = head.filter((text) => !base.includes(text));
  return sayMembers(code(removed), code(added));
};

function code(texts: readonly string[]): string[] {
  return texts.map((text) => `\`${text}\``);
}

function sayMembers(removed: readonly string[], added: readonly string[]): string {
  const parts = [
    ...(added.length > 0 ? [`may now also be ${enumerate(added, "or")}`] : []),
    ...(removed.length > 0 ? [`may no longer be ${enumerate(removed, "or")}`] : []),
  ];
  return parts.join(", but ");
}

/** For a keyword whose schema holds for members that nothing else describes. */
export function sayRest(members: string): Say {
  return ({ was, now }, comparison) => {
    if (comparison === "same") return `accepts any ${members}, as before`;
    if (now === false) return `may no longer have ${members}`;
    if (was === false) return `may now have ${members}`;
    if (was === undefined || was === true) return `now has a schema that its ${members} must match`;
    return `may now have ${members} of any kind`;
  };
}

/** For a condition: the words for when it is added, removed and changed. */
export function sayPresence(added: string, removed: string, changed: string): Say {
  return ({ was, now }) => (was === undefined ? added : now === undefined ? removed : changed);
}

const QUANTITIES = { anyOf: "at least one", oneOf: "exactly one" } as const;

/** `was` and `now` are the name of one alternative, how many there are, or the keyword that puts them together. */
export function sayAlternatives(keyword: "anyOf" | "oneOf"): Say {
  const sayCount = sayDemand(keyword, (count) =>
    count === 1
      ? "match its one alternative"
      : `match ${QUANTITIES[keyword]} of ${String(count)} alternatives`,
  );
  return (values, comparison) => {
    const { was, now } = values;
    if (typeof was === "number" || typeof now === "number") return sayCount(values, comparison);
    if (was === "anyOf") return "must now match exactly one of its alternatives, no longer at least one";
    if (was === "oneOf") return "must now match at least one of its alternatives, no longer exactly one";
    const names = [was, now].map((name) => (name === undefined ? [] : [`\`${String(name)}\``]));
    return sayMembers(names[0] ?? [], names[1] ?? []);
  };
}

/** `was` and `now` are lists of patterns. */
export const sayPatterns: Say = ({ was, now }) => {
  const [base, head] = [was, now].map(listMembers);
  const removed = code((base ?? []).filter((text) => head?.includes(text) !== true));
  const added = code((head ?? []).filter((text) => base?.includes(text) !== true));
  const parts = [
    ...(added.length > 0 ? [`now has a schema for ${nameMatching(added)}`] : []),
    ...(removed.length > 0 ? [`no longer has a schema for ${nameMatching(removed)}`] : []),
  ];
  return parts.join(", and ");
};

function nameMatching(patterns: readonly string[]): string {
  return `property names that match ${enumerate(patterns, "or")}`;
}

/** `was` and `now` are how many items at the start have a schema of their own. */
export const sayPrefix: Say = ({ was, now }) =>
  `now has schemas of their own for its first ${String(now)} items (was ${String(was)})`;

/** For a keyword that only describes. */
export function sayDescription(keyword: string): Say {
  const name = `\`${keyword}\``;
  return sayPresence(`now has ${name}`, `no longer has ${name}`, `has a different ${name}`);
}

export const sayDefault: Say = ({ was, now }) => {
  if (was === undefined) return `now has the default ${quote(now)}`;
  if (now === undefined) return `no longer has the default ${quote(was)}`;
  return `has the default ${quote(now)} instead of ${quote(was)}`;
};

export function sayMark(word: string): Say {
  return ({ now }) => (now === true ? `is now ${word}` : `is no longer ${word}`);
}

/** Without a `type` beside it (OpenAPI 3.0.4 §4.7.24.1), and in OpenAPI 3.1, where it is no keyword. */
export const sayNullable: Say = ({ now }) =>
  now === true
    ? "is now marked `nullable`: by the specification null is refused here all the same, though many tools take it"
    : "is no longer marked `nullable`: by the specification null was refused here all the same, though many tools took it";

export const sayRequired: Say = sayMark("required");

export const sayDependent: Say = ({ now, name }) => {
  const verb = now === true ? "must now" : "no longer has to";
  return `${verb} match a schema of its own when it has \`${String(name)}\``;
};
