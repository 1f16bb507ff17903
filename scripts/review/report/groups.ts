// Changes that say the same, told together.

import { readRule } from "./change-id.js";
import type { Change } from "./changes.js";
import { listNames, operationsOf } from "./printable.js";

export type Group = {
  readonly first: Change;
  /** What they say together, and where. */
  readonly text: string;
  readonly all: readonly Change[];
};

/** Changes with the same sentence, or with the same one about several properties of a component, or new components. */
export function groupAlike(changes: readonly Change[]): readonly Group[] {
  return groupBy(changes, (change) => {
    if (isNewComponent(change)) return "new";
    const { owner, end = sentenceOf(change) } = parseProperty(change) ?? {};
    return JSON.stringify([owner, end]);
  });
}

/** Changes with the same sentence of which nothing else is told either. */
export function groupEqual(
  changes: readonly Change[],
  sayMore: (change: Change) => string,
): readonly Group[] {
  return groupBy(changes, (change) => JSON.stringify([sentenceOf(change), sayMore(change)]));
}

function groupBy(changes: readonly Change[], keyOf: (change: Change) => string): readonly Group[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = keyOf(change);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    return first === undefined ? [] : [{ first, text: sayGroup(first, all), all }];
  });
}

function sentenceOf({ sentence, message }: Change): string {
  return sentence ?? message;
}

function isNewComponent({ id }: Change): boolean {
  return readRule(id) === "component-added";
}

function sayGroup(first: Change, all: readonly Change[]): string {
  if (isNewComponent(first) && all.length > 1) {
    const names = all.map(({ message }) => /`.*`/.exec(message)?.[0] ?? message);
    return `${all.length} components are new: ${listNames(names)}.`;
  }
  const sentence = sayTogether(first, all);
  const names = [...new Set(all.flatMap(operationsOf))];
  if (names.length > 1) return `${sentence} In ${names.length} operations: ${listNames(names)}.`;
  const where = names.length === 0 ? "" : ` (${listNames(names)})`;
  const isOne = all.length === 1 || sentence !== sentenceOf(first);
  return isOne ? `${sentence}${where}` : `${sentence} In ${all.length} places${where}.`;
}

/** `` `a`, `b` of component `X` are new properties. `` */
function sayTogether(first: Change, all: readonly Change[]): string {
  const names = new Set(all.flatMap((change) => parseProperty(change)?.name ?? []));
  const { owner, plural } = parseProperty(first) ?? {};
  return names.size < 2 || plural === undefined
    ? sentenceOf(first)
    : `${listNames([...names])} of ${owner} ${plural}`;
}

type PropertySentence = {
  readonly name: string;
  readonly owner: string;
  /** The rest of the sentence, and the same of several names. */
  readonly end: string;
  readonly plural: string;
};

/** Undefined for a sentence that is not about one property of a component, or has no plural. */
function parseProperty(change: Change): PropertySentence | undefined {
  const [, name, owner, end] = /^(`[^`]+`) of (component `[^`]+`) (.+)$/.exec(sentenceOf(change)) ?? [];
  if (name === undefined || owner === undefined || end === undefined) return undefined;
  const [found] = PLURALS.flatMap(([one, many]) => (one.test(end) ? [end.replace(one, many)] : []));
  return found === undefined ? undefined : { name, owner, end, plural: found };
}

/** How a sentence goes on, of one thing and of several. */
const PLURALS: readonly (readonly [one: RegExp, many: string])[] = [
  [/^is a new property and is required/, "are new properties and are required"],
  [/^is a new property/, "are new properties"],
  [/^is no longer a property/, "are no longer properties"],
  [/^is (?=(?:now|no longer) (?:required|deprecated|read-only|write-only))/, "are "],
  [/^has (?=a different )/, "have "],
  [/^no longer has /, "no longer have "],
  [/^now has /, "now have "],
  [/^(?=(?:may|must) )/, ""],
];
