/** For a change at a spot of a schema: a part of a value that the refusing side refuses there because of the change. */
import type { Address, Session } from "../../../inclusion/index.js";
import type { Direction } from "../../../json/direction.js";
import { placeAt } from "../../../json/place.js";
import type { SchemaChange } from "../../differ/schemas/index.js";
import type { Document } from "../../document/document.js";
import { readDemand } from "./demands.js";
import { uriOf } from "../inclusion.js";
import { referTo } from "../refer-to.js";
import { readSchema } from "../view.js";
import type { Variants } from "./variants.js";

/** A change, and the schemas that it is asked at: JSON Pointers of what is sent there and of what is taken. */
export type Root = {
  readonly change: SchemaChange;
  readonly sent: string;
  readonly taken: string;
  /** Whether it is the change's own spot, or one further out. */
  readonly isOwn: boolean;
};

/** The accepting and the refusing side, in a session that knows both. */
export type Ends = {
  readonly sent: Document;
  readonly taken: Document;
  readonly direction: Direction;
  readonly session: Session;
  readonly variants: Variants;
};

/** What is refused; `undecided` where the steps ended before that was known. */
export type Part = { readonly value: unknown } | "undecided";

/** For one change at its own spot, and further out, where much more is asked about and less is found. */
const STEPS = { own: 100_000, outer: 5000 };

/**
 * What is refused at a root, where anything is as far as it was decided: a value that would be taken but for the change.
 * Where every value is refused for several reasons at once, one that the change refuses as well: by what it asks
 * by itself or, where that cannot be said, by being made alone.
 */
export function findRefusedPart(ends: Ends, root: Root): Part | undefined {
  const plain = readPlain(ends, root);
  // An alternative is asked about as it stands: a document with one more differs from the others all over.
  const needed = plain?.isBranch === true ? undefined : findNeeded(ends, root);
  if (isFound(needed)) return needed;
  return (plain === undefined ? findSufficient(ends, root) : findPlain(ends, root, plain)) ?? needed;
}

export function isFound(part: Part | undefined): part is Exclude<Part, "undecided"> {
  return part !== undefined && part !== "undecided";
}

function uriOfSent({ sent, direction }: Ends): string {
  return uriOf(sent.side, "sent", direction);
}

function uriOfTaken({ taken, direction }: Ends): string {
  return uriOf(taken.side, "taken", direction);
}

/** Values of `a` that are none of `b`, schemas that refer to the two sides. */
type Plain = { readonly a: unknown; readonly b: unknown; readonly isBranch: boolean };

function readPlain(ends: Ends, root: Root): Plain | undefined {
  if (!root.isOwn) return undefined;
  const { sent, taken, direction } = ends;
  const demand = readDemand({
    change: root.change,
    accepting: sent.side,
    refusing: taken.side,
    taken: [placeAt(taken, root.taken)],
    view: readSchema(taken, { role: "taken", direction }),
    uri: uriOfTaken(ends),
  });
  if (demand === undefined) return undefined;
  const a = referTo(uriOfSent(ends), root.sent);
  if (!("branch" in demand)) return { a, b: demand.asks, isBranch: false };
  const branch = referTo(uriOfSent(ends), demand.branch.pointer);
  return { a: { allOf: [a, branch] }, b: referTo(uriOfTaken(ends), root.taken), isBranch: true };
}

function findPlain(ends: Ends, root: Root, { a, b }: Plain): Part | undefined {
  const { variants } = ends;
  return ask(ends, root, variants.add(uriOfSent(ends), a), variants.add(uriOfTaken(ends), b));
}

/** What is refused, but would be taken had the change not been made. */
function findNeeded(ends: Ends, root: Root): Part | undefined {
  const { taken, direction, variants } = ends;
  const without = variants.vary(taken, direction, root.change);
  if (without === undefined) return undefined;
  // It refuses a value only where the change is what it is refused for.
  const schema = { anyOf: [referTo(uriOfTaken(ends), root.taken), { not: referTo(without, root.taken) }] };
  return ask(ends, root, { document: uriOfSent(ends), pointer: root.sent }, variants.add(without, schema));
}

/** What would be refused had the change alone been made. */
function findSufficient(ends: Ends, root: Root): Part | undefined {
  const { sent, direction, variants } = ends;
  const changed = variants.vary(sent, direction, root.change);
  if (changed === undefined) return undefined;
  const pointer = root.sent;
  return ask(ends, root, { document: uriOfSent(ends), pointer }, { document: changed, pointer });
}

function ask({ session }: Ends, { isOwn }: Root, a: Address, b: Address): Part | undefined {
  const steps = isOwn ? STEPS.own : STEPS.outer;
  const decision = session.ask(a, b, { forbidsNewNames: true, steps });
  if (decision.kind === "included") return undefined;
  return decision.kind === "witness" ? decision : "undecided";
}
