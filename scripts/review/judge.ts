import { compileSchemas, type Checker, type SchemaRoot } from "./compile-schemas.js";
import { search, type Outcome } from "./counterexample.js";
import type { Delta } from "./delta.js";
import type { Doc } from "./document.js";
import type { Fact, Use } from "./facts.js";
import type { Counterexample, Finding, Verdict } from "./findings.js";
import type { Node } from "./flatten.js";
import { judgeChange } from "./judge-change.js";
import type { SchemaChange } from "./pair.js";
import { rules } from "./rules.js";
import { compareSchemas } from "./schema-delta.js";
import { readAsText } from "./text-values.js";
import { checkTypes, type TypeVerdict } from "./type-checks.js";

export type Documents = {
  readonly before: Doc;
  readonly after: Doc;
  readonly types: () => readonly [string, string];
};

/** What each difference means for callers. */
export async function judge(delta: Delta, documents: Documents): Promise<Finding[]> {
  const changed = delta.uses
    .map((use) => ({ use, changes: compareSchemas(use.before, use.after, use.direction) }))
    .filter(({ changes }) => changes.length > 0);
  const outcomes = await searchAll(changed, documents);
  const isTyped = changed.some(({ changes }) => changes.some(countsForTypes));
  const types = isTyped ? checkTypes(...documents.types(), changed) : new Map<Use, TypeVerdict>();
  const inSchemas = changed.flatMap(({ use, changes }) =>
    changes.map((change) =>
      judgeChange(change, { use, changes, outcome: outcomes.get(use), types: types.get(use) }),
    ),
  );
  return [...delta.facts.map(judgeFact), ...inSchemas];
}

function countsForTypes({ kind, keyword }: SchemaChange): boolean {
  return kind !== "annotation" || keyword === "default" || keyword === "discriminator";
}

function judgeFact(fact: Fact): Finding {
  const { wire, types, title } = rules[fact.rule];
  const counterexample = fact.proof && toCounterexample(fact.proof);
  const verdict: Verdict =
    wire !== "major" ? "compatible" : counterexample === undefined ? "by rule" : "proved";
  const { rule, keyword, pair, direction, before, after, subject, was, now } = fact;
  const common = { rule, keyword, pairs: [pair], direction, before, after, subject, was, now };
  return {
    ...common,
    name: subject,
    detail: title,
    levels: { wire, types },
    verdict,
    types: undefined,
    counterexample,
  };
}

function toCounterexample({ message, issue }: NonNullable<Fact["proof"]>): Counterexample {
  const refusedBy = message.kind === "request" ? "head" : "base";
  return { message, refusedBy, issues: [{ message: issue, path: [], keyword: "" }] };
}

type Changed = { readonly use: Use; readonly changes: readonly SchemaChange[] };

/** Searches every use whose schemas may accept different values; both sides are compiled once. */
async function searchAll(
  all: readonly Changed[],
  { before, after }: Documents,
): Promise<ReadonlyMap<Use, Outcome>> {
  const doubtful = all.filter(
    ({ use, changes }) => use.slot.kind !== "component" && changes.some(isDoubtful),
  );
  const [old, now] = await Promise.all([
    compileNodes(
      before,
      doubtful.map(({ use }) => [use.before, use] as const),
    ),
    compileNodes(
      after,
      doubtful.map(({ use }) => [use.after, use] as const),
    ),
  ]);
  return new Map(
    doubtful.map(({ use, changes }) => {
      const read =
        use.slot.kind === "parameter" || use.slot.kind === "header"
          ? readAsText
          : (checker: Checker) => checker;
      const contest = {
        ...use,
        changes,
        old: read(old.get(use) ?? ANYTHING),
        now: read(now.get(use) ?? ANYTHING),
      };
      return [use, search(contest)];
    }),
  );
}

function isDoubtful({ kind, keyword }: SchemaChange): boolean {
  return kind === "assertion" || kind === "property" || keyword === "readOnly" || keyword === "writeOnly";
}

/** Where no schema stands every value is taken. */
const ANYTHING: Checker = { accepts: () => true, issues: () => [] };

async function compileNodes(
  doc: Doc,
  nodes: readonly (readonly [Node, Use])[],
): Promise<ReadonlyMap<Use, Checker>> {
  const roots = nodes.flatMap(([node, use]) =>
    node
      .slice(0, 1)
      .map((place) => ({ root: { place, direction: use.direction } satisfies SchemaRoot, use })),
  );
  const checkers = await compileSchemas(
    doc,
    roots.map(({ root }) => root),
  );
  return new Map(
    roots.flatMap(({ use }, index) =>
      checkers[index] === undefined ? [] : [[use, checkers[index]] as const],
    ),
  );
}
