/** For each schema in use that changed: is what one side sends still taken by the other, and if not, because of which change? */
import { SchemaError, type Checker } from "./compile-schemas.js";
import { compileUses } from "./compile-uses.js";
import type { Document, Sides } from "../document/document.js";
import { acceptingSide, openInclusions, refusingSide, type Inclusions } from "./inclusion.js";
import { findProofs } from "./find-proofs.js";
import type { ChangedSchema } from "../differ/index.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import { constraintsOf } from "../schema/constraints.js";
import { KEPT, type Outcome, type Proof } from "./outcome.js";
import { createSpots, type Spots } from "./spots.js";
import { decideTexts, type TextUse } from "./text/decide-texts.js";
import { readAsText } from "./text/read-texts.js";
import { limitValue, writeTexts } from "./text/text-form.js";

export type Decided = {
  /** Those that were given; changes that cancel out are one. */
  readonly schemas: readonly ChangedSchema[];
  readonly outcomes: ReadonlyMap<SchemaUse, Outcome>;
  /** What keeps schemas of base from being judged: its own are no validators. */
  readonly unread: readonly SchemaError[];
};

type Decision = ReturnType<Inclusions["keeps"]>;

/** A schema in use that differs, and whether what is sent there is still taken. */
type Asked = ChangedSchema & { readonly decision: Decision; readonly isTolerated: boolean };

type Deciding = {
  readonly documents: Sides<Document>;
  readonly inclusions: Inclusions;
  readonly spots: Spots;
  /** Changes that have been asked about, by direction and name, with what was shown. */
  readonly asked: Map<string, Proof | undefined>;
};

/**
 * Asks of every use whose schemas may accept different values; those that are refused some are compiled.
 * @throws SchemaError when a schema of head is none.
 */
export async function decideUses(
  all: readonly ChangedSchema[],
  documents: Sides<Document>,
): Promise<Decided> {
  const doubtful = all.filter(isDoubtful);
  if (doubtful.length === 0) return { schemas: all, outcomes: new Map(), unread: [] };
  const inclusions = openInclusions(
    documents,
    doubtful.map(({ use }) => use),
    limitUse,
  );
  const deciding = {
    documents,
    inclusions,
    spots: createSpots(inclusions),
    asked: new Map<string, Proof | undefined>(),
  };
  const asked = new Map(doubtful.map((changed) => [changed.use, askWhole(changed, deciding)]));
  const { outcomes, unread } = await judgeAll([...asked.values()], deciding);
  const read = all.filter(({ use }) => !unread.has(use));
  return {
    schemas: read.map((changed) => asked.get(changed.use) ?? changed),
    outcomes,
    unread: [...new Map([...unread.values()].map((error) => [error.pointer, error])).values()],
  };
}

/** A component by itself is nobody's, and most annotations say nothing of the value. */
function isDoubtful({ use, changes }: ChangedSchema): boolean {
  return use.part.kind !== "component" && changes.some(isAsserting);
}

function isAsserting({ kind, keyword }: SchemaChange): boolean {
  return kind !== "annotation" || keyword === "readOnly" || keyword === "writeOnly";
}

function limitUse(use: SchemaUse) {
  const { text, direction } = use;
  const { types } = constraintsOf(use[acceptingSide(direction)], direction);
  return text && limitValue(text, types);
}

function askWhole(changed: ChangedSchema, { inclusions, spots }: Deciding): Asked {
  const decision = inclusions.keeps(changed.use);
  // Where the whole is not decided, nor would its parts be without much ado.
  const changes = decision.kind === "undecided" ? changed.changes : spots.collapse(changed);
  const isTolerated = decision.kind === "witness" && isTolerable(changed, inclusions);
  return { ...changed, changes, decision, isTolerated };
}

/**
 * An answer that is refused only because it matches several alternatives of which one should match breaks nobody: no
 * server sent it before. That is so as long as the alternatives are the same.
 */
function isTolerable({ use, changes }: ChangedSchema, inclusions: Inclusions): boolean {
  if (use.direction === "request") return false;
  if (changes.some(({ kind, keyword }) => kind === "assertion" && keyword.endsWith("Of"))) return false;
  return inclusions.keepsButForOneOf(use).kind === "included";
}

type Judged = {
  readonly outcomes: ReadonlyMap<SchemaUse, Outcome>;
  /** Uses whose schema in base is none. */
  readonly unread: ReadonlyMap<SchemaUse, SchemaError>;
};

async function judgeAll(asked: readonly Asked[], deciding: Deciding): Promise<Judged> {
  const groups = groupAlike(asked);
  if (process.env["TRACE"]) console.error("asked", asked.length, (process.cpuUsage().user / 1e6).toFixed(2));
  const open = groups.flatMap(([first]) => (first !== undefined && isOpen(first) ? [first.use] : []));
  const checkersOf = await compileUses(open, deciding.documents);
  if (process.env["TRACE"])
    console.error("compiled", open.length, "of", groups.length, (process.cpuUsage().user / 1e6).toFixed(2));
  const outcomes = new Map<SchemaUse, Outcome>();
  const unread = new Map<SchemaUse, SchemaError>();
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    const { base, head } = checkersOf(first.use);
    if (base instanceof SchemaError) {
      for (const { use } of group) unread.set(use, base);
      continue;
    }
    if (head instanceof SchemaError) throw head;
    if (process.env["TRACE"])
      console.error(
        "judge",
        first.changes.length,
        first.decision.kind,
        (process.cpuUsage().user / 1e6).toFixed(2),
      );
    const outcome = judgeUse(first, { base, head }, deciding);
    for (const { use, changes } of group) outcomes.set(use, passOn(outcome, first.changes, changes));
  }
  return { outcomes, unread };
}

function isOpen({ decision, isTolerated }: Asked): boolean {
  return decision.kind !== "included" && !isTolerated;
}

/** A component that differs does so in every operation that uses it: the first of the uses speaks for the others. */
function groupAlike(all: readonly Asked[]): readonly (readonly Asked[])[] {
  const groups = new Map<string, Asked[]>();
  for (const one of all) {
    const { use, changes, decision, isTolerated } = one;
    const way = [use.direction, decision.kind, isTolerated, use.text];
    const key = JSON.stringify([way, changes.filter(isAsserting).map(nameChange)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** Equal for one difference of the documents that is met on the way through two uses. */
function nameChange({ kind, keyword, name, spot, comparison }: SchemaChange): string {
  return JSON.stringify([kind, keyword, name, spot, comparison]);
}

/** The same for the changes of a use that was not looked at. */
function passOn(outcome: Outcome, from: readonly SchemaChange[], to: readonly SchemaChange[]): Outcome {
  if (from === to) return outcome;
  const byName = new Map(from.map((change) => [nameChange(change), change]));
  const pairs = to.flatMap((change) => {
    const known = byName.get(nameChange(change));
    return known === undefined ? [] : [{ change, known }];
  });
  const move = <T>(found: ReadonlyMap<SchemaChange, T>): ReadonlyMap<SchemaChange, T> =>
    new Map(
      pairs.flatMap(({ change, known }) => {
        const value = found.get(known);
        return value === undefined ? [] : [[change, value] as const];
      }),
    );
  const undecided = pairs.filter(({ known }) => outcome.undecided.has(known));
  return {
    ...outcome,
    proofs: move(outcome.proofs),
    effects: move(outcome.effects),
    undecided: new Set(undecided.map(({ change }) => change)),
  };
}

function judgeUse(asked: Asked, checkers: Sides<Checker>, deciding: Deciding): Outcome {
  const { use, changes, decision, isTolerated } = asked;
  const { inclusions, spots } = deciding;
  const isText = isTextUse(use);
  const suspects = changes.filter((change) => isAsserting(change) && change.kind !== "rewrite");
  const shared: Outcome = {
    ...KEPT,
    isOpened: (isText ? askTexts(use, inclusions) : inclusions.keepsBack(use)).kind !== "included",
    // Where the whole is not decided, nor would its parts be without much ado.
    effects: new Map(
      decision.kind === "undecided"
        ? []
        : suspects.map((change) => [change, spots.compare(change, use.direction)]),
    ),
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
  const nameOf = (change: SchemaChange): string => `${use.direction} ${nameChange(change)}`;
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

function askTexts(use: TextUse, inclusions: Inclusions): Decision {
  const decision = inclusions.keepsBack(use);
  return decision.kind === "included" ? decision : decideTexts(use, true);
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

/** The changes that may be to blame where nothing is decided: those that break by themselves, or else all. */
function leftOpen(
  suspects: readonly SchemaChange[],
  { direction }: SchemaUse,
  { effects }: Outcome,
): ReadonlySet<SchemaChange> {
  const breaks = direction === "request" ? "narrower" : "wider";
  const open = suspects.filter(
    (change) =>
      change.kind === "assertion" &&
      effects.get(change) !== "same" &&
      (change.comparison === breaks || change.comparison === "incomparable"),
  );
  return new Set(open.length > 0 ? open : suspects);
}
