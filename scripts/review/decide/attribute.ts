/** From a value that one side sends and the other refuses to the changes that it is refused for. */
import { openSession, type Side } from "../../inclusion/index.js";
import type { Direction } from "../../json/direction.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import type { Document, Sides } from "../document/document.js";
import { FORMATS } from "./formats.js";
import { acceptingSide, refusingSide } from "./inclusion.js";
import { referTo } from "./refer-to.js";
import { revert } from "./revert.js";
import { readSchema, type Role } from "./view.js";

/** A change, and a value that would be taken had it not been made. */
export type Cause = {
  readonly change: SchemaChange;
  readonly value: unknown;
  /** Whether another value would be taken as well. */
  readonly isCausedBy: (value: unknown) => boolean;
};

/** So many changes share a session; each of them costs a reading of the document. */
const BATCH = 40;
/** More changes of one schema in use than these are not told apart. */
const MAX_ASKED = 80;
/** For one change. */
const STEPS = 300_000;

/**
 * For each change on its own: a value that the accepting side takes, and that the refusing side would take but for this
 * change. Where every value is refused for several reasons at once, a value that this change alone would refuse.
 */
export function findCauses(
  documents: Sides<Document>,
  use: SchemaUse,
  changes: readonly SchemaChange[],
  confirm: (value: unknown) => boolean,
): Causes {
  const groups = groupSame(changes);
  const firsts = [...groups.keys()];
  const batches = Array.from({ length: Math.ceil(Math.min(firsts.length, MAX_ASKED) / BATCH) }, (_, index) =>
    firsts.slice(index * BATCH, (index + 1) * BATCH),
  );
  const causes = batches.flatMap((few) => findSome(documents, use, few, confirm));
  const sameAs = (change: SchemaChange): readonly SchemaChange[] => groups.get(change) ?? [change];
  return {
    causes: causes.flatMap((cause) => sameAs(cause.change).map((change) => ({ ...cause, change }))),
    left: firsts.slice(MAX_ASKED).flatMap(sameAs),
  };
}

/** A component is met on many ways through a value: what is written at the same places is one change of the documents. */
function groupSame(changes: readonly SchemaChange[]): ReadonlyMap<SchemaChange, readonly SchemaChange[]> {
  const firsts = new Map<string, SchemaChange>();
  const groups = new Map<SchemaChange, SchemaChange[]>();
  for (const change of changes) {
    const { kind, keyword, name, base, head } = change;
    const key = JSON.stringify([kind, keyword, name, base?.pointer, head?.pointer]);
    const first = firsts.get(key) ?? change;
    firsts.set(key, first);
    groups.set(first, [...(groups.get(first) ?? []), change]);
  }
  return groups;
}

export type Causes = {
  readonly causes: readonly Cause[];
  /** Changes that were not asked about. */
  readonly left: readonly SchemaChange[];
};

function findSome(
  documents: Sides<Document>,
  use: SchemaUse,
  few: readonly SchemaChange[],
  confirm: (value: unknown) => boolean,
): readonly Cause[] {
  const { direction } = use;
  const [accepting, refusing] = [acceptingSide(direction), refusingSide(direction)];
  const [sent, taken] = [use[accepting][0], use[refusing][0]];
  if (sent === undefined || taken === undefined) return [];
  const sides = {
    sent: { document: documents[accepting], pointer: sent.pointer },
    taken: { document: documents[refusing], pointer: taken.pointer },
  };
  const byNeed = few.flatMap((change) => {
    const document = revert(documents[refusing], change, refusing);
    return document === undefined ? [] : [{ change, document }];
  });
  const needed = findNeeded(byNeed, { ...sides, direction, confirm });
  const known = new Set(needed.map(({ change }) => change));
  const left = few.flatMap((change) => {
    const document = known.has(change) ? undefined : revert(documents[accepting], change, accepting);
    return document === undefined ? [] : [{ change, document }];
  });
  return [...needed, ...findSufficient(left, { ...sides, direction, confirm })];
}

type Variant = { readonly change: SchemaChange; readonly document: Document };
type Schema = { readonly document: Document; readonly pointer: string };
type Sought = {
  readonly sent: Schema;
  readonly taken: Schema;
  readonly direction: Direction;
  readonly confirm: (value: unknown) => boolean;
};

function findNeeded(
  variants: readonly Variant[],
  { sent, taken, direction, confirm }: Sought,
): readonly Cause[] {
  if (variants.length === 0) return [];
  const without = variants.map(({ change, document }, index) => ({
    change,
    document,
    uri: `${TAKEN}/without/${index}`,
  }));
  const all = [{ uri: TAKEN, document: taken.document }, ...without];
  const questions = without.map(
    ({ uri }) => [`${uri}/question`, isTakenOrNotWithout(uri, taken.pointer)] as const,
  );
  const views = new Map(
    all.map(({ uri, document }) => [uri, readSchema(document, { role: "taken", direction })]),
  );
  const takenSide: Side = {
    documents: new Map<string, unknown>([
      ...all.map(({ uri, document }) => [uri, document.root] as const),
      ...questions,
    ]),
    schemas: all.map(({ uri }) => ({ document: uri, pointer: taken.pointer })),
    view: (schema, place) => views.get(place.document.uri)?.(schema, place) ?? schema,
  };
  const session = openSession([sideOf(SENT, sent, "sent", direction), takenSide], {
    formats: FORMATS,
    steps: STEPS,
  });
  return without.flatMap(({ change, uri }): Cause[] => {
    const question = { document: `${uri}/question`, pointer: "" };
    const decision = session.ask({ document: SENT, pointer: sent.pointer }, question, {
      confirm,
      forbidsNewNames: true,
    });
    if (decision.kind !== "witness") return [];
    const own = { document: uri, pointer: taken.pointer };
    return [{ change, value: decision.value, isCausedBy: (value) => session.evaluate(own, value) === true }];
  });
}

function findSufficient(
  variants: readonly Variant[],
  { sent, direction, confirm }: Sought,
): readonly Cause[] {
  if (variants.length === 0) return [];
  const withIt = variants.map(({ change, document }, index) => ({
    change,
    document,
    uri: `${TAKEN}/with/${index}`,
  }));
  const { pointer } = sent;
  const sides = [
    sideOf(SENT, sent, "sent", direction),
    ...withIt.map(({ uri, document }) => sideOf(uri, { document, pointer }, "taken", direction)),
  ];
  const session = openSession(sides, { formats: FORMATS, steps: STEPS });
  return withIt.flatMap(({ change, uri }): Cause[] => {
    const own = { document: uri, pointer };
    const decision = session.ask({ document: SENT, pointer }, own, { confirm, forbidsNewNames: true });
    if (decision.kind !== "witness") return [];
    return [{ change, value: decision.value, isCausedBy: (value) => session.evaluate(own, value) === false }];
  });
}

function sideOf(uri: string, { document, pointer }: Schema, role: Role, direction: Direction): Side {
  return {
    documents: new Map([[uri, document.root]]),
    schemas: [{ document: uri, pointer }],
    view: readSchema(document, { role, direction }),
  };
}

const SENT = "review:///sent";
const TAKEN = "review:///taken";

/** What refuses a value only where the change is what it is refused for. */
function isTakenOrNotWithout(uri: string, pointer: string): unknown {
  return { anyOf: [referTo(TAKEN, pointer), { not: referTo(uri, pointer) }] };
}
