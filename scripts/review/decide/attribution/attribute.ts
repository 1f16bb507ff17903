/** From a value that one side sends and the other refuses to the changes that it is refused for. */
import type { Address } from "../../../inclusion/index.js";
import type { SchemaUse } from "../../differ/facts.js";
import type { SchemaChange, Stop } from "../../differ/schemas/index.js";
import type { Document, SideName, Sides } from "../../document/document.js";
import { nodeKey } from "../../schema/flatten.js";
import { carryOut } from "./carry-out.js";
import { acceptingSide, refusingSide, type Inclusions } from "../inclusion.js";
import { findRefusedPart, isFound, type Part } from "./refused-parts.js";
import { createVariants, type Variants } from "./variants.js";

/** A change, and a value that is refused because of it. */
export type Cause = {
  readonly change: SchemaChange;
  readonly value: unknown;
  /** Whether another value is refused because of it as well. */
  readonly isCausedBy: (value: unknown) => boolean;
};

export type Causes = {
  readonly causes: readonly Cause[];
  /** Changes that were not asked about, or not as far as an answer. */
  readonly left: readonly SchemaChange[];
};

/** What is known of all uses: both documents, and what was asked of them. */
export type Attribution = {
  readonly documents: Sides<Document>;
  readonly inclusions: Inclusions;
  readonly variants: Variants;
  /** What is refused at a spot because of a change, by direction, change and spot: whatever use leads there. */
  readonly known: Map<string, Part | undefined>;
};

export function openAttribution(documents: Sides<Document>, inclusions: Inclusions): Attribution {
  return { documents, inclusions, variants: createVariants(inclusions.session), known: new Map() };
}

/** So many are asked further out than at their own spots, where each costs a longer search. */
const MAX_OUTER = 8;
/** More changes of one schema in use than these are not told apart. */
const MAX_ASKED = 80;

/**
 * For each change on its own a value that the accepting side takes and the refusing side refuses because of it: a part of
 * one is sought at the spot of the change, and carried out to the whole. What shows there and not in the whole, or
 * only further out, is asked for further out.
 */
export function findCauses(
  attribution: Attribution,
  use: SchemaUse,
  changes: readonly SchemaChange[],
  confirm: (value: unknown) => boolean,
): Causes {
  const groups = groupSame(changes);
  const firsts = [...groups.keys()];
  const asked = firsts.slice(0, MAX_ASKED);
  const { found, undecided } = findAll({ ...attribution, use, confirm }, asked);
  const left = [...firsts.slice(MAX_ASKED), ...undecided];
  return {
    causes: asked.flatMap((first) => {
      const cause = found.get(first);
      return cause === undefined ? [] : (groups.get(first) ?? []).map((change) => ({ ...cause, change }));
    }),
    left: left.flatMap((first) => groups.get(first) ?? []),
  };
}

/** A component is met on many ways through a value: what is written at the same places is one change of the documents. */
function groupSame(changes: readonly SchemaChange[]): ReadonlyMap<SchemaChange, readonly SchemaChange[]> {
  const firsts = new Map<string, SchemaChange>();
  const groups = new Map<SchemaChange, SchemaChange[]>();
  for (const change of changes) {
    const name = nameAtPlaces(change);
    const first = firsts.get(name) ?? change;
    firsts.set(name, first);
    groups.set(first, [...(groups.get(first) ?? []), change]);
  }
  return groups;
}

function nameAtPlaces({ kind, keyword, name, base, head }: SchemaChange): string {
  return JSON.stringify([kind, keyword, name, base?.pointer, head?.pointer]);
}

type Asking = Attribution & {
  readonly use: SchemaUse;
  readonly confirm: (value: unknown) => boolean;
};

type Parts = ReadonlyMap<SchemaChange, Part>;

type Answers = {
  readonly found: ReadonlyMap<SchemaChange, Cause>;
  readonly undecided: readonly SchemaChange[];
};

/** From the spots of all changes outwards, as long as something may still show. */
function findAll(asking: Asking, changes: readonly SchemaChange[]): Answers {
  const found = new Map<SchemaChange, Cause>();
  const undecided: SchemaChange[] = [];
  let open = changes.map((change) => ({ change, stops: listStops(change) }));
  while (open.length > 0) {
    const asked = open.flatMap(({ change, stops: [stop] }) => (stop === undefined ? [] : [{ change, stop }]));
    const parts = findParts(asking, asked);
    for (const cause of carryAll(asking, asked, parts)) found.set(cause.change, cause);
    const left = open.filter(
      ({ change, stops: [stop] }) => !found.has(change) && (stop?.isDecisive !== true || parts.has(change)),
    );
    // Of what is refused at its spot, only the way to the whole is open.
    const further = left
      .filter(({ stops }) => stops.length > 1)
      .toSorted((a, b) => Number(parts.has(b.change)) - Number(parts.has(a.change)))
      .slice(0, MAX_OUTER);
    undecided.push(...left.filter((each) => !further.includes(each)).map(({ change }) => change));
    open = further.map(({ change, stops: [, ...rest] }) => ({ change, stops: rest }));
  }
  return { found, undecided };
}

/** `isDecisive`: what is taken here is taken in the whole. */
type Asked = Stop & { readonly isDecisive: boolean };

/** The schemas at which a change is asked: at its own spot, around each step that turns or counts what is below it, and the whole. */
function listStops({ trail }: SchemaChange): readonly Asked[] {
  const turns = trail.map((_, index) => trail[index + 1]?.isDirect === false);
  return trail
    .map((stop, index) => ({ ...stop, isDecisive: !turns.slice(0, index).includes(true) }))
    .filter((stop, index) => {
      const isAsked = index === 0 || index === trail.length - 1 || turns[index] === true;
      return isAsked && stop.base.length === 1 && stop.head.length === 1;
    })
    .toReversed();
}

type At = { readonly change: SchemaChange; readonly stop: Asked };

function findParts(asking: Asking, asked: readonly At[]): Parts {
  return new Map(
    asked.flatMap((at) => {
      const part = findPart(asking, at);
      return part === undefined ? [] : [[at.change, part] as const];
    }),
  );
}

function findPart(asking: Asking, { change, stop }: At): Part | undefined {
  const { documents, inclusions, variants, known } = asking;
  const { direction } = asking.use;
  const [accepting, refusing] = [acceptingSide(direction), refusingSide(direction)];
  const [[sent], [taken]] = [stop[accepting], stop[refusing]];
  if (sent === undefined || taken === undefined) return undefined;
  const name = [direction, nameAtPlaces(change), nodeKey(stop.base), nodeKey(stop.head)].join("\n");
  if (known.has(name)) return known.get(name);
  const isOwn = stop.path === change.trail.at(-1)?.path;
  const { session } = inclusions;
  const part = findRefusedPart(
    { sent: documents[accepting], taken: documents[refusing], direction, session, variants },
    { change, sent: sent.pointer, taken: taken.pointer, isOwn },
  );
  known.set(name, part);
  return part;
}

function carryAll(asking: Asking, asked: readonly At[], parts: Parts): readonly Cause[] {
  const { inclusions, variants, use, confirm } = asking;
  const { direction } = use;
  const { session } = inclusions;
  return asked.flatMap(({ change, stop: { path } }) => {
    const part = parts.get(change);
    if (!isFound(part)) return [];
    const ends = { session, variants, direction };
    const value = carryOut(use, ends, { path, value: part.value }, confirm);
    if (value === undefined) return [];
    return [{ change, value, isCausedBy: findTest(asking, change, value) }];
  });
}

type Test = (value: unknown) => boolean;

/** What holds of the value and is to hold of a smaller one: it would be taken but for the change, or the change alone refuses it. */
function findTest(asking: Asking, change: SchemaChange, value: unknown): Test {
  const { direction } = asking.use;
  const isTakenWithout = createTest(asking, refusingSide(direction), change);
  if (isTakenWithout(value)) return isTakenWithout;
  const isTakenWith = createTest(asking, acceptingSide(direction), change);
  const isRefused = !isTakenWith(value);
  return (smaller) => isRefused && !isTakenWith(smaller);
}

/** Whether a value is taken by one side, were it not for the other side's words for a change. */
function createTest(asking: Asking, side: SideName, change: SchemaChange): Test {
  const { documents, inclusions, variants, use } = asking;
  const [place] = use[side];
  const document = variants.vary(documents[side], use.direction, change);
  if (place === undefined || document === undefined) return () => false;
  const address: Address = { document, pointer: place.pointer };
  return (value) => inclusions.session.evaluate(address, value) === true;
}
