/** For each schema in use that changed: values that one side accepts and the other refuses, looked for among samples. */
import { compileSchemas, createPatternJudge, type Checker, type JudgePatterns } from "./compile-schemas.js";
import { search, type Outcome, type Proof } from "./search/counterexample.js";
import type { Document, Sides } from "../document/document.js";
import { openInclusions, type Inclusions } from "./inclusion.js";
import { outcomeOfIncluded, outcomeOfWitness } from "./judge-use.js";
import type { ChangedSchema } from "../differ/index.js";
import type { SchemaUse } from "../differ/facts.js";
import type { SchemaChange } from "../differ/schemas/index.js";
import { readAsText } from "./search/text-values.js";

/** A proof, with the use whose value it is. */
export type FoundProof = Proof & { readonly use: SchemaUse };

export type SearchOutcome = Omit<Outcome, "proofs"> & {
  readonly proofs: ReadonlyMap<SchemaChange, FoundProof>;
  /** Why it was not decided; undefined where it was. */
  readonly reason?: string | undefined;
};

/**
 * A component that differs does so in every operation that uses it: this many of the uses that differ in the very
 * same spots are searched, and speak for the others.
 */
const MOST_ALIKE = 3;

/** A schema in use that differs, and whether what is sent there is still taken. */
type Asked = ChangedSchema & {
  readonly decision: ReturnType<Inclusions["keeps"]>;
  /** Whether the other side takes more. */
  readonly isOpened: () => boolean;
};

/** Asks of every use whose schemas may accept different values; those that are refused some are compiled. */
export async function searchAll(
  all: readonly ChangedSchema[],
  base: Document,
  head: Document,
): Promise<ReadonlyMap<SchemaUse, SearchOutcome>> {
  const doubtful = all.filter(
    ({ use, changes }) => use.part.kind !== "component" && changes.some(isDoubtful),
  );
  if (doubtful.length === 0) return new Map();
  const documents = { base, head };
  const asked = askAll(doubtful, documents);
  const kept = asked.filter(({ decision }) => decision.kind === "included");
  const groups = groupAlike(asked.filter(({ decision }) => decision.kind !== "included"));
  const searched = groups.map((group) => ({ group, few: pickFew(group) }));
  const uses = searched.flatMap(({ few }) => few.map(({ use }) => use));
  // The patterns of the two sides are mostly the same.
  const judge = createPatternJudge();
  const [old, now] = await Promise.all([
    compileUses(base, uses, ({ base: node }) => node, judge),
    compileUses(head, uses, ({ head: node }) => node, judge),
  ]);
  const checkersOf = (use: SchemaUse) => ({ base: old.get(use) ?? ANYTHING, head: now.get(use) ?? ANYTHING });
  const outcomeOf = (one: Asked) => judgeUse(one, documents, checkersOf(one.use));
  return new Map([
    ...kept.map(({ use, changes, isOpened }) => {
      const outcome = outcomeOfIncluded(changes, !isOpened());
      return [use, { ...outcome, proofs: new Map<SchemaChange, FoundProof>() }] as const;
    }),
    ...searched.flatMap(({ group, few }) => [...judgeGroup(group, few, outcomeOf)]),
  ]);
}

function askAll(doubtful: readonly ChangedSchema[], documents: Sides<Document>): readonly Asked[] {
  const inclusions = openInclusions(
    documents,
    doubtful.map(({ use }) => use),
  );
  return doubtful.map((changed) => ({
    ...changed,
    decision: decide(inclusions, changed),
    isOpened: () => inclusions.keepsBack(changed.use).kind !== "included",
  }));
}

/**
 * An answer that is refused only because it matches several alternatives of which one should match breaks nobody: no
 * server sent it before. That is so as long as the alternatives are the same.
 */
function decide(inclusions: Inclusions, { use, changes }: ChangedSchema): Asked["decision"] {
  const decision = inclusions.keeps(use);
  if (decision.kind !== "witness" || use.direction === "request") return decision;
  if (changes.some(({ kind, keyword }) => kind === "assertion" && keyword.endsWith("Of"))) return decision;
  const tolerant = inclusions.keepsButForOneOf(use);
  return tolerant.kind === "included" ? tolerant : decision;
}

/** By the decision, where both validators confirm it; else by a search. */
function judgeUse(
  { use, changes, decision, isOpened }: Asked,
  documents: Sides<Document>,
  checkers: Sides<Checker>,
): SearchOutcome {
  const read = isText(use) ? readAsText : (checker: Checker) => checker;
  const [base, head] = [read(checkers.base), read(checkers.head)];
  const [accepting, refusing] = use.direction === "request" ? [base, head] : [head, base];
  if (decision.kind === "witness") {
    const refused = { use, changes, value: decision.value, accepting, refusing, isOpened: isOpened() };
    const outcome = outcomeOfWitness(refused, documents);
    if (outcome !== undefined) return withUse(outcome, use);
  }
  const reason = decision.kind === "undecided" ? decision.reason : NOT_CONFIRMED;
  return { ...withUse(search({ ...use, changes, old: base, now: head }), use), reason };
}

const NOT_CONFIRMED = "the value that was found for it is not confirmed by the validators";

function isDoubtful({ kind, keyword }: SchemaChange): boolean {
  return kind !== "annotation" || keyword === "readOnly" || keyword === "writeOnly";
}

/** Where no schema stands every value is taken. */
const ANYTHING: Checker = { accepts: () => true, issues: () => [] };

function groupAlike(all: readonly Asked[]): Asked[][] {
  const groups = new Map<string, Asked[]>();
  for (const changed of all) {
    const { use, changes, decision } = changed;
    const key = [
      use.direction,
      isText(use),
      decision.kind,
      ...changes.filter(isDoubtful).map(nameChange),
    ].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [changed]);
    else group.push(changed);
  }
  return [...groups.values()];
}

/** Equal for one difference of the documents that is met on the way through two uses. */
function nameChange({ kind, keyword, name, spot, comparison }: SchemaChange): string {
  return JSON.stringify([kind, keyword, name, spot, comparison]);
}

/** The first, one from the middle and the last. */
function pickFew(group: readonly Asked[]): readonly Asked[] {
  if (group.length <= MOST_ALIKE) return group;
  const step = (group.length - 1) / (MOST_ALIKE - 1);
  return group.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function judgeGroup(
  group: readonly Asked[],
  few: readonly Asked[],
  outcomeOf: (one: Asked) => SearchOutcome,
): ReadonlyMap<SchemaUse, SearchOutcome> {
  const outcomes = new Map<SchemaUse, SearchOutcome>();
  for (const one of few) {
    const { use, changes } = one;
    const outcome = outcomeOf(one);
    outcomes.set(use, outcome);
    // More uses could only add what is proved already.
    if (few.length < group.length && changes.filter(isDoubtful).every((change) => outcome.proofs.has(change)))
      break;
  }
  const known = few.flatMap(({ use, changes }) => {
    const outcome = outcomes.get(use);
    return outcome === undefined ? [] : [{ changes, outcome }];
  });
  const pooled = pool(known);
  for (const { use, changes } of group) if (!outcomes.has(use)) outcomes.set(use, passOn(changes, pooled));
  return outcomes;
}

function withUse(outcome: Outcome, use: SchemaUse): SearchOutcome {
  return {
    ...outcome,
    proofs: new Map([...outcome.proofs].map(([change, proof]) => [change, { ...proof, use }])),
  };
}

type Known = { readonly changes: readonly SchemaChange[]; readonly outcome: SearchOutcome };

type Answer = {
  readonly proof: FoundProof | undefined;
  readonly isExercised: boolean;
  readonly isResisted: boolean;
};

type Pooled = Omit<SearchOutcome, "proofs" | "exercised" | "resisted"> & {
  readonly answers: ReadonlyMap<string, Answer>;
};

/** What the searched uses say together: a doubt of any of them stays a doubt. */
function pool(known: readonly Known[]): Pooled {
  const answers = new Map<string, Answer>();
  for (const { changes, outcome } of known) {
    for (const change of changes) {
      const name = nameChange(change);
      const before = answers.get(name);
      answers.set(name, {
        proof: before?.proof ?? outcome.proofs.get(change),
        isExercised: (before?.isExercised ?? true) && outcome.exercised.has(change),
        isResisted: (before?.isResisted ?? true) && outcome.resisted.has(change),
      });
    }
  }
  return {
    answers,
    isBroken: known.some(({ outcome }) => outcome.isBroken),
    isOpened: known.some(({ outcome }) => outcome.isOpened),
    hasSeen: known.every(({ outcome }) => outcome.hasSeen),
    reason: known.find(({ outcome }) => outcome.reason !== undefined)?.outcome.reason,
    tried: Math.max(...known.map(({ outcome }) => outcome.tried)),
  };
}

/** The same for the changes of a use that was not searched. */
function passOn(changes: readonly SchemaChange[], { answers, ...rest }: Pooled): SearchOutcome {
  const own = changes.map((change) => ({ change, answer: answers.get(nameChange(change)) }));
  const proofs = own.flatMap(({ change, answer }) =>
    answer?.proof === undefined ? [] : [[change, answer.proof] as const],
  );
  const pick = (is: (answer: Answer) => boolean) =>
    new Set(own.flatMap(({ change, answer }) => (answer !== undefined && is(answer) ? [change] : [])));
  return {
    ...rest,
    proofs: new Map(proofs),
    exercised: pick(({ isExercised }) => isExercised),
    resisted: pick(({ isResisted }) => isResisted),
  };
}

/** Parameters and headers travel as text. */
function isText({ part }: SchemaUse): boolean {
  return part.kind === "parameter" || part.kind === "header";
}

async function compileUses(
  doc: Document,
  uses: readonly SchemaUse[],
  nodeOf: (use: SchemaUse) => SchemaUse["base"],
  judge: JudgePatterns,
): Promise<ReadonlyMap<SchemaUse, Checker>> {
  const roots = uses.flatMap((use) =>
    nodeOf(use)
      .slice(0, 1)
      .map((place) => ({ use, root: { place, direction: use.direction } })),
  );
  const checkers = await compileSchemas(
    doc,
    roots.map(({ root }) => root),
    judge,
  );
  return new Map(
    roots.flatMap(({ use }, index) =>
      checkers[index] === undefined ? [] : [[use, checkers[index]] as const],
    ),
  );
}
