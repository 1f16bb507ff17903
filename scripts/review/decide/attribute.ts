/** From a value that one side sends and the other refuses to the changes that it is refused for. */
import { openSession, type Side } from "../../inclusion/index.js";
import type { Direction } from "../../json/direction.js";
import { splitPointer } from "../../json/pointer.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import type { Document, Sides } from "../document/document.js";
import { FORMATS } from "./formats.js";
import { acceptingSide, refusingSide } from "./inclusion.js";
import { revert } from "./revert.js";
import { readSchema, type Role } from "./view.js";

/** A change, and a value that would be taken had it not been made. */
export type Cause = {
  readonly change: SchemaChange;
  readonly value: unknown;
  /** Whether another value would be taken as well. */
  readonly isCausedBy: (value: unknown) => boolean;
};

/** More changes than these are told from the values that are found for others. */
const MAX_ASKED = 40;
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
): readonly Cause[] {
  const { direction } = use;
  const [accepting, refusing] = [acceptingSide(direction), refusingSide(direction)];
  const [sent, taken] = [use[accepting][0], use[refusing][0]];
  if (sent === undefined || taken === undefined) return [];
  const few = changes.slice(0, MAX_ASKED);
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
  const fragment = splitPointer(pointer).map((key) => encodeURIComponent(escapeKey(key)));
  const at = (document: string) => ({ $ref: `${document}#/${fragment.join("/")}` });
  return { anyOf: [at(TAKEN), { not: at(uri) }] };
}

/** RFC 6901 §3. */
function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
