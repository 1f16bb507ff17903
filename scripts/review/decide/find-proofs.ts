/** From a value that one side sends and the other refuses to a value for each change that it is refused for. */
import { isRecord } from "../../json/pointer.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import { readKeyword, type Comparison } from "../keywords/index.js";
import { findCauses, type Attribution, type Cause } from "./attribution/attribute.js";
import type { Checker } from "./compile-schemas.js";
import { refusingSide } from "./inclusion.js";
import type { Outcome, Proof } from "./outcome.js";
import { shrink } from "./shrink.js";
import { findTextCauses } from "./text/decide-texts.js";

type Refused = {
  readonly use: SchemaUse;
  readonly suspects: readonly SchemaChange[];
  /** What the accepting side takes and the refusing side does not. */
  readonly value: unknown;
  /** Whether the validators say the same of another value. */
  readonly holds: (value: unknown) => boolean;
  readonly refusing: Checker;
};

type Known = Pick<Outcome, "effects"> & {
  /** Whether another change than these is known to be to blame. */
  readonly isExplained: boolean;
};

type Proofs = Pick<Outcome, "proofs" | "undecided" | "reason">;

/** Asks for each change on its own; where none alone is to blame, the value that was found speaks for what refuses it. */
export function findProofs(
  refused: Refused,
  { effects, isExplained }: Known,
  attribution: Attribution,
): Proofs {
  const { use, suspects, value, holds, refusing } = refused;
  const prove = (found: unknown, isCausedBy: (smaller: unknown) => boolean = () => true): Proof => {
    const smallest = use.text ? found : shrink(sortNames(found), (each) => holds(each) && isCausedBy(each));
    return { use, value: smallest, issues: refusing.issues(smallest) };
  };
  const likely = rankSuspects(suspects, effects, use);
  const asked = likely.length > 0 ? likely : suspects;
  const { causes, left } =
    suspects.length > 1 || isExplained
      ? findAll({ ...refused, suspects: asked }, attribution)
      : { causes: [], left: [] };
  if (causes.length > 0 || isExplained) {
    const proofs = new Map(
      causes.map((cause) => [cause.change, prove(cause.value, cause.isCausedBy)] as const),
    );
    const open = left.filter((change) => !isUnlikely(change, effects, harmlessEffect(use)));
    return { proofs, undecided: new Set(open), reason: open.length > 0 ? TOO_MANY : undefined };
  }
  const proof = prove(value);
  const blamed = blame(attribution.inclusions.blame(use, proof.value), suspects, effects, use);
  return {
    proofs: new Map(blamed.map((change) => [change, proof] as const)),
    undecided: new Set(),
    reason: undefined,
  };
}

/** Keywords that ask for nothing but what their own value says. */
const PLAIN = new Set([
  "type",
  "enum",
  "const",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "required",
]);

/** What gives callers more and takes nothing away. */
function harmlessEffect({ direction }: SchemaUse): Comparison {
  return direction === "request" ? "wider" : "narrower";
}

/** The changes that may break: first those that do so at their spot, then those that only something on the way to them turns. */
function rankSuspects(
  suspects: readonly SchemaChange[],
  effects: Outcome["effects"],
  use: SchemaUse,
): readonly SchemaChange[] {
  const harmless = harmlessEffect(use);
  const likely = suspects.filter((change) => mayBreak(change, effects.get(change), harmless));
  const isLast = (change: SchemaChange): boolean => isUnlikely(change, effects, harmless);
  return [...likely.filter((change) => !isLast(change)), ...likely.filter(isLast)];
}

/** A new name of an open object, or what takes nothing away at its spot. */
function isUnlikely(change: SchemaChange, effects: Outcome["effects"], harmless: Comparison): boolean {
  if (change.kind === "property" && change.comparison === "same") return true;
  return effects.get(change) === harmless;
}

function mayBreak(
  { kind, keyword, comparison, isDirect }: SchemaChange,
  effect: Comparison | undefined,
  harmless: Comparison,
): boolean {
  if (effect === "same") return false;
  if (!isDirect) return true;
  if (effect === harmless) return false;
  if (kind === "property") return comparison !== "same";
  const isPlain = PLAIN.has(keyword) || readKeyword(keyword).kind === "value";
  return !(isPlain && comparison === harmless);
}

const TOO_MANY = "more changes come together here than are told apart";

/** A value of texts is shown as it was found, so that nobody asks what else a change is the cause of. */
type Found = {
  readonly causes: readonly (Omit<Cause, "isCausedBy"> & Partial<Cause>)[];
  readonly left: readonly SchemaChange[];
};

function findAll({ use, suspects, holds }: Refused, attribution: Attribution): Found {
  const { text } = use;
  if (text === undefined) return findCauses(attribution, use, suspects, holds);
  const found = findTextCauses({ ...use, text }, suspects, attribution.documents, holds);
  return { causes: [...found].map(([change, value]) => ({ change, value })), left: [] };
}

/** Names in the order of the alphabet: a value that is found has them in an order that says nothing. */
function sortNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortNames);
  if (!isRecord(value)) return value;
  const names = Object.keys(value).toSorted();
  return Object.fromEntries(names.map((name) => [name, sortNames(value[name])]));
}

/** The changes of the keywords that refuse, or else those at spots that accept something else now. */
function blame(
  pointers: readonly string[],
  suspects: readonly SchemaChange[],
  effects: Outcome["effects"],
  { direction }: SchemaUse,
): readonly SchemaChange[] {
  const side = refusingSide(direction);
  const isAt = ({ [side]: place }: SchemaChange): boolean =>
    place !== undefined &&
    pointers.some((pointer) => isWithin(pointer, place.pointer) || isWithin(place.pointer, pointer));
  const isEffective = (change: SchemaChange): boolean => effects.get(change) !== "same";
  const said = suspects.filter((change) => isEffective(change) && isAt(change));
  if (said.length > 0) return said;
  const [first] = [...suspects.filter(isEffective), ...suspects];
  return first === undefined ? [] : [first];
}

function isWithin(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}
