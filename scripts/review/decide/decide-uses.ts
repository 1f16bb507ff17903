/** For each schema in use that changed: is what one side sends still taken by the other, and if not, because of which change? */
import type { ChangedSchema } from "../differ/index.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import type { Document, Sides } from "../document/document.js";
import { constraintsOf } from "../schema/constraints.js";
import { openAttribution } from "./attribution/attribute.js";
import { SchemaError } from "./compile-schemas.js";
import { compileUses } from "./compile-uses.js";
import { acceptingSide, openInclusions, type Inclusions } from "./inclusion.js";
import { isAsserting, judgeUse, nameChange, type Asked, type Deciding } from "./judge-use.js";
import type { Outcome, Proof } from "./outcome.js";
import { createSpots } from "./spots.js";
import { limitValue } from "./text/text-form.js";

export type Decided = {
  /** Those that were given; changes that cancel out are one. */
  readonly schemas: readonly ChangedSchema[];
  readonly outcomes: ReadonlyMap<SchemaUse, Outcome>;
  /** What keeps schemas of base from being judged: its own are no validators. */
  readonly unread: readonly SchemaError[];
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
    ...openAttribution(documents, inclusions),
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

const CHOICES = ["anyOf", "oneOf", "then", "else"] as const;

function limitUse(use: SchemaUse) {
  const { text, direction } = use;
  const { types, parts } = constraintsOf(use[acceptingSide(direction)], direction);
  // Alternatives may say of what types a value is as well.
  const isChoice = parts.some(({ schema }) => CHOICES.some((keyword) => keyword in schema));
  return text && limitValue(text, types.size >= 6 && !isChoice);
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
  return inclusions.keepsButForOneOf(use);
}

type Judged = {
  readonly outcomes: ReadonlyMap<SchemaUse, Outcome>;
  /** Uses whose schema in base is none. */
  readonly unread: ReadonlyMap<SchemaUse, SchemaError>;
};

async function judgeAll(asked: readonly Asked[], deciding: Deciding): Promise<Judged> {
  const groups = groupAlike(asked);
  const open = groups.flatMap(([first]) => (first !== undefined && isOpen(first) ? [first.use] : []));
  const checkersOf = await compileUses(open, deciding.documents);
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
