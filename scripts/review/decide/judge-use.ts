/** What is known of one use: what was decided, held to the validators, and the changes that are to blame. */
import type { SchemaUse } from "../differ/facts.js";
import type { ChangedSchema } from "../differ/index.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import type { Sides } from "../document/document.js";
import type { Attribution } from "./attribution/attribute.js";
import type { Checker } from "./compile-schemas.js";
import { findProofs } from "./find-proofs.js";
import { acceptingSide, refusingSide, type Inclusions } from "./inclusion.js";
import { KEPT, type Outcome, type Proof } from "./outcome.js";
import type { Spots } from "./spots.js";
import { decideTexts, type TextUse } from "./text/decide-texts.js";
import { readAsText } from "./text/read-texts.js";
import { writeTexts } from "./text/text-form.js";

type Decision = ReturnType<Inclusions["keeps"]>;

/** A schema in use that differs, and whether what is sent there is still taken. */
export type Asked = ChangedSchema & { readonly decision: Decision; readonly isTolerated: boolean };

export type Deciding = Attribution & {
  readonly spots: Spots;
  /** Changes that have been asked about, by direction, form and name, with what was shown. */
  readonly asked: Map<string, Proof | undefined>;
};

/** Most annotations say nothing of the value. */
export function isAsserting({ kind, keyword }: SchemaChange): boolean {
  return kind !== "annotation" || keyword === "readOnly" || keyword === "writeOnly";
}

/** Equal for one difference of the documents that is met on the way through two uses. */
export function nameChange({ kind, keyword, name, spot, comparison }: SchemaChange): string {
  return JSON.stringify([kind, keyword, name, spot, comparison]);
}

export function judgeUse(asked: Asked, checkers: Sides<Checker>, deciding: Deciding): Outcome {
  const { use, changes, decision, isTolerated } = asked;
  const { inclusions, spots } = deciding;
  const isText = isTextUse(use);
  const suspects = changes.filter((change) => isAsserting(change) && change.kind !== "rewrite");
  const shared: Outcome = {
    ...KEPT,
    isOpened: !(inclusions.keepsBack(use) || (isText && decideTexts(use, true).kind === "included")),
    effects: new Map(suspects.map((change) => [change, spots.compare(change, use.direction)])),
  };
  if (isTolerated) return { ...shared, note: TOLERATED };
  if (decision.kind === "included") return shared;
  const [accepting, refusing] = [acceptingSide(use.direction), refusingSide(use.direction)];
  const read = isText ? (checker: Checker) => readAsText(checker, use.text) : (checker: Checker) => checker;
  const ends = { accepting: read(checkers[accepting]), refusing: read(checkers[refusing]) };
  const holds = (value: unknown) => ends.accepting.accepts(value) && !ends.refusing.accepts(value);
  const found = isText ? confirmTexts(use, decision, holds) : confirmValue(decision, holds);
  if (found.kind === "included") return shared;
  if (found.kind === "undecided")
    return { ...shared, undecided: leftOpen(suspects, use, shared), reason: found.reason };
  const way = JSON.stringify([use.direction, use.text]);
  const nameOf = (change: SchemaChange): string => `${way} ${nameChange(change)}`;
  // What another use has shown of a change that is met there as well need not be asked again.
  const known = suspects.flatMap((change) => {
    const proof = deciding.asked.get(nameOf(change));
    return proof === undefined ? [] : [[change, proof] as const];
  });
  const fresh = suspects.filter((change) => known.length === 0 || !deciding.asked.has(nameOf(change)));
  const broken = { use, suspects: fresh, value: found.value, holds, refusing: ends.refusing };
  const proved = findProofs(broken, { effects: shared.effects, isExplained: known.length > 0 }, deciding);
  for (const change of fresh) deciding.asked.set(nameOf(change), proved.proofs.get(change));
  return { ...shared, ...proved, proofs: new Map([...known, ...proved.proofs]) };
}

const TOLERATED =
  "base refuses an answer here only because it matches more than one alternative of a `oneOf`.";
const NOT_CONFIRMED = "the value that was found for it is not confirmed by the validators";

function isTextUse(use: SchemaUse): use is TextUse {
  return use.text !== undefined;
}

function confirmValue(decision: Decision, holds: (value: unknown) => boolean): Decision {
  if (decision.kind !== "witness" || holds(decision.value)) return decision;
  return { kind: "undecided", reason: NOT_CONFIRMED, place: undefined };
}

/** A value that is refused may have a text that is taken. */
function confirmTexts(use: TextUse, decision: Decision, holds: (value: unknown) => boolean): Decision {
  const texts = decision.kind === "witness" ? writeTexts(decision.value) : undefined;
  return texts !== undefined && holds(texts)
    ? { kind: "witness", value: texts }
    : decideTexts(use, false, holds);
}

/**
 * The changes that may be to blame where nothing is decided: of those at whose spots not all that is sent is taken, or
 * else of all, those that break by themselves, or else all.
 */
function leftOpen(
  suspects: readonly SchemaChange[],
  { direction }: SchemaUse,
  { effects }: Outcome,
): ReadonlySet<SchemaChange> {
  const [keeps, breaks] = direction === "request" ? ["wider", "narrower"] : ["narrower", "wider"];
  const isKept = (change: SchemaChange): boolean => {
    const effect = effects.get(change);
    return (effect === "same" || effect === keeps) && change.trail.every(({ isDirect }) => isDirect);
  };
  const isBreak = ({ kind, comparison }: SchemaChange): boolean =>
    kind === "assertion" && (comparison === breaks || comparison === "incomparable");
  const open = orAll(suspects, (change) => !isKept(change));
  return new Set(orAll(open, (change) => isBreak(change) && effects.get(change) !== "same"));
}

function orAll<T>(list: readonly T[], isWanted: (one: T) => boolean): readonly T[] {
  const wanted = list.filter(isWanted);
  return wanted.length > 0 ? wanted : list;
}
